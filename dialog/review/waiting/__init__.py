"""What waits to be reviewed, of every kind: found, counted, taken, assigned, and decided about many at once."""

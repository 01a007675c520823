"""How long each kind of record is kept, on whose decision, and erasing what is due."""

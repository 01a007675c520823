"""Coverage while a round is open: answers beside inhabitants, counted by night, protected, with gaps to act on."""

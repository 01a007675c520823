"""Finding texts by their words, alike on every database: what is hidden in a text can't be found."""

"""The page on which administrators change settings while Dialog runs."""

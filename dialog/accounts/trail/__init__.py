"""Pages where administrators search, take out and verify the log."""

"""Free texts, each its own row, and their states."""

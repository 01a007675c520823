"""Statistics as people publish them, read into one shape; no Flask, no database."""

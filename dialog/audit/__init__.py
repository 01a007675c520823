"""The append-only log of what staff and commands did."""

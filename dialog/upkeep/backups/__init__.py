"""Backups: the whole database as one encrypted stream that either database can be filled from."""

"""Keeping and destroying, backups, and how the installation itself is doing."""

"""The base map: tiles of another server through a cache of our own, or out of a file; nobody else learns who looks."""

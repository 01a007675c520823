"""Reports of unsafe and safe places."""

"""Root-cause worksheets: why a problem is there, as a tree of causes that can be drawn."""

"""Taking in somebody's file of areas, population or names: one way for commands and for pages."""

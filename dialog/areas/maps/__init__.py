"""Reading anybody's map files, whatever they say of themselves; no Flask, no database."""

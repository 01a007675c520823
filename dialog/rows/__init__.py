"""Reading rows out of people's files; no Flask, no database."""

"""Points, outlines and what lies in what; no Flask, no database."""

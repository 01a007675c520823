"""The area tree and how it is loaded."""

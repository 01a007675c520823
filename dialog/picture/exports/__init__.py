"""Files that leave the house: made from released content alone."""

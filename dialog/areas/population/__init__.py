"""How many people live where, by sex and age."""

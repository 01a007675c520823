"""Texts held back until a second person has seen them: accusations, and suspicion of a concrete crime."""

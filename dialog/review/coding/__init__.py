"""Coding: putting codes of the codebook on a text or on stretches of it, and taking them off again."""

"""Proposed focus areas: what is chosen to work with, what is not, and why either way."""

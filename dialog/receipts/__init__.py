"""Codes that let a sender follow what was sent."""

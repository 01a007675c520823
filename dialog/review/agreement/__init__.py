"""Coding twice: drawing a sample for a second coder, how well coders agree, and settling where they differ."""

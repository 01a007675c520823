"""Destroying one text, photo or exact point on a decision, with a certificate."""

"""Signing in and out: passwords, attempts, and the sign-ins that are still good."""

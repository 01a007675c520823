"""Asking colleagues in schools, care, property and police, behind a phrase that they share and without an account."""

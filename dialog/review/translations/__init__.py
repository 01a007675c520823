"""Translations of what residents wrote, by people or machines, always marked as what they are."""

"""Translating a questionnaire: on pages, and in files that go out and come back."""

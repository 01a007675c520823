"""`flask` commands, each as thin as a page."""

from flask import Flask


def add_commands(app: Flask) -> None:
    """Every command under `flask --app wsgi`."""

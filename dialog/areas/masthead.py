"""Whose pages these are: the name of the area that everything lies in."""

from flask import g
from sqlalchemy.exc import SQLAlchemyError

from dialog.areas.queries import name_of_root
from dialog.web.pages import say
from dialog.web.requests import db_session


def municipality() -> str:
    """Its name in the page's language; nothing while there are no areas, or no database to ask."""
    if "municipality" not in g:
        try:
            names = name_of_root(db_session())
            g.municipality = say(names) if names else ""
        except SQLAlchemyError:
            g.municipality = ""
    return str(g.municipality)

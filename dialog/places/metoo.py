"""Saying "me too" of a published place: in which steps it is told, and of which place it is said."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.places.models import Place

STEP = 5  # they are told in steps, and not before there are so many: a single one shows in no number


def place_by_key(session: Session, key: str) -> Place | None:
    """The place with this identity, as a form says it."""
    try:
        wanted = UUID(key)
    except ValueError:
        return None
    return session.scalar(select(Place).where(Place.key == wanted))

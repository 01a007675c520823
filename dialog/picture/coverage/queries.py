"""Reading the latest count of who answered."""

from sqlalchemy.orm import Session

from dialog.picture.content import Picture, from_document
from dialog.picture.coverage.models import CoverageCount


def coverage_of(session: Session, round_id: int) -> tuple[CoverageCount, Picture] | None:
    """The latest count, and its tables; None before the first."""
    found = session.get(CoverageCount, round_id)
    return (found, from_document(found.content)) if found else None

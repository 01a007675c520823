"""Publishing a version of the codebook in a test. Plain functions; none commits."""

from collections.abc import Callable, Mapping
from datetime import date

from sqlalchemy.orm import Session

from dialog.review.codebook.actions import begin_draft, change_draft, publish
from dialog.review.codebook.book import Codebook
from tests.review.factories import AT


def published(session: Session, change: Callable[[Codebook], Codebook], same: Mapping[str, bool] | None = None) -> int:
    """The version that a change to the codebook in force makes."""
    draft = begin_draft(session, by=None, at=AT)
    change_draft(session, draft, change, revision=1, by=None, at=AT)
    made = publish(session, draft, revision=2, reason="Test", same=same or {}, on=date(2026, 10, 7), by=None)
    session.flush()
    return made.version

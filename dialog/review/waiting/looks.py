"""Saying in the log whose words somebody saw before they were masked."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from dialog.audit.looks import look_at_list
from dialog.review.lines import Line
from dialog.review.waiting.kinds import TEXT


def look_at_texts(session: Session, lines: Sequence[Line], *, by: int) -> None:
    """The texts of a list that shows what they say."""
    look_at_list(session, TEXT, [line.id for line in lines if line.kind == TEXT], by=by)

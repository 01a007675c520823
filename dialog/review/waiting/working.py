"""Changing something while nobody else can, in a way that can be undone."""

from collections.abc import Callable, Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from dialog.places.models import Report
from dialog.review.statuslog import hold_report, hold_text
from dialog.review.waiting.kinds import REPORT, TEXT
from dialog.review.waiting.taking import insist_on_taking
from dialog.review.waiting.undoing import remember, shape_of
from dialog.texts.models import Text

Item = tuple[str, UUID]  # an id of KINDS, and that of the text, report, …
_HOLD: Mapping[str, Callable[[Session, UUID], Text | Report]] = {TEXT: hold_text, REPORT: hold_report}


def work_on(session: Session, item: Item, change: Callable[[Session], object], *, by: int, at: datetime) -> None:
    """Take it, change it and keep how it was. Raises TakenByAnother, NoSuchText, NoSuchReport, or what hinders it."""
    kind, id = item
    insist_on_taking(session, kind, id, by=by, at=at)
    if kind not in _HOLD:
        change(session)
        return
    held = _HOLD[kind](session, id)
    was = shape_of(session, held, by=by)
    change(session)
    remember(session, held, was, by=by, at=at)

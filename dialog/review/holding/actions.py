"""Holding a text back until a second person has seen it. Nobody can be both the first and the second."""

from datetime import datetime

from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.places.models import Report
from dialog.review import steps
from dialog.review.clearance import take_back
from dialog.review.holding.models import Holding
from dialog.review.holding.reasons import OTHER, REASONS, UnknownReason
from dialog.review.statuslog import log_step, move
from dialog.texts.models import ACCEPTED, NEW, Text


class HeldBack(ValueError):
    """A second person has to see it before this can be done."""


class SamePerson(ValueError):
    """This person was the first to see it; the second has to be somebody else."""


class NotHoldable(ValueError):
    """Only a text that waits or is accepted, and is not held yet, can be held back."""


class NoLook(LookupError):
    """This person is not the one who looked first at what is held back."""


def insist_not_held(text: Text) -> None:
    """Raises HeldBack."""
    if text.held:
        raise HeldBack(text.id)


def hold_back(session: Session, text: Text, *, reason: str, by: int, at: datetime) -> None:
    """Put it back into the queue until somebody else has accepted it; who holds it back has seen it first.

    Raises UnknownReason or NotHoldable.
    """
    if reason not in REASONS:
        raise UnknownReason(reason)
    if text.held or text.status not in (NEW, ACCEPTED):
        raise NotHoldable(text.id)
    move(session, text, NEW, steps.HELD, by=by, at=at, became=reason)
    text.held = True
    if text.report_id and (report := session.get(Report, text.report_id)):
        take_back(session, report, by=by, at=at)
    holding = _holding(session, text)
    holding.reason, holding.held_by, holding.held_at = reason, by, at
    holding.first_by, holding.first_at = by, at
    holding.released_by = holding.released_at = None
    record(session, "text held back", f"text {text.id}", by=by, reason=reason)


def look_or_release(session: Session, text: Text, *, by: int, at: datetime) -> bool:
    """Whether a text that is held back is released: by the second person who would accept it. Raises SamePerson."""
    holding = _holding(session, text)
    if holding.first_by is None:
        holding.first_by, holding.first_at = by, at
        log_step(session, text, steps.FIRST_LOOK, by=by, at=at, became=holding.reason)
        record(session, "held text seen first", f"text {text.id}", by=by)
        return False
    if holding.first_by == by:
        raise SamePerson(text.id)
    holding.released_by, holding.released_at = by, at
    text.held = False
    log_step(session, text, steps.RELEASED, by=by, at=at, was=holding.reason)
    record(session, "held text released", f"text {text.id}", by=by)
    return True


def take_back_look(session: Session, text: Text, *, by: int, at: datetime) -> None:
    """Somebody else may be the first then. Raises NoLook."""
    holding = session.get(Holding, text.id)
    if not text.held or holding is None or holding.first_by != by:
        raise NoLook(text.id)
    holding.first_by = holding.first_at = None
    log_step(session, text, steps.LOOK_TAKEN_BACK, by=by, at=at)


def hold_again(session: Session, text: Text, *, by: int, at: datetime) -> None:
    """Take back that one released it: it waits for a second person as before. Raises NoLook."""
    holding = session.get(Holding, text.id)
    if text.held or text.status != NEW or holding is None or holding.released_by != by:
        raise NoLook(text.id)
    holding.released_by = holding.released_at = None
    text.held = True
    log_step(session, text, steps.HELD, by=by, at=at, became=holding.reason)
    record(session, "text held back", f"text {text.id}", by=by, reason=holding.reason)


def looked_first(session: Session, text: Text, *, by: int) -> bool:
    """Whether this person was the first to accept what is held back now."""
    holding = session.get(Holding, text.id) if text.held else None
    return holding is not None and holding.first_by == by


def _holding(session: Session, text: Text) -> Holding:
    """The row of a text, which one that was held when it came does not have yet."""
    if (found := session.get(Holding, text.id)) is None:
        found = Holding(text_id=text.id, reason=text.suspicion if text.suspicion in REASONS else OTHER)
        session.add(found)
    return found

"""Asking for an extract, deciding on it, and passing its gate."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.picture.asked import insist_on_residents
from dialog.picture.extract.models import Extract
from dialog.survey.models import Round

OPEN_HOURS = 24  # after it was granted; then it has to be asked for again


class OwnRequest(Exception):
    """Nobody decides on what they asked for themselves."""


class IsDecided(Exception):
    """Somebody has decided on it already."""


class NotOpen(Exception):
    """It was not granted, not to this person, or its time is over."""


@dataclass(frozen=True)
class Passed:
    """That somebody has passed the gate: what reads the answers asks for one of these, and only `take` makes it."""

    extract_id: int
    round_id: int


def ask_for_extract(session: Session, round: Round, *, purpose: str, at: datetime, by: int) -> Extract:
    """Of a round of residents alone: colleagues are too few and know each other. Raises AsksStaff."""
    insist_on_residents(round)
    asked = Extract(round_id=round.id, purpose=purpose, asked_by=by, asked_at=at)
    session.add(asked)
    session.flush()
    record(session, "extract asked for", f"extract {asked.id}", by=by, round=round.slug)
    return asked


def decide(session: Session, extract: Extract, *, granted: bool, at: datetime, by: int) -> None:
    """Grant it or turn it down, as a second person. Raises OwnRequest or IsDecided."""
    if extract.asked_by == by:
        raise OwnRequest(extract.id)
    if extract.granted is not None:
        raise IsDecided(extract.id)
    extract.granted, extract.decided_by, extract.decided_at = granted, by, at
    extract.open_until = at + timedelta(hours=OPEN_HOURS) if granted else None
    what = "extract granted" if granted else "extract turned down"
    record(session, what, f"extract {extract.id}", by=by)


def take(session: Session, extract: Extract, *, at: datetime, by: int) -> Passed:
    """Every taking stands in the log. Raises NotOpen."""
    if extract.asked_by != by or not is_open(extract, at=at):
        raise NotOpen(extract.id)
    record(session, "extract taken", f"extract {extract.id}", by=by)
    return Passed(extract.id, extract.round_id)


def is_open(extract: Extract, *, at: datetime) -> bool:
    return extract.open_until is not None and at < extract.open_until

"""Counting what waits for the roles of somebody: cheaply, and never above a hundred."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from dialog.picture.extract.models import Extract
from dialog.picture.models import Release
from dialog.places.models import ExactPoint, Report
from dialog.review.waiting.models import Assignment
from dialog.survey.models import ENDED, OPEN, RESIDENTS, Round
from dialog.texts.models import NEW, Photo, Text
from dialog.upkeep.backups.queries import latest_backups
from dialog.upkeep.models import Destruction

MOST = 100
LATE = timedelta(days=2)  # since the last backup
TEXTS, HELD, REPORTS, PHOTOS, MINE, SECONDS = "texts", "held", "reports", "photos", "mine", "seconds"
BACKUPS, OVERDUE, ENDING, UNRELEASED = "backups", "overdue", "ending", "unreleased"
EXTRACTS, REQUESTS = "extracts", "requests"  # the same, for analysts and for administrators


@dataclass(frozen=True)
class Notice:
    """So much of something waits."""

    what: str
    number: int  # at most MOST; MOST may stand for more


def notices(session: Session, roles: Collection[str], *, staff_id: int, now: datetime) -> list[Notice]:
    """What waits for somebody with these roles; nothing of what does not. `now` in UTC."""
    found = (Notice(what, number) for role in roles for what, number in _OF_ROLE[role](session, staff_id, now))
    return [one for one in found if one.number]


def _reviewer(session: Session, staff_id: int, _now: datetime) -> Iterator[tuple[str, int]]:
    waiting = select(Text.id).where(Text.status == NEW)
    yield TEXTS, _bounded(session, waiting.where(Text.held.is_(False)))
    yield HELD, _bounded(session, waiting.where(Text.held))
    yield REPORTS, _bounded(session, select(Report.id).where(Report.status == NEW))
    yield PHOTOS, _bounded(session, select(Photo.id).where(Photo.status == NEW))
    yield MINE, _bounded(session, select(Assignment.item_id).where(Assignment.staff_id == staff_id))
    proposed = select(Destruction.id).where(Destruction.done_at.is_(None), Destruction.proposed_by != staff_id)
    yield SECONDS, _bounded(session, proposed)


def _analyst(session: Session, staff_id: int, _now: datetime) -> Iterator[tuple[str, int]]:
    released = select(Release.edition).where(Release.round_id == Round.id).exists()
    of_residents = select(Round.id).where(Round.state == ENDED, Round.audience == RESIDENTS)
    yield UNRELEASED, _bounded(session, of_residents.where(~released))
    yield EXTRACTS, _bounded(session, _undecided(staff_id))


def _facilitator(session: Session, _staff_id: int, now: datetime) -> Iterator[tuple[str, int]]:
    yield ENDING, _bounded(session, select(Round.id).where(Round.state == OPEN, Round.closes_on < now.date()))


def _admin(session: Session, staff_id: int, now: datetime) -> Iterator[tuple[str, int]]:
    latest = next(iter(latest_backups(session, limit=1)), None)
    yield BACKUPS, int(latest is None or now - latest.made_at > LATE)
    yield OVERDUE, _bounded(session, select(ExactPoint.report_id).where(ExactPoint.erase_on < now.date()))
    yield REQUESTS, _bounded(session, _undecided(staff_id))


def _undecided(staff_id: int) -> Select[int]:
    """Extracts that somebody else has asked for."""
    return select(Extract.id).where(Extract.granted.is_(None), Extract.asked_by != staff_id)


def _bounded(session: Session, rows: Select[Any]) -> int:
    return session.scalar(select(func.count()).select_from(rows.limit(MOST).subquery())) or 0


_OF_ROLE: Mapping[str, Callable[[Session, int, datetime], Iterator[tuple[str, int]]]] = {
    "reviewer": _reviewer,
    "analyst": _analyst,
    "facilitator": _facilitator,
    "admin": _admin,
}

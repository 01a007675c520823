"""Keeping what another system sends."""

from datetime import date

from sqlalchemy import insert
from sqlalchemy.orm import Session

from dialog.areas.queries import finest_area
from dialog.geography.points import Point
from dialog.open311.sent import Sent
from dialog.places.accounts import UNKNOWN_LANGUAGE
from dialog.places.actions import submit_report
from dialog.places.models import PIN, WORDS, ImportedReport
from dialog.places.rounds import ReportingRound

CHANNEL = "open311"


class LooksSwapped(ValueError):
    """The point would lie in an area if latitude and longitude changed places."""


def keep_sent(
    session: Session,
    sent: Sent,
    *,
    round: ReportingRound,
    key_hash: str,
    on: date,
    erase_on: date,
    inhabitants: int,
) -> None:
    """A report that waits for review, and the hash it is known by.

    Raises LooksSwapped, or IntegrityError where the same comes twice at the same moment.
    """
    report_id = submit_report(
        session,
        round_id=round.id,
        root_id=round.area_id,
        language=UNKNOWN_LANGUAGE,
        channel=CHANNEL,
        on=on,
        answers=sent.answers,
        placed_by=PIN if sent.point else WORDS,
        area_id=_area(session, sent.point, round),
        point=sent.point,
        texts=sent.texts,
        erase_on=erase_on,
        inhabitants=inhabitants,
    )
    known = {"key_hash": key_hash, "report_id": report_id}
    session.execute(insert(ImportedReport.__table__), known)  # type: ignore[arg-type]


def _area(session: Session, point: Point | None, round: ReportingRound) -> int | None:
    if point is None:
        return None
    if found := finest_area(session, point, round.area_id, round.division):
        return found.id
    if abs(point.lon) <= 90 and finest_area(session, point.swapped, round.area_id, round.division):
        raise LooksSwapped
    return None

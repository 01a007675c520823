"""Keeping a report form: one place, several that are one voice, or the way between two."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from dialog.geography.points import Point
from dialog.places.actions import submit_report
from dialog.places.locating import Located
from dialog.places.rounds import ReportingRound
from dialog.places.where import WAY


@dataclass(frozen=True)
class Sending:
    """What one form says."""

    shape: str
    places: Sequence[Located]  # at least one; of a way its beginning and its end
    answers: Mapping[str, Any]
    texts: Mapping[str, str]
    language: str


def keep_sending(
    session: Session, sending: Sending, *, round: ReportingRound, on: date, erase_on: date, inhabitants: int
) -> UUID:
    """The id of its report; of several places that of the first, which has the texts and stands for the voice."""
    same: dict[str, Any] = {"round": round, "on": on, "erase_on": erase_on, "inhabitants": inhabitants}
    if sending.shape == WAY:
        start, to_point = _one_way(*sending.places)
        return _keep(session, sending, start, to_point=to_point, texts=sending.texts, **same)
    first, *others = sending.places
    voice = _keep(session, sending, first, texts=sending.texts, **same)
    for other in others:
        _keep(session, sending, other, part_of=voice, texts={}, **same)
    return voice


def _one_way(start: Located, end: Located) -> tuple[Located, Point | None]:
    """Where a way is kept as lying, and the point where it ends; it lies at its end if only that has a point."""
    if start.point is None:
        return (end if end.point else start), None
    called = " → ".join(one.landmark for one in (start, end) if one.landmark)
    return replace(start, landmark=called or None), end.point


def _keep(session: Session, sending: Sending, place: Located, *, round: ReportingRound, **more: Any) -> UUID:
    return submit_report(
        session,
        round_id=round.id,
        root_id=round.area_id,
        language=sending.language,
        channel="web",
        answers=sending.answers,
        placed_by=place.placed_by,
        area_id=place.area_id,
        point=place.point,
        landmark=place.landmark,
        **more,
    )

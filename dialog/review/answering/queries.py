"""Reading the library of answers, and what was answered."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.languages import LANGUAGES, Words
from dialog.places.models import Report
from dialog.review.answering.filling import AREA, OWNER
from dialog.review.answering.models import GivenAnswer, ReportDone, StandardAnswer
from dialog.review.answering.shipped import SHIPPED, Standard
from dialog.review.owners.queries import owner_of


class NoSuchAnswer(LookupError):
    """There is no such answer in the library, or none was given that could be corrected."""


def library(session: Session) -> list[Standard]:
    """Every answer, by title: the shipped ones as staff changed them, and those of their own."""
    kept = {
        one.key: Standard(one.key, one.title, one.words, one.active) for one in session.scalars(select(StandardAnswer))
    }
    return sorted({**SHIPPED, **kept}.values(), key=lambda one: one.title.casefold())


def find_standard(session: Session, key: str) -> Standard:
    """Raises NoSuchAnswer."""
    found = next((one for one in library(session) if one.key == key), None)
    if found is None:
        raise NoSuchAnswer(key)
    return found


def names_for(session: Session, report: Report) -> dict[str, Words]:
    """What an answer about this report may name: its area, and its owner where that is an organisation."""
    area = session.get(Area, report.area_id) if report.area_id else None
    owner = owner_of(session, report.id)
    named = dict.fromkeys(LANGUAGES, owner.name) if owner and owner.organisation else {}
    return {AREA: area.names if area else {}, OWNER: named}


def answers_given(session: Session, report_ids: Sequence[UUID]) -> Sequence[GivenAnswer]:
    """All of them, also those that were corrected later, the oldest first."""
    given = select(GivenAnswer).where(GivenAnswer.report_id.in_(report_ids))
    return session.scalars(given.order_by(GivenAnswer.at, GivenAnswer.id)).all()


def in_force(given: Sequence[GivenAnswer]) -> list[GivenAnswer]:
    """Those that no other corrects."""
    corrected = {one.corrects for one in given}
    return [one for one in given if one.id not in corrected]


def first_of(one: GivenAnswer, given: Sequence[GivenAnswer]) -> GivenAnswer:
    """The answer as it was first given, before any correction."""
    by_id = {other.id: other for other in given}
    while one.corrects in by_id:
        one = by_id[one.corrects]
    return one


def done_on(session: Session, report_id: UUID) -> date | None:
    return session.scalar(select(ReportDone.done_on).where(ReportDone.report_id == report_id))

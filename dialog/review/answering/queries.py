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
from dialog.texts.models import Text

Answerable = Report | Text  # a report, or a text of a response: whoever sent the response is answered


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


def names_for(session: Session, about: Answerable) -> dict[str, Words]:
    """What an answer about this may name: its area, and a report's owner where that is an organisation."""
    area = session.get(Area, about.area_id) if about.area_id else None
    owner = owner_of(session, about.id) if isinstance(about, Report) else None
    named = dict.fromkeys(LANGUAGES, owner.name) if owner and owner.organisation else {}
    return {AREA: area.names if area else {}, OWNER: named}


def answers_given(session: Session, report_ids: Sequence[UUID]) -> Sequence[GivenAnswer]:
    """All of them, also those that were corrected later, the oldest first."""
    given = select(GivenAnswer).where(GivenAnswer.report_id.in_(report_ids))
    return session.scalars(given.order_by(GivenAnswer.at, GivenAnswer.id)).all()


def answers_to_response(session: Session, response_id: UUID) -> Sequence[GivenAnswer]:
    """The same, of what was answered about the texts of a response."""
    given = select(GivenAnswer).where(GivenAnswer.response_id == response_id)
    return session.scalars(given.order_by(GivenAnswer.at, GivenAnswer.id)).all()


def answers_about(session: Session, about: Answerable) -> Sequence[GivenAnswer]:
    """The same, of a report, or of the response that a text belongs to."""
    if isinstance(about, Report):
        return answers_given(session, [about.id])
    return answers_to_response(session, about.response_id) if about.response_id else []


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

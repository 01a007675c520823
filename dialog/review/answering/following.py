"""What those who sent something find behind their code: what became of each place, in days and never in hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.languages import pick
from dialog.places.models import Report
from dialog.review.answering.models import GivenAnswer, ReportDone
from dialog.review.answering.queries import answers_given, answers_to_response, first_of, in_force
from dialog.review.owners.models import Owner, SentCopy
from dialog.review.queries import Voice, reports_of
from dialog.survey.models import Response


@dataclass(frozen=True)
class Heard:
    """An answer in one language, and own words of staff in theirs."""

    words: str
    language: str
    own: str
    own_language: str
    on: date
    corrected_on: date | None


@dataclass(frozen=True)
class SentOn:
    """To what kind of owner, and its name where it is an organisation."""

    kind: str
    name: str
    on: date


@dataclass(frozen=True)
class Followed:
    """What became of one report."""

    report: Report
    sent_on: SentOn | None
    heard: Sequence[Heard]
    done_on: date | None


def followed(
    session: Session, *, language: str, response_id: UUID | None = None, report_id: UUID | None = None
) -> list[Followed]:
    """Of each report of a voice, that which has the texts first; give one of the two ids."""
    voice = reports_of(Voice(response_id=response_id, report_id=report_id))
    reports = session.scalars(voice.order_by(Report.part_of.is_not(None), Report.id)).all()
    ids = [report.id for report in reports]
    given, sent, done = answers_given(session, ids), _sent_on(session, ids), _done(session, ids)
    return [_followed(report, given, sent.get(report.id), done.get(report.id), language) for report in reports]


def heard_of_response(session: Session, response_id: UUID, *, language: str) -> list[Heard]:
    """What was answered about the texts of a response, the oldest first."""
    given = answers_to_response(session, response_id)
    sent_in = session.get_one(Response, response_id).language
    return [_heard(one, first_of(one, given), language, sent_in) for one in in_force(given)]


def _followed(
    report: Report, given: Sequence[GivenAnswer], sent_on: SentOn | None, done_on: date | None, language: str
) -> Followed:
    own = [one for one in given if one.report_id == report.id]
    heard = [_heard(one, first_of(one, own), language, report.language) for one in in_force(own)]
    return Followed(report, sent_on, heard, done_on)


def _heard(one: GivenAnswer, first: GivenAnswer, asked: str, sent_in: str) -> Heard:
    """In the language of the page, else of the report, else the main one."""
    words, language = pick(one.words, asked if one.words.get(asked) else sent_in)
    corrected_on = one.at.date() if one is not first else None
    return Heard(words, language, one.own, one.own_language, first.at.date(), corrected_on)


def _sent_on(session: Session, ids: Sequence[UUID]) -> dict[UUID, SentOn]:
    """To whom a copy was sent last."""
    sent = select(SentCopy.report_id, SentCopy.at, Owner).join(Owner, Owner.id == SentCopy.owner_id)
    rows = session.execute(sent.where(SentCopy.report_id.in_(ids)).order_by(SentCopy.at, SentCopy.id))
    return {id: SentOn(owner.kind, owner.name if owner.organisation else "", at.date()) for id, at, owner in rows}


def _done(session: Session, ids: Sequence[UUID]) -> dict[UUID, date]:
    done = select(ReportDone.report_id, ReportDone.done_on).where(ReportDone.report_id.in_(ids))
    return dict(session.execute(done).all())

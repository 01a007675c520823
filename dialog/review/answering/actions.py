"""Answering those who sent a report, and keeping the library of answers. Every step stands in the log."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.languages import MAIN
from dialog.places.models import Report
from dialog.review import steps
from dialog.review.answering.filling import fill_in, open_places
from dialog.review.answering.models import GivenAnswer, ReportDone, StandardAnswer
from dialog.review.answering.queries import Answerable, NoSuchAnswer, answers_about, find_standard, names_for
from dialog.review.answering.shipped import SHIPPED
from dialog.review.statuslog import log_step


class NothingSaid(ValueError):
    """An answer needs one of the library, own words, or both."""


def give_answer(
    session: Session, about: Answerable, *, key: str, own: str, own_language: str, by: int, at: datetime
) -> GivenAnswer:
    """What is read behind the code from now on: an answer of the library, own words, or both.

    About a report, or about a text of a response. Raises NothingSaid, NoSuchAnswer or NothingToFillIn.
    """
    given = _answer(session, about, key=key, own=own, own_language=own_language, by=by, at=at)
    log_step(session, about, steps.ANSWERED, by=by, at=at)
    return given


def correct_answer(
    session: Session,
    about: Answerable,
    *,
    answer_id: UUID,
    key: str,
    own: str,
    own_language: str,
    by: int,
    at: datetime,
) -> GivenAnswer:
    """Put another answer in the place of one; what it said before stays with us.

    Raises NothingSaid, NothingToFillIn, or NoSuchAnswer, also where it has been corrected already.
    """
    given_before = answers_about(session, about)
    corrected = {one.corrects for one in given_before}
    if answer_id not in {one.id for one in given_before} - corrected:
        raise NoSuchAnswer(answer_id)
    given = _answer(session, about, key=key, own=own, own_language=own_language, by=by, at=at, corrects=answer_id)
    log_step(session, about, steps.ANSWER_CORRECTED, by=by, at=at)
    return given


def mark_done(session: Session, report: Report, *, by: int, at: datetime) -> None:
    """Say to those who sent it that all is done that will be done."""
    if session.get(ReportDone, report.id) is None:
        session.add(ReportDone(report_id=report.id, staff_id=by, done_on=at.date()))
        log_step(session, report, steps.DONE, by=by, at=at)


def mark_not_done(session: Session, report: Report, *, by: int, at: datetime) -> None:
    """Take that back."""
    if (done := session.get(ReportDone, report.id)) is not None:
        session.delete(done)
        log_step(session, report, steps.NOT_DONE, by=by, at=at)


def keep_standard(
    session: Session, *, key: str | None, title: str, words: Mapping[str, str], active: bool, by: int
) -> str:
    """Add an answer to the library, or change the one of this key; its key.

    Raises NothingSaid without words in the main language, UnknownPlaceholder, or NoSuchAnswer.
    """
    said = {tag: text for tag, text in words.items() if text}
    if MAIN not in said:
        raise NothingSaid
    for text in said.values():
        open_places(text)
    if key is not None:
        find_standard(session, key)
    kept = session.get(StandardAnswer, key) if key else None
    if kept is None:
        kept = StandardAnswer(key=key or uuid4().hex)
        session.add(kept)
    kept.title, kept.words, kept.active = title, said, active
    session.flush()
    record(
        session, "answer changed" if key else "answer added", f"answer {kept.key}", by=by, shipped=int(key in SHIPPED)
    )
    return kept.key


def _answer(
    session: Session,
    about: Answerable,
    *,
    key: str,
    own: str,
    own_language: str,
    by: int,
    at: datetime,
    corrects: UUID | None = None,
) -> GivenAnswer:
    if not key and not own:
        raise NothingSaid
    words = fill_in(find_standard(session, key).words, names_for(session, about)) if key else {}
    given = GivenAnswer(corrects=corrects, words=words, own=own, own_language=own_language, staff_id=by, at=at)
    kind = "report" if isinstance(about, Report) else "text"
    if isinstance(about, Report):
        given.report_id = about.id
    else:
        given.response_id = about.response_id
    session.add(given)
    session.flush()
    record(session, f"{kind} answered", f"{kind} {about.id}", by=by, answer=key, own=int(bool(own)))
    return given

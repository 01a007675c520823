"""Letting other systems read a single report: coarse, late, dated by its month, and only what was reviewed of it.

All reports of a month can be read from one day on: were each readable so many days after it came, whoever looked every
day would learn on which day it came.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session, aliased

from dialog.audit.actions import record
from dialog.places.models import Report
from dialog.review import steps
from dialog.review.masking import masked_text
from dialog.review.models import Clearance
from dialog.review.queries import LEFT_OUT
from dialog.review.statuslog import log_step
from dialog.survey.models import Response
from dialog.texts.models import ACCEPTED, NEW, SET_ASIDE, Text

SHOWN_TEXTS = ("what", "help")  # "place" says where exactly it is, which is just what nobody else may read


class NotClearable(ValueError):
    """Only a report that is accepted, none of whose texts waits to be reviewed, can be read by others."""


@dataclass(frozen=True)
class ClearedReport:
    """A report that others may read. Of `report` itself show its coarse point, feeling, kind and causes, no more."""

    public_id: UUID  # what others know it by; chance, as all ids
    report: Report
    month: date  # the first day of the month it came in
    words: str  # what was written and accepted, with […] for what is hidden; may be empty


def clear_report(session: Session, report: Report, *, by: int, at: datetime) -> None:
    """Let other systems read it once it is old enough. Raises NotClearable."""
    if not can_be_cleared(session, report):
        raise NotClearable(report.id)
    if session.get(Clearance, report.id) is None:
        session.add(Clearance(report_id=report.id, staff_id=by, cleared_on=at.date()))
        log_step(session, report, steps.OPENED, by=by, at=at)
        record(session, "report cleared", f"report {report.id}", by=by)


def take_back(session: Session, report: Report, *, by: int, at: datetime) -> None:
    """Other systems can't read it any more; cleared anew, they would know it by another id."""
    if (clearance := session.get(Clearance, report.id)) is not None:
        session.delete(clearance)
        session.flush()
        log_step(session, report, steps.CLOSED, by=by, at=at)
        record(session, "clearance taken back", f"report {report.id}", by=by)


def can_be_cleared(session: Session, report: Report) -> bool:
    waiting = select(Text.id).where(Text.report_id == report.id, Text.status == NEW)
    return report.status == ACCEPTED and session.scalar(select(waiting.exists())) is False


def is_cleared(session: Session, report: Report) -> bool:
    """Whether staff cleared it, however old it is."""
    return session.get(Clearance, report.id) is not None


def readable_from(report: Report, *, delay_days: int) -> date:
    """The first day on which others can read it: so many days after the end of its month."""
    return (report.received_on.replace(day=1) + timedelta(days=32)).replace(day=1) + timedelta(days=delay_days)


def as_others_read(session: Session, report: Report, public_id: UUID | None = None) -> ClearedReport:
    """A report as others would read it."""
    return _told([(public_id or report.id, report)], _words(session, [report.id]))[0]


def cleared_reports(
    session: Session,
    *,
    today: date,
    delay_days: int,
    after: UUID | None = None,
    limit: int = 1_000,
    where: Sequence[ColumnElement[bool]] = (),
) -> list[ClearedReport]:
    """What others may read today, by public id; `after` is the last public id of the page before.

    `where` narrows down Report, such as `Report.received_on >= …`: whole months only, or days could be told from it.
    """
    chosen = _readable(today, delay_days).where(*where)
    if after:
        chosen = chosen.where(Clearance.public_id > after)
    rows = [(id, report) for id, report in session.execute(chosen.order_by(Clearance.public_id).limit(limit))]
    return _told(rows, _words(session, [report.id for _, report in rows]))


def find_cleared(session: Session, public_id: UUID, *, today: date, delay_days: int) -> ClearedReport | None:
    """None where there is none, or where it may not be read today."""
    chosen = _readable(today, delay_days).where(Clearance.public_id == public_id)
    found = session.execute(chosen).one_or_none()
    return as_others_read(session, found[1], found[0]) if found else None


def _readable(today: date, delay_days: int) -> Select[UUID, Report]:
    first, month = aliased(Report), (today - timedelta(days=delay_days)).replace(day=1)
    return (
        select(Clearance.public_id, Report)
        .join(Report, Report.id == Clearance.report_id)
        .outerjoin(Response, Response.id == Report.response_id)
        .outerjoin(first, first.id == Report.part_of)
        .where(Report.status == ACCEPTED, Report.received_on < month)
        .where(or_(Response.id.is_(None), ~Response.set_aside))
        .where(or_(first.id.is_(None), first.status != SET_ASIDE))
    )


def _words(session: Session, ids: Collection[UUID]) -> Mapping[UUID, list[str]]:
    """What each report says that may be read."""
    chosen = select(Text).where(Text.report_id.in_(ids), Text.status == ACCEPTED, Text.question.in_(SHOWN_TEXTS))
    found: dict[UUID, list[str]] = defaultdict(list)
    for text in session.scalars(chosen.order_by(Text.question.desc(), Text.id)):  # what happens, then what would help
        if text.report_id:
            found[text.report_id].append(masked_text(text.original, text.masks, say=lambda _label: LEFT_OUT))
    return found


def _told(rows: Sequence[tuple[UUID, Report]], words: Mapping[UUID, list[str]]) -> list[ClearedReport]:
    return [
        ClearedReport(id, report, report.received_on.replace(day=1), "\n\n".join(words.get(report.id, ())))
        for id, report in rows
    ]

"""Reading what staff cleared, for other systems."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from dialog.open311.asking import MOST, Question, newest_month
from dialog.open311.services import PLACE, SERVICES
from dialog.places.models import ImportedReport, Report
from dialog.review.clearance import ClearedReport, cleared_reports, find_cleared
from dialog.review.models import Clearance


def readable(session: Session, question: Question, *, today: date, delay_days: int) -> Sequence[ClearedReport]:
    """What a question asks for, by public id, which is chance: the order tells nothing of when."""
    newest = newest_month(today, delay_days)
    read = partial(cleared_reports, session, today=today, delay_days=delay_days)
    if question.ids is not None:
        return read(where=(Clearance.public_id.in_(question.ids), _before_end_of(newest)))
    if not question.is_open:
        return []
    last = min(question.last_month, newest)
    where = (Report.received_on >= question.first_month, _before_end_of(last), _of_services(question.services))
    after, passed = None, (question.page - 1) * question.size
    while passed:
        skipped = read(after=after, limit=min(passed, MOST), where=where)
        if not skipped:
            return []
        after, passed = skipped[-1].public_id, passed - len(skipped)
    return read(after=after, limit=question.size, where=where)


def find_readable(session: Session, public_id: UUID, *, today: date, delay_days: int) -> ClearedReport | None:
    """None where there is none, or where it may not be read today."""
    found = find_cleared(session, public_id, today=today, delay_days=delay_days)
    return found if found and found.month <= newest_month(today, delay_days) else None


def is_here(session: Session, key_hash: str) -> bool:
    """Whether what another system sent is here, cleared or not."""
    return session.get(ImportedReport, key_hash) is not None


def readable_id(session: Session, key_hash: str, *, today: date, delay_days: int) -> UUID | None:
    """By what others know the report that another system sent; None as long as nobody may read it."""
    chosen = select(Clearance.public_id).join(ImportedReport, ImportedReport.report_id == Clearance.report_id)
    id = session.scalar(chosen.where(ImportedReport.key_hash == key_hash))
    return id if id and find_readable(session, id, today=today, delay_days=delay_days) else None


def _of_services(codes: frozenset[str]) -> ColumnElement[bool]:
    feeling = Report.answers["feeling"].as_string()
    unsaid = feeling.is_(None) | feeling.not_in([code for code in SERVICES if code != PLACE])
    return or_(feeling.in_(sorted(codes - {PLACE})), unsaid if PLACE in codes else feeling.in_([]))


def _before_end_of(month: date) -> ColumnElement[bool]:
    return Report.received_on < (month + timedelta(days=32)).replace(day=1)

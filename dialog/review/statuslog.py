"""Writing the status log, and keeping what is being changed from being changed by anybody else meanwhile."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, event, update
from sqlalchemy.orm import Session

from dialog.places.models import Report
from dialog.review.models import Clearance, StatusChange
from dialog.review.queries import NoSuchReport, NoSuchText
from dialog.survey.models import Response
from dialog.texts.models import ACCEPTED, Text


class NotAppendOnly(RuntimeError):
    """Someone tried to change or delete a row of the status log."""


def log_step(
    session: Session,
    subject: Text | Report | Response,
    action: str,
    *,
    by: int,
    at: datetime,
    was: str = "",
    became: str = "",
) -> None:
    """Add one line, in the transaction of what it tells of. It never holds what a resident wrote."""
    change = StatusChange(staff_id=by, at=at, action=action, was=was, became=became)
    if isinstance(subject, Text):
        change.text_id = subject.id
    elif isinstance(subject, Report):
        change.report_id = subject.id
    else:
        change.response_id = subject.id
    session.add(change)


def move(
    session: Session, item: Text | Report, status: str, action: str, *, by: int, at: datetime, became: str = ""
) -> None:
    """Give a text or a report another status. Whatever is not accepted is not to be quoted or read by others either."""
    log_step(session, item, action, by=by, at=at, was=item.status, became=became or status)
    item.status = status
    if isinstance(item, Text) and status != ACCEPTED:
        item.quotable = False
    if isinstance(item, Report) and status != ACCEPTED:
        session.execute(delete(Clearance).where(Clearance.report_id == item.id))


def hold_text(session: Session, text_id: UUID) -> Text:
    """The text as it stands now, held until the transaction ends, so that no mask gets lost. Raises NoSuchText."""
    touch = update(Text).where(Text.id == text_id).values(status=Text.status)
    session.execute(touch, execution_options={"synchronize_session": False})
    if (text := session.get(Text, text_id, populate_existing=True)) is None:
        raise NoSuchText(text_id)
    return text


def hold_report(session: Session, report_id: UUID) -> Report:
    """The report as it stands now, held until the transaction ends. Raises NoSuchReport."""
    touch = update(Report).where(Report.id == report_id).values(status=Report.status)
    session.execute(touch, execution_options={"synchronize_session": False})
    if (report := session.get(Report, report_id, populate_existing=True)) is None:
        raise NoSuchReport(report_id)
    return report


@event.listens_for(StatusChange, "before_update")
@event.listens_for(StatusChange, "before_delete")
def _refuse(*_: object) -> None:
    raise NotAppendOnly("the status log is only added to")

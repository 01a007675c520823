"""Writing the log."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session

from dialog.audit.models import AuditEvent


class NotAppendOnly(RuntimeError):
    """Someone tried to change or delete a row of the log."""


def record(session: Session, action: str, subject: str, *, by: int | None = None, **details: Any) -> None:
    """Add one line to the log, in the transaction of what it tells of."""
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    session.add(AuditEvent(at=now, staff_id=by, action=action, subject=subject, details=details))


@event.listens_for(AuditEvent, "before_update")
@event.listens_for(AuditEvent, "before_delete")
def _refuse(*_: object) -> None:
    raise NotAppendOnly("the log is only added to")

"""Reading the log."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.audit.models import AuditEvent


def latest_events(session: Session, *, limit: int = 50) -> Sequence[AuditEvent]:
    """The newest lines first."""
    return session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc()).limit(limit)).all()

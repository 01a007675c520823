"""What was done, by whom and when; rows are only added."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base, Document


class AuditEvent(Base):
    """One thing a member of staff or a command did. Never holds what a resident wrote."""

    __tablename__ = "audit_event"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]  # UTC
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)  # None: a command
    action: Mapped[str]
    subject: Mapped[str]  # kind and id: text 1c9e…
    details: Mapped[dict[str, Any]] = mapped_column(Document)

"""What was done, by whom and when; rows are only added, and each is sealed together with the one before it."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base, Document

LISTED = "listed"  # in the action of a line about many at once


class AuditEvent(Base):
    """One thing a member of staff or a command did. Never holds what a resident wrote."""

    __tablename__ = "audit_event"
    __table_args__ = (
        Index("ix_audit_event_staff_id", "staff_id", "id"),
        Index("ix_audit_event_action", "action", "id"),
        Index("ix_audit_event_subject", "subject", "id"),
        Index("ix_audit_event_at", "at"),
    )
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # the line's place in the chain, from 1
    at: Mapped[datetime]  # UTC
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))  # None: a command
    action: Mapped[str]
    subject: Mapped[str]  # kind and id: text 1c9e…
    details: Mapped[dict[str, Any]] = mapped_column(Document)
    previous: Mapped[str]  # the seal of the line before; "" in the first
    seal: Mapped[str]  # of this line and `previous`: 64 hex digits


class AuditHead(Base):
    """Where the chain ends: one row, which whoever adds to the log holds until the own transaction is over."""

    __tablename__ = "audit_head"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # always 1
    last: Mapped[int]  # the newest line's id
    seal: Mapped[str]  # the newest line's


class AuditAnchor(Base):
    """Where the chain begins since older lines were destroyed, as their term was over."""

    __tablename__ = "audit_anchor"
    last: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # the newest line that is gone
    last_seal: Mapped[str]  # that line's: the `previous` of the first one that is left
    lines: Mapped[int]  # how many went
    at: Mapped[datetime]  # UTC
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))  # None: a command
    decision: Mapped[str]  # by which decision
    seal: Mapped[str]  # of this row

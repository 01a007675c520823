"""Terms of keeping, what was destroyed by them or by a decision, and backups; never what a resident wrote."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base, Document


class RetentionDecision(Base):
    """How long one kind of record is kept, and who decided so. Rows are only added; the newest is in force."""

    __tablename__ = "retention_decision"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(index=True)  # an id of retention/kinds.py
    term: Mapped[int | None]  # None: kept for good
    unit: Mapped[str]  # days or months
    event: Mapped[str]  # from which it counts: received, ended, released
    reference: Mapped[str]  # where the decision is registered
    decided_on: Mapped[date]
    decided_by: Mapped[str]  # the board or the officer, not an account
    recorded_at: Mapped[datetime]  # UTC
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))  # None: by a command


class PurgeRecord(Base):
    """What one run of the purge erased of one kind."""

    __tablename__ = "purge_record"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    event: Mapped[str]
    before: Mapped[date]  # what had its event on this day or earlier
    count: Mapped[int]
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("retention_decision.id"))  # None: by design
    at: Mapped[datetime]  # UTC
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))  # None: a command
    cleaned_at: Mapped[datetime | None]  # UTC; when the database's files were cleaned of it


class Destruction(Base):
    """The certificate of one thing that was destroyed on a decision, or is to be once a second person agrees."""

    __tablename__ = "destruction"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]  # text, photo or point
    subject: Mapped[UUID]  # the id of the text, the photo, or the report
    leaves: Mapped[str]  # nothing, or masked: the text without what was hidden
    length: Mapped[int]  # characters of a text, bytes of a photo, 0 of a point; never the content
    why: Mapped[str]
    basis: Mapped[str]  # legal basis, or the reference of the decision
    proposed_at: Mapped[datetime]  # UTC
    proposed_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    second_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))  # who agreed, where two have to
    done_at: Mapped[datetime | None]  # UTC
    cleaned_at: Mapped[datetime | None]  # UTC; when the database's files were cleaned of it


class Emptied(Base):
    """That words of a text were destroyed: all of them, or those that its masks hid then."""

    __tablename__ = "emptied"
    __table_args__ = ({"sqlite_with_rowid": False},)
    text_id: Mapped[UUID] = mapped_column(ForeignKey("text.id", ondelete="CASCADE"), primary_key=True)
    leaves: Mapped[str]  # nothing or masked
    masks: Mapped[list[dict[str, Any]]] = mapped_column(Document)  # those whose words are gone


class Backup(Base):
    """One backup that was made."""

    __tablename__ = "backup"
    id: Mapped[int] = mapped_column(primary_key=True)
    made_at: Mapped[datetime]  # UTC
    file: Mapped[str]  # its name
    size: Mapped[int] = mapped_column(BigInteger)  # bytes
    rows: Mapped[int]
    revision: Mapped[str]  # of the migrations
    made_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))  # None: by a command
    tried_at: Mapped[datetime | None]  # UTC; when restoring it was last tried, and everything was there


class DigestWish(Base):
    """That somebody wants what waits for them by e-mail: numbers only, never what anybody wrote."""

    __tablename__ = "digest_wish"
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True)
    sent_on: Mapped[date | None]  # the last day one was sent

"""Internal notes."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base


class Note(Base):
    """What somebody of the staff noted about a text or a report; nobody of another authority ever reads it."""

    __tablename__ = "note"
    __table_args__ = (
        CheckConstraint("(text_id IS NULL) <> (report_id IS NULL)", name="about_one_thing"),
        {"sqlite_with_rowid": False},
    )
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    text_id: Mapped[UUID | None] = mapped_column(ForeignKey("text.id", ondelete="CASCADE"), index=True)
    report_id: Mapped[UUID | None] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), index=True)
    body: Mapped[str]
    authority: Mapped[str]  # of the writer when it was written: people change employers
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime]  # UTC

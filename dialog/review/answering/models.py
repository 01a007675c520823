"""The library of answers, what was answered, and which reports are done."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base, Document


class StandardAnswer(Base):
    """An answer that staff keep for use again: one of their own, or a shipped one that they changed."""

    __tablename__ = "standard_answer"
    key: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]  # for staff
    words: Mapped[dict[str, str]] = mapped_column(Document)  # language tag -> text with placeholders
    active: Mapped[bool] = mapped_column(default=True)  # may be chosen


class GivenAnswer(Base):
    """What those who sent a report read behind their code, from the day it was given."""

    __tablename__ = "given_answer"
    __table_args__ = (
        CheckConstraint("(report_id IS NULL) <> (response_id IS NULL)", name="to_one_voice"),
        {"sqlite_with_rowid": False},
    )
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    report_id: Mapped[UUID | None] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), index=True)
    response_id: Mapped[UUID | None] = mapped_column(ForeignKey("response.id", ondelete="CASCADE"), index=True)
    corrects: Mapped[UUID | None] = mapped_column(ForeignKey("given_answer.id", ondelete="CASCADE"), unique=True)
    words: Mapped[dict[str, str]] = mapped_column(Document)  # as they were then, filled in; {}: own words only
    own: Mapped[str]  # what was added
    own_language: Mapped[str]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime]  # UTC; residents read the day only


class ReportDone(Base):
    """That all is done about a report that will be done."""

    __tablename__ = "report_done"
    __table_args__ = ({"sqlite_with_rowid": False},)
    report_id: Mapped[UUID] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    done_on: Mapped[date]

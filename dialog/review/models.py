"""What staff say about what residents said."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base


class Coding(Base):
    """One coder's use of one code, with its stance, on a span of one text."""

    __tablename__ = "coding"
    __table_args__ = ({"sqlite_with_rowid": False},)
    text_id: Mapped[UUID] = mapped_column(ForeignKey("text.id", ondelete="CASCADE"), primary_key=True)
    coder_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    stance: Mapped[str] = mapped_column(primary_key=True)  # problem, strength, proposal
    start: Mapped[int] = mapped_column(primary_key=True, default=0)  # characters of the original from its beginning
    end: Mapped[int] = mapped_column(primary_key=True, default=0)  # 0: the whole text
    codebook_version: Mapped[int]
    note: Mapped[str] = mapped_column(default="")  # what the coder wants to remember


class StatusChange(Base):
    """One step in the review of a text, a report or a whole response; rows are only added."""

    __tablename__ = "status_change"
    id: Mapped[int] = mapped_column(primary_key=True)
    text_id: Mapped[UUID | None] = mapped_column(ForeignKey("text.id", ondelete="CASCADE"), index=True)
    report_id: Mapped[UUID | None] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), index=True)
    response_id: Mapped[UUID | None] = mapped_column(ForeignKey("response.id", ondelete="CASCADE"), index=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime]  # UTC
    action: Mapped[str]  # accepted, masked, coded, routed, …
    was: Mapped[str]
    became: Mapped[str]


class Clearance(Base):
    """That staff let a single report be read by other systems: coarsened, delayed, and dated by its month only."""

    __tablename__ = "clearance"
    report_id: Mapped[UUID] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), primary_key=True)
    public_id: Mapped[UUID] = mapped_column(unique=True, default=uuid4)  # what others know the report by
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    cleared_on: Mapped[date]

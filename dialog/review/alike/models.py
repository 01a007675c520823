"""Keyed hashes by which texts and answers are found alike, what staff keep together, and what they did in one step."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base
from dialog.review.alike.hashing import BAND_COUNT

BANDS = tuple(f"band_{number}" for number in range(1, BAND_COUNT + 1))


def _where(column: str, *more: str) -> Index:
    """An index of the rows that have something there."""
    kept = text(f"{column} IS NOT NULL")
    return Index(f"ix_text_signature_{column}", column, *more, sqlite_where=kept, postgresql_where=kept)


class TextSignature(Base):
    """That a text has been compared with the others of its round, by hashes that say nothing without our key.

    `first_id` is the text that it is like. A text that is like none before it has bands, by any of which those that
    come later find it. A text too short to be suggested has neither, only the hash of the whole.
    """

    __tablename__ = "text_signature"
    __table_args__ = (
        Index("ix_text_signature_whole", "round_id", "whole"),
        _where("first_id", "round_id"),
        *map(_where, BANDS),
        {"sqlite_with_rowid": False},
    )
    text_id: Mapped[UUID] = mapped_column(ForeignKey("text.id", ondelete="CASCADE"), primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id"))
    whole: Mapped[int | None] = mapped_column(BigInteger)  # None: it holds no letter and no digit
    first_id: Mapped[UUID | None] = mapped_column(ForeignKey("text.id", ondelete="CASCADE"))
    band_1: Mapped[int | None] = mapped_column(BigInteger)
    band_2: Mapped[int | None] = mapped_column(BigInteger)
    band_3: Mapped[int | None] = mapped_column(BigInteger)
    band_4: Mapped[int | None] = mapped_column(BigInteger)
    band_5: Mapped[int | None] = mapped_column(BigInteger)
    band_6: Mapped[int | None] = mapped_column(BigInteger)


class ResponseSignature(Base):
    """That the closed answers of a response have been compared: a keyed hash of them all."""

    __tablename__ = "response_signature"
    __table_args__ = (Index("ix_response_signature_whole", "round_id", "whole"), {"sqlite_with_rowid": False})
    response_id: Mapped[UUID] = mapped_column(ForeignKey("response.id", ondelete="CASCADE"), primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id"))
    whole: Mapped[int | None] = mapped_column(BigInteger)  # None: too few answers to say anything


class AlikeGroup(Base):
    """Texts, or reports, of different voices that say much the same, which staff keep together. Each voice counts."""

    __tablename__ = "alike_group"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id"), index=True)
    kind: Mapped[str]  # text or report
    head_id: Mapped[UUID]  # of the one that stands for the others; where that is gone, any other does
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))  # who began it
    at: Mapped[datetime]  # UTC


class AlikeText(Base):
    """That a text is kept together with others."""

    __tablename__ = "alike_text"
    __table_args__ = ({"sqlite_with_rowid": False},)
    text_id: Mapped[UUID] = mapped_column(ForeignKey("text.id", ondelete="CASCADE"), primary_key=True)
    group_id: Mapped[UUID] = mapped_column(ForeignKey("alike_group.id", ondelete="CASCADE"), index=True)


class AlikeReport(Base):
    """That a report is kept together with others."""

    __tablename__ = "alike_report"
    __table_args__ = ({"sqlite_with_rowid": False},)
    report_id: Mapped[UUID] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), primary_key=True)
    group_id: Mapped[UUID] = mapped_column(ForeignKey("alike_group.id", ondelete="CASCADE"), index=True)


class JointStep(Base):
    """What somebody did to many at once, and can undo at once."""

    __tablename__ = "joint_step"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    action: Mapped[str]  # accepted, set_aside, coded, voice_set_aside
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime]  # UTC
    undone_at: Mapped[datetime | None]
    back: Mapped[str]  # the address of the page it was done on


class JointLine(Base):
    """A line of the status log that was written in a joint step."""

    __tablename__ = "joint_line"
    status_change_id: Mapped[int] = mapped_column(
        ForeignKey("status_change.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    joint_id: Mapped[UUID] = mapped_column(ForeignKey("joint_step.id", ondelete="CASCADE"), index=True)

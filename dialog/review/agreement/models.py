"""What was drawn for a second coder, and how differences were settled."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base


class CodingSample(Base):
    """A draw of coded texts that a second coder codes without seeing the first one's codes."""

    __tablename__ = "coding_sample"
    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int | None] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"))  # None: from all rounds
    coder_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))  # the second coder
    after: Mapped[UUID]  # the random id that the texts of the draw come after
    drawn_at: Mapped[datetime]  # UTC
    drawn_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))


class SecondReading(Base):
    """One text of a draw; done when the second coder says so, even if no code fits."""

    __tablename__ = "second_reading"
    __table_args__ = ({"sqlite_with_rowid": False},)
    sample_id: Mapped[int] = mapped_column(ForeignKey("coding_sample.id", ondelete="CASCADE"), primary_key=True)
    text_id: Mapped[UUID] = mapped_column(ForeignKey("text.id", ondelete="CASCADE"), primary_key=True, index=True)
    done_at: Mapped[datetime | None]  # UTC


class Settlement(Base):
    """That the codes of a text were settled, by whom and why; from then on these count, and nobody's own."""

    __tablename__ = "settlement"
    __table_args__ = ({"sqlite_with_rowid": False},)
    text_id: Mapped[UUID] = mapped_column(ForeignKey("text.id", ondelete="CASCADE"), primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime]  # UTC
    reason: Mapped[str]


class SettledCoding(Base):
    """A code with its stance that a text was settled to have."""

    __tablename__ = "settled_coding"
    __table_args__ = ({"sqlite_with_rowid": False},)
    text_id: Mapped[UUID] = mapped_column(ForeignKey("settlement.text_id", ondelete="CASCADE"), primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    stance: Mapped[str] = mapped_column(primary_key=True)
    codebook_version: Mapped[int]

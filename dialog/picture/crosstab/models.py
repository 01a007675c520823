"""Closed answers of a round once more, column by column: rebuildable, without texts, and counted in a moment.

In the database, so that what is purged leaves it in the same transaction, whichever web process asks next.
"""

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base, Document


class AnswerCopy(Base):
    """One copy a round, of the responses as they were on a day."""

    __tablename__ = "answer_copy"
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), primary_key=True)
    made_on: Mapped[date]
    responses: Mapped[int]


class AnswerColumn(Base):
    """One column: `values[codes[row]]`, the codes as little-endian signed integers of `width` bytes.

    The column `id` holds the responses' ids themselves, 16 bytes each, in order.
    """

    __tablename__ = "answer_column"
    round_id: Mapped[int] = mapped_column(ForeignKey("answer_copy.round_id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    values: Mapped[list[Any]] = mapped_column(Document)
    width: Mapped[int]
    codes: Mapped[bytes] = mapped_column(LargeBinary)

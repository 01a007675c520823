"""Sets of tables that left a round by themselves. Editions have a table of their own."""

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, event
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base, Document


class LeftTables(Base):
    """The protected tables of one occasion, one channel, or a count of who answered. Rows are only added."""

    __tablename__ = "left_tables"
    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]  # one of parts.KINDS
    name: Mapped[str]  # of the occasion or the channel; empty for the whole round
    channel: Mapped[str]  # by which its voices came; empty for the whole round
    left_on: Mapped[date]
    rounding: Mapped[int]  # as of a picture: 0 where figures were withheld instead
    tables: Mapped[list[Any]] = mapped_column(Document)


class NeverUndone(RuntimeError):
    """Someone tried to change what was told: it has been read."""


@event.listens_for(LeftTables, "before_update")
def _refuse(*_: object) -> None:
    raise NeverUndone("what has left is only added to")

"""Who held a text back and why, who looked first, and who released it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base


class Holding(Base):
    """One text that is or was held back; the status log has what happened before, where it was held several times.

    A text that was held when it came has no row until the first person has looked: `Text.held` says that it is held.
    """

    __tablename__ = "holding"
    __table_args__ = (
        # Nobody is first and second; while nobody has looked first, nobody can release
        CheckConstraint("released_by IS NULL OR (first_by IS NOT NULL AND released_by <> first_by)", name="two_people"),
        {"sqlite_with_rowid": False},
    )
    text_id: Mapped[UUID] = mapped_column(ForeignKey("text.id", ondelete="CASCADE"), primary_key=True)
    reason: Mapped[str]  # an id of reasons.REASONS
    held_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))  # None: held when it came
    held_at: Mapped[datetime | None]  # UTC
    first_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    first_at: Mapped[datetime | None]
    released_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    released_at: Mapped[datetime | None]

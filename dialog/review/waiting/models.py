"""Who works on what that waits: takings, assignments, steps that can be undone, saved views and selections."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base, Document

PREVIEWED, DONE, UNDONE = "previewed", "done", "undone"


class Taking(Base):
    """That a reviewer is at work on something, until a moment: nobody else may decide about it meanwhile."""

    __tablename__ = "taking"
    __table_args__ = ({"sqlite_with_rowid": False},)
    item_id: Mapped[UUID] = mapped_column(primary_key=True)  # of a text, a report, a photo, …
    kind: Mapped[str]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    until: Mapped[datetime]  # UTC


class Assignment(Base):
    """Whose task something is."""

    __tablename__ = "assignment"
    __table_args__ = (Index("ix_assignment_staff", "staff_id", "kind", "item_id"), {"sqlite_with_rowid": False})
    item_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"))


class DoneStep(Base):
    """What somebody changed of late, to be undone: how it was and what it became; never what a resident wrote."""

    __tablename__ = "done_step"
    __table_args__ = (Index("ix_done_step_staff", "staff_id", "id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"))
    at: Mapped[datetime]  # UTC
    kind: Mapped[str]
    item_id: Mapped[UUID]
    was: Mapped[dict[str, Any]] = mapped_column(Document)
    became: Mapped[dict[str, Any]] = mapped_column(Document)


class SavedView(Base):
    """A filter of the queue with a name, of one reviewer or shared with all."""

    __tablename__ = "saved_view"
    __table_args__ = (UniqueConstraint("staff_id", "name"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"))
    name: Mapped[str]
    filters: Mapped[dict[str, Any]] = mapped_column(Document)  # as in the address of the queue
    shared: Mapped[bool]


class Selection(Base):
    """What one reviewer chose to decide about at once: exactly what was shown before, not what has come in since."""

    __tablename__ = "selection"
    __table_args__ = ({"sqlite_with_rowid": False},)
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    action: Mapped[str]  # accept, set_aside, assign
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    filters: Mapped[dict[str, Any]] = mapped_column(Document)  # as in the address of the queue
    state: Mapped[str]  # PREVIEWED, DONE, UNDONE
    made_at: Mapped[datetime]  # UTC


class SelectedItem(Base):
    """One text, report, … of a selection."""

    __tablename__ = "selected_item"
    __table_args__ = ({"sqlite_with_rowid": False},)
    selection_id: Mapped[UUID] = mapped_column(ForeignKey("selection.id", ondelete="CASCADE"), primary_key=True)
    item_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str]
    is_done: Mapped[bool]
    was_assigned_to: Mapped[int | None]  # before it was assigned anew

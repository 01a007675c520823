"""Translations of texts."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base

MACHINE, DRAFT, CHECKED = "machine", "draft", "checked"  # made by a machine, written by a person, seen to be right


class Translation(Base):
    """What a text says in another language, without what is hidden in it; the original stays what was said."""

    __tablename__ = "translation"
    __table_args__ = ({"sqlite_with_rowid": False},)
    text_id: Mapped[UUID] = mapped_column(ForeignKey("text.id", ondelete="CASCADE"), primary_key=True)
    language: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[str]
    machine: Mapped[str]  # which one began it; empty where a person wrote it
    state: Mapped[str]  # MACHINE, DRAFT or CHECKED
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))  # who wrote, ordered or checked it last
    at: Mapped[datetime]  # UTC
    source_checksum: Mapped[str]  # of the masked text it was made from: another one makes it outdated

"""Drafts and releases of the situation picture. Both hold only what has been protected."""

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base, Document


class Draft(Base):
    """A picture of a round as it could be released."""

    __tablename__ = "draft"
    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id"), index=True)
    made_on: Mapped[date]
    content: Mapped[dict[str, Any]] = mapped_column(Document)
    left_before: Mapped[int] = mapped_column(default=0)  # sets that had left by themselves when it was protected


class Release(Base):
    """One published edition: its numbers never change."""

    __tablename__ = "release"
    edition: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id"), index=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id"), unique=True)
    released_on: Mapped[date]
    content: Mapped[dict[str, Any]] = mapped_column(Document)
    checksum: Mapped[str]  # SHA-256 of the content as canonical JSON

"""Reports of unsafe and safe places: never who made them; the exact point lives apart and not for long."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base, Document
from dialog.texts.models import NEW

PIN, AREA, WORDS = "pin", "area", "words"  # how the sender said where


class ImportedCode(Base):
    """A category that came with somebody else's file."""

    __tablename__ = "imported_code"
    __table_args__ = (UniqueConstraint("source", "label", "parent"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str]  # the file it came with
    label: Mapped[str]
    parent: Mapped[str]  # the label above it, or nothing


class Report(Base):
    """One account of one place. Made inside a response, it is part of that voice; alone, it is one itself."""

    __tablename__ = "report"
    __table_args__ = (Index("ix_report_queue", "status", "received_on", "id"), {"sqlite_with_rowid": False})
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)  # random: tells nothing of when
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id"), index=True)
    response_id: Mapped[UUID | None] = mapped_column(ForeignKey("response.id", ondelete="CASCADE"), index=True)
    language: Mapped[str]
    channel: Mapped[str]
    received_on: Mapped[date]
    placed_by: Mapped[str]  # PIN, AREA or WORDS
    area_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))  # the finest; None: outside, or in words
    lat: Mapped[float | None]  # coarsened: the middle of a grid cell
    lon: Mapped[float | None]
    answers: Mapped[dict[str, Any]] = mapped_column(Document)  # feeling, kind, causes, strengths, times, …
    imported_code_id: Mapped[int | None] = mapped_column(ForeignKey("imported_code.id"))
    status: Mapped[str] = mapped_column(default=NEW)
    duplicate_of: Mapped[UUID | None] = mapped_column(ForeignKey("report.id", ondelete="SET NULL"))


class ExactPoint(Base):
    """Where the pin stood, for reviewers only, until `erase_on`."""

    __tablename__ = "exact_point"
    __table_args__ = ({"sqlite_with_rowid": False},)
    report_id: Mapped[UUID] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), primary_key=True)
    lat: Mapped[float]
    lon: Mapped[float]
    erase_on: Mapped[date] = mapped_column(index=True)

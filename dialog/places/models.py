"""Reports of unsafe and safe places: never who made them; the exact point lives apart and not for long."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base, Document
from dialog.texts.models import NEW, queue_indexes

PIN, NAME, AREA, WORDS = "pin", "name", "area", "words"  # how the sender said where; a name has a point, as a pin has


class ImportedCode(Base):
    """A category that came with somebody else's file."""

    __tablename__ = "imported_code"
    __table_args__ = (UniqueConstraint("source", "label", "parent"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str]  # the file it came with
    label: Mapped[str]
    parent: Mapped[str]  # the label above it, or nothing


class Report(Base):
    """One account of one place, or of the way between two. Made inside a response it is part of that voice; of several
    sent together the first is the voice, and the others are part of it; alone, it is one itself.
    """

    __tablename__ = "report"
    __table_args__ = (
        *queue_indexes("report"),
        Index("ix_report_map", "round_id", "status", "lat", "lon"),  # the staff map reads nothing else
        {"sqlite_with_rowid": False},
    )
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)  # random: tells nothing of when
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id"), index=True)
    response_id: Mapped[UUID | None] = mapped_column(ForeignKey("response.id", ondelete="CASCADE"), index=True)
    part_of: Mapped[UUID | None] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), index=True)
    language: Mapped[str]
    channel: Mapped[str]
    received_on: Mapped[date]
    placed_by: Mapped[str]  # PIN, NAME, AREA or WORDS
    area_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))  # the finest; None: outside, or in words
    lat: Mapped[float | None]  # coarsened: the middle of a grid cell
    lon: Mapped[float | None]
    to_lat: Mapped[float | None]  # where a way ends, coarsened; its beginning is lat, lon
    to_lon: Mapped[float | None]
    within: Mapped[int | None]  # metres: how wide the grid cell is, wide enough for its inhabitants
    answers: Mapped[dict[str, Any]] = mapped_column(Document)  # feeling, kind, causes, strengths, times, …
    imported_code_id: Mapped[int | None] = mapped_column(ForeignKey("imported_code.id"))
    status: Mapped[str] = mapped_column(default=NEW)
    duplicate_of: Mapped[UUID | None] = mapped_column(ForeignKey("report.id", ondelete="SET NULL"), index=True)


class ExactPoint(Base):
    """Where the pin stood, or what name was chosen, for reviewers only, until `erase_on`."""

    __tablename__ = "exact_point"
    __table_args__ = ({"sqlite_with_rowid": False},)
    report_id: Mapped[UUID] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), primary_key=True)
    lat: Mapped[float]
    lon: Mapped[float]
    to_lat: Mapped[float | None]  # where a way ends
    to_lon: Mapped[float | None]
    landmark: Mapped[str | None]  # as it was called in the list, with the area that tells namesakes apart
    erase_on: Mapped[date] = mapped_column(index=True)


class ImportedReport(Base):
    """That a report of another system is here already: a keyed hash of its id there, so that it is not taken twice."""

    __tablename__ = "imported_report"
    __table_args__ = ({"sqlite_with_rowid": False},)
    key_hash: Mapped[str] = mapped_column(primary_key=True)
    report_id: Mapped[UUID] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), index=True)


class Place(Base):
    """A spot where reports gathered when a picture was released; it stays the same from one release to the next."""

    __tablename__ = "place"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[UUID] = mapped_column(unique=True, default=uuid4)  # its identity in published files
    names: Mapped[dict[str, str]] = mapped_column(Document)  # language tag -> what it is called
    area_id: Mapped[int | None] = mapped_column(ForeignKey("area.id", ondelete="SET NULL"))
    lat: Mapped[float]  # coarsened
    lon: Mapped[float]
    metres: Mapped[int]  # how far around that point it reaches
    voices: Mapped[int]  # as published
    first_edition: Mapped[int]
    last_edition: Mapped[int]  # the latest edition that shows it


class PlaceReport(Base):
    """That a report was among those that made a place, when its latest edition was released."""

    __tablename__ = "place_report"
    __table_args__ = ({"sqlite_with_rowid": False},)
    place_id: Mapped[int] = mapped_column(ForeignKey("place.id", ondelete="CASCADE"), primary_key=True)
    report_id: Mapped[UUID] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), primary_key=True, index=True)


class MeToo(Base):
    """Somebody who says of a published place that it is so for them too; counted beside the voices, never as one."""

    __tablename__ = "me_too"
    __table_args__ = ({"sqlite_with_rowid": False},)
    key_hash: Mapped[str] = mapped_column(primary_key=True)  # keyed hash of the filling's key: a double tap counts once
    place_id: Mapped[int] = mapped_column(ForeignKey("place.id", ondelete="CASCADE"), index=True)
    received_on: Mapped[date]

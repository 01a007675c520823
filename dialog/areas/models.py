"""Areas: a tree of named places with outlines, the divisions they belong to, who lives in them, and names of spots."""

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base, Document


class Division(Base):
    """One version of one way to divide the land: DeSO 2018 and DeSO 2025 are two, although they share codes.

    Figures of two divisions are never compared without saying so.
    """

    __tablename__ = "division"
    key: Mapped[str] = mapped_column(primary_key=True)  # deso-2025
    family: Mapped[str] = mapped_column(index=True)  # deso: its versions are alternatives to each other
    version: Mapped[str]  # 2025; empty when there is only one
    is_current: Mapped[bool]  # new rounds ask for it, and points lie in it; one of a family
    source: Mapped[str]  # the file it came from
    projection: Mapped[str]  # the coordinates of the file, and whether they were stated or found out
    loaded_on: Mapped[date]


class Area(Base):
    """One area of one division of the land. Codes are unique within a division."""

    __tablename__ = "area"
    __table_args__ = (UniqueConstraint("division", "code"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    division: Mapped[str]  # the key of its Division
    code: Mapped[str]
    kind: Mapped[str]  # municipality, district, deso, village
    names: Mapped[dict[str, str]] = mapped_column(Document)  # language tag -> name
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"), index=True)
    population: Mapped[int | None]  # of the latest year
    outline: Mapped[dict[str, Any] | None] = mapped_column(Document, deferred=True)  # GeoJSON, WGS84


class Population(Base):
    """How many people of one sex and age lived in an area in one year."""

    __tablename__ = "population"
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id", ondelete="CASCADE"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    sex: Mapped[str] = mapped_column(primary_key=True)  # all, women, men
    age_from: Mapped[int] = mapped_column(primary_key=True)  # years; 0 with age_to None is everybody
    age_to: Mapped[int | None]  # the last year that counts; None: no upper end
    persons: Mapped[int]


class PlaceName(Base):
    """What a spot is called: a street, a landmark, a village, as the municipality's own files name it."""

    __tablename__ = "place_name"
    id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(index=True)  # the file it came from: loading it again replaces its names
    kind: Mapped[str]  # street, address, landmark, settlement, neighbourhood, other
    names: Mapped[dict[str, str]] = mapped_column(Document)  # language tag -> name
    others: Mapped[list[str]] = mapped_column(Document)  # what it is also called
    lat: Mapped[float]
    lon: Mapped[float]
    area_id: Mapped[int | None] = mapped_column(ForeignKey("area.id", ondelete="SET NULL"))  # tells namesakes apart

"""Areas: a tree of named places with outlines."""

from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base, Document


class Area(Base):
    """One area of one division of the land. Codes are unique within a division."""

    __tablename__ = "area"
    __table_args__ = (UniqueConstraint("division", "code"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    division: Mapped[str]  # which version of which division: codes of two divisions are not compared
    code: Mapped[str]
    kind: Mapped[str]  # municipality, district, deso, village
    names: Mapped[dict[str, str]] = mapped_column(Document)  # language tag -> name
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"), index=True)
    population: Mapped[int | None]
    outline: Mapped[dict[str, Any] | None] = mapped_column(Document, deferred=True)  # GeoJSON, WGS84

"""Sources, the files their figures came from, the figures, and words of those that are told in words."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base, Document
from dialog.sources.facts import PROTECT


class Source(Base):
    """Evidence from elsewhere, as its publisher describes it."""

    __tablename__ = "source"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    lane: Mapped[str]  # one of LANES
    publisher: Mapped[str] = mapped_column(default="")
    method: Mapped[str] = mapped_column(default="")
    period: Mapped[str] = mapped_column(default="")  # when it was gathered, in the publisher's words
    answers: Mapped[int | None]  # how many answered
    response_rate: Mapped[float | None]  # per cent
    limits: Mapped[str] = mapped_column(default="")  # what it can't say
    licence: Mapped[str] = mapped_column(default="")
    disclosure: Mapped[str] = mapped_column(default=PROTECT)  # PROTECT or PUBLISHED
    registered_on: Mapped[date]


class SourceLoad(Base):
    """That figures of a source came from a file: how its columns were understood, and what became of them."""

    __tablename__ = "source_load"
    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"), index=True)
    file: Mapped[str]
    at: Mapped[datetime]  # UTC
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))  # None: the command
    columns: Mapped[list[Any]] = mapped_column(Document)  # [heading, role] of each column
    added: Mapped[int]  # figures that there were none of
    replaced: Mapped[int]  # figures that stand in the place of others


class SourceFigure(Base):
    """One figure as it was published, or why there is none. A corrected one replaces it; none is overwritten."""

    __tablename__ = "source_figure"
    __table_args__ = (
        Index(
            "ix_source_figure_current",
            "source_id",
            "subject",
            unique=True,
            sqlite_where=text("replaced_by IS NULL"),
            postgresql_where=text("replaced_by IS NULL"),
        ),
        Index("ix_source_figure_source_id_period", "source_id", "period"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"))
    load_id: Mapped[int] = mapped_column(ForeignKey("source_load.id", ondelete="CASCADE"), index=True)
    replaced_by: Mapped[int | None] = mapped_column(ForeignKey("source_load.id", ondelete="CASCADE"))  # None: it stands
    subject: Mapped[str]  # a fingerprint of area, period, category, background and measure
    area_id: Mapped[int | None] = mapped_column(ForeignKey("area.id", ondelete="SET NULL"), index=True)
    area: Mapped[str]  # its code, or else its name: of an area that is not ours too
    area_name: Mapped[str]  # as the file has it
    period: Mapped[str]  # 2024, 2024-09, 2024-Q3, 2022–2024
    category: Mapped[str]
    background: Mapped[str]  # sex, age and the like; empty for everybody
    measure: Mapped[str]  # in the publisher's words
    unit: Mapped[str]  # one of UNITS
    value: Mapped[float | None]
    lower: Mapped[float | None]  # confidence limits, as published
    upper: Mapped[float | None]
    answers: Mapped[int | None]  # how many it rests on
    missing: Mapped[str]  # one of REASONS where there is no value
    line: Mapped[int]  # of the file


class SourceText(Base):
    """What a source says in words; personal data has been looked for in it before it was kept."""

    __tablename__ = "source_text"
    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"), index=True)
    period: Mapped[str]
    heading: Mapped[str]
    words: Mapped[str]
    kept_at: Mapped[datetime]  # UTC
    kept_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))


class SourceMapping(Base):
    """How somebody said that a table with these headings is to be understood; for the same table of another year."""

    __tablename__ = "source_mapping"
    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    told: Mapped[dict[str, Any]] = mapped_column(Document)
    changed_at: Mapped[datetime]  # UTC


class SourceUpload(Base):
    """A file between being sent and being loaded; gone after either, or after a day."""

    __tablename__ = "source_upload"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"))
    file: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary)
    told: Mapped[dict[str, Any]] = mapped_column(Document)  # what has been said of it so far
    division: Mapped[str]  # which version of the areas its codes are; nothing where nobody said
    at: Mapped[datetime]  # UTC
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))

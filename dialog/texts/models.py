"""Free texts and photos: what a resident wrote or showed; never who did."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base, Document

NEW, ACCEPTED, SET_ASIDE, DUPLICATE = "new", "accepted", "set_aside", "duplicate"
STATUSES = (NEW, ACCEPTED, SET_ASIDE, DUPLICATE)
PERSONAL, ACCUSATION, CRIME = "personal", "accusation", "crime"
SUSPICIONS = (PERSONAL, ACCUSATION, CRIME)  # the graver the later

QUEUE = ("received_on", "id")
FILTERED = ("language", "area_id", "channel", "round_id")


def queue_indexes(table: str) -> list[Index]:
    """For the queue of what waits, the oldest day first: as a whole and by each filter, read without the table."""
    others = {one: [other for other in FILTERED if other != one] for one in FILTERED}
    return [
        Index(f"ix_{table}_queue", "status", *QUEUE, *FILTERED),
        *(Index(f"ix_{table}_by_{one.removesuffix('_id')}", "status", one, *QUEUE, *others[one]) for one in FILTERED),
    ]


def _only(where: str) -> dict[str, Any]:
    """What makes an index hold some rows only."""
    return {"sqlite_where": text(where), "postgresql_where": text(where)}


class Text(Base):
    """One free-text answer of a response or a report; the unit that is reviewed."""

    __tablename__ = "text"
    __table_args__ = (
        CheckConstraint("NOT held OR status <> 'accepted'", name="held_is_not_accepted"),
        *queue_indexes("text"),
        Index("ix_text_suspicion", "status", *QUEUE, "suspicion", *FILTERED, **_only("suspicion IS NOT NULL")),
        Index("ix_text_held", "status", "received_on", "id", **_only("held")),
        Index("ix_text_duplicate_of", "duplicate_of", **_only("duplicate_of IS NOT NULL")),  # for deleting
        {"sqlite_with_rowid": False},
    )
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)  # random: tells nothing of when
    response_id: Mapped[UUID | None] = mapped_column(ForeignKey("response.id", ondelete="CASCADE"), index=True)
    report_id: Mapped[UUID | None] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), index=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id"), index=True)
    area_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    question: Mapped[str]  # Q3, Q9, … of the questionnaire; place, what, help of a report
    language: Mapped[str]  # that was chosen to read the page in
    written_in: Mapped[str | None]  # as far as it can be told; None: as chosen
    channel: Mapped[str]
    received_on: Mapped[date]
    original: Mapped[str]
    masks: Mapped[list[dict[str, Any]]] = mapped_column(Document, default=list)  # {start, end, label}
    status: Mapped[str] = mapped_column(default=NEW)
    duplicate_of: Mapped[UUID | None] = mapped_column(ForeignKey("text.id", ondelete="SET NULL"))
    quotable: Mapped[bool] = mapped_column(default=False)  # a reviewer cleared it for quoting
    suspicion: Mapped[str | None]  # the gravest of SUSPICIONS that it gave rise to when it came
    held: Mapped[bool] = mapped_column(default=False)  # back, until a second person has seen it


class Photo(Base):
    """A picture of a place, made anew from its pixels, with the faces and number plates that were found blurred."""

    __tablename__ = "photo"
    __table_args__ = (Index("ix_photo_queue", "status", "received_on", "id"), {"sqlite_with_rowid": False})
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    report_id: Mapped[UUID] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), index=True)
    received_on: Mapped[date]
    width: Mapped[int]  # pixels
    height: Mapped[int]
    boxes: Mapped[list[dict[str, Any]]] = mapped_column(Document)  # what is blurred: {left, top, width, height, kind}
    image: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)  # WebP
    status: Mapped[str] = mapped_column(default=NEW)  # accepted: a reviewer saw that nobody can be recognised


class PhotoOriginal(Base):
    """The photo before anything was blurred, for reviewers only, until `erase_on`; it too made anew from its pixels."""

    __tablename__ = "photo_original"
    __table_args__ = ({"sqlite_with_rowid": False},)
    photo_id: Mapped[UUID] = mapped_column(ForeignKey("photo.id", ondelete="CASCADE"), primary_key=True)
    image: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)  # WebP
    erase_on: Mapped[date] = mapped_column(index=True)

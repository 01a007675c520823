"""The document of a draft, the files of an edition, and what became of editions that were wrong."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base, Document


class DraftDocument(Base):
    """How staff have ordered and written the document of a draft; none while it is as it was made."""

    __tablename__ = "draft_document"
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True)
    content: Mapped[dict[str, Any]] = mapped_column(Document)  # see blocks.py
    revision: Mapped[int]  # of the content, from 1
    changed_at: Mapped[datetime]  # UTC
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))


class ReleaseFile(Base):
    """A file of an edition, made once; made anew only when a quote is taken out, or the edition is superseded."""

    __tablename__ = "release_file"
    edition: Mapped[int] = mapped_column(ForeignKey("release.edition"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)  # full-sv.pdf
    checksum: Mapped[str]  # SHA-256 of the content
    size: Mapped[int]  # bytes
    made_on: Mapped[date]
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class Superseded(Base):
    """That an edition is wrong. Its figures stay as they were, and whoever reads them is told."""

    __tablename__ = "superseded"
    edition: Mapped[int] = mapped_column(ForeignKey("release.edition"), primary_key=True)
    by_edition: Mapped[int | None] = mapped_column(ForeignKey("release.edition"))  # None: no right one is out yet
    why: Mapped[dict[str, str]] = mapped_column(Document)  # language tag -> what is wrong, for everybody
    since: Mapped[date]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))

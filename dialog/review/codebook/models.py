"""The published versions of the codebook, and the one that is being written."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base, Document


class CodebookVersion(Base):
    """A version that staff published; version 1 comes with Dialog and has no row. Its document never changes."""

    __tablename__ = "codebook_version"
    version: Mapped[int] = mapped_column(primary_key=True)
    document: Mapped[dict[str, Any]] = mapped_column(Document, deferred=True)
    digest: Mapped[str]  # SHA-256 of the document as canonical JSON
    published_on: Mapped[date]
    published_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    reason: Mapped[str]  # why there is a new version, in the words of who published it
    changes: Mapped[dict[str, Any]] = mapped_column(Document)  # {id of a code or focus area: {change, series}}


class CodebookDraft(Base):
    """The next version while it is being written: there is one at a time."""

    __tablename__ = "codebook_draft"
    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(unique=True)  # that it becomes
    document: Mapped[dict[str, Any]] = mapped_column(Document)
    revision: Mapped[int] = mapped_column(default=1)
    changed_at: Mapped[datetime]  # UTC
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))

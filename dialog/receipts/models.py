"""Receipts: how a sender finds again what was sent, without our knowing the sender."""

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base


class Receipt(Base):
    """The hash of one code, and what it stands for: a response, or a report of its own."""

    __tablename__ = "receipt"
    __table_args__ = ({"sqlite_with_rowid": False},)
    code_hash: Mapped[str] = mapped_column(primary_key=True)
    body_hash: Mapped[str]  # keyed hash of what was sent, to tell a repeat from another body
    response_id: Mapped[UUID | None] = mapped_column(ForeignKey("response.id", ondelete="CASCADE"), index=True)
    report_id: Mapped[UUID | None] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), index=True)

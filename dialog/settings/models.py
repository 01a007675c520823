"""Settings that administrators changed; what has no row is as Config has it."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base, Document


class Setting(Base):
    """One setting that differs, or once differed, from Config's default."""

    __tablename__ = "setting"
    name: Mapped[str] = mapped_column(primary_key=True)  # as in limits.py
    value: Mapped[Any] = mapped_column(Document)
    changed_at: Mapped[datetime]  # UTC
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))  # None: by a command

"""Who answered a round so far, as it was last counted; only figures that have been protected."""

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base, Document


class CoverageCount(Base):
    """The latest count of a round; the one before it is forgotten."""

    __tablename__ = "coverage_count"
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), primary_key=True)
    made_on: Mapped[date]
    content: Mapped[dict[str, Any]] = mapped_column(Document)  # a picture that has these tables alone

"""Which figures of a source stand in pictures, as analysts chose."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base


class BesideChoice(Base):
    """Whether figures of one category in one unit and measure stand in pictures. A source without any has the usual."""

    __tablename__ = "beside_choice"
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"), primary_key=True)
    category: Mapped[str] = mapped_column(primary_key=True)
    unit: Mapped[str] = mapped_column(primary_key=True)
    measure: Mapped[str] = mapped_column(primary_key=True)
    shown: Mapped[bool]
    code: Mapped[str | None]  # of the codebook: the problem that the figures are about

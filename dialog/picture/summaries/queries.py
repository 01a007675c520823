"""Reading what left of a round by itself."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.picture.summaries.models import LeftTables


def left_by_itself(session: Session, round_id: int) -> Sequence[LeftTables]:
    """The oldest first."""
    return session.scalars(
        select(LeftTables).where(LeftTables.round_id == round_id).order_by(LeftTables.left_on, LeftTables.id)
    ).all()


def number_left(session: Session, round_id: int) -> int:
    """How many sets have left by themselves so far; it only grows."""
    chosen = select(func.count()).select_from(LeftTables).where(LeftTables.round_id == round_id)
    return session.scalar(chosen) or 0

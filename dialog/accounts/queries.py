"""Reading staff."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff, StaffRole


def staff_by_email(session: Session, email: str) -> Staff | None:
    return session.scalar(select(Staff).where(Staff.email == email.strip().lower()))


def all_staff(session: Session) -> Sequence[Staff]:
    """Everybody, by name."""
    return session.scalars(select(Staff).order_by(Staff.name, Staff.id)).all()


def is_empty(session: Session) -> bool:
    return not session.scalar(select(func.count()).select_from(Staff))


def active_administrators(session: Session) -> int:
    """How many people may look after this installation."""
    chosen = select(func.count()).select_from(Staff).join(StaffRole, StaffRole.staff_id == Staff.id)
    return session.scalar(chosen.where(Staff.active, StaffRole.role == "admin")) or 0

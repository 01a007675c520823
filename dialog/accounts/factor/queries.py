"""Reading who has a second factor, and how many codes on paper are left."""

from collections.abc import Collection, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.accounts.models import RecoveryCode, SecondFactor, Staff


def has_factor(session: Session, staff_id: int) -> bool:
    found = session.get(SecondFactor, staff_id)
    return found is not None and found.secret is not None


def with_factor(session: Session) -> Sequence[int]:
    """The ids of all who have one."""
    return session.scalars(select(SecondFactor.staff_id).where(SecondFactor.secret.is_not(None))).all()


def needs_factor(session: Session, staff: Staff, *, required_of: Collection[str]) -> bool:
    """Whether a password is not enough: somebody set one up, or holds a role that has to."""
    return has_factor(session, staff.id) or bool(staff.roles & set(required_of))


def recovery_codes_left(session: Session, staff_id: int) -> int:
    chosen = select(func.count()).select_from(RecoveryCode).where(RecoveryCode.staff_id == staff_id)
    return session.scalar(chosen) or 0

"""Reading staff and their sign-ins."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.accounts.models import SignInFailures, Staff, StaffSession

MOST_FAILURES = 5  # wrong passwords in a row, then wait
WAIT = timedelta(minutes=15)


def staff_by_email(session: Session, email: str) -> Staff | None:
    return session.scalar(select(Staff).where(Staff.email == email.strip().lower()))


def all_staff(session: Session) -> Sequence[Staff]:
    """Everybody, by name."""
    return session.scalars(select(Staff).order_by(Staff.name, Staff.id)).all()


def is_empty(session: Session) -> bool:
    return not session.scalar(select(func.count()).select_from(Staff))


def signed_in(
    session: Session, token_hash: str, *, now: datetime, longest: timedelta, idle: timedelta
) -> tuple[Staff, StaffSession] | None:
    """Who holds this token, unless the sign-in has grown too old or too idle."""
    found = session.execute(
        select(Staff, StaffSession)
        .join(StaffSession, StaffSession.staff_id == Staff.id)
        .where(StaffSession.token_hash == token_hash, Staff.active)
        .where(StaffSession.started_at > now - longest, StaffSession.seen_at > now - idle)
    ).one_or_none()
    return (found[0], found[1]) if found else None


def locked_out(session: Session, email_hashes: Sequence[str], *, now: datetime) -> Sequence[str]:
    """Those of the hashes that have to wait before they may sign in."""
    chosen = select(SignInFailures.email_hash).where(
        SignInFailures.email_hash.in_(email_hashes),
        SignInFailures.count >= MOST_FAILURES,
        SignInFailures.latest_at >= now - WAIT,
    )
    return session.scalars(chosen.order_by(SignInFailures.email_hash)).all()

"""Reading sign-ins: who holds a token, where somebody is signed in, who has to wait."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.accounts.models import SignInFailures, Staff, StaffSession
from dialog.accounts.signing.attempts import MOST_FAILURES, WAIT

SECOND_STEP = timedelta(minutes=10)  # how long after the password the code may come


def signed_in(
    session: Session, token_hash: str, *, now: datetime, longest: timedelta, idle: timedelta
) -> tuple[Staff, StaffSession] | None:
    """Who holds this token, unless the sign-in is not whole yet, or has grown too old or too idle."""
    found = session.execute(
        select(Staff, StaffSession)
        .join(StaffSession, StaffSession.staff_id == Staff.id)
        .where(StaffSession.token_hash == token_hash, StaffSession.whole, Staff.active)
        .where(StaffSession.started_at > now - longest, StaffSession.seen_at > now - idle)
    ).one_or_none()
    return (found[0], found[1]) if found else None


def half_signed_in(session: Session, token_hash: str, *, now: datetime) -> tuple[Staff, StaffSession] | None:
    """Who has given the right password a moment ago, and has the second factor still to show."""
    found = session.execute(
        select(Staff, StaffSession)
        .join(StaffSession, StaffSession.staff_id == Staff.id)
        .where(StaffSession.token_hash == token_hash, ~StaffSession.whole, Staff.active)
        .where(StaffSession.started_at > now - SECOND_STEP)
    ).one_or_none()
    return (found[0], found[1]) if found else None


def sign_ins_of(
    session: Session, staff_id: int, *, now: datetime, longest: timedelta, idle: timedelta
) -> Sequence[StaffSession]:
    """Where somebody is signed in, the latest used first."""
    chosen = select(StaffSession).where(StaffSession.staff_id == staff_id, StaffSession.whole)
    alive = chosen.where(StaffSession.started_at > now - longest, StaffSession.seen_at > now - idle)
    return session.scalars(alive.order_by(StaffSession.seen_at.desc(), StaffSession.key)).all()


def locked_out(session: Session, email_hashes: Sequence[str], *, now: datetime) -> Sequence[str]:
    """Those of the hashes that have to wait before they may sign in."""
    chosen = select(SignInFailures.email_hash).where(
        SignInFailures.email_hash.in_(email_hashes),
        SignInFailures.count >= MOST_FAILURES,
        SignInFailures.latest_at >= now - WAIT,
    )
    return session.scalars(chosen.order_by(SignInFailures.email_hash)).all()

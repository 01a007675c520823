"""Starting sign-ins, making them whole, and ending them."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff, StaffSession
from dialog.accounts.passwords.hashing import is_password
from dialog.accounts.queries import staff_by_email
from dialog.accounts.signing.attempts import count_attempt, forget_attempts
from dialog.audit.actions import record

KEPT = timedelta(days=7)  # longer than any sign-in may last


class WrongPassword(Exception):
    """Nobody has this e-mail address and password."""


@dataclass(frozen=True)
class Started:
    """A sign-in that has begun."""

    staff: Staff
    token: str  # for the cookie
    whole: bool  # False: the second factor is to be shown before any door opens


def sign_in(
    session: Session,
    *,
    email: str,
    password: str,
    email_hash: str,
    now: datetime,
    browser: str = "",
    needs_more: Callable[[Staff], bool] = lambda _staff: False,
) -> Started:
    """Start a sign-in. Raises WrongPassword or LockedOut.

    Every way takes as long and writes as much, so that nobody learns who has an account.
    """
    staff = staff_by_email(session, email)
    matches = is_password(staff.password_hash if staff else "", password)
    count_attempt(session, email_hash, now=now)
    if not (staff and staff.active and matches):
        raise WrongPassword
    forget_attempts(session, email_hash)
    return start(session, staff, now=now, browser=browser, whole=not needs_more(staff))


def start(session: Session, staff: Staff, *, now: datetime, browser: str, whole: bool) -> Started:
    """A sign-in of somebody who has shown who they are, with a token that nobody has held before."""
    token = secrets.token_urlsafe(32)
    session.execute(delete(StaffSession).where(StaffSession.started_at < now - KEPT))
    session.add(
        StaffSession(
            token_hash=hash_of(token), staff_id=staff.id, started_at=now, seen_at=now, browser=browser, whole=whole
        )
    )
    if whole:
        record(session, "signed in", f"staff {staff.id}", by=staff.id)
    if whole and staff.one_sign_in:
        end_sign_ins(session, staff, by=staff.id, but=token)
    return Started(staff, token, whole)


def make_whole(session: Session, half: StaffSession, staff: Staff, *, now: datetime) -> Started:
    """The second factor was shown: a new sign-in takes the place of the half one."""
    session.delete(half)
    return start(session, staff, now=now, browser=half.browser, whole=True)


def mark_seen(session: Session, token_hash: str, *, now: datetime) -> None:
    """Whoever works is not idle."""
    session.execute(update(StaffSession).where(StaffSession.token_hash == token_hash).values(seen_at=now))


def sign_out(session: Session, token: str) -> None:
    session.execute(delete(StaffSession).where(StaffSession.token_hash == hash_of(token)))


def end_sign_in(session: Session, staff: Staff, key: UUID, *, by: int) -> bool:
    """End one sign-in of somebody; whether there was such a one."""
    of_theirs = select(StaffSession).where(StaffSession.staff_id == staff.id, StaffSession.key == key)
    if (found := session.scalar(of_theirs)) is None:
        return False
    session.delete(found)
    record(session, "sign-in ended", f"staff {staff.id}", by=by)
    return True


def end_sign_ins(session: Session, staff: Staff, *, by: int | None, but: str = "") -> int:
    """End all sign-ins of somebody, half ones too, but for the one with this token; how many."""
    of_theirs = delete(StaffSession).where(StaffSession.staff_id == staff.id, StaffSession.token_hash != hash_of(but))
    ended = len(session.execute(of_theirs.returning(StaffSession.key)).all())
    if ended:
        record(session, "sign-ins ended", f"staff {staff.id}", by=by, number=ended)
    return ended


def hash_of(token: str) -> str:
    return sha256(token.encode()).hexdigest()

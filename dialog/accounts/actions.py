"""Adding staff, signing in and out."""

import secrets
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from dialog.accounts.models import ROLES, SignInFailures, Staff, StaffRole, StaffSession
from dialog.accounts.queries import MOST_FAILURES, WAIT, staff_by_email
from dialog.audit.actions import record

SHORTEST_PASSWORD = 12  # characters; OWASP ASVS 5.0 asks for 8 at least, better 15

_hasher = PasswordHasher()
_nobody = _hasher.hash(secrets.token_hex(16))  # verified when there is no such person, so that both take as long


class BadAccount(ValueError):
    """An account can't be made like this; the text says why."""


class WrongPassword(Exception):
    """Nobody has this e-mail address and password."""


class LockedOut(Exception):
    """Too many wrong passwords of late."""


def add_staff(session: Session, *, email: str, name: str, password: str, roles: Iterable[str]) -> Staff:
    """A new member of staff. Raises BadAccount."""
    held = sorted(set(roles))
    if unknown := [role for role in held if role not in ROLES]:
        raise BadAccount(f"There is no role {unknown[0]!r}: choose among {', '.join(ROLES)}.")
    if not held:
        raise BadAccount(f"Give at least one role: {', '.join(ROLES)}.")
    if "@" not in email:
        raise BadAccount(f"{email!r} is not an e-mail address.")
    if len(password) < SHORTEST_PASSWORD:
        raise BadAccount(f"The password must have at least {SHORTEST_PASSWORD} characters.")
    if staff_by_email(session, email):
        raise BadAccount(f"{email} has an account already.")
    staff = Staff(email=email.strip().lower(), name=name, password_hash=_hasher.hash(password))
    staff.role_rows = [StaffRole(role=role) for role in held]
    session.add(staff)
    session.flush()
    record(session, "staff added", f"staff {staff.id}", roles=held)
    return staff


def sign_in(session: Session, *, email: str, password: str, email_hash: str, now: datetime) -> str:
    """Start a sign-in and hand over its token. Raises WrongPassword or LockedOut.

    Every way takes as long and writes as much, so that nobody learns who has an account.
    """
    failures = session.get(SignInFailures, email_hash) or SignInFailures(email_hash=email_hash, count=0, latest_at=now)
    if failures.latest_at < now - WAIT:
        failures.count = 0
    staff = staff_by_email(session, email)
    matches = _verify(staff.password_hash if staff else _nobody, password)
    if failures.count >= MOST_FAILURES:
        raise LockedOut
    if not (staff and staff.active and matches):
        failures.count, failures.latest_at = failures.count + 1, now
        session.add(failures)
        raise WrongPassword
    if failures in session:
        session.delete(failures)
    record(session, "signed in", f"staff {staff.id}", by=staff.id)
    return _start(session, staff, now)


def _start(session: Session, staff: Staff, now: datetime) -> str:
    token = secrets.token_urlsafe(32)
    session.add(StaffSession(token_hash=hash_of(token), staff_id=staff.id, started_at=now, seen_at=now))
    return token


def mark_seen(session: Session, token_hash: str, *, now: datetime) -> None:
    """Whoever works is not idle."""
    session.execute(update(StaffSession).where(StaffSession.token_hash == token_hash).values(seen_at=now))


def sign_out(session: Session, token: str) -> None:
    session.execute(delete(StaffSession).where(StaffSession.token_hash == hash_of(token)))


def unlock(session: Session, *, email: str, email_hash: str, by: int) -> None:
    """Forget the wrong passwords of somebody who has to wait."""
    session.execute(delete(SignInFailures).where(SignInFailures.email_hash == email_hash))
    record(session, "unlocked", f"staff {email}", by=by)


def hash_of(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _verify(password_hash: str, password: str) -> bool:
    try:
        return _hasher.verify(password_hash, password)
    except (VerificationError, InvalidHashError):
        return False

"""Making links for people who are to choose a password, and using them, once."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from dialog.accounts.actions import set_password
from dialog.accounts.models import Invitation, Staff
from dialog.accounts.signing.actions import hash_of
from dialog.audit.actions import record

GOOD_FOR = timedelta(hours=72)


def make_link(session: Session, staff: Staff, *, now: datetime, by: int | None) -> str:
    """The token of a new link, which takes the place of an older one. It is kept as a hash and can't be shown again."""
    token = secrets.token_urlsafe(32)
    link = session.get(Invitation, staff.id) or Invitation(staff_id=staff.id)
    link.token_hash, link.expires_at = hash_of(token), now + GOOD_FOR
    session.add(link)
    record(session, "link made", f"staff {staff.id}", by=by)
    return token


def staff_of_link(session: Session, token: str, *, now: datetime) -> Staff | None:
    """Whose link this is, while it is good."""
    chosen = select(Staff).join(Invitation, Invitation.staff_id == Staff.id).where(Staff.active)
    return session.scalar(chosen.where(Invitation.token_hash == hash_of(token), Invitation.expires_at > now))


def use_link(session: Session, token: str, password: str, *, now: datetime) -> Staff | None:
    """They have chosen: the link is worth nothing any more. None when it was not good. Raises BadAccount."""
    good = delete(Invitation).where(Invitation.token_hash == hash_of(token), Invitation.expires_at > now)
    id = session.scalar(good.returning(Invitation.staff_id))
    staff = session.get(Staff, id) if id else None
    if staff is None or not staff.active:
        return None
    set_password(session, staff, password, by=staff.id)
    return staff

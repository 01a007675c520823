"""Wishing for e-mail, and sending it."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.audit.actions import record
from dialog.upkeep.models import DigestWish
from dialog.upkeep.notices.waiting import Notice, notices

Send = Callable[[str, list[Notice]], bool]  # to whom, what waits; whether it was sent


def wish(session: Session, staff_id: int, *, wanted: bool) -> None:
    """Whether somebody wants what waits by e-mail."""
    kept = session.get(DigestWish, staff_id)
    if wanted and kept is None:
        session.add(DigestWish(staff_id=staff_id))
    elif kept and not wanted:
        session.delete(kept)


def send_digests(session: Session, send: Send, *, now: datetime, today: date) -> Iterator[bool]:
    """One letter a day to everybody who wishes and has something waiting; whether each was sent. `now` in UTC."""
    wishes = select(DigestWish, Staff).join(Staff, Staff.id == DigestWish.staff_id).where(Staff.active)
    for wished, staff in session.execute(wishes.order_by(Staff.id)).all():
        found = notices(session, sorted(staff.roles), staff_id=staff.id, now=now)
        if not found or wished.sent_on == today:
            continue
        sent = send(staff.email, found)
        if sent:
            wished.sent_on = today
            record(session, "digest sent", f"staff {staff.id}")
        yield sent

"""How often somebody may try, at passwords and at codes alike."""

from datetime import datetime, timedelta

from sqlalchemy import case, delete
from sqlalchemy.orm import Session

from dialog.accounts.models import SignInFailures
from dialog.db import upsert

MOST_FAILURES = 5  # wrong ones in a row, then wait
WAIT = timedelta(minutes=15)


class LockedOut(Exception):
    """Too many wrong attempts of late."""


def count_attempt(session: Session, key: str, *, now: datetime, most: int = MOST_FAILURES) -> None:
    """One more attempt under this key, which is a keyed hash of whose it is and at what. Raises LockedOut.

    Counted in the database by one statement, before anybody is told whether it was right, so that a hundred attempts at
    the same moment are a hundred attempts. The time to wait begins with the last one that was allowed.
    """
    table = SignInFailures
    is_old = table.latest_at < now - WAIT
    has_to_wait = table.count >= most
    count = case((is_old, 1), (table.count > most, table.count), else_=table.count + 1)
    latest = case((is_old, now), (has_to_wait, table.latest_at), else_=now)
    first = upsert(session, table).values(email_hash=key, count=1, latest_at=now)
    counted = first.on_conflict_do_update(index_elements=["email_hash"], set_={"count": count, "latest_at": latest})
    if session.execute(counted.returning(table.count)).scalar_one() > most:
        raise LockedOut


def forget_attempts(session: Session, *keys: str) -> None:
    """It was right, or an administrator says that it shall be tried again."""
    session.execute(delete(SignInFailures).where(SignInFailures.email_hash.in_(keys)))

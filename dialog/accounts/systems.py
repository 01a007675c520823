"""Other systems that may send reports, each with a key of its own."""

import secrets
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.accounts.actions import BadAccount
from dialog.accounts.models import SendingSystem
from dialog.accounts.signing.actions import hash_of
from dialog.audit.actions import record

LONGEST_NAME = 100  # characters


class BadSystem(BadAccount):
    """A system can't be added or removed like this; the text says why."""


def all_systems(session: Session) -> Sequence[SendingSystem]:
    """By name."""
    return session.scalars(select(SendingSystem).order_by(SendingSystem.name)).all()


def system_with_key(session: Session, key: str) -> SendingSystem | None:
    """Whose key this is; None when it is nobody's."""
    return session.scalar(select(SendingSystem).where(SendingSystem.key_hash == hash_of(key))) if key else None


def add_system(session: Session, *, name: str, on: date) -> str:
    """A new system; its key, which is kept nowhere but as a hash. Raises BadSystem."""
    name = name.strip()
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
        raise BadSystem(f"Give the system a name of at most {LONGEST_NAME} characters.")
    if _find(session, name):
        raise BadSystem(f"There is a system called {name} already: for a new key remove it first and add it again.")
    key = secrets.token_urlsafe(32)
    added = SendingSystem(name=name, key_hash=hash_of(key), added_on=on)
    session.add(added)
    session.flush()
    record(session, "system added", f"system {added.id}", name=name)
    return key


def remove_system(session: Session, *, name: str) -> None:
    """Its key opens nothing from now on; the reports that it sent stay. Raises BadSystem."""
    found = _find(session, name.strip())
    if found is None:
        known = ", ".join(one.name for one in all_systems(session))
        raise BadSystem(f"There is no system called {name}{f'; there is {known}' if known else ''}.")
    record(session, "system removed", f"system {found.id}", name=found.name)
    session.delete(found)


def _find(session: Session, name: str) -> SendingSystem | None:
    return session.scalar(select(SendingSystem).where(SendingSystem.name == name))

"""Reading certificates of what was destroyed, and proposals that wait for a second person."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.upkeep.models import Destruction, PurgeRecord

TEXT, PHOTO, POINT = "text", "photo", "point"
PAGE = 50


class NoSuchCertificate(LookupError):
    """There is no certificate or proposal of that number."""


def find_certificate(session: Session, number: int) -> Destruction:
    """Raises NoSuchCertificate."""
    if (found := session.get(Destruction, number)) is None:
        raise NoSuchCertificate(number)
    return found


def open_proposal(session: Session, kind: str, subject: UUID) -> Destruction | None:
    """What was proposed of this and waits for a second person."""
    chosen = select(Destruction).where(
        Destruction.kind == kind, Destruction.subject == subject, Destruction.done_at.is_(None)
    )
    return session.scalar(chosen.limit(1))


def open_proposals(session: Session) -> Sequence[Destruction]:
    """All that wait, the oldest first."""
    return session.scalars(select(Destruction).where(Destruction.done_at.is_(None)).order_by(Destruction.id)).all()


def certificates(session: Session, *, before: int | None = None, limit: int = PAGE) -> Sequence[Destruction]:
    """What was destroyed, the newest first; those with numbers below `before`."""
    chosen = select(Destruction).where(Destruction.done_at.is_not(None))
    if before is not None:
        chosen = chosen.where(Destruction.id < before)
    return session.scalars(chosen.order_by(Destruction.id.desc()).limit(limit)).all()


def staff_names(session: Session) -> dict[int, str]:
    """What everybody who ever worked here is called."""
    return {row.id: row.name for row in session.execute(select(Staff.id, Staff.name))}


def uncleaned(session: Session) -> int:
    """How many things are destroyed in the tables, but not yet cleaned out of the database's files."""
    asked = (
        select(func.count()).where(Destruction.done_at.is_not(None), Destruction.cleaned_at.is_(None)),
        select(func.count()).where(PurgeRecord.cleaned_at.is_(None)),
    )
    return sum(session.scalar(one) or 0 for one in asked)

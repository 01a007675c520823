"""Finding owners, and what was sent to them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.review.owners.models import Owner, Routing, SentCopy


class NoSuchOwner(LookupError):
    """Nobody of that id receives reports."""


class NoSuchCopy(LookupError):
    """No copy with that id was sent."""


def all_owners(session: Session) -> Sequence[Owner]:
    """By name."""
    return session.scalars(select(Owner).order_by(Owner.name)).all()


def find_owner(session: Session, owner_id: int) -> Owner:
    """Raises NoSuchOwner."""
    if (found := session.get(Owner, owner_id)) is None:
        raise NoSuchOwner(owner_id)
    return found


def owner_of(session: Session, report_id: UUID) -> Owner | None:
    """To whom a report has been sent on."""
    routed = select(Owner).join(Routing, Routing.owner_id == Owner.id).where(Routing.report_id == report_id)
    return session.scalar(routed)


def reports_by_owner(session: Session) -> dict[int, int]:
    """How many reports are each owner's, by the owner's id."""
    counted = select(Routing.owner_id, func.count()).group_by(Routing.owner_id)
    return dict(session.execute(counted).all())


def copies_of(session: Session, report_id: UUID) -> Sequence[SentCopy]:
    """Those of one report, the oldest first."""
    return session.scalars(
        select(SentCopy).where(SentCopy.report_id == report_id).order_by(SentCopy.at, SentCopy.id)
    ).all()


def find_copy(session: Session, copy_id: UUID) -> SentCopy:
    """Raises NoSuchCopy."""
    if (found := session.get(SentCopy, copy_id)) is None:
        raise NoSuchCopy(copy_id)
    return found

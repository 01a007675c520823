"""Keeping owners, and sending reports on to them. Every step stands in the log."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.places.models import Report
from dialog.review import steps
from dialog.review.owners.kinds import OWNER_KINDS
from dialog.review.owners.models import MAIL, Owner, Routing, SentCopy
from dialog.review.owners.queries import NoSuchOwner, find_owner
from dialog.review.statuslog import log_step
from dialog.texts.models import ACCEPTED


class UnknownKind(ValueError):
    """No such kind of owner."""


class NameTaken(ValueError):
    """There is an owner of that name already."""


class NotAccepted(ValueError):
    """Only a report that has been accepted leaves the house."""


class NoAddress(ValueError):
    """The owner has no e-mail address."""


@dataclass(frozen=True)
class Contact:
    """How an owner is reached, and whether it may be chosen."""

    email: str = ""
    phone: str = ""
    web: str = ""
    note: str = ""
    organisation: bool = True
    active: bool = True


def add_owner(session: Session, *, name: str, kind: str, contact: Contact | None = None) -> Owner:
    """Somebody who can receive reports; the one of that name if there is one already. Raises UnknownKind."""
    _insist_on_kind(kind)
    owner = session.scalar(select(Owner).where(Owner.name == name))
    if owner is None:
        owner = Owner(name=name, kind=kind, **asdict(contact or Contact()))
        session.add(owner)
        session.flush()
    return owner


def change_owner(session: Session, owner: Owner, *, name: str, kind: str, contact: Contact) -> None:
    """Raises UnknownKind or NameTaken."""
    _insist_on_kind(kind)
    if session.scalar(select(Owner.id).where(Owner.name == name, Owner.id != owner.id)) is not None:
        raise NameTaken(name)
    owner.name, owner.kind = name, kind
    for field, value in asdict(contact).items():
        setattr(owner, field, value)
    session.flush()


def route_report(session: Session, report: Report, *, owner_id: int, by: int, at: datetime) -> None:
    """Say whose task a report is, also when it was another owner's before. Raises NoSuchOwner."""
    find_owner(session, owner_id)
    routing = session.get(Routing, report.id) or Routing(report_id=report.id)
    was = str(routing.owner_id) if routing.owner_id else ""
    if was == str(owner_id):
        return
    routing.owner_id = owner_id
    session.add(routing)
    log_step(session, report, steps.ROUTED, by=by, at=at, was=was, became=str(owner_id))


def keep_copy(
    session: Session,
    report: Report,
    *,
    owner_id: int,
    way: str,
    exact: bool,
    text_ids: Sequence[UUID],
    by: int,
    at: datetime,
) -> SentCopy:
    """Send a report on with a masked copy, which the page makes. Raises NoSuchOwner, NotAccepted or NoAddress."""
    owner = find_owner(session, owner_id)
    if report.status != ACCEPTED:
        raise NotAccepted(report.id)
    if not owner.active:
        raise NoSuchOwner(owner_id)
    if way == MAIL and not owner.email:
        raise NoAddress(owner_id)
    route_report(session, report, owner_id=owner_id, by=by, at=at)
    ids = [str(id) for id in text_ids]
    copy = SentCopy(report_id=report.id, owner_id=owner_id, staff_id=by, at=at, way=way, exact=exact, text_ids=ids)
    session.add(copy)
    session.flush()
    sent = steps.COPY_SENT_EXACTLY if exact else steps.COPY_SENT
    log_step(session, report, sent, by=by, at=at, became=str(owner_id))
    record(
        session, "report sent on", f"report {report.id}", by=by, owner=owner_id, way=way, exact=int(exact), texts=ids
    )
    return copy


def _insist_on_kind(kind: str) -> None:
    if kind not in OWNER_KINDS:
        raise UnknownKind(kind)

"""Sending a report on to somebody whose place or task it is, and showing where exactly it is about."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.geography.points import Point
from dialog.places.models import ExactPoint, Report
from dialog.review import steps
from dialog.review.models import Owner, Routing
from dialog.review.statuslog import log_step

OWNER_KINDS = ("municipality", "police", "property", "road", "other")


class NoSuchOwner(LookupError):
    """Nobody of that id receives reports."""


class UnknownKind(ValueError):
    """No such kind of owner."""


class NoExactPoint(LookupError):
    """There never was a pin, or its time is up."""


@dataclass(frozen=True)
class Exactly:
    """Where a report is about, as long as that is kept."""

    point: Point
    end: Point | None  # of a way
    landmark: str  # the name that was chosen in the list; empty where it was a pin


def add_owner(session: Session, *, name: str, kind: str) -> Owner:
    """Somebody who can receive reports; the one of that name if there is one already. Raises UnknownKind."""
    if kind not in OWNER_KINDS:
        raise UnknownKind(kind)
    owner = session.scalar(select(Owner).where(Owner.name == name)) or Owner(name=name, kind=kind)
    session.add(owner)
    session.flush()
    return owner


def route_report(session: Session, report: Report, *, owner_id: int, by: int, at: datetime) -> None:
    """Send a report on, also from one owner to another. Raises NoSuchOwner."""
    if session.get(Owner, owner_id) is None:
        raise NoSuchOwner(owner_id)
    routing = session.get(Routing, report.id) or Routing(report_id=report.id)
    was = str(routing.owner_id) if routing.owner_id else ""
    if was == str(owner_id):
        return
    routing.owner_id = owner_id
    session.add(routing)
    log_step(session, report, steps.ROUTED, by=by, at=at, was=was, became=str(owner_id))


def look_at_exact_point(session: Session, report: Report, *, by: int, today: date) -> Exactly:
    """Where the pin stood; that somebody looked stands in the audit log. Raises NoExactPoint."""
    kept = session.get(ExactPoint, report.id)
    if kept is None or kept.erase_on <= today:
        raise NoExactPoint(report.id)
    record(session, "exact point seen", f"report {report.id}", by=by)
    end = Point(kept.to_lat, kept.to_lon) if kept.to_lat is not None and kept.to_lon is not None else None
    return Exactly(Point(kept.lat, kept.lon), end, kept.landmark or "")

"""Looking where exactly a report is about, as long as that is kept; every look stands in the log."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from dialog.audit.looks import look
from dialog.geography.points import Point
from dialog.places.models import ExactPoint, Report


class NoExactPoint(LookupError):
    """There never was a pin, or its time is up."""


@dataclass(frozen=True)
class Exactly:
    """Where a report is about."""

    point: Point
    end: Point | None  # of a way
    landmark: str  # the name that was chosen in the list; empty where it was a pin


def look_at_exact_point(session: Session, report: Report, *, by: int, today: date) -> Exactly:
    """Where the pin stood. Raises NoExactPoint."""
    kept = session.get(ExactPoint, report.id)
    if kept is None or kept.erase_on <= today:
        raise NoExactPoint(report.id)
    look(session, "exact point", report.id, by=by)
    end = Point(kept.to_lat, kept.to_lon) if kept.to_lat is not None and kept.to_lon is not None else None
    return Exactly(Point(kept.lat, kept.lon), end, kept.landmark or "")

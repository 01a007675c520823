"""What a review starts from: texts, reports and voices as residents leave them. Plain functions; none commits."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.places.models import AREA, ExactPoint, Place, PlaceReport, Report
from dialog.survey.models import Response, Round
from dialog.texts.models import Photo, Text
from tests.factories import make_round

One = TypeVar("One")
DAY = date(2026, 10, 5)
AT = datetime(2026, 10, 6, 9, 30)


def the_round(session: Session) -> Round:
    """The round of the test, made when there is none."""
    return session.scalars(select(Round).order_by(Round.id)).first() or make_round(session)


def make_staff(session: Session, name: str = "Maja Lind") -> int:
    """Somebody who reviews; the id."""
    email = f"{name.split()[0].lower()}@test.example"
    staff = Staff(email=email, name=name, password_hash="none")
    session.add(staff)
    session.flush()
    return staff.id


def make_response(session: Session, **changes: Any) -> Response:
    round = the_round(session)
    values: dict[str, Any] = {
        "round_id": round.id,
        "questionnaire_id": round.questionnaire_id,
        "language": "sv",
        "channel": "web",
        "received_on": DAY,
        "answers": {"Q1.a": "very_safe", "B1": "85_plus"},
    }
    return _kept(session, Response(**(values | changes)))


def make_text(session: Session, original: str = "Lampan vid tunneln är trasig.", **changes: Any) -> Text:
    """A text of a response of its own, unless told which response or report it is of."""
    if not changes.keys() & {"response_id", "report_id"}:
        changes["response_id"] = make_response(session).id
    values: dict[str, Any] = {
        "round_id": the_round(session).id,
        "question": "Q3",
        "language": "sv",
        "channel": "web",
        "received_on": DAY,
        "original": original,
        "masks": [],
        "status": "new",
        "quotable": False,
    }
    return _kept(session, Text(**(values | changes)))


def make_report(session: Session, **changes: Any) -> Report:
    values: dict[str, Any] = {
        "round_id": the_round(session).id,
        "language": "sv",
        "channel": "web",
        "received_on": DAY,
        "placed_by": AREA,
        "answers": {"feeling": "unsafe", "kind": "tunnel_bridge", "causes": ["lighting", "desolate"]},
        "status": "new",
    }
    return _kept(session, Report(**(values | changes)))


def make_exact_point(
    session: Session, report: Report, *, erase_on: date = date(2999, 1, 1), **changes: Any
) -> ExactPoint:
    report.lat, report.lon, report.within = 59.0512, 15.0487, 500
    values: dict[str, Any] = {"report_id": report.id, "lat": 59.0503, "lon": 15.0501, "erase_on": erase_on}
    return _kept(session, ExactPoint(**(values | changes)))


def make_sending(session: Session, places: int = 3, **changes: Any) -> list[Report]:
    """Reports of several places sent together; the first is the voice, and has a text."""
    first = make_report(session, **changes)
    make_text(session, report_id=first.id, question="what")
    return [first, *(make_report(session, part_of=first.id, **changes) for _ in range(places - 1))]


def make_photo(session: Session, report: Report, **changes: Any) -> Photo:
    """A photo of a report, without anything on it."""
    values: dict[str, Any] = {
        "report_id": report.id,
        "received_on": report.received_on,
        "width": 4,
        "height": 3,
        "boxes": [],
        "image": b"",
        "status": "new",
    }
    return _kept(session, Photo(**(values | changes)))


def make_place(session: Session, reports: Sequence[Report] = (), **changes: Any) -> Place:
    """A published place, and the reports that made it."""
    values: dict[str, Any] = {
        "names": {"sv": "Tunneln", "en": "The underpass"},
        "lat": 59.05,
        "lon": 15.05,
        "metres": 150,
        "voices": len(reports),
        "first_edition": 1,
        "last_edition": 1,
    }
    place = _kept(session, Place(**(values | changes)))
    session.add_all(PlaceReport(place_id=place.id, report_id=report.id) for report in reports)
    session.flush()
    return place


def _kept(session: Session, one: One) -> One:
    session.add(one)
    session.flush()
    return one

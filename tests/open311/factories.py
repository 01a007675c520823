"""What tests of GeoReport stand on: a sending system, and reports that staff cleared. Plain functions; none commits."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4
from xml.etree.ElementTree import Element, fromstring

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.accounts.actions import add_staff
from dialog.accounts.models import Staff
from dialog.accounts.systems import add_system
from dialog.config import LEAST_DELAY
from dialog.geography.points import Point
from dialog.open311.asking import newest_month
from dialog.places.actions import submit_report
from dialog.places.models import PIN, Report
from dialog.review.models import Clearance
from dialog.survey.models import Round
from dialog.texts.models import ACCEPTED, Text
from tests.factories import make_round

ROOT = "/open311/v2"
IN_NORTH = Point(59.0512, 15.0523)
GOOD = {"service_code": "unsafe", "lat": "59.0512", "long": "15.0523", "description": "Mörkt under bron"}


def parsed(xml: str | bytes) -> Element:
    return fromstring(xml)  # noqa: S314  (what Dialog wrote itself)


def newest() -> date:
    """The first day of the newest month of which anything may be read today."""
    return newest_month(date.today(), LEAST_DELAY)


def make_system(session: Session, name: str = "Felanmälan") -> str:
    """A system that may send; its key."""
    return add_system(session, name=name, on=date.today())


def make_cleared(
    session: Session,
    *,
    on: date | None = None,
    words: str = "Mörkt under bron",
    masks: list[dict[str, Any]] | None = None,
    cleared: bool = True,
    status: str = ACCEPTED,
    text_status: str = ACCEPTED,
    answers: dict[str, Any] | None = None,
    point: Point | None = IN_NORTH,
    help: str = "",
) -> UUID:
    """A report that others may read; its public id. What is told otherwise makes it one that they may not."""
    round = session.scalars(select(Round)).first() or make_round(session)
    id = submit_report(
        session,
        round_id=round.id,
        root_id=round.area_id,
        language="sv",
        channel="web",
        on=on or newest(),
        answers={"feeling": "unsafe"} if answers is None else answers,
        placed_by=PIN,
        area_id=None,
        point=point,
        texts={name: text for name, text in {"what": words, "help": help, "place": "Storgatan 1"}.items() if text},
        erase_on=date(2999, 1, 1),
    )
    session.get_one(Report, id).status = status
    for text in session.scalars(select(Text).where(Text.report_id == id)):
        text.status, text.masks = text_status, masks if masks and text.question == "what" else []
    public_id = uuid4()
    if cleared:
        session.add(Clearance(report_id=id, public_id=public_id, staff_id=reviewer(session), cleared_on=date.today()))
    session.flush()
    return public_id


def reviewer(session: Session) -> int:
    staff = session.scalars(select(Staff)).first()
    password = "correct horse battery staple"
    return (staff or add_staff(session, email="r@x.example", name="R", password=password, roles=["reviewer"])).id

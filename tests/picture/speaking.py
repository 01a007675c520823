"""Voices for the tests of the picture: what they answer, report and write. Plain functions; none commits."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.areas.models import Area
from dialog.geography.points import Point
from dialog.picture.actions import draft_picture, release_picture
from dialog.picture.content import Picture, from_document
from dialog.picture.disclosure import Rule
from dialog.picture.models import Draft, Release
from dialog.picture.tables import Cell, SafeTable
from dialog.places.actions import submit_report
from dialog.places.models import ImportedCode, Report
from dialog.review.actions import clear_for_quoting
from dialog.review.coding.actions import add_code
from dialog.survey.actions import submit_response
from dialog.survey.models import Response, Round
from dialog.texts.models import Text

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 12, 0, 0)
SQUARE, STATION = Point(59.05, 15.05), Point(59.06, 15.06)  # in the north, more than a kilometre apart


def area_id(session: Session, code: str | None) -> int | None:
    return session.scalar(select(Area.id).where(Area.code == code))


def respond(
    session: Session, round: Round, times: int = 1, *, area: str | None = "north", text: str = "", **changes: Any
) -> list[UUID]:
    """So many responses alike; `answers` by column, and whatever else a response has."""
    said: dict[str, Any] = {"language": "sv", "channel": "web", "answers": {"Q1.a": "very_safe"}, "on": TODAY} | changes
    texts = {"Q3": text} if text else {}
    home = area_id(session, area)
    return [submit_response(session, round=round, area_id=home, texts=texts, **said) for _ in range(times)]


def report(
    session: Session, round: Round, times: int = 1, *, area: str | None = "north", category: str = "", **changes: Any
) -> list[UUID]:
    """So many reports alike, each by itself unless `response_id` is given."""
    answers = {"feeling": "unsafe", "kind": "path", "causes": ["lighting"], "times": ["night"]}
    said: dict[str, Any] = {"language": "sv", "channel": "web", "on": TODAY, "answers": answers, "placed_by": "pin"}
    said |= {"root_id": round.area_id, "texts": {}, "point": None, "erase_on": TODAY} | changes
    home = area_id(session, area)
    made = [submit_report(session, round_id=round.id, area_id=home, **said) for _ in range(times)]
    if category:
        code = _imported_code(session, category)
        session.execute(update(Report).where(Report.id.in_(made)).values(imported_code_id=code.id))
    return made


def gather(session: Session, round: Round, times: int = 1, *, at: Point = SQUARE, **changes: Any) -> list[UUID]:
    """So many reports with a pin on one spot, each by itself unless told otherwise; the exact points are kept."""
    return report(session, round, times, point=at, **({"erase_on": TODAY + timedelta(days=90)} | changes))


def places(picture: Picture) -> list[tuple[str, int | None]]:
    """What the places of a picture are called in English, and their voices, as its table has them."""
    return [(one.names["en"], cell(picture, "places", one.item).value) for one in picture.places or ()]


def write(
    session: Session,
    round: Round,
    words: str,
    times: int = 1,
    *,
    code: str = "T9",
    stance: str = "problem",
    cleared: bool = False,
    **changes: Any,
) -> list[Text]:
    """So many responses that wrote these words, which a coder has coded, and cleared for quoting if so asked."""
    made = respond(session, round, times, text=words, **changes)
    texts = list(session.scalars(select(Text).where(Text.response_id.in_(made))))
    for text in texts:
        add_code(session, text, code=code, stance=stance, by=coder(session).id, at=NOW)
        if cleared:
            clear_for_quoting(session, text, by=coder(session).id, at=NOW)
    return texts


def coder(session: Session, name: str = "first") -> Staff:
    email = f"{name}@test.example"
    found = session.scalar(select(Staff).where(Staff.email == email))
    if found is None:
        found = Staff(email=email, name=name, password_hash="", active=True)
        session.add(found)
        session.flush()
    return found


def draft(session: Session, round: Round, rule: Rule | None = None) -> Draft:
    return draft_picture(session, round=round, rule=rule or Rule(), on=TODAY)


def release(session: Session, round: Round) -> Release:
    return release_picture(session, draft(session, round), on=TODAY)


def picture_of(session: Session, round: Round) -> Picture:
    return from_document(draft(session, round).content)


def table(picture: Picture, id: str) -> SafeTable:
    found = picture.table(id)
    assert found is not None, f"no table {id} among {[one.heading.id for one in picture.tables]}"
    return found


def cell(picture: Picture, id: str, *key: str) -> Cell:
    return table(picture, id)[key]


def set_aside(session: Session, response_id: UUID) -> None:
    session.execute(update(Response).where(Response.id == response_id).values(set_aside=True))


def _imported_code(session: Session, category: str) -> ImportedCode:
    parent, _, label = category.rpartition("/")
    values = {"source": "file.csv", "label": label, "parent": parent}
    found = session.scalar(select(ImportedCode).filter_by(**values)) or ImportedCode(**values)
    session.add(found)
    session.flush()
    return found

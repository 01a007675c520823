"""What tests stand on: a small land, a round, a filled-in form. Plain functions; none commits."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.survey.actions import keep_questionnaire, open_round, plan_round
from dialog.survey.colleagues.actions import ask_colleagues
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.default_staff_dialogue import staff_dialogue
from dialog.survey.models import Round

DISTRICTS = {"north": ("Norrby", "نوربي"), "south": ("Söderby", "سودربي"), "west": ("Västerby", "فستربي")}
WHOLE = {"Q0": "north", "Q1_a": "very_safe", "Q1_b": "fairly_unsafe"}  # the least that a response must say
PHRASE = "blå hästar äter havregryn"  # that colleagues share
OF_A_COLLEAGUE = {"S1": "care"}  # the least that a colleague must say


def square(west: float, south: float, side: float = 0.1) -> dict[str, Any]:
    """A GeoJSON square, degrees."""
    east, north = west + side, south + side
    return {
        "type": "Polygon",
        "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]],
    }


def make_land(session: Session) -> Area:
    """A municipality of three districts side by side, from 15.0° E and 59.0° N; the municipality."""
    names = {"sv": "Provby", "en": "Provby", "ar": "بروفبي"}
    root = Area(division="test", code="9999", kind="municipality", names=names, outline=square(15.0, 59.0, 0.3))
    session.add(root)
    session.flush()
    for place, (code, (name, arabic)) in enumerate(DISTRICTS.items()):
        outline = square(15.0 + place * 0.1, 59.0)
        names = {"sv": name, "en": name, "ar": arabic}
        session.add(Area(division="test", code=code, kind="district", names=names, parent_id=root.id, outline=outline))
    session.flush()
    return root


def make_round(session: Session, *, slug: str = "trygg", opened: bool = True, **changes: Any) -> Round:
    """A round of the default questionnaire in the land of tests, which is made when there is none."""
    root = session.query(Area).filter_by(code="9999").one_or_none() or make_land(session)
    values: dict[str, Any] = {
        "title": {"sv": "Trygg i Provby", "en": "Safe in Provby", "ar": "بروفبي آمنة"},
        "area_id": root.id,
        "area_kind": "district",
        "questionnaire": keep_questionnaire(session, default_questionnaire()),
        "opens_on": date(2026, 10, 1),
        "closes_on": date(2026, 12, 31),
    }
    round = plan_round(session, slug=slug, **(values | changes))
    if opened:
        open_round(session, round)
    return round


def make_staff_round(session: Session, *, slug: str = "kollegor", opened: bool = True, **changes: Any) -> Round:
    """A round that asks colleagues, for the residents' round of tests, which is made when there is none."""
    for_whom = session.query(Round).filter_by(slug="trygg").one_or_none() or make_round(session)
    titled = {"title": {"sv": "Kollegor i Provby", "en": "Colleagues in Provby"}}
    asked = {"questionnaire": keep_questionnaire(session, staff_dialogue()), "languages": ["sv", "en"]}
    round = make_round(session, slug=slug, opened=False, **(titled | asked | changes))
    ask_colleagues(session, round, belongs_to=for_whom, phrase=PHRASE)
    if opened:
        open_round(session, round)
    return round

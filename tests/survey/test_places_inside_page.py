"""Telling of places inside a dialogue, without script: what is stored, what comes back."""

import re
from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from dialog.areas.models import Area
from dialog.places.models import ExactPoint, Report
from dialog.survey.actions import keep_questionnaire
from dialog.survey.models import Response
from dialog.texts.models import Text
from tests.factories import WHOLE, make_round
from tests.forms import hidden_fields
from tests.places.factories import make_name
from tests.survey.spots import OUTINGS, place

PAGE, PAGES = "/sv/dialogue/trygg", "/sv/dialogue/ut"
CODE = re.compile(r'<output id="receipt"')


@pytest.fixture(autouse=True)
def one_round_is_on_one_page_and_one_on_several(session: Session) -> None:
    make_round(session)
    make_round(session, slug="ut", questionnaire=keep_questionnaire(session, OUTINGS))
    session.commit()


def send(client: FlaskClient, answers: dict[str, str], *, address: str = PAGE, page: str = "") -> TestResponse:
    """Fill in a page that was shown, by default a fresh one, and send it."""
    return client.post(address, data=hidden_fields(page or client.get(address).text) | answers)


def to_places(client: FlaskClient, out: str = "no") -> TestResponse:
    """The page of a dialogue that asks for places."""
    return send(client, {"out": out, "go": "next"}, address=PAGES)


def shown_places(html: str) -> list[str]:
    return re.findall(r'<fieldset class="place[^"]*" id="([^"]+)"(?![^>]* hidden)', html)


def q4(number: int, **parts: str) -> dict[str, str]:
    return place(number, "Q4", **parts)


def test_three_places_by_area_words_and_name_are_one_voice(client: FlaskClient, session: Session) -> None:
    name = make_name(session, "Kvarngatan")
    session.commit()
    by_name = q4(3, q="Kvarngatan", named=str(name.id), kind="parking")
    given = q4(1, area="south", what="Mörkt") | q4(2, words="Bakom skolan", feeling="safe") | by_name
    assert CODE.search(send(client, WHOLE | given).text)
    found = session.execute(select(Report, Area.code).outerjoin(Area).order_by(Report.placed_by)).all()
    told = [(one.placed_by, code, one.answers) for one, code in found]
    assert told == [
        ("area", "south", {"feeling": "unsafe"}),
        ("name", "north", {"feeling": "unsafe", "kind": "parking"}),
        ("words", None, {"feeling": "safe"}),
    ]
    assert {one.response_id for one, _code in found} == set(session.scalars(select(Response.id)))
    assert {(text.question, text.original) for text in session.scalars(select(Text))} == {
        ("what", "Mörkt"),
        ("place", "Bakom skolan"),
    }


def test_a_pin_is_kept_coarsened_exact_for_a_while_and_in_the_area_where_it_stands(
    client: FlaskClient, session: Session
) -> None:
    send(client, WHOLE | q4(1, lat="59.05123", lon="15.15123", area="north"))
    report = session.scalars(select(Report)).one()
    exact = session.scalars(select(ExactPoint)).one()
    area = session.get(Area, report.area_id)
    assert area and (report.placed_by, area.code) == ("pin", "south")
    assert (exact.lat, exact.lon) == (59.0512, 15.1512)
    assert exact.erase_on == date.today() + timedelta(days=90)
    assert report.within and (report.lat, report.lon) != (exact.lat, exact.lon)


def test_one_more_place_is_asked_for_with_a_button_and_everything_stays(client: FlaskClient, session: Session) -> None:
    again = send(client, {"Q3_text": "kvar"} | q4(1, words="Vid ån", feeling="safe") | {"go": "look:Q4"})
    assert again.status_code == 200 and 'role="alert"' not in again.text
    assert shown_places(again.text) == ["Q4_1", "Q4_2", "Q5_1"]
    assert "kvar</textarea>" in again.text and "Vid ån</textarea>" in again.text
    assert re.search(r'name="Q4_1_feeling" value="safe" checked', again.text)
    last = send(client, q4(1, words="Vid ån") | q4(2, words="Torget") | {"go": "look:Q4"}, page=again.text)
    assert shown_places(last.text) == ["Q4_1", "Q4_2", "Q4_3", "Q5_1"]
    assert "look:Q4" not in last.text
    assert session.scalar(select(func.count()).select_from(Response)) == 0


def test_a_name_is_searched_without_script(client: FlaskClient, session: Session) -> None:
    name = make_name(session, "Kvarngatan")
    session.commit()
    found = send(client, q4(1, q="kvarngtan") | {"go": "look"})
    assert re.search(rf'type="radio" id="Q4_1_named-{name.id}" name="Q4_1_named" value="{name.id}"', found.text)
    missed = send(client, WHOLE | q4(1, q="kvarngtan"))
    assert missed.status_code == 422 and f'value="{name.id}"' in missed.text
    assert re.findall(r'<li><a href="#(\w+)"', missed.text) == ["Q4_1_q"]


def test_too_many_places_are_told_in_one_sentence_and_none_is_lost(client: FlaskClient, session: Session) -> None:
    five = {key: value for number in range(1, 6) for key, value in q4(number, words=f"ord {number}").items()}
    sent = send(client, WHOLE | five | q4(5, lat="59.05", lon="15.05"))
    assert sent.status_code == 422
    assert re.findall(r'<li><a href="#(\w+)"', sent.text) == ["Q4"]
    assert all(f"ord {number}</textarea>" in sent.text for number in range(1, 6))
    assert hidden_fields(sent.text)["Q4_5_lat"] == "59.05"
    fewer = five | {"Q4_4_words": "", "Q4_5_words": "", "Q4_5_lat": "", "Q4_5_lon": ""}
    assert CODE.search(send(client, WHOLE | fewer, page=sent.text).text)
    assert session.scalar(select(func.count()).select_from(Report)) == 3


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (q4(1, lat="91", lon="15"), "Q4_1"),
        (q4(1, lat="15.05", lon="59.05"), "Q4_1"),  # swapped
        (q4(2, named="999", q="Torget"), "Q4_2_q"),
        (q4(2, area="atlantis"), "Q4_2_area"),
    ],
)
def test_what_can_not_be_a_place_is_told_at_that_place(
    client: FlaskClient, session: Session, wrong: dict[str, str], field: str
) -> None:
    sent = send(client, WHOLE | wrong)
    assert sent.status_code == 422
    assert re.findall(r'<li><a href="#(\w+)"', sent.text) == [field]
    assert f'id="{field}"' in sent.text
    assert session.scalar(select(func.count()).select_from(Report)) == 0


def test_page_by_page_pins_and_words_travel_to_the_end(client: FlaskClient, session: Session) -> None:
    where = to_places(client)
    given = place(1, lat="59.05", lon="15.05", words="Vid ån") | place(3, area="west", feeling="safe")
    more = send(client, given | {"go": "look:spots"}, address=PAGES, page=where.text)
    assert shown_places(more.text) == ["spots_1", "spots_2", "spots_3"]
    assert hidden_fields(more.text)["spots_1_lat"] == "59.05"
    last = send(client, given | {"go": "next"}, address=PAGES, page=more.text)
    back = send(client, {"go": "back"}, address=PAGES, page=last.text)
    assert hidden_fields(back.text)["spots_1_lon"] == "15.05" and "Vid ån</textarea>" in back.text
    closing = send(client, {"go": "next"}, address=PAGES, page=last.text)
    assert CODE.search(send(client, {"go": "send"}, address=PAGES, page=closing.text).text)
    reports = session.scalars(select(Report).order_by(Report.placed_by.desc())).all()
    assert [(one.placed_by, one.answers["feeling"]) for one in reports] == [("pin", "unsafe"), ("area", "safe")]
    assert len({one.response_id for one in reports}) == 1


def test_page_by_page_too_many_places_are_told_where_they_are_asked_for(client: FlaskClient) -> None:
    four = {key: value for number in range(1, 5) for key, value in place(number, words=f"ord {number}").items()}
    sent = send(client, four | {"go": "next"}, address=PAGES, page=to_places(client).text)
    assert sent.status_code == 422 and "ord 4</textarea>" in sent.text
    assert re.findall(r'<li><a href="#(\w+)"', sent.text) == ["spots"]


def test_a_map_script_is_only_where_places_are_asked_for(client: FlaskClient) -> None:
    assert "/map.js" not in client.get(PAGES).text
    assert "/map.js" in to_places(client).text
    assert "/map.js" in client.get(PAGE).text


def test_the_map_of_a_dialogue_draws_the_areas_of_its_own_round(client: FlaskClient) -> None:
    outlines = client.get("/ar/dialogue/trygg/areas.geojson")
    assert [one["properties"]["name"] for one in outlines.get_json()["features"]] == ["نوربي", "سودربي", "فستربي"]
    assert outlines.mimetype == client.get("/ar/dialogue/trygg/names.geojson").mimetype == "application/geo+json"
    assert client.get("/ar/dialogue/nothing/areas.geojson").status_code == 404

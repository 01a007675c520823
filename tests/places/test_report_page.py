"""Telling of a place."""

from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.places.actions import erase_exact_points
from dialog.places.models import ExactPoint, Report
from dialog.survey.actions import end_round
from dialog.survey.models import Round
from dialog.texts.models import Text
from tests.factories import make_round
from tests.forms import hidden_fields, submit

PAGE = "/sv/report"
UNSAFE = {"feeling": "unsafe"}


@pytest.fixture(autouse=True)
def a_round_is_open(session: Session) -> None:
    make_round(session)
    session.commit()


def the_report(session: Session) -> Report:
    return session.scalars(select(Report)).one()


def area_code(session: Session, report: Report) -> str | None:
    return session.scalar(select(Area.code).where(Area.id == report.area_id))


def test_a_place_can_be_told_of_by_area_and_words(client: FlaskClient, session: Session) -> None:
    sent = submit(client, "/ar/report", UNSAFE | {"area": "south", "words": "تحت الجسر", "causes": ["lighting"]})
    report = the_report(session)
    assert 'id="receipt"' in sent.text
    assert (report.placed_by, area_code(session, report), report.language) == ("area", "south", "ar")
    assert report.answers == {"feeling": "unsafe", "causes": ["lighting"]}
    assert session.scalars(select(Text)).one().question == "place"


def test_a_pin_finds_its_area_and_is_kept_exactly_only_for_a_while(client: FlaskClient, session: Session) -> None:
    submit(client, PAGE, UNSAFE | {"lat": "59.0512345", "lon": "15.1512345"})
    report = the_report(session)
    exact = session.scalars(select(ExactPoint)).one()
    assert (report.placed_by, area_code(session, report)) == ("pin", "south")
    assert (exact.lat, exact.lon) == (59.0512, 15.1512)
    assert report.lat is not None and (report.lat, report.lon) != (exact.lat, exact.lon)
    assert exact.erase_on == date.today() + timedelta(days=90)
    assert erase_exact_points(session, today=exact.erase_on) == 1
    assert session.scalar(select(func.count()).select_from(ExactPoint)) == 0


def test_a_new_pin_erases_those_whose_time_is_up(client: FlaskClient, session: Session) -> None:
    submit(client, PAGE, UNSAFE | {"lat": "59.05", "lon": "15.15"})
    session.execute(update(ExactPoint).values(erase_on=date.today(), lat=1.0))
    session.commit()
    submit(client, PAGE, UNSAFE | {"lat": "59.06", "lon": "15.16"})
    assert session.scalars(select(ExactPoint.lat)).all() == [59.06]


def test_a_pin_outside_every_area_is_kept_as_such(client: FlaskClient, session: Session) -> None:
    submit(client, PAGE, UNSAFE | {"lat": "47.66", "lon": "9.17"})
    report = the_report(session)
    assert (report.placed_by, report.area_id) == ("pin", None)


def test_a_safe_place_counts_as_one(client: FlaskClient, session: Session) -> None:
    submit(client, PAGE, {"feeling": "safe", "words": "Biblioteket", "strengths": ["people", "lighting"]})
    assert the_report(session).answers == {"feeling": "safe", "strengths": ["lighting", "people"]}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"feeling": ""}, "feeling"),
        ({"words": ""}, "words"),
        ({"words": "", "lat": "NaN", "lon": "15"}, "lat"),
        ({"words": "", "lat": "91", "lon": "15"}, "lat"),
        ({"words": "", "lat": "59", "lon": "181"}, "lat"),
        ({"words": "", "lat": "59", "lon": ""}, "lat"),
        ({"words": "", "lat": "15.15", "lon": "59.05"}, "lat"),
        ({"area": "atlantis"}, "area"),
        ({"kind": "castle"}, "kind"),
        ({"causes": ["dragons"]}, "causes"),
        ({"what": "x" * 2001}, "what"),
    ],
)
def test_what_can_not_be_kept_is_said_and_nothing_is_stored(
    client: FlaskClient, session: Session, wrong: dict[str, object], field: str
) -> None:
    sent = submit(client, PAGE, UNSAFE | {"words": "Under bron", "help": "kept words"} | wrong)
    assert sent.status_code == 422 and f'href="#{field}"' in sent.text and "kept words" in sent.text
    assert session.scalar(select(func.count()).select_from(Report)) == 0


def test_a_report_sent_twice_is_stored_once(client: FlaskClient, session: Session) -> None:
    fields = hidden_fields(client.get(PAGE).text) | UNSAFE | {"words": "Under bron"}
    first, again = client.post(PAGE, data=fields), client.post(PAGE, data=fields)
    assert first.text == again.text and the_report(session)
    assert client.post(PAGE, data=fields | {"words": "Vid ån"}).status_code == 409


def test_without_an_open_round_the_words_are_given_back(client: FlaskClient, session: Session) -> None:
    fields = hidden_fields(client.get(PAGE).text) | UNSAFE | {"words": "Under bron"}
    end_round(session.scalars(select(Round)).one())
    session.commit()
    sent = client.post(PAGE, data=fields)
    assert sent.status_code == 410 and "Under bron" in sent.text
    assert client.get(PAGE).status_code == 200


def test_the_map_gets_the_outlines_of_the_areas_in_the_pages_language(client: FlaskClient) -> None:
    found = client.get("/ar/report/areas.geojson")
    assert found.mimetype == "application/geo+json"
    assert {feature["properties"]["name"] for feature in found.get_json(force=True)["features"]} >= {"نوربي"}


def test_the_words_of_a_form_shown_again_are_the_very_same(client: FlaskClient) -> None:
    sent = submit(client, PAGE, {"words": "under bron", "what": "mörkt"})
    assert ">\nunder bron</textarea>" in sent.text  # a browser drops the one line break
    assert ">\nmörkt</textarea>" in sent.text

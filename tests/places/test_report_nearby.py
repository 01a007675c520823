"""Others have said this here too: published places near the one that is told of, and "me too"."""

import re
from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.places.models import MeToo, Place, Report
from tests.factories import make_round
from tests.forms import hidden_fields, submit
from tests.places.factories import make_name, make_place

PAGE, NEARBY, ME_TOO = "/sv/report", "/sv/report/nearby.json", "/sv/report/me-too"
HERE = {"lat": "59.0505", "lon": "15.0505"}


@pytest.fixture
def place(session: Session) -> Place:
    make_round(session)
    place = make_place(session, "Gångvägen")
    make_place(session, "Stranden", area="south", lon=15.15)
    session.commit()
    return place


def names(client: FlaskClient, **asked: str) -> list[str]:
    return [one["name"] for one in client.post(NEARBY, data=asked).get_json()["places"]]


def say_so(session: Session, place: Place, times: int) -> None:
    for number in range(times):
        session.add(MeToo(key_hash=str(number), place_id=place.id, received_on=date(2026, 11, 1)))
    session.commit()


def test_places_are_found_by_pin_name_and_area(client: FlaskClient, session: Session, place: Place) -> None:
    street = make_name(session, "Kvarngatan")
    session.commit()
    assert names(client, **HERE) == ["Gångvägen"]
    assert names(client, named=str(street.id)) == ["Gångvägen"]
    assert names(client, area="south") == ["Stranden"]


@pytest.mark.parametrize(
    "asked", [{}, {"lat": "x", "lon": "y"}, {"area": "atlantis"}, {"named": "7"}, {"words": "Bron"}]
)
def test_what_says_no_place_finds_none(client: FlaskClient, place: Place, asked: dict[str, str]) -> None:
    answer = client.post(NEARBY, data=asked)
    assert answer.status_code == 200 and answer.get_json() == {"places": []}


def test_without_script_the_form_comes_back_with_places_and_all_that_was_filled_in(
    client: FlaskClient, session: Session, place: Place
) -> None:
    shown = submit(client, PAGE, {"do": "nearby", "area": "north", "what": "kept words"})
    assert shown.status_code == 200 and "Gångvägen" in shown.text and "kept words" in shown.text
    assert f'form="me-too" name="place" value="{place.key}"' in shown.text
    assert session.scalar(select(func.count()).select_from(Report)) == 0


def test_me_too_counts_once_a_filling_and_never_as_a_voice(client: FlaskClient, session: Session, place: Place) -> None:
    fields = hidden_fields(client.get(PAGE).text) | {"place": str(place.key)}
    for _ in range(2):
        thanks = client.post(ME_TOO, data=fields)
        assert thanks.status_code == 200 and 'href="tel:112"' in thanks.text and 'id="receipt"' not in thanks.text
    assert session.scalars(select(MeToo.place_id)).all() == [place.id]
    assert session.scalar(select(func.count()).select_from(Report)) == 0
    submit(client, PAGE, {"place": str(place.key)}, to=ME_TOO)
    assert len(session.scalars(select(MeToo.place_id)).all()) == 2


def test_what_is_kept_of_a_me_too_tells_nothing_of_its_filling(
    client: FlaskClient, session: Session, place: Place
) -> None:
    fields = hidden_fields(client.get(PAGE).text) | {"place": str(place.key)}
    client.post(ME_TOO, data=fields)
    assert re.fullmatch("[0-9a-f]{64}", session.scalars(select(MeToo.key_hash)).one())
    assert {column.name for column in MeToo.__table__.columns} == {"key_hash", "place_id", "received_on"}


@pytest.mark.parametrize("key", ["", "nothing", "6f1c1d0e-0000-4000-8000-000000000000"])
def test_a_place_that_is_not_there_can_not_be_agreed_with(client: FlaskClient, place: Place, key: str) -> None:
    assert submit(client, PAGE, {"place": key}, to=ME_TOO).status_code == 404


def test_a_me_too_from_a_page_long_open_is_asked_for_once_more(
    client: FlaskClient, session: Session, place: Place
) -> None:
    asked = client.post(ME_TOO, data={"place": str(place.key), "form_token": "old", "key": "k" * 32})
    assert asked.status_code == 400 and 'href="tel:112"' in asked.text
    again = client.post(ME_TOO, data=hidden_fields(asked.text) | {"place": str(place.key)})
    assert again.status_code == 200 and len(session.scalars(select(MeToo.key_hash)).all()) == 1


@pytest.mark.parametrize(("times", "told"), [(0, None), (4, None), (5, "5"), (9, "5"), (12, "10")])
def test_how_many_say_so_too_is_told_in_steps_of_five(
    client: FlaskClient, session: Session, place: Place, times: int, told: str | None
) -> None:
    say_so(session, place, times)
    (found,) = client.post("/en" + NEARBY[3:], data=HERE).get_json()["places"]
    expected = "10 voices have told of it." + (f" At least {told} say me too." if told else "")
    assert found["voices"] == expected


def test_nothing_is_looked_up_without_an_open_round(client: FlaskClient) -> None:
    assert client.post(NEARBY, data=HERE).get_json() == {"places": []}

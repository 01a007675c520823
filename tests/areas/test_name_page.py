"""Names for whoever types: what script asks for."""

import pytest

from dialog.areas.names.actions import replace_names
from dialog.areas.queries import find_area
from dialog.geography.points import Point
from tests.areas.test_name_queries import make_spot
from tests.factories import make_round


@pytest.fixture
def names(session):
    make_round(session)
    north = find_area(session, "north").id
    spots = [
        make_spot(
            "Storgatan", area_id=north, names={"sv": "Storgatan", "ar": "شارع ستورغاتان"}, others=["Gamla vägen"]
        ),
        make_spot("Torget", point=Point(59.5, 15.5), kind="other"),
    ]
    replace_names(session, source="test", spots=spots, gap=0)
    session.commit()


def ask(client, query, language="sv"):
    return client.post(f"/{language}/places.json", data={"q": query})


@pytest.mark.usefixtures("names")
def test_what_is_found_is_told_in_the_language_of_the_page(client):
    [one] = ask(client, "storgtan", "ar").json
    assert (one["name"], one["area"], one["lang"]) == ("شارع ستورغاتان", "نوربي", None)
    [one] = ask(client, "storgtan", "en").json
    assert (one["name"], one["kind"], one["lang"]) == ("Storgatan", "Street", "sv")
    assert (one["lat"], one["lon"], one["id"]) == (59.05, 15.05, 1)


@pytest.mark.usefixtures("names")
def test_another_name_that_it_was_found_by_is_told_too(client):
    assert [one["also"] for one in ask(client, "gamla vägen").json] == ["Gamla vägen"]
    assert [one["also"] for one in ask(client, "storgatan").json] == [""]


@pytest.mark.usefixtures("names")
def test_what_is_of_no_sort_and_in_no_area_says_so_by_silence(client):
    [one] = ask(client, "torget").json
    assert (one["kind"], one["area"]) == ("", "")


@pytest.mark.usefixtures("names")
@pytest.mark.parametrize("query", ["", "   ", "xqzj", "\0", "a" * 10_000])
def test_nothing_asked_and_nothing_found_is_an_empty_list(client, query):
    assert ask(client, query).json == []


def test_without_a_round_and_without_names_there_is_nothing_to_find(client):
    assert ask(client, "storgatan").json == []
    assert client.post("/sv/places.json").json == []


@pytest.mark.usefixtures("names")
def test_what_somebody_looks_for_is_kept_nowhere(client):
    answer = ask(client, "storgatan")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
    assert client.get("/sv/places.json?q=storgatan").status_code == 405

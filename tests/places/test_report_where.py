"""Saying where it is in the report form, four equal ways: one place, several, or the way between two."""

from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.places.models import ExactPoint, Report
from dialog.receipts.models import Receipt
from dialog.texts.models import Text
from tests.factories import make_round
from tests.forms import hidden_fields, submit
from tests.places.factories import make_name

PAGE = "/sv/report"
UNSAFE = {"feeling": "unsafe"}
NORTH, SOUTH = ("59.05", "15.05"), ("59.05", "15.15")  # in the middle of a district each


@pytest.fixture(autouse=True)
def a_round_is_open(session: Session) -> None:
    make_round(session)
    session.commit()


def reports(session: Session) -> list[Report]:
    """The first of a sending first."""
    return list(session.scalars(select(Report).order_by(Report.part_of.is_not(None), Report.placed_by)))


def code_of(session: Session, report: Report) -> str | None:
    return session.scalar(select(Area.code).where(Area.id == report.area_id))


def kept(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Report)) or 0


def test_a_chosen_name_gives_a_point_and_reviewers_see_which_name(client: FlaskClient, session: Session) -> None:
    name = make_name(session, "Kvarngatan")
    session.commit()
    submit(client, PAGE, UNSAFE | {"q": "Kvarngatan", "named": str(name.id), "area": "south"})
    (report,) = reports(session)
    exact = session.scalars(select(ExactPoint)).one()
    assert (report.placed_by, code_of(session, report)) == ("name", "north")
    assert (exact.lat, exact.lon, exact.landmark) == (59.05, 15.05, "Kvarngatan, Norrby")
    assert report.within and report.lat != exact.lat


def test_a_pin_counts_before_a_name_and_a_name_before_an_area(client: FlaskClient, session: Session) -> None:
    name = make_name(session, "Kvarngatan")
    session.commit()
    pinned = dict(zip(("lat", "lon"), SOUTH, strict=True))
    submit(client, PAGE, UNSAFE | pinned | {"named": str(name.id), "area": "west", "words": "vid ån"})
    (report,) = reports(session)
    assert (report.placed_by, code_of(session, report)) == ("pin", "south")
    assert session.scalars(select(ExactPoint.landmark)).one() is None
    assert session.scalars(select(Text.original)).one() == "vid ån"


def test_a_name_that_is_no_longer_there_gets_a_sentence(client: FlaskClient, session: Session) -> None:
    sent = submit(client, PAGE, UNSAFE | {"q": "Kvarngatan", "named": "12345", "what": "kept words"})
    assert sent.status_code == 422 and 'href="#q"' in sent.text and "kept words" in sent.text
    assert kept(session) == 0


def test_without_script_a_search_shows_what_it_found_and_keeps_everything(
    client: FlaskClient, session: Session
) -> None:
    name = make_name(session, "Kvarngatan", names={"sv": "Kvarngatan", "ar": "شارع كفارن"})
    session.commit()
    given = {"do": "search", "q": "kvarngtan", "area": "south", "words": "vid ån", "feeling": "safe", "what": "mörkt"}
    found = submit(client, "/ar/report", given)
    assert found.status_code == 200 and kept(session) == 0 and 'role="alert"' not in found.text
    assert f'name="named" value="{name.id}"' in found.text and "شارع كفارن" in found.text
    assert ">\nvid ån</textarea>" in found.text and ">\nmörkt</textarea>" in found.text
    assert 'value="south" checked' in found.text and 'value="safe" checked' in found.text.replace(' id="feeling"', "")


def test_a_search_that_finds_nothing_says_so(client: FlaskClient) -> None:
    assert "Nothing was found." in submit(client, "/en/report", {"do": "search", "q": "Atlantis"}).text


def test_the_chosen_name_is_still_chosen_when_the_form_comes_back(client: FlaskClient, session: Session) -> None:
    name = make_name(session, "Kvarngatan")
    session.commit()
    sent = submit(client, PAGE, {"q": "något annat", "named": str(name.id)})
    assert sent.status_code == 422 and f'value="{name.id}"' in sent.text
    assert (
        f'<input type="radio" id="named-{name.id}"' in sent.text
        and "checked" in sent.text.split(f"named-{name.id}")[1][:200]
    )


def test_several_places_are_stored_as_one_voice_with_one_receipt(client: FlaskClient, session: Session) -> None:
    name = make_name(session, "Kvarngatan")
    session.commit()
    places = {
        "shape": "places",
        "lat": SOUTH[0],
        "lon": SOUTH[1],
        "named-2": str(name.id),
        "area-3": "west",
        "words-4": "Ån",
    }
    submit(client, PAGE, UNSAFE | places | {"causes": ["lighting"], "what": "Mörkt."})
    first, *others = reports(session)
    assert first.part_of is None and first.placed_by == "pin"
    assert {other.part_of for other in others} == {first.id}
    assert [other.placed_by for other in others] == ["area", "name", "words"]
    assert [code_of(session, other) for other in others] == ["west", "north", None]
    assert {str(report.answers) for report in (first, *others)} == {str(first.answers)}
    texts = dict(session.execute(select(Text.question, Text.original)).all())
    assert texts == {"place": "4. Ån", "what": "Mörkt."}
    assert set(session.scalars(select(Text.report_id))) == {first.id}
    assert session.scalars(select(Receipt.report_id)).all() == [first.id]


def test_several_places_sent_twice_are_stored_once(client: FlaskClient, session: Session) -> None:
    said = {"shape": "places", "area": "north", "area-2": "south"}
    fields = hidden_fields(client.get(PAGE).text) | UNSAFE | said
    assert client.post(PAGE, data=fields).text == client.post(PAGE, data=fields).text
    assert kept(session) == 2
    assert client.post(PAGE, data=fields | {"area-3": "west"}).status_code == 409


def test_a_way_is_one_report_with_both_its_ends(client: FlaskClient, session: Session) -> None:
    school = make_name(session, "Skolan")
    square = make_name(session, "Torget", lat=59.05, lon=15.15, area_id=None)
    session.commit()
    submit(client, PAGE, UNSAFE | {"shape": "way", "named": str(school.id), "to_named": str(square.id)})
    (report,) = reports(session)
    exact = session.scalars(select(ExactPoint)).one()
    assert (report.placed_by, code_of(session, report), report.part_of) == ("name", "north", None)
    assert (exact.lat, exact.lon, exact.to_lat, exact.to_lon) == (59.05, 15.05, 59.05, 15.15)
    assert exact.landmark == "Skolan, Norrby → Torget"
    assert report.to_lat is not None and (report.to_lat, report.to_lon) != (exact.to_lat, exact.to_lon)


def test_a_way_can_be_told_by_area_and_words_without_any_point(client: FlaskClient, session: Session) -> None:
    submit(client, PAGE, UNSAFE | {"shape": "way", "area": "north", "words": "Skolan", "to_area": "south"})
    (report,) = reports(session)
    assert (report.placed_by, code_of(session, report), report.lat, report.to_lat) == ("area", "north", None, None)
    assert session.scalars(select(Text.original)).one() == "Skolan\n→ Söderby"


def test_a_way_of_which_only_the_end_has_a_point_lies_there(client: FlaskClient, session: Session) -> None:
    submit(client, PAGE, UNSAFE | {"shape": "way", "words": "Skolan", "to_lat": SOUTH[0], "to_lon": SOUTH[1]})
    (report,) = reports(session)
    exact = session.scalars(select(ExactPoint)).one()
    assert (report.placed_by, code_of(session, report)) == ("pin", "south")
    assert (exact.lat, exact.lon, exact.to_lat) == (59.05, 15.15, None)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"shape": "way", "to_words": "Torget"}, "words"),
        ({"shape": "way", "words": "Skolan"}, "to_words"),
        ({"shape": "places", "words": "A", "lat-2": "59"}, "lat-2"),
        ({"shape": "places", "words": "A", "lat-2": "15.15", "lon-2": "59.05"}, "lat-2"),
        ({"shape": "places", "words": "A", "area-3": "atlantis"}, "area-3"),
    ],
)
def test_what_is_wrong_with_one_place_is_said_and_nothing_is_stored(
    client: FlaskClient, session: Session, wrong: dict[str, str], field: str
) -> None:
    sent = submit(client, PAGE, UNSAFE | {"what": "kept words"} | wrong)
    assert sent.status_code == 422 and f'href="#{field}"' in sent.text and "kept words" in sent.text
    assert kept(session) == 0


def test_without_script_there_are_fields_for_one_more_place_each_time_up_to_five(client: FlaskClient) -> None:
    def shown(page: str) -> list[str]:
        return [str(place) for place in range(2, 6) if f'data-place="{place}"><legend>' in page]

    page = client.get(PAGE).text
    assert shown(page) == ["2"]
    for expected in (["2", "3"], ["2", "3", "4"], ["2", "3", "4", "5"], ["2", "3", "4", "5"]):
        given = hidden_fields(page) | {"do": "add-place", "shape": "places", "words-2": "vid ån"}
        answer = client.post(PAGE, data=given)
        page = answer.text
        assert answer.status_code == 200 and shown(page) == expected and ">\nvid ån</textarea>" in page
    assert 'value="add-place"' not in page


def test_areas_below_those_that_are_asked_for_can_be_chosen_too(client: FlaskClient, session: Session) -> None:
    north = session.scalars(select(Area).where(Area.code == "north")).one()
    village = {"division": "villages", "kind": "village", "parent_id": north.id}
    session.add(Area(**village, code="7", names={"sv": "Kvarnby"}))
    session.add(Area(**village, code="8", names={"sv": "8"}))  # nobody knows it by that
    session.commit()
    page = client.get(PAGE).text
    assert "I Norrby" in page or "In Norrby" in page
    assert 'value="villages/7"' in page and 'value="villages/8"' not in page
    submit(client, PAGE, UNSAFE | {"area": "villages/7"})
    assert code_of(session, reports(session)[0]) == "7"


def test_more_areas_than_can_be_looked_through_stand_in_groups(client: FlaskClient, session: Session) -> None:
    root = session.scalars(select(Area.id).where(Area.code == "9999")).one()
    for number in range(100):
        names = {"sv": f"Område {number:03}"}
        session.add(Area(division="test", code=f"x{number}", kind="district", parent_id=root, names=names))
    session.commit()
    page = client.get(PAGE).text
    assert page.count("<summary>") - page.split("<main")[0].count("<summary>") == 3
    submit(client, PAGE, UNSAFE | {"area": "x99"})
    assert code_of(session, reports(session)[0]) == "x99"


def test_a_point_is_kept_exactly_for_a_while_only(client: FlaskClient, session: Session) -> None:
    submit(
        client, PAGE, UNSAFE | {"shape": "way", "lat": "59.05", "lon": "15.05", "to_lat": "59.06", "to_lon": "15.06"}
    )
    assert session.scalars(select(ExactPoint.erase_on)).one() > date.today()
    (report,) = reports(session)
    assert report.within and report.within >= 250

"""Places are told on pages and in files: a map and a table that say the same, and what the schema promises."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from sqlalchemy.orm import Session

from dialog.areas.models import PlaceName
from dialog.picture.content import from_document
from dialog.picture.drawing import APART, drawing
from dialog.picture.models import Release
from dialog.picture.place_lines import place_lines
from dialog.places.models import Place
from tests.factories import make_round
from tests.picture.speaking import SQUARE, STATION, gather, release, report, respond

SignIn = Callable[..., FlaskClient]
NAME = "Stora torget <norra sidan>"


@pytest.fixture
def edition(session: Session) -> Release:
    """Two places in the north, the larger of them with a name."""
    round = make_round(session)
    point = {"lat": SQUARE.lat, "lon": SQUARE.lon}
    session.add(PlaceName(source="test", kind="landmark", names={"sv": NAME}, others=[], **point))
    respond(session, round, 40, area="south")
    gather(session, round, 12)
    gather(session, round, 9, at=STATION)
    report(session, round, 25)
    release(session, round)
    made = release(session, round)
    session.commit()
    return made


def test_the_page_has_a_map_and_a_table_of_the_same_places(client: FlaskClient, edition: Release):
    text = client.get(f"/en/pictures/{edition.edition}").text
    drawn = re.findall(r"<circle[^>]*/><text[^>]*>(\d+)</text>", text)
    listed = re.findall(r'<th scope="row">(\d+)\. (.*?)</th>', text)
    assert drawn == [number for number, _ in listed] == ["1", "2"]
    assert "Stora torget &lt;norra sidan&gt;" in listed[0][1]
    assert 'lang="sv"' in listed[0][1]
    assert listed[1][1] == "Place 1 in Norrby"
    assert 'role="img"' in text
    assert "fewer than 5" in text
    assert "edition 1: 12" in text


@pytest.mark.parametrize("tag", ["sv", "en", "ar"])
def test_places_are_read_in_every_language(client: FlaskClient, edition: Release, tag: str):
    text = client.get(f"/{tag}/pictures/{edition.edition}").text
    assert text.count('class="picture-map"') == 1
    assert text.count('id="hatch"') == 1


def test_analysts_see_the_places_of_a_draft(signed_in: SignIn, edition: Release):
    assert 'class="picture-map"' in signed_in("analyst").get(f"/analyst/drafts/{edition.draft_id}?lang=en").text


def test_where_nothing_gathers_the_page_says_that_this_is_no_proof_of_safety(client: FlaskClient, session: Session):
    round = make_round(session)
    report(session, round, 30)
    number = release(session, round).edition
    session.commit()
    text = client.get(f"/en/pictures/{number}").text
    assert "No place gathered enough voices to be shown." in text
    assert "That does not mean that a place is safe." in text


def test_an_edition_from_before_places_says_nothing_of_them(client: FlaskClient, session: Session, edition: Release):
    edition.content = {name: value for name, value in edition.content.items() if name != "places"}
    session.commit()
    text = client.get(f"/en/pictures/{edition.edition}").text
    assert "No place gathered" not in text
    assert client.get(f"/api/v1/pictures/{edition.edition}.json").get_json()["places"] == []


def test_picture_json_tells_places_as_its_schema_says(client: FlaskClient, session: Session, edition: Release):
    document = client.get(f"/api/v1/pictures/{edition.edition}.json?lang=en").get_json()
    Draft202012Validator(client.get("/api/v1/schemas/picture.json").get_json(force=True)).validate(document)
    first, second = document["places"]
    assert (first["title"], first["voices"]) == (NAME, {"value": 12, "state": "shown"})
    assert second["title"] == "Place 1 in Norrby"
    assert {one["id"] for one in (first, second)} == {str(one.key) for one in session.query(Place)}
    assert first["causes"] == [{"id": "lighting", "label": "Dark, or a broken lamp", "value": 12, "state": "shown"}]
    assert (first["area"], first["area_label"], first["me_too"], first["first_edition"]) == ("north", "Norrby", 0, 1)
    assert first["change"] == {"edition": 1, "voices": 12}


def test_what_picture_json_says_of_a_place_stands_in_its_tables(client: FlaskClient, edition: Release):
    document = client.get(f"/api/v1/pictures/{edition.edition}.json").get_json()
    cells = {
        (table["id"], *cell["key"].values()): cell["value"] for table in document["tables"] for cell in table["cells"]
    }
    for place in document["places"]:
        item = f"place:{place['id']}"
        assert cells["places", item] == place["voices"]["value"]
        for table, said in (("cause", "causes"), ("time", "times"), ("feeling", "feelings")):
            assert {one["id"]: one["value"] for one in place[said]} == {
                key[2]: value for key, value in cells.items() if _is_told(key, f"places-by-{table}", item) and value
            }


def test_geojson_has_places_as_points_beside_areas(client: FlaskClient, edition: Release):
    features = client.get(f"/api/v1/pictures/{edition.edition}.geojson").get_json(force=True)["features"]
    kinds = [one["properties"]["kind"] for one in features]
    assert kinds == ["area"] * 3 + ["place"] * 2
    place = features[-2]
    assert place["geometry"]["type"] == "Point"
    lon, lat = place["geometry"]["coordinates"]
    assert (lon, lat) == (pytest.approx(SQUARE.lon, abs=0.02), pytest.approx(SQUARE.lat, abs=0.01))
    assert (lon, lat) != (SQUARE.lon, SQUARE.lat)
    assert (place["properties"]["voices"], place["properties"]["causes"]) == (12, {"lighting": 12})


def test_workbook_and_csv_have_the_tables_of_places(client: FlaskClient, edition: Release):
    assert "places-by-cause" in client.get(f"/api/v1/pictures/{edition.edition}.csv").text
    assert client.get(f"/api/v1/pictures/{edition.edition}.xlsx").status_code == 200


def test_a_map_has_every_area_and_keeps_its_proportions(edition: Release):
    picture = from_document(edition.content)
    drawn = drawing(picture, place_lines(picture))
    assert drawn is not None
    assert len(drawn.lands) == 3
    assert all(re.fullmatch(r"(M[\d. ]+L[\d. ]+Z ?)+", land.path) for land in drawn.lands)
    assert [land.is_few for land in drawn.lands] == [False, False, True]
    assert all(0 < pin.x < drawn.width and 0 < pin.y < drawn.height for pin in drawn.pins)


def test_pins_at_one_point_stand_beside_each_other(edition: Release):
    picture = from_document(edition.content)
    places = picture.places or ()
    together = replace(picture, places=(places[0], replace(places[1], lat=places[0].lat, lon=places[0].lon)))
    drawn = drawing(together, place_lines(together))
    assert drawn is not None
    first, second = drawn.pins
    assert second.x - first.x == pytest.approx(APART)
    assert second.y == first.y


def test_there_is_no_map_of_nowhere(edition: Release):
    picture = replace(from_document(edition.content), outlines=(), places=())
    assert drawing(picture, []) is None


def _is_told(key: tuple[str, ...], table: str, item: str) -> bool:
    return key[:2] == (table, item) and key[2] not in ("all", "no answer")

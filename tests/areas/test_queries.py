"""Reading areas."""

import json
from typing import Any

import pytest
from sqlalchemy.orm import Session

from dialog.areas.actions import keep_area
from dialog.areas.locating import finest_of
from dialog.areas.models import Area
from dialog.areas.queries import (
    NoSuchArea,
    areas_in,
    choices,
    find_area,
    finest_area,
    kinds_in,
    locator,
    outlines_geojson,
    root_of,
)
from dialog.areas.screens import LARGEST, light_features
from dialog.geography.outlines import Lookup
from dialog.geography.points import Point
from tests.factories import make_land, square

IN_NORTH, OUTSIDE = Point(59.05, 15.05), Point(47.67, 9.19)


def make_village(session: Session, **changes: Any) -> Area:
    north = find_area(session, "north")
    values: dict[str, Any] = {
        "division": "byar",
        "code": "by",
        "kind": "village",
        "names": {"sv": "Byn"},
        "parent_id": north.id,
    }
    return keep_area(session, **{**values, "outline": square(15.04, 59.04, 0.02), **changes})


def code_at(session: Session, point: Point, root: Area) -> str | None:
    found = finest_area(session, point, root.id)
    return found.code if found else None


def test_the_root_lies_in_nothing(session):
    assert root_of(session) is None
    made = make_land(session)
    assert root_of(session) == made


def test_choices_stand_in_swedish_order(session):
    root = make_land(session)
    for name in ("Ängby", "Åby", "Öby", "Zinkby"):
        keep_area(session, division="more", code=name, kind="district", names={"sv": name}, parent_id=root.id)
    found = [area.names["sv"] for area in choices(session, root_id=root.id, kind="district")]
    assert found == ["Norrby", "Söderby", "Västerby", "Zinkby", "Åby", "Ängby", "Öby"]


def test_an_area_without_parts_is_its_own_choice(session):
    root = make_land(session)
    assert choices(session, root_id=root.id, kind="municipality") == [root]
    assert choices(session, root_id=root.id, kind="village") == []


def test_choices_are_found_on_every_level_below(session):
    root = make_land(session)
    village = make_village(session)
    assert choices(session, root_id=root.id, kind="village") == [village]
    assert kinds_in(session, root.id) == ["municipality", "district", "village"]
    assert [area.code for area in areas_in(session, root.id)] == ["9999", "north", "south", "west", "by"]


def test_a_point_lies_in_the_smallest_area_that_holds_it(session):
    root = make_land(session)
    assert code_at(session, IN_NORTH, root) == "north"
    village = make_village(session)
    assert finest_area(session, IN_NORTH, root.id) == village
    assert finest_area(session, OUTSIDE, root.id) is None


def test_areas_outside_the_root_hold_no_point(session):
    make_land(session)
    assert finest_area(session, IN_NORTH, find_area(session, "south").id) is None


def test_a_new_outline_is_noticed(session):
    root = make_land(session)
    assert code_at(session, IN_NORTH, root) == "north"
    kept = locator(session, root.id)
    assert locator(session, root.id) is kept
    moved = find_area(session, "north")
    moved.outline = square(20.0, 59.0)
    session.flush()
    assert finest_area(session, IN_NORTH, root.id) == root
    assert finest_area(session, Point(59.05, 20.05), root.id) == moved


def test_many_points_are_found_as_one_by_one(session):
    root = make_land(session)
    make_village(session)
    lookup = locator(session, root.id)
    points = [Point(59.0 + row / 70, 14.95 + column / 70) for row in range(20) for column in range(30)]
    singly = [next(iter(lookup.find(point)), None) for point in points]
    assert len(set(singly)) == 6
    assert finest_of(lookup, points) == singly


def test_no_points_and_no_areas_are_no_trouble():
    assert finest_of(Lookup({}), [IN_NORTH]) == [None]
    assert finest_of(Lookup({1: square(15, 59)}), []) == []


def test_a_code_that_is_missing_or_ambiguous_is_said(session):
    make_land(session)
    make_village(session, code="north")
    with pytest.raises(NoSuchArea, match="no area with the code east"):
        find_area(session, "east")
    with pytest.raises(NoSuchArea, match="More than one area has the code north: test, byar"):
        find_area(session, "north")


def test_a_kept_area_is_renewed_under_its_code(session):
    make_land(session)
    before = make_village(session, population=10).id
    after = make_village(session, names={"sv": "Nya byn"})
    assert after.id == before
    assert (after.names, after.population) == ({"sv": "Nya byn"}, None)


def test_outlines_for_screens_name_their_areas(session):
    root = make_land(session)
    found = outlines_geojson(session, root.id, "district")
    assert found["type"] == "FeatureCollection"
    assert [feature["properties"]["code"] for feature in found["features"]] == ["north", "south", "west"]
    assert found["features"][0]["properties"]["names"] == {"sv": "Norrby", "en": "Norrby", "ar": "نوربي"}
    assert found["features"][0]["geometry"]["type"] == "Polygon"


def test_a_new_name_is_noticed_on_screens(session):
    root = make_land(session)
    drawn = outlines_geojson(session, root.id, "district")
    drawn["features"][0]["properties"].clear()  # the caller's own
    assert outlines_geojson(session, root.id, "district")["features"][0]["properties"]["code"] == "north"
    find_area(session, "north").names = {"sv": "Nya Norrby"}
    session.flush()
    again = outlines_geojson(session, root.id, "district")
    assert [feature["properties"]["names"]["sv"] for feature in again["features"]] == [
        "Nya Norrby",
        "Söderby",
        "Västerby",
    ]


def test_an_area_without_an_outline_is_not_drawn_and_holds_no_point(session):
    root = make_land(session)
    make_village(session, outline=None)
    assert outlines_geojson(session, root.id, "village")["features"] == []
    assert code_at(session, IN_NORTH, root) == "north"


def test_outlines_for_screens_are_light(shared_data):
    found = json.loads((shared_data / "geo/dalarna_deso2025_A_wgs84.geojson").read_text())
    light = light_features([({"code": str(n)}, one["geometry"]) for n, one in enumerate(found["features"])])
    assert len(light["features"]) == 102
    assert len(json.dumps(light).encode()) <= LARGEST

"""Versions of a division: which a file holds, which one counts, and what differs between two."""

from datetime import date
from typing import Any

import pytest
import shapely
from sqlalchemy.orm import Session

from dialog.areas.actions import keep_area, keep_division
from dialog.areas.divisions import DivisionName, are_comparable, compare, is_newer, recognised_division
from dialog.areas.models import Area, Division
from dialog.areas.queries import (
    all_divisions,
    areas_in,
    choices,
    compared,
    find_area,
    finest_area,
    kinds_in,
    locator,
    outlines_geojson,
    root_of,
)
from dialog.geography.points import Point
from dialog.survey.queries import reporting_round, round_areas
from tests.factories import make_land, make_round, square

ON = date(2026, 11, 1)


def keep_version(session: Session, version: str, *, west: float, current: bool | None = None) -> Area:
    """Two DeSO, side by side from `west` on, in the land of tests; the first of them."""
    root = root_of(session) or make_land(session)
    name = DivisionName("deso", version)
    keep_division(session, family="deso", version=version, source="deso.gpkg", on=ON, current=current)
    first, _ = (
        keep_area(
            session,
            division=name.key,
            code=code,
            kind="deso",
            names={"sv": code},
            parent_id=root.id,
            outline=square(west + place / 20, 59.2, 0.05),
        )
        for place, code in enumerate(("0001A0010", "0001A0020"))
    )
    return first


def divisions_of(areas: list[Area]) -> set[str]:
    return {area.division for area in areas}


@pytest.mark.parametrize(
    ("file", "kind", "row", "key"),
    [
        ("dalarna_deso2025_A_wgs84", "deso", {"version": "2025_v1"}, "deso-2025"),
        ("deso_dalarna_2018v2_epsg3006", "deso", {"version": "2018_v2"}, "deso-2018v2"),
        ("DeSO_2025", "deso", {}, "deso-2025"),
        ("omraden", "deso", {"Version": "2018"}, "deso-2018"),
        ("regso 2018 v1", "regso", {}, "regso-2018"),
        ("kommuner_2024", "municipality", {}, "municipality"),
        ("stadsdelar", "district", {}, "stadsdelar"),
        ("Stadsdelar 2024", "district", {}, "stadsdelar-2024"),
        ("malmo_delomraden_epsg3008_shp", "district", {}, "malmo-delomraden"),
        ("statomr_pop_2014-2016_epsg3011", "district", {}, "statomr-pop"),
        ("2025", "district", {}, "district-2025"),
    ],
)
def test_a_file_shows_its_division_and_version(file, kind, row, key):
    assert recognised_division(file, kind, [row, row]).key == key


def test_versions_have_an_order():
    assert is_newer("2025", "2018v2") and is_newer("2018v2", "2018") and is_newer("2018", "")
    assert not is_newer("2018", "2025") and not is_newer("2025", "2025")


def test_a_newer_version_becomes_the_current_one_and_an_older_does_not(session):
    keep_version(session, "2018", west=15.0)
    keep_version(session, "2025", west=15.0)
    keep_version(session, "2010", west=15.0)
    assert {one.key: one.is_current for one in all_divisions(session)} == {
        "deso-2010": False,
        "deso-2018": False,
        "deso-2025": True,
    }


def test_loading_a_version_again_leaves_the_current_one_current(session):
    keep_version(session, "2018", west=15.0)
    keep_version(session, "2025", west=15.0, current=False)
    keep_version(session, "2018", west=15.0)
    assert [one.key for one in all_divisions(session) if one.is_current] == ["deso-2018"]


def test_areas_without_a_version_become_the_oldest(session):
    root = make_land(session)
    keep_area(session, division="deso", code="0001A0010", kind="deso", names={"sv": "x"}, parent_id=root.id)
    keep_version(session, "2025", west=15.0)
    old = session.get(Division, "deso")
    assert old and not old.is_current
    assert divisions_of(choices(session, root_id=root.id, kind="deso")) == {"deso-2025"}


def test_an_area_of_an_unlisted_division_counts(session):
    root = make_land(session)
    assert session.get(Division, "test") is None
    assert len(choices(session, root_id=root.id, kind="district")) == 3


def test_new_rounds_ask_for_the_current_version_and_points_lie_in_it(session):
    keep_version(session, "2018", west=15.0)
    moved = keep_version(session, "2025", west=15.05)
    root = root_of(session)
    assert root
    assert divisions_of(choices(session, root_id=root.id, kind="deso")) == {"deso-2025"}
    assert divisions_of([area for area in areas_in(session, root.id) if area.kind == "deso"]) == {"deso-2025"}
    assert finest_area(session, Point(59.22, 15.07), root.id) == moved
    assert finest_area(session, Point(59.22, 15.02), root.id) == root
    assert find_area(session, "0001A0010") == moved


def test_what_rests_on_an_older_version_stays_with_it(session):
    old = keep_version(session, "2018", west=15.0)
    keep_version(session, "2025", west=15.05)
    root = root_of(session)
    assert root
    kept: dict[str, Any] = {"root_id": root.id, "division": "deso-2018"}
    assert divisions_of(choices(session, kind="deso", **kept)) == {"deso-2018"}
    assert set(kinds_in(session, root.id, "deso-2018")) == {"municipality", "district", "deso"}
    assert finest_area(session, Point(59.22, 15.02), **kept) == old
    drawn = outlines_geojson(session, root.id, "deso", "deso-2018")["features"]
    assert [one["properties"]["id"] for one in drawn] == [old.id, old.id + 1]
    assert locator(session, root.id) is not locator(session, **kept)


def test_what_lies_in_an_area_that_does_not_count_does_not_count_either(session):
    old = keep_version(session, "2018", west=15.0)
    keep_area(session, division="byar", code="by", kind="village", names={"sv": "By"}, parent_id=old.id,
              outline=square(15.01, 59.21, 0.01))  # fmt: skip
    keep_version(session, "2025", west=15.05)
    root = root_of(session)
    assert root
    assert choices(session, root_id=root.id, kind="village") == []
    assert "village" not in kinds_in(session, root.id)
    assert finest_area(session, Point(59.215, 15.015), root.id) == root
    assert len(choices(session, root_id=root.id, kind="village", division="deso-2018")) == 1


def test_a_round_keeps_the_version_it_was_planned_with(session):
    keep_version(session, "2018", west=15.0)
    round = make_round(session, area_kind="deso")
    keep_version(session, "2025", west=15.05)
    later = make_round(session, slug="senare", area_kind="deso", opened=False)
    assert (round.division, later.division) == ("deso-2018", "deso-2025")
    assert divisions_of(round_areas(session, round)) == {"deso-2018"}
    reporting = reporting_round(session)
    assert reporting and reporting.division == "deso-2018"


def test_figures_of_two_versions_are_not_compared_without_a_word():
    assert are_comparable("deso-2025", "deso-2025")
    assert not are_comparable("deso-2018v2", "deso-2025")


def test_what_differs_between_two_versions_is_found_by_code():
    before = {"same": shapely.box(0, 0, 1, 1), "moved": shapely.box(1, 0, 2, 1), "gone": shapely.box(5, 5, 6, 6)}
    after = {"same": shapely.box(0, 0, 1, 1.005), "moved": shapely.box(1, 0, 2, 1.25), "new": shapely.box(7, 7, 8, 8)}
    found = compare(before, after)
    assert (found.common, found.new, found.gone, found.same) == (["moved", "same"], ["new"], ["gone"], ["same"])
    assert found.moved == {"moved": pytest.approx(0.2)}
    assert compare({}, {}).common == []


def test_stored_versions_are_compared(session):
    keep_version(session, "2018", west=15.0)
    keep_version(session, "2025", west=15.025)
    assert set(compared(session, "deso-2018", "deso-2025").moved) == {"0001A0010", "0001A0020"}

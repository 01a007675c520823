"""flask areas …"""

import csv
import json
from datetime import date

import pytest
from shapely.geometry import shape
from sqlalchemy import func, select

from dialog.areas.models import Area, Division
from dialog.areas.queries import find_area, root_of
from tests.areas.maps import moved
from tests.factories import make_land, square

ON = date(2026, 11, 1)


@pytest.fixture
def save(tmp_path):
    def save(*features, name="stadsdelar.geojson"):
        found = [{"type": "Feature", "properties": dict(one[1]), "geometry": one[0]} for one in features]
        (tmp_path / name).write_text(json.dumps({"type": "FeatureCollection", "features": found}))
        return name

    return save


TWO = ((square(15, 59), {"kod": "a", "namn": "Östra"}), (square(15.1, 59), {"kod": "b", "namn": "Västra"}))


def test_areas_load_without_any_option(run, save, session):
    ended = run("areas", "load", save(*TWO))
    assert (ended.code, ended.err) == (0, "")
    assert "2 areas of kind district loaded, 0 renewed." in ended.out
    assert "made of them all" in ended.out
    assert find_area(session, "a").division == "stadsdelar"
    assert session.get(Area, find_area(session, "a").parent_id) == root_of(session)


def test_options_say_what_the_areas_are(run, save, session):
    make_land(session)
    session.commit()
    options = ("--kind", "village", "--division", "byar 2026", "--parent", "west", "--name", "kod")
    assert run("areas", "load", save(*TWO), *options).code == 0
    area = find_area(session, "a")
    assert (area.kind, area.division, area.names) == ("village", "byar 2026", {"sv": "a"})
    assert area.parent_id == find_area(session, "west").id


def test_a_name_for_the_municipality_that_is_made(run, save, session):
    assert run("areas", "load", save(*TWO), "--root-name", "Provby").code == 0
    assert find_area(session, "whole").names == {"sv": "Provby"}


def test_loading_twice_renews(run, save, session):
    run("areas", "load", save(*TWO))
    assert "0 areas of kind district loaded, 2 renewed." in run("areas", "load", save(*TWO)).out
    assert session.scalar(select(func.count()).select_from(Area)) == 3


def test_one_bad_area_stops_all_unless_told_to_keep_going(run, save, session, tmp_path):
    name = save(*TWO, ({"type": "Point", "coordinates": [15, 59]}, {"kod": "c", "namn": "Punkt"}))
    assert run("areas", "load", name).refused("1 row was rejected and listed in")
    assert root_of(session) is None
    ended = run("areas", "load", name, "--keep-going")
    assert (ended.code, session.scalar(select(func.count()).select_from(Area))) == (1, 3)
    assert "1 row was rejected" in ended.err
    with (tmp_path / "stadsdelar.geojson.rejected.csv").open(newline="") as file:
        [reject] = csv.DictReader(file)
    assert (reject["line"], reject["column"], reject["kod"]) == ("3", "geometry", "c")


def test_what_can_not_be_loaded_gets_one_sentence(run, save, tmp_path):
    (tmp_path / "map.shp").write_bytes(b"\0")
    assert run("areas", "load", "map.shp").refused("can't be read as a map")
    assert run("areas", "load", "nowhere.geojson").refused("There is no file nowhere.geojson")
    assert run("areas", "load", ".").refused("")
    assert run("areas", "load", save(*TWO), "--parent", "9999").refused("no area with the code 9999")
    assert run("areas", "load", save(*TWO), "--code", "id").refused("")
    assert run("areas", "load", save(*TWO), "--projection", "EPSG:1").refused("There is no projection EPSG:1")
    assert run("areas", "load", save(*TWO), "--encoding", "klingon").refused("There is no encoding klingon")
    assert run("areas", "load").refused("Missing argument 'FILE'")


def test_the_tree_can_be_shown(run, save):
    assert run("areas", "list").out == ""
    run("areas", "load", save(*TWO), "--root-name", "Provby")
    assert [line.split() for line in run("areas", "list").out.splitlines()] == [
        ["whole", "municipality", "Provby"],
        ["b", "district", "Västra"],
        ["a", "district", "Östra"],
    ]


def test_kind_division_and_version_are_recognised_and_said(run, save, session):
    deso = [(square(15 + n / 10, 59), {"desokod": f"0001A00{n}0", "version": "2025_v1"}) for n in range(2)]
    ended = run("areas", "load", save(*deso, name="omraden.geojson"))
    assert "2 areas of kind deso loaded" in ended.out
    assert "They were taken for DeSO, version 2025 (deso-2025), the one that is asked for now." in ended.out
    assert find_area(session, "0001A0010").division == "deso-2025"


def test_a_version_that_nobody_says_is_asked_for_when_there_are_others(run, save, session):
    deso = [(square(15 + n / 10, 59), {"desokod": f"0001A00{n}0"}) for n in range(2)]
    assert run("areas", "load", save(*deso, name="deso2018.geojson")).code == 0
    assert run("areas", "load", save(*deso, name="ny.geojson")).refused("say --version YEAR")
    assert run("areas", "load", save(*deso, name="ny.geojson"), "--version", "2025", "--not-current").code == 0
    listed = [line.split()[:2] for line in run("areas", "divisions").out.splitlines()]
    assert listed == [["deso-2025", "older"], ["deso-2018", "current"]]
    assert find_area(session, "0001A0000").division == "deso-2018"


def test_two_versions_are_compared(run, save):
    for version, side in (("2018", 0.1), ("2025", 0.08)):
        deso = [(square(15 + n / 10, 59, side), {"desokod": f"0001A00{n}0"}) for n in range(2)]
        run("areas", "load", save(*deso, name=f"deso{version}.geojson"))
    out = run("areas", "compare", "deso-2018", "deso-2025").out.splitlines()
    assert out[0] == "2 codes are in both deso-2018 and deso-2025."
    assert out[3] == "2 of the common have borders that differ by more than 1% of the surface."
    assert out[4].split() == ["0001A0000", "36.0%"]
    assert run("areas", "compare", "deso-2018", "deso-1").refused("There is no division deso-1")


def test_what_a_file_claims_wrongly_is_said(run, save, session):
    metres = [(moved([shape(one)], "EPSG:3006")[0].__geo_interface__, row) for one, row in TWO]
    ended = run("areas", "load", save(*metres))
    assert ended.code == 0
    assert "stadsdelar.geojson says WGS84 (EPSG:4326), but its coordinates are SWEREF 99 TM" in ended.out
    [division] = session.scalars(select(Division))
    assert division.projection.startswith("SWEREF 99 TM (EPSG:3006), found by the coordinates")


def test_areas_left_in_an_older_version_are_said(run, save, session):
    make_land(session)
    session.commit()
    inside = (square(15.01, 59.01, 0.02), {"kod": "x"})
    parts = [(square(15 + n / 10, 59, 0.09), {"kod": code}) for n, code in enumerate("ab")]
    run("areas", "load", save(*parts, name="delar 2020.geojson"), "--kind", "part", "--parent", "9999")
    run("areas", "load", save(inside, (square(15.11, 59.01, 0.02), {"kod": "y"}), name="byar.geojson"), "--kind", "by")
    assert session.get(Area, find_area(session, "x").parent_id).code == "a"
    ended = run("areas", "load", save(*parts, name="delar 2024.geojson"), "--kind", "part", "--parent", "9999")
    assert "The areas of byar lie in an older version and are left out" in ended.out


def test_a_town_without_a_map_can_be_added_and_areas_in_it(run, session):
    assert run("areas", "add", "konstanz", "Konstanz").out == (
        "Konstanz is added as konstanz, without borders. It is the top of the tree.\n"
    )
    assert "It lies in Konstanz." in run("areas", "add", "altstadt", "Altstadt", "--kind", "district").out
    root = root_of(session)
    assert root and (root.code, root.kind, root.outline) == ("konstanz", "municipality", None)
    assert find_area(session, "altstadt").parent_id == root.id
    assert run("areas", "add", "altstadt", "Altstadt").refused("There is an area altstadt already.")
    assert run("areas", "add", "petershausen", "Petershausen", "--parent", "x").refused("no area with the code x")

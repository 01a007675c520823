"""flask areas …"""

import csv
import json

import pytest
from sqlalchemy import func, select

from dialog.areas.models import Area
from dialog.areas.queries import find_area, root_of
from tests.factories import make_land, square


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
    assert run("areas", "load", "map.shp").refused("no GeoJSON")
    assert run("areas", "load", "nowhere.geojson").refused("There is no file nowhere.geojson")
    assert run("areas", "load", ".").refused("")
    assert run("areas", "load", save(*TWO), "--parent", "9999").refused("no area with the code 9999")
    assert run("areas", "load", save(*TWO), "--code", "id").refused("")
    assert run("areas", "load", save((square(59, 15), {"kod": "a"}))).refused("swapped")
    assert run("areas", "load").refused("Missing argument 'FILE'")


def test_the_tree_can_be_shown(run, save):
    assert run("areas", "list").out == ""
    run("areas", "load", save(*TWO), "--root-name", "Provby")
    assert [line.split() for line in run("areas", "list").out.splitlines()] == [
        ["whole", "municipality", "Provby"],
        ["b", "district", "Västra"],
        ["a", "district", "Östra"],
    ]

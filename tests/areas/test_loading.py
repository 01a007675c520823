"""Taking a map into the tree of areas."""

import json
from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import shape
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.areas.actions import keep_area
from dialog.areas.divisions import DivisionName
from dialog.areas.features import Map, read_map
from dialog.areas.loading import Taken, load_areas
from dialog.areas.models import Area
from dialog.areas.queries import choices, find_area, root_of
from dialog.audit.queries import latest_events
from dialog.languages import LANGUAGES
from dialog.rows.rejects import Rejects
from dialog.rows.row import EmptyFile, UnreadableFile
from tests.factories import make_land, square

BOW_TIE = {"type": "Polygon", "coordinates": [[[15, 59], [15.1, 59.1], [15.1, 59], [15, 59.1], [15, 59]]]}
POINT = {"type": "Point", "coordinates": [15, 59]}


def feature(geometry: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def saved(folder: Path, *features: dict[str, Any], name: str = "stadsdelar.geojson", **more: Any) -> Path:
    path = folder / name
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features, **more}))
    return path


def two_districts(folder: Path, **changes: Any) -> Path:
    first = {"code": "a", "name": "Östra", "population": 100} | changes
    return saved(folder, feature(square(15.0, 59.0), **first), feature(square(15.1, 59.0), code="b", name="Västra"))


def load(session: Session, path: Path, **changes: Any) -> tuple[Taken, Rejects]:
    rejects = Rejects()
    found = read_map(path, rejects)
    values: dict[str, Any] = {"division": DivisionName(path.stem), "kind": "district"} | changes
    return load_areas(session, found.features, rejects, **values), rejects


def top(session: Session) -> Area:
    found = root_of(session)
    assert found
    return found


def shape_of(session: Session, code: str) -> str:
    outline = find_area(session, code).outline
    assert outline
    return str(outline["type"])


def refused(path: Path) -> Map:
    return read_map(path, Rejects())


def test_areas_that_lie_in_nothing_get_a_municipality_made_of_them_all(session, tmp_path):
    taken, rejects = load(session, two_districts(tmp_path))
    assert (taken.new, taken.renewed, len(rejects)) == (2, 0, 0)
    root = top(session)
    assert (taken.root, root.kind, set(root.names)) == (root, "municipality", set(LANGUAGES))
    assert [area.code for area in choices(session, root_id=root.id, kind="district")] == ["b", "a"]
    assert shape_of(session, "a") == "Polygon"


def test_the_municipality_that_is_made_may_be_named(session, tmp_path):
    load(session, two_districts(tmp_path), root_names={"sv": "Provby"})
    load(session, two_districts(tmp_path))
    assert top(session).names == {"sv": "Provby"}


def test_loading_a_division_again_renews_it(session, tmp_path):
    first, _ = load(session, two_districts(tmp_path))
    again, _ = load(session, two_districts(tmp_path, name="Nya Östra", population=None))
    assert (again.new, again.renewed, again.root) == (0, 2, first.root)
    assert len(session.scalars(select(Area)).all()) == 3
    assert find_area(session, "a").names == {"sv": "Nya Östra"}


def test_a_map_that_does_not_say_how_many_live_there_takes_nobody_away(session, tmp_path):
    load(session, two_districts(tmp_path))
    load(session, two_districts(tmp_path, population=None))
    assert find_area(session, "a").population == 100


def test_a_second_file_of_a_division_enlarges_what_holds_them_all(session, tmp_path):
    load(session, two_districts(tmp_path))
    further = saved(
        tmp_path, feature(square(15.2, 59.0), code="c"), feature(square(15.3, 59.0), code="d"), name="f.json"
    )
    load(session, further, division=DivisionName("stadsdelar"))
    outline = top(session).outline
    assert outline and shape(outline).bounds == (15.0, 59.0, 15.4, 59.1)


def test_an_area_lies_where_its_code_says_even_if_its_border_says_less(session, tmp_path):
    root = make_land(session)
    keep_area(session, division="kommuner", code="2080", kind="municipality", names={"sv": "F"}, parent_id=root.id,
              outline=square(15.0, 59.0, 0.12))  # fmt: skip
    half_outside = feature(square(15.07, 59.02, 0.08), desokod="2080C1010")
    load(session, saved(tmp_path, half_outside, feature(square(15.0, 59.0, 0.05), desokod="2080A0010")), kind="deso")
    assert find_area(session, "2080C1010").parent_id == find_area(session, "2080").id


def test_an_area_that_reaches_into_the_water_lies_where_its_neighbours_lie(session, tmp_path):
    make_land(session)
    land = [feature(square(15.01 + n / 50, 59.02, 0.015), code=f"land{n}") for n in range(3)]
    harbour = feature(square(14.985, 59.02, 0.018), code="harbour")
    taken, rejects = load(session, saved(tmp_path, *land, harbour), kind="deso")
    assert (taken.new, len(rejects)) == (4, 0)
    assert find_area(session, "harbour").parent_id == find_area(session, "north").id


def test_areas_lie_in_the_smallest_area_of_another_division_that_holds_them(session, tmp_path):
    make_land(session)
    inside = saved(tmp_path, feature(square(15.02, 59.02, 0.05), code="x"), feature(square(15.05, 59.0), code="y"))
    taken, rejects = load(session, inside, kind="deso")
    assert (taken.new, taken.root, len(rejects)) == (2, None, 0)
    assert find_area(session, "x").parent_id == find_area(session, "north").id
    assert find_area(session, "y").parent_id == find_area(session, "9999").id


def test_areas_lie_where_they_are_told_to(session, tmp_path):
    make_land(session)
    load(session, two_districts(tmp_path), parent=find_area(session, "west"))
    assert find_area(session, "a").parent_id == find_area(session, "west").id


def test_an_area_outside_every_other_is_rejected_when_the_rest_lies_inside(session, tmp_path):
    make_land(session)
    path = saved(tmp_path, feature(square(15.02, 59.02, 0.05), code="x"), feature(square(18, 59), code="far"))
    taken, rejects = load(session, path, kind="deso")
    assert taken.new == 1
    assert [(one.line, one.column) for one in rejects] == [(2, "geometry")]


def test_a_single_area_becomes_the_top_of_a_tree(session, tmp_path):
    path = saved(tmp_path, feature(square(15, 59), kom_namn="Provby", id="9999"))
    taken, _ = load(session, path, kind="municipality")
    assert taken.root is None
    assert (top(session).code, top(session).names) == ("9999", {"sv": "Provby"})


def test_a_ring_that_crosses_itself_is_repaired(session, tmp_path):
    path = saved(tmp_path, feature(BOW_TIE, code="a"), feature(square(15.1, 59), code="b"))
    assert read_map(path, Rejects()).repaired == 1
    _, rejects = load(session, path)
    assert not rejects
    assert shape_of(session, "a") == "MultiPolygon"


@pytest.mark.parametrize(
    ("bad", "column", "says"),
    [
        (feature(POINT, code="c"), "geometry", "names load"),
        (feature(None, code="c"), "geometry", "no outline"),
        (feature({"type": "Polygon", "coordinates": []}, code="c"), "geometry", ""),
        (feature({"type": "Polygon", "coordinates": [[[15, 59], [15, 60], [15, 59]]]}, code="c"), "geometry", ""),
        (feature({"type": "Polygon", "coordinates": [[[15, 59], ["x", 60]]]}, code="c"), "geometry", ""),
        (feature({"type": "Blob", "coordinates": [[1]]}, code="c"), "geometry", "Blob"),
        (feature(square(500_000, 6_500_000, 1000), code="c"), "geometry", "degrees"),
        (feature(square(15.2, 59), code="a"), "code", "another area has the code a"),
        (feature(square(15.2, 59), code=""), "code", "no code"),
        (feature(square(15.2, 59)), "code", "no code"),
    ],
)
def test_what_is_no_area_is_rejected_with_its_reason(tmp_path, bad, column, says):
    rejects = Rejects()
    good = [feature(square(15 + n / 10, 59), code=code) for n, code in enumerate(["a", "b", "d", "e"])]
    found = read_map(saved(tmp_path, *good, bad), rejects)
    assert [one.code for one in found.features] == ["a", "b", "d", "e"]
    [reject] = rejects
    assert (reject.line, reject.column) == (5, column)
    assert says in reject.reason
    assert "geometry" not in reject.values


def test_what_is_no_longer_current_is_passed_over(tmp_path):
    gone: list[dict[str, Any]] = [
        {"mz:is_current": 0},
        {"mz:is_current": -1},
        {"wof:superseded_by": [7]},
        {"edtf:deprecated": "2020-01-01"},
    ]
    current: list[dict[str, Any]] = [{"mz:is_current": 1, "wof:superseded_by": [], "edtf:deprecated": "uuuu"}]
    features = [feature(square(15, 59), code=str(n), **marks) for n, marks in enumerate(gone + current)]
    rejects = Rejects()
    found = read_map(saved(tmp_path, *features), rejects)
    assert ([one.code for one in found.features], found.passed_over, len(rejects)) == (["4"], 4, 0)


def test_areas_without_names_are_called_by_their_codes(session, tmp_path):
    codes = ("2080C1", "2080C2")
    features = [feature(square(15 + n / 10, 59), desokod=code, kommun="Falun") for n, code in enumerate(codes)]
    found = read_map(saved(tmp_path, *features), Rejects())
    assert found.nameless
    assert found.features[0].names == {"sv": "2080C1"}


def test_what_is_no_map_gets_a_sentence(tmp_path):
    with pytest.raises(UnreadableFile, match="none of the maps that can be read"):
        refused(saved(tmp_path, name="map.docx"))
    (tmp_path / "list.json").write_text("[]")
    with pytest.raises(UnreadableFile, match="no GeoJSON FeatureCollection"):
        refused(tmp_path / "list.json")


def test_points_alone_are_names_not_areas(tmp_path):
    with pytest.raises(UnreadableFile, match="names load"):
        refused(saved(tmp_path, feature(POINT, code="a"), feature(POINT, code="b")))


def test_a_map_of_nothing_is_empty(tmp_path):
    with pytest.raises(EmptyFile, match="no areas"):
        refused(saved(tmp_path))
    with pytest.raises(EmptyFile, match="still current"):
        refused(saved(tmp_path, feature(square(15, 59), **{"mz:is_current": 0})))


def test_a_map_without_codes_names_the_option_it_lacks(tmp_path):
    with pytest.raises(UnreadableFile, match="--code"):
        refused(saved(tmp_path, feature(square(15, 59), length=5), feature(square(15.1, 59), length=5)))


def test_the_load_is_logged(session, tmp_path):
    load(session, two_districts(tmp_path))
    [event] = latest_events(session)
    assert (event.action, event.subject, event.details["areas"]) == ("areas loaded", "division stadsdelar", 2)


def test_the_districts_of_linkoping_have_their_swedish_names(session, shared_data):
    _, rejects = load(session, shared_data / "geo/linkoping_distrikt_lantmateriet_wof_wgs84.geojson")
    names = {area.names["sv"]: area for area in choices(session, root_id=top(session).id, kind="district")}
    assert (len(names), len(rejects)) == (36, 0)
    assert {"Vårdnäs", "Skäggetorp", "Linköpings domkyrkodistrikt", "Östra Skrukeby", "Örtomta"} <= set(names)
    assert names["Berga"].names["ar"] == "بيرغا"
    assert (names["Vreta kloster"].population, names["Gistad"].population) == (9526, None)
    assert "en" not in names["Kärna"].names


def test_of_the_localities_of_linkoping_only_those_with_a_border_are_taken(shared_data):
    rejects = Rejects()
    found = read_map(shared_data / "geo/linkoping_places_localities_neighbourhoods_wof_wgs84.geojson", rejects)
    assert found.passed_over == 189
    assert len(found.features) + len(rejects) == 25
    assert all("names load" in reject.reason for reject in rejects)

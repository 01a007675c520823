"""JSON and GeoJSON."""

import json
from pathlib import Path
from typing import Any

import pytest

from dialog.rows.reading import read_rows
from dialog.rows.row import EmptyFile, UnreadableFile

POINT = {"type": "Point", "coordinates": [15.62, 58.41]}


def saved(folder: Path, content: Any, name: str = "some.json") -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    return path


@pytest.mark.parametrize("wrap", [lambda rows: rows, lambda rows: {"page": 1, "links": [], "issues": rows}])
def test_rows_are_a_list_or_the_one_list_inside_an_object(tmp_path, wrap):
    found = read_rows(saved(tmp_path, wrap([{"a": 1}, {"b": None}])))
    assert found.columns == ("a", "b")
    assert [(row.line, row.values) for row in found] == [(1, {"a": 1}), (2, {"b": None})]


def test_objects_inside_objects_are_named_with_dots(tmp_path):
    entry = {"type": {"title": "Dark", "code": {"id": 7}}, "tags": ["a", "b"], "who": [{"name": "x"}]}
    [row] = read_rows(saved(tmp_path, [entry]))
    assert row.values == {"type.title": "Dark", "type.code.id": 7, "tags": "a; b", "who": '[{"name": "x"}]'}


def test_a_point_inside_a_row_gives_its_coordinates(tmp_path):
    [row] = read_rows(saved(tmp_path, [{"geojson": {"type": "Feature", "geometry": POINT}}]))
    assert (row.values["geojson.geometry.lat"], row.values["geojson.geometry.lon"]) == (58.41, 15.62)


def test_features_of_a_map_are_rows(tmp_path):
    features: list[dict[str, Any]] = [{"type": "Feature", "properties": {"text": "mörkt"}, "geometry": POINT}]
    features += [{"type": "Feature", "properties": None, "geometry": None}]
    first, second = read_rows(saved(tmp_path, {"type": "FeatureCollection", "features": features}, "some.geojson"))
    assert first.values["text"] == "mörkt"
    assert (first.values["geometry.lat"], first.values["geometry.lon"]) == (58.41, 15.62)
    assert second.values == {}


def test_an_entry_that_is_no_object_is_said(tmp_path):
    good, bad = read_rows(saved(tmp_path, [{"a": 1}, "b"]))
    assert not good.trouble
    assert bad.trouble


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ('"text"', "not a list"),
        ('{"a": 1}', "not a list"),
        ('{"a": [{}], "b": [{}]}', "several lists"),
    ],
)
def test_what_holds_no_list_is_refused(tmp_path, content, says):
    with pytest.raises(UnreadableFile, match=says):
        read_rows(saved(tmp_path, content))


@pytest.mark.parametrize("content", ["", "  \n", "[]", '{"issues": []}'])
def test_an_empty_list_is_empty(tmp_path, content):
    with pytest.raises(EmptyFile):
        read_rows(saved(tmp_path, content))


def test_a_lone_surrogate_is_said(tmp_path):
    [row] = read_rows(saved(tmp_path, '[{"a": "\\ud800"}]'))
    assert row.trouble

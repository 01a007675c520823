"""What strangers call an area."""

import json

import pytest

from dialog.areas.naming import code_property, name_properties, names_of, population_of


def features_of(path):
    return [feature["properties"] for feature in json.loads(path.read_text())["features"]]


@pytest.mark.parametrize(
    ("features", "code"),
    [
        ([{"desokod": "2080C1", "Kommunkod": "2080"}, {"desokod": "2080C2", "Kommunkod": "2080"}], "desokod"),
        ([{"kommunkod": "2080", "id": 1}, {"kommunkod": "2080", "id": 2}], "id"),
        ([{"Namn": "Norrby"}, {"Namn": "Söderby"}], "Namn"),
        ([{"Code": "a", "namn": "x"}, {"Code": "a", "namn": "x"}], "Code"),
        ([{"shape_length": 1.5}, {"shape_length": 2.5}], None),
    ],
)
def test_the_code_is_what_tells_areas_apart(features, code):
    assert code_property(features) == code


def test_a_name_that_many_areas_share_is_no_name():
    assert name_properties([{"kommunnamn": "Falun", "namn": str(n)} for n in range(4)]) == ["namn"]


def test_the_spelling_with_dots_and_rings_goes_first():
    features = [{"name": "Vardnas", "wof:name": "Vårdnäs"}, {"name": "Vist", "wof:name": "Vist"}]
    assert [names_of(one, name_properties(features)) for one in features] == [{"sv": "Vårdnäs"}, {"sv": "Vist"}]


def test_names_in_shipped_languages_are_taken_and_others_left():
    properties = {
        "name:swe_x_preferred": ["Skäggetorp", "Skägget"],
        "name:ara_x_preferred": ["سكاغيتورب"],
        "name:eng_x_preferred": ["Skaggetorp"],
        "name:tlh_x_preferred": ["Qo'noS"],
        "name:en": None,
        "name_ar": "",
    }
    assert names_of(properties, ["name:swe_x_preferred"])["ar"] == "سكاغيتورب"
    assert names_of({"name": "Norrby", "name:en": "North End"}, ["name"]) == {"sv": "Norrby", "en": "North End"}
    assert set(names_of(properties, ["name:swe_x_preferred"])) == {"sv", "ar"}


def test_a_swedish_name_that_lost_its_dots_is_no_english_name():
    assert names_of({"namn": "Kärna", "name:eng_x_preferred": ["Karna"]}, ["namn"]) == {"sv": "Kärna"}


@pytest.mark.parametrize(
    ("properties", "people"),
    [
        ({"Population": "12 345"}, 12345),
        ({"folkmängd": 700.0}, 700),
        ({"gn:population": 0, "wof:population": 9526}, 9526),
        ({"gn:population": None}, None),
        ({"population": "many"}, None),
        ({"population": "inf"}, None),
        ({}, None),
    ],
)
def test_how_many_live_there_is_taken_where_it_is_said(properties, people):
    assert population_of(properties) == people


def test_real_maps_are_understood(shared_data):
    for name, code, first in (
        ("linkoping_distrikt_lantmateriet_wof_wgs84", "se-lant:distrkod", "se-lant:distrnamn"),
        ("dalarna_deso2025_A_wgs84", "desokod", None),
        ("kommuner_okfse_wgs84", "id", "kom_namn"),
    ):
        features = features_of(shared_data / f"geo/{name}.geojson")
        assert code_property(features) == code
        assert next(iter(name_properties(features)), None) == first

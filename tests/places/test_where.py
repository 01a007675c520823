"""Reading where somebody says it is."""

from typing import Any

import pytest

from dialog.geography.points import Point
from dialog.places.where import END, MOST_PLACES, ONE, SEVERAL, WAY, field, read_where

AREAS = {"north": "Norrby", "south": "Söderby"}
PIN = {"lat": "59.05", "lon": "15.05"}


def told(given: dict[str, str]) -> str:
    return read_where(given, AREAS).words(AREAS)


def reasons(given: dict[str, str]) -> set[tuple[str, str]]:
    return {(problem.field, problem.reason) for problem in read_where(given, AREAS).problems}


def test_fields_of_the_first_place_have_plain_names_and_those_of_others_say_whose_they_are():
    assert [field("lat", place) for place in (1, 2, MOST_PLACES, END)] == ["lat", "lat-2", "lat-5", "to_lat"]


def test_one_place_leaves_out_what_stands_in_the_fields_of_others():
    where = read_where({"words": "Under bron", "words-2": "Vid ån", "to_words": "Hem"}, AREAS)
    assert (where.shape, [said.words for said in where.places]) == (ONE, ["Under bron"])


def test_several_places_are_those_that_say_anything():
    where = read_where({"shape": SEVERAL, **PIN, "named-3": "7", "area-5": "south"}, AREAS)
    assert [said.place for said in where.places] == [1, 3, 5]
    assert (where.places[0].pin, where.places[1].named, where.places[2].area) == (Point(59.05, 15.05), 7, "south")
    assert where.problems == ()


def test_words_of_several_places_are_numbered_as_the_places_are():
    assert told({"shape": SEVERAL, "words": "Bron", **PIN, "area-2": "north", "words-3": "Ån"}) == "1. Bron\n3. Ån"
    assert told({"shape": SEVERAL, "words-2": "Ån"}) == "Ån"


def test_a_way_tells_both_its_ends_in_words_and_by_the_name_of_an_area():
    assert told({"shape": WAY, "words": "Skolan", "to_words": "Torget"}) == "Skolan\n→ Torget"
    assert told({"shape": WAY, "words": "Skolan", "to_area": "south"}) == "Skolan\n→ Söderby"
    assert told({"shape": WAY, **PIN, "to_words": "Torget"}) == "→ Torget"
    assert told({"shape": WAY, **PIN, "to_lat": "59.06", "to_lon": "15.06"}) == ""


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({}, ("words", "no_place")),
        ({"shape": "circle"}, ("words", "no_place")),
        ({"shape": SEVERAL}, ("words", "no_place")),
        ({"shape": WAY, "to_words": "Torget"}, ("words", "no_start")),
        ({"shape": WAY, "words": "Skolan"}, ("to_words", "no_end")),
        ({"lat": "59", "lon": ""}, ("lat", "not_on_map")),
        ({"shape": SEVERAL, "lat-2": "NaN", "lon-2": "15"}, ("lat-2", "not_on_map")),
        ({"area": "atlantis"}, ("area", "no_such_area")),
        ({"named": "seven"}, ("q", "no_such_name")),
        ({"named": "9" * 12}, ("q", "no_such_name")),
        ({"shape": WAY, "words": "x", "to_named": "²"}, ("to_q", "no_such_name")),
        ({"words": "x" * 2001}, ("words", "too_long")),
        ({"shape": SEVERAL, "words": "x" * 900, "words-2": "x" * 1200}, ("words-2", "too_long")),
    ],
)
def test_what_can_not_be_a_place_is_told_with_its_field(given: dict[str, Any], problem: tuple[str, str]):
    assert reasons(given) == {problem}


def test_a_choice_of_none_of_these_says_nothing():
    assert reasons({"area": "", "named": "", "q": "Kvarn"}) == {("words", "no_place")}

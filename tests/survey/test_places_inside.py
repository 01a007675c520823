"""Reading the places told of inside a dialogue."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.geography.points import Point
from dialog.survey.answers import Problem
from dialog.survey.places_inside import PARTS, blocks_of, read_places
from tests.survey.spots import OUTINGS, SPOTS, place

AREAS = {"north", "south"}
NUMBERS, TEXTS = st.integers(0, 120), st.text(max_size=20)
FIELDS = st.dictionaries(
    st.builds(lambda number, part: f"spots_{number}_{part}", NUMBERS, st.sampled_from((*PARTS, "feeling", "x"))),
    st.lists(TEXTS | st.sampled_from(["north", "59.05", "15", "-400", "nan", "7"]), max_size=2),
    max_size=12,
)


def read(fields: dict[str, str]):
    return read_places(OUTINGS, AREAS, {name: [value] for name, value in fields.items()}, shown={"spots"})


def shown(fields: dict[str, str], go: str = "next") -> list[str]:
    held = {name: [value] for name, value in ({"go": go} | fields).items()}
    return [block for block, is_shown in blocks_of(SPOTS, held) if is_shown]


def test_a_place_is_told_by_a_pin_a_name_an_area_or_words():
    pin, name = place(1, lat="59.05", lon="15.05"), place(2, named="7", q="Torget")
    places, problems = read(pin | name | place(3, words="Bakom skolan"))
    assert [(one.said.pin, one.said.named, one.said.words) for one in places] == [
        (Point(59.05, 15.05), None, ""),
        (None, 7, ""),
        (None, None, "Bakom skolan"),
    ]
    assert problems == []


def test_a_place_feels_as_the_question_says_unless_it_is_told_otherwise():
    places, _problems = read(place(1, area="north") | place(2, area="south", feeling="safe"))
    assert [one.feeling for one in places] == ["unsafe", "safe"]


def test_what_tells_neither_where_nor_what_is_no_place():
    assert read(place(1, feeling="safe", kind="park_woods") | place(2, words="  ")) == ([], [])


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        (place(1, lat="95", lon="15"), Problem("spots_1", "not_on_map", {})),
        (place(1, lat="59.1", lon="inf"), Problem("spots_1", "not_on_map", {})),
        (place(1, lat="59.1", area="north"), Problem("spots_1", "not_on_map", {})),
        (place(2, area="atlantis"), Problem("spots_2_area", "no_such_area", {})),
        (place(2, named="x", q="Torg"), Problem("spots_2_q", "no_such_name", {})),
        (place(2, q="Torg"), Problem("spots_2_q", "no_such_name", {})),
        (place(2, q="Torg", what="Mörkt"), Problem("spots_2_q", "no_such_name", {})),
        (place(3, words="x" * 2001), Problem("spots_3_words", "too_long", {"length": 2001, "maximum": 2000})),
        (place(3, what="x" * 2001), Problem("spots_3_what", "too_long", {"length": 2001, "maximum": 2000})),
        (place(1, feeling="cold", area="north"), Problem("spots_1_feeling", "unknown_option", {})),
        (place(1, kind="castle", area="north"), Problem("spots_1_kind", "unknown_option", {})),
    ],
)
def test_what_is_wrong_with_a_place_is_told_of_its_field(fields, problem):
    assert read(fields)[1] == [problem]


def test_a_place_more_than_the_question_takes_is_one_problem_of_the_question():
    fields = {key: value for number in (1, 2, 3, 4, 5) for key, value in place(number, words="Här").items()}
    places, problems = read(fields)
    assert problems == [Problem("spots", "too_many_places", {"chosen": 5, "maximum": 3})]
    assert len(places) == 3
    assert len(shown(fields)) == 5


def test_a_page_shows_the_places_that_are_filled_in_and_one_more_when_that_is_asked_for():
    assert shown({}) == ["spots_1"]
    assert shown(place(2, feeling="unsafe")) == ["spots_1"]
    assert shown(place(2, q="Torg")) == ["spots_1", "spots_2"]
    assert shown(place(1, area="north"), "look:spots") == ["spots_1", "spots_2"]
    assert shown(place(1, area="north"), "look:other") == ["spots_1"]
    assert shown(place(3, area="north"), "look:spots") == ["spots_1", "spots_2", "spots_3"]


@given(FIELDS)
def test_whatever_a_form_holds_is_read_and_kept_places_lie_on_earth(fields):
    places, _problems = read_places(OUTINGS, AREAS, fields, shown={"spots"})
    assert len(places) <= 3
    assert all(one.is_told and one.said.area in {"", *AREAS} for one in places)
    assert all(abs(one.said.pin.lat) <= 90 and abs(one.said.pin.lon) <= 180 for one in places if one.said.pin)
    assert len(blocks_of(SPOTS, fields)) <= 20

"""Felt beside recorded: four quadrants, no score, and nothing said of what is not known."""

from collections.abc import Mapping
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from dialog.languages import LANGUAGES
from dialog.picture.disclosure import protect
from dialog.picture.statistics.quadrants import CAPTION, Felt, Quadrant, Quadrants, felt_by_area, quadrants
from dialog.picture.wording import words
from tests.picture.crowds import count, crowd, dimension


@dataclass(frozen=True)
class Crimes:
    per_thousand: Mapping[str, float | None]


def felt(**unsafe: tuple[int | None, int | None]) -> list[Felt]:
    return [Felt(area, {"en": area}, *numbers) for area, numbers in unsafe.items()]


FOUR = felt(a=(40, 50), b=(30, 50), c=(10, 50), d=(5, 50))


def standing(found: Quadrants) -> dict[str, Quadrant]:
    return {one.felt.area: one.quadrant for one in found.standings}


def test_each_area_stands_above_or_below_the_middle_of_both_sources():
    found = quadrants(FOUR, Crimes({"a": 80.0, "b": 10.0, "c": 70.0, "d": 5.0}))
    assert standing(found) == {
        "a": Quadrant.BOTH,
        "b": Quadrant.FELT,
        "c": Quadrant.RECORDED,
        "d": Quadrant.NEITHER,
    }
    assert (found.middle_felt, found.middle_recorded) == (40, 40)


def test_an_area_of_few_answers_or_without_figures_is_unknown_and_moves_no_middle():
    few = felt(e=(1, 29), f=(None, 60), g=(20, None), h=(49, 50))
    crimes = {"a": 80.0, "b": 10.0, "c": 70.0, "d": 5.0, "e": 900.0, "f": 900.0, "g": 900.0, "h": None}
    found = quadrants([*FOUR, *few], Crimes(crimes))
    assert {area for area, where in standing(found).items() if where is Quadrant.UNKNOWN} == set("efgh")
    assert (found.middle_felt, found.middle_recorded) == (40, 40)
    assert [one.felt.area for one in found.of(Quadrant.BOTH)] == ["a"]


def test_of_fewer_than_four_areas_there_is_no_middle():
    found = quadrants(FOUR[:3], Crimes({"a": 80.0, "b": 10.0, "c": 70.0}))
    assert set(standing(found).values()) == {Quadrant.UNKNOWN}
    assert found.middle_felt is None


def test_what_is_felt_comes_from_a_safe_table_and_a_withheld_figure_is_not_known():
    answers = dimension("question:Q1.b", "group:safe", "group:unsafe")
    voices = crowd(north={"group:safe": 40, "group:unsafe": 20}, south={"group:safe": 30, "group:unsafe": 2})
    voices += crowd(east={"group:safe": 20, "group:unsafe": 30})
    asked = [one | {"question:Q1.b": one["answer"]} for one in voices]
    [table] = protect([count(asked, dimension("area", "north", "south", "east"), answers)])
    told = {one.area: one.of_hundred for one in felt_by_area(table)}
    assert told["south"] is None
    assert all(share is None or share > 0 for share in told.values())


def test_the_caption_stands_in_every_language_and_forbids_a_cause_and_a_score():
    assert "neither is the cause of the other" in CAPTION and "no score" in CAPTION
    assert set(words(CAPTION)) == set(LANGUAGES)


NUMBERS = st.integers(0, 100)


@given(st.lists(st.tuples(NUMBERS, st.floats(0, 500) | st.none()), max_size=20))
def test_every_area_stands_in_one_place(
    areas: list[tuple[int, float | None]],
):
    told = [Felt(str(number), {}, unsafe, 100) for number, (unsafe, _) in enumerate(areas)]
    rates = {str(number): rate for number, (_, rate) in enumerate(areas)}
    found = quadrants(told, Crimes(rates))
    assert sum(len(found.of(one)) for one in Quadrant) == len(areas)
    for one in found.standings:
        assert (one.quadrant is Quadrant.UNKNOWN) == (one.per_thousand is None or found.middle_felt is None)
        if one.quadrant in (Quadrant.BOTH, Quadrant.FELT):
            assert (one.felt.of_hundred or 0) >= (found.middle_felt or 0)

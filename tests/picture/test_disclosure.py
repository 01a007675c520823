"""What protect() promises: nothing small is shown, and nothing that is withheld can be worked out."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialog.picture.disclosure import Rule, TablesDisagree, is_small_gathering, protect
from dialog.picture.tables import ALL, Cell, RawTable, SafeTable, State
from tests.picture.attack import breaches
from tests.picture.crowds import (
    coding,
    count,
    crowd,
    dimension,
    people,
    random_editions,
    random_picture,
    random_voices,
    without,
)

WITHHELD, NO_DATA = Cell(None, State.WITHHELD), Cell(None, State.NO_DATA)


def shown(value: int) -> Cell:
    return Cell(value, State.SHOWN)


def states(tables: Sequence[SafeTable], state: State) -> int:
    return sum(cell.state is state for table in tables for cell in table.cells.values())


AREA = dimension("area", "north", "south", "east", "west")
ANSWER = dimension("answer", "yes", "no", "maybe")
WELL_FILLED = crowd(**{area.id: {"yes": 20, "no": 30, "maybe": 15} for area in AREA.items[1:]})


def test_a_table_with_large_cells_only_is_shown_whole():
    tables = [count(WELL_FILLED, AREA), count(WELL_FILLED, AREA, ANSWER)]
    safe = protect(tables)
    assert states(safe, State.SHOWN) == sum(len(table.counts) for table in tables)
    assert [one.heading.id for one in safe] == ["area", "area by answer"]


def test_a_cell_below_the_threshold_is_withheld_and_one_at_the_threshold_shown():
    voices = crowd(north={"yes": 4, "no": 5, "maybe": 40}, south={"yes": 30, "no": 31, "maybe": 32})
    [table] = protect([count(voices, dimension("area", "north", "south"), ANSWER)])
    assert table["north", "yes"] == WITHHELD
    five = crowd(north={"yes": 5, "no": 5, "maybe": 40}, south={"yes": 30, "no": 31, "maybe": 32})
    [table] = protect([count(five, dimension("area", "north", "south"), ANSWER)])
    assert table["north", "yes"] == shown(5)


def test_the_one_small_cell_of_a_two_by_two_table_cannot_be_subtracted_out():
    table = count(
        crowd(north={"yes": 3, "no": 20}, south={"yes": 30, "no": 40}),
        dimension("area", "north", "south"),
        dimension("answer", "yes", "no"),
    )
    safe = protect([table])
    assert safe[0]["north", "yes"] == WITHHELD
    assert breaches(safe, [table]) == []


def test_plain_cells_are_withheld_before_totals():
    voices = without(WELL_FILLED, area="north", answer="yes") + crowd(north={"yes": 2})
    [by_area, both] = protect([count(voices, AREA), count(voices, AREA, ANSWER)])
    assert both["north", "yes"] == WITHHELD
    assert states([by_area], State.WITHHELD) == 0
    assert both[ALL, "yes"].state is State.SHOWN


def test_the_judge_sees_what_hiding_small_cells_alone_gives_away():
    table = count(WELL_FILLED + crowd(north={"yes": 1}), AREA, dimension("answer", "yes", "no", "maybe"))
    few = count(
        crowd(north={"yes": 3, "no": 20}, south={"yes": 30, "no": 40}),
        dimension("area", "north", "south"),
        dimension("answer", "yes", "no"),
    )
    careless = SafeTable(
        few.heading,
        few.dimensions,
        {key: WITHHELD if 0 < value < 5 else shown(value) for key, value in few.counts.items()},
    )
    assert breaches([careless], [few]) == ["[('answer', 'yes'), ('area', 'north')] is 3 to 3, in truth 3, needs 3"]
    assert breaches(protect([table]), [table]) == []


def test_areas_by_codes_by_years_are_protected_together():
    chance = np.random.default_rng(3)
    by = {
        "area": dimension("area", *(f"a{number}" for number in range(6))),
        "code": dimension("code", *(f"c{number}" for number in range(8)), additive=False),
        "year": dimension("year", "2024", "2025", "2026"),
    }
    table = count(random_voices(chance, list(by.values()), 300), *by.values())
    assert breaches(protect([table]), [table]) == []


def test_a_small_part_of_an_area_cannot_be_found_from_its_other_parts():
    area = dimension("area", "west", "west/harbour", "west/hill", "west/mill", "east", "east/park", "east/moor")
    where = {"harbour": 2, "hill": 40, "mill": 33, "park": 25, "moor": 30}
    table = count([voice for place, number in where.items() for voice in people(number, area=place)], area)
    safe = protect([table])
    assert safe[0]["harbour",] == WITHHELD
    assert states(safe, State.WITHHELD) >= 3
    assert breaches(safe, [table]) == []


def test_a_figure_is_shown_in_all_tables_of_a_universe_or_in_none():
    voices = crowd(north={"yes": 2, "no": 1}, south={"yes": 30, "no": 40}, east={"yes": 20, "no": 9}, west={"no": 44})
    tables = [count(voices, AREA), count(voices, AREA, ANSWER), count(voices, ANSWER)]
    by_area, both, by_answer = protect(tables)
    assert by_area["north",] == WITHHELD
    assert all(by_area[area.id,] == both[area.id, ALL] for area in AREA.items)
    assert all(by_answer[answer.id,] == both[ALL, answer.id] for answer in ANSWER.items)
    assert breaches([by_area, both, by_answer], tables) == []


def test_a_total_in_one_table_does_not_give_away_a_cell_of_another():
    voices = people(2, area="north", answer="yes") + people(30, area="north", answer="no")
    voices += people(25, area="south", answer="yes") + people(35, area="south", answer="no")
    area, answer = dimension("area", "north", "south"), dimension("answer", "yes", "no")
    tables = [count(voices, area), count(voices, answer), count(voices, area, answer)]
    safe = protect(tables)
    assert safe[2]["north", "yes"] == WITHHELD
    assert breaches(safe, tables) == []


def test_tables_of_other_voices_are_protected_by_themselves():
    small = count(people(3, answer="yes") + people(2, answer="no"), ANSWER, universe="coded")
    large = count(WELL_FILLED, ANSWER)
    coded, plain = protect([small, large])
    assert coded["yes",] == WITHHELD
    assert states([plain], State.WITHHELD) == 0


def test_problems_that_overlap_need_no_more_withheld_than_themselves():
    code = dimension("code", "light", "traffic", "litter", additive=False)
    voices = coding("light", "traffic") * 30 + coding("litter") * 3 + coding() * 10
    table = count(voices, code)
    safe = protect([table])
    assert [safe[0][key].state for key in table.counts] == [State.SHOWN, State.SHOWN, State.SHOWN, State.WITHHELD]
    assert breaches(safe, [table]) == []


def test_a_small_whole_does_not_show_through_the_bounds_of_its_parts():
    code = dimension("code", "light", "light/dark", "light/broken", "litter", additive=False)
    voices = coding("dark", "broken") * 4 + coding("litter") * 20
    table = count(voices, code)
    safe = protect([table])
    assert {key: cell.state for key, cell in safe[0].cells.items()}["light",] is State.WITHHELD
    assert breaches(safe, [table]) == []


def test_a_small_group_of_one_mind_is_withheld_zeros_included():
    voices = WELL_FILLED + people(3, area="far", answer="no")
    area = dimension("area", "north", "south", "east", "west", "far")
    tables = [count(voices, area, ANSWER)]
    safe = protect(tables)
    assert [safe[0]["far", answer.id] for answer in ANSWER.items] == [WITHHELD] * 4
    assert breaches(safe, tables) == []


def test_what_all_of_a_group_below_ten_said_is_withheld_and_its_number_is_not():
    voices = crowd(north={"yes": 7}, south={"yes": 30, "no": 31, "maybe": 32}, east={"yes": 20, "no": 9, "maybe": 20})
    tables = [count(voices, AREA), count(voices, AREA, ANSWER)]
    by_area, both = safe = protect(tables)
    assert by_area[("north",)] == shown(7)
    assert both["north", "yes"] == WITHHELD
    assert WITHHELD in (both["north", "no"], both["north", "maybe"])
    assert breaches(safe, tables) == []


def test_the_judge_sees_what_a_small_group_of_one_mind_gives_away():
    few = count(crowd(north={"yes": 7}, south={"yes": 30, "no": 40}), dimension("area", "north", "south"), ANSWER)
    careless = SafeTable(few.heading, few.dimensions, {key: shown(value) for key, value in few.counts.items()})
    assert breaches([careless], [few]) == ["[('answer', 'yes'), ('area', 'north')] is shown"]


def test_what_all_of_ten_said_is_shown_and_so_is_that_none_of_a_group_answered():
    quiet = dimension("answer", "yes", "no answer")
    voices = crowd(north={"yes": 10}, south={"no answer": 7}, east={"yes": 30, "no answer": 20})
    [both] = protect([count(voices, dimension("area", "north", "south", "east"), quiet)])
    assert both["north", "yes"] == shown(10)
    assert both["south", "no answer"] == shown(7)


def test_a_theme_that_all_of_a_small_group_name_is_withheld():
    codes = dimension("code", "light", "litter", additive=False)
    voices = people(7, area="north", code="light") + people(40, area="south", code="litter")
    tables = [count(voices, dimension("area", "north", "south"), codes)]
    [both] = safe = protect(tables)
    assert both["north", "light"] == WITHHELD
    assert breaches(safe, tables) == []


def test_a_known_zero_is_shown_as_0_and_a_withheld_figure_is_not():
    voices = without(WELL_FILLED, area="north", answer="maybe")
    [table] = protect([count(voices, AREA, ANSWER)])
    assert table["north", "maybe"] == shown(0)


def test_an_area_without_voices_has_no_data_below_its_zero():
    area = dimension("area", "north", "south", "east", "west", "empty", "empty/yard")
    [by_area, both] = protect([count(WELL_FILLED, area), count(WELL_FILLED, area, ANSWER)])
    assert by_area["empty",] == by_area["yard",] == both["empty", ALL] == shown(0)
    assert both["empty", "yes"] == both["yard", "no"] == NO_DATA


def test_an_answer_nobody_gave_is_zero_everywhere_not_no_data():
    answer = dimension("answer", "yes", "no", "maybe", "other")
    [table] = protect([count(WELL_FILLED, AREA, answer)])
    assert {table[area.id, "other"] for area in AREA.items} == {shown(0)}


def test_area_and_background_together_are_withheld_below_ten():
    age = dimension("age", "young", "old", background=True)
    voices = people(9, area="north", age="young") + people(40, area="north", age="old")
    for area in ("south", "east", "west"):
        voices += people(50, area=area, age="young") + people(45, area=area, age="old")
    tables = [count(voices, AREA, age)]
    safe = protect(tables)
    assert safe[0]["north", "young"] == WITHHELD
    assert safe[0]["north", ALL] == shown(49)
    assert breaches(safe, tables) == []


def test_background_alone_is_withheld_below_five_only():
    age = dimension("age", "young", "old", background=True)
    [table] = protect([count(people(9, age="young") + people(40, age="old"), age)])
    assert table["young",] == shown(9)


def test_four_voices_with_four_different_answers_are_not_known_to_differ():
    answer = dimension("answer", "a", "b", "c", "d", "e")
    voices = [
        voice for area in ("north", "south", "east") for one in "abcde" for voice in people(20, area=area, answer=one)
    ]
    voices += [voice for one in "abcd" for voice in people(1, area="west", answer=one)]
    tables = [count(voices, AREA, answer)]
    safe = protect(tables)
    assert {safe[0]["west", item.id] for item in answer.items} == {WITHHELD}
    assert breaches(safe, tables) == []


def test_raw_tables_that_contradict_each_other_are_refused():
    table = count(WELL_FILLED, AREA)
    wrong = RawTable(table.heading, table.dimensions, {**table.counts, ("north",): 7})
    with pytest.raises(TablesDisagree):
        protect([wrong])
    with pytest.raises(TablesDisagree):
        protect([count(WELL_FILLED[1:], AREA, ANSWER), table])


def test_no_tables_give_no_tables():
    assert protect([]) == []


def test_the_same_tables_give_the_same_cells():
    tables = random_picture(7)
    assert [one.cells for one in protect(tables)] == [one.cells for one in protect(tables)]


@pytest.mark.parametrize("lowered", [{"minimum": 4}, {"group_minimum": 9}])
def test_thresholds_are_never_lowered(lowered: dict[str, int]):
    with pytest.raises(ValueError, match="never lowered"):
        Rule(**lowered)


def test_thresholds_may_be_raised_and_say_so():
    rule = Rule(minimum=20)
    [table] = protect([count(WELL_FILLED, AREA, ANSWER)], rule=rule)
    assert table["north", "maybe"] == WITHHELD
    assert rule.as_dict() == {"method": rule.method, "k": 20, "group_k": 10}


def test_a_gathering_below_twenty_is_small():
    assert is_small_gathering(19)
    assert not is_small_gathering(20)


def test_a_figure_that_changed_by_a_few_since_an_edition_is_withheld():
    first = protect([count(WELL_FILLED, AREA, ANSWER)])
    more = WELL_FILLED + people(3, area="north", answer="yes") + people(50, area="south", answer="no")
    tables = [count(more, AREA, ANSWER)]
    second = protect(tables, before=first)
    assert second[0]["north", "yes"] == second[0]["north", ALL] == WITHHELD
    assert second[0]["east", "no"] == first[0]["east", "no"]
    assert breaches(second, tables, before=first) == []


def test_what_the_few_new_voices_did_not_say_is_withheld_too():
    first = protect([count(WELL_FILLED, AREA, ANSWER)])
    second = protect([count(WELL_FILLED + people(3, area="north", answer="yes"), AREA, ANSWER)], before=first)
    assert second[0]["north", "no"] == WITHHELD


def test_an_edition_of_the_same_voices_shows_the_same():
    tables = random_picture(3)
    first = protect(tables)
    assert [one.cells for one in protect(tables, before=first)] == [one.cells for one in first]


def test_what_the_latest_edition_withheld_stays_withheld_whatever_it_is_now():
    voices = without(WELL_FILLED, area="north", answer="yes")
    first = protect([count(voices + people(3, area="north", answer="yes"), AREA, ANSWER)])
    tables = [count(WELL_FILLED + WELL_FILLED, AREA, ANSWER)]
    second = protect(tables, before=first)
    assert second[0]["north", "yes"] == WITHHELD
    assert breaches(second, tables, before=first) == []


def test_a_figure_is_compared_with_every_edition_not_the_latest_alone():
    first = protect([count(WELL_FILLED, AREA, ANSWER)])
    grown = WELL_FILLED + people(50, area="north", answer="yes")
    second = protect([count(grown, AREA, ANSWER)], before=first)
    assert second[0]["north", "yes"] == shown(70)
    back = WELL_FILLED + people(2, area="north", answer="yes")
    third = protect([count(back, AREA, ANSWER)], before=[*first, *second])
    assert third[0]["north", "yes"] == WITHHELD


SEEDS = st.integers(0, 2**32 - 1)


@settings(max_examples=20, deadline=None, derandomize=True)
@given(seed=SEEDS)
def test_no_reader_works_out_a_withheld_figure(seed: int):
    tables = random_picture(seed)
    assert breaches(protect(tables), tables) == []


@settings(max_examples=6, deadline=None, derandomize=True)
@given(seed=SEEDS)
def test_raised_thresholds_hold_as_well(seed: int):
    tables = random_picture(seed)
    assert breaches(protect(tables, rule=Rule(8, 15)), tables, minimum=8, group_minimum=15) == []


@settings(max_examples=8, deadline=None, derandomize=True)
@given(seed=SEEDS)
def test_no_reader_of_all_editions_works_out_a_withheld_figure(seed: int):
    before: list[SafeTable] = []
    for tables in random_editions(seed, 3):
        safe = protect(tables, before=before)
        assert breaches(safe, tables, before=before) == []
        before += safe

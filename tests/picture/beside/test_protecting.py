"""Figures of a source that is not published: nothing small comes out, whatever a reader adds up or remembers."""

from collections.abc import Mapping

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dialog.picture.beside.protecting import Cells, Guarded
from dialog.picture.beside.raw import RawFigure
from dialog.picture.beside.things import Thing
from dialog.picture.beside.told import Known, OutsideCell, OutsideTable
from dialog.picture.disclosure import Rule
from dialog.picture.tables import ALL, Cell, RawTable, SafeTable, State
from tests.picture.attack import breaches
from tests.picture.crowds import count, dimension, random_voices

AREAS = dimension("area", "north", "south", "east", "west")
KINDS = dimension("kind", "theft", "violence", "damage")
TOTAL = Thing("Totalt", "count", "antal")
YEAR = "2025"


def thing(kind: str) -> Thing:
    return TOTAL if kind == ALL else Thing(kind, "count", "antal")


def counted(chance: np.random.Generator, number: int) -> RawTable:
    return count(random_voices(chance, [AREAS, KINDS], number), AREAS, KINDS)


def figures(raw: RawTable) -> dict[Thing, dict[tuple[str, str], RawFigure]]:
    return {
        thing(kind.id): {(area.id, YEAR): RawFigure(float(raw.counts[area.id, kind.id])) for area in AREAS.items}
        for kind in KINDS.items
    }


def guarded(
    figures: Mapping[Thing, Mapping[tuple[str, str], RawFigure]], *before: list[OutsideTable]
) -> dict[Thing, Cells]:
    return Guarded("source:1", figures, AREAS.items, Rule(), before).cells()


def as_safe(raw: RawTable, cells: Mapping[Thing, Cells]) -> SafeTable:
    """As a reader has it, with the sums that a reader knows."""
    told: dict[tuple[str, ...], Cell] = {}
    for area, kind in list(raw.keys()):
        cell = cells[thing(kind)][area, YEAR]
        assert cell.state in (Known.SHOWN, Known.WITHHELD)
        shown = cell.state is Known.SHOWN
        told[area, kind] = Cell(round(cell.value or 0) if shown else None, State.SHOWN if shown else State.WITHHELD)
    return SafeTable(raw.heading, raw.dimensions, told)


def told(of: Thing, cells: Cells) -> OutsideTable:
    return OutsideTable("t", "source:1", "", {}, None, of.unit, of.measure, (YEAR,), cells, of.category)


@settings(max_examples=12)
@given(seed=st.integers(0, 10_000), number=st.integers(0, 200))
def test_no_small_count_can_be_worked_out_from_areas_and_categories(seed: int, number: int):
    raw = counted(np.random.default_rng(seed), number)
    assert breaches([as_safe(raw, guarded(figures(raw)))], [raw]) == []


@settings(max_examples=12)
@given(seed=st.integers(0, 10_000), number=st.integers(30, 200))
def test_nor_from_what_an_earlier_edition_told_before_figures_were_corrected(seed: int, number: int):
    chance = np.random.default_rng(seed)
    voices = random_voices(chance, [AREAS, KINDS], number)
    then, now = count(voices, AREAS, KINDS), count(voices[: -int(chance.integers(1, 4))], AREAS, KINDS)
    first = guarded(figures(then))
    edition = [told(of, cells) for of, cells in first.items()]
    second = guarded(figures(now), edition)
    assert breaches([as_safe(now, second)], [now], before=[as_safe(then, first)]) == []


def simple(values: Mapping[str, float | int | None]) -> dict[tuple[str, str], RawFigure]:
    return {(area, YEAR): RawFigure(value) for area, value in values.items()}


def states(cells: Cells) -> dict[str, Known]:
    return {area: cell.state for (area, _), cell in cells.items()}


def test_a_small_count_is_withheld_and_so_is_another_that_would_give_it_away():
    cells = guarded({TOTAL: simple({"all": 103, "north": 3, "south": 60, "east": 30, "west": 10})})[TOTAL]
    found = states(cells)
    assert found["north"] is Known.WITHHELD
    assert list(found.values()).count(Known.WITHHELD) >= 2


def test_a_small_area_that_the_file_leaves_out_can_not_be_subtracted_out():
    cells = guarded({TOTAL: simple({"all": 102, "north": 50, "south": 50})})[TOTAL]
    assert Known.WITHHELD in states(cells).values()


def test_what_all_are_worth_comes_from_times_of_the_day_too():
    """Evening and night are the total less the day, although kinds of crime make up the total as well."""
    by_time = {"dag": 60, "kväll": 40, "natt": 3}
    by_kind = {"stöld": 70, "våld": 33}
    told = {TOTAL: simple({"north": 103})}
    told |= {Thing(name, "count", "antal"): simple({"north": value}) for name, value in {**by_time, **by_kind}.items()}
    cells = guarded(told)
    hidden = {of.category for of, some in cells.items() if states(some)["north"] is Known.WITHHELD}
    assert "natt" in hidden and len(hidden) >= 2


def test_categories_that_make_up_another_are_found_out():
    told = {"Våld": 103, "Misshandel": 100, "Rån": 3, "Stöld": 80}
    cells = guarded({Thing(name, "count", "antal"): simple({"north": value}) for name, value in told.items()})
    hidden = {of.category for of, some in cells.items() if states(some)["north"] is Known.WITHHELD}
    assert hidden & {"Våld", "Misshandel"} and "Rån" in hidden


def test_figures_that_do_not_add_up_are_protected_by_themselves():
    cells = guarded({TOTAL: simple({"all": 10, "north": 30, "south": 3})})[TOTAL]
    assert states(cells)["south"] is Known.WITHHELD
    assert cells["north", YEAR] == OutsideCell(30)


def test_a_rate_is_told_only_where_the_count_behind_it_is():
    rate = Thing("Totalt", "per 1000", "per 1 000 invånare")
    counts = simple({"all": 103, "north": 3, "south": 60, "east": 40})
    cells = guarded({TOTAL: counts, rate: simple({"all": 10.3, "north": 1.5, "south": 12, "east": 9})})
    assert states(cells[rate])["north"] is Known.WITHHELD
    assert states(cells[rate]) == states(cells[TOTAL])
    assert set(states(guarded({rate: simple({"north": 12.0})})[rate]).values()) == {Known.WITHHELD}


def test_a_share_or_an_index_of_few_answers_or_nobody_knows_how_many_is_withheld():
    index = Thing("Trafik", "index", "")
    known = {("north", YEAR): RawFigure(1.5, answers=4), ("south", YEAR): RawFigure(2.5, answers=80)}
    known |= {("east", YEAR): RawFigure(1.0), ("west", YEAR): RawFigure(1.2, answers=12)}
    found = states(guarded({index: known})[index])
    assert found == {
        "north": Known.WITHHELD,
        "south": Known.SHOWN,
        "east": Known.WITHHELD,
        "west": Known.TOO_LITTLE,
    }


def test_a_share_that_is_of_few_people_is_withheld_although_many_answered():
    share = Thing("Utsatta", "percent", "andel")
    known = {("north", YEAR): RawFigure(2.0, answers=100), ("south", YEAR): RawFigure(30.0, answers=100)}
    assert states(guarded({share: known})[share]) == {"north": Known.WITHHELD, "south": Known.SHOWN}


def test_what_the_latest_edition_withheld_stays_so():
    before = [told(TOTAL, {("north", YEAR): OutsideCell(None, state=Known.WITHHELD)})]
    assert states(guarded({TOTAL: simple({"north": 80})}, before)[TOTAL])["north"] is Known.WITHHELD


@given(st.dictionaries(st.sampled_from(["all", "north", "south", "east"]), st.none() | st.integers(0, 9), min_size=1))
def test_what_nobody_tells_is_never_a_figure(values: dict[str, int | None]):
    cells = guarded({TOTAL: simple(values)})[TOTAL]
    for area, value in values.items():
        cell = cells[area, YEAR]
        assert (cell.state is Known.UNKNOWN) == (value is None)
        assert cell.value in (None, value)

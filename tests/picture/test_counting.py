"""Counting gives what counting on one's fingers gives: each voice once in every cell that it is in."""

from collections import defaultdict
from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dialog.picture.columns import Column
from dialog.picture.counting import count
from dialog.picture.observations import Observations, Placed, members, place, place_chosen, place_nowhere
from dialog.picture.tables import ALL, Dimension, Heading, Item, RawTable

HEADING = Heading("t", {}, "dialogue", "voices:r", "2026-01-01/2026-02-01", {}, {})


def dimension(id: str, *items: tuple[str, str]) -> Dimension:
    return Dimension(id, {}, (Item(ALL, {}, None), *(Item(item, {}, parent) for item, parent in items)), additive=False)


AREAS = dimension("area", ("n", ALL), ("n1", "n"), ("n2", "n"), ("s", ALL), ("no answer", ALL))
CODES = dimension("code", ("T1", ALL), ("T1.a", "T1"), ("T1.b", "T1"), ("T2", ALL), ("no answer", ALL))
LEAVES = ("n1", "n2", "s", "no answer")
SAID = st.lists(st.sampled_from(["T1", "T1.a", "T1.b", "T2"]), max_size=3, unique=True)
VOICES = st.lists(st.tuples(st.sampled_from(LEAVES), SAID), max_size=25)


@given(VOICES)
def test_voices_with_one_area_and_several_codes_are_counted_once_a_cell(voices: list[tuple[str, list[str]]]):
    placed = {
        "area": place(AREAS, column([area for area, _ in voices]), str),
        "code": place_chosen(CODES, column([tuple(codes) or None for _, codes in voices]), several=True),
    }
    seen = [(voice, area, code) for voice, (area, codes) in enumerate(voices) for code in codes or ["no answer"]]
    for dimensions in ((AREAS,), (CODES,), (AREAS, CODES)):
        assert count(HEADING, dimensions, Observations(len(voices), placed)).counts == by_hand(seen, dimensions)


@given(
    st.lists(st.tuples(st.integers(0, 5), st.sampled_from(LEAVES), st.sampled_from(["T1", "T1.a", "T2"])), max_size=25)
)
def test_a_voice_with_several_observations_counts_once_in_a_cell(seen: list[tuple[int, str, str]]):
    placed = {
        "area": place(AREAS, column([area for _, area, _ in seen]), str),
        "code": place(CODES, column([code for _, _, code in seen]), str),
    }
    observed = Observations(len(seen), placed, np.array([voice for voice, _, _ in seen], np.int32))
    for dimensions in ((AREAS,), (CODES,), (AREAS, CODES)):
        assert count(HEADING, dimensions, observed).counts == by_hand(seen, dimensions)


def test_a_coarser_dimension_counts_what_lies_below_its_items():
    coarser = dimension("area", ("n", ALL), ("s", ALL))
    placed = place(AREAS, column(["n1", "n2", "s", "n1"]), str)
    table = count(HEADING, (coarser,), Observations(4, {"area": placed}))
    assert table.counts == {(ALL,): 4, ("n",): 3, ("s",): 1}


def test_those_who_were_not_asked_count_as_no_answer():
    asked = place_chosen(CODES, column(["T1.a", "unknown"]), several=False)
    table = count(HEADING, (CODES,), Observations(5, {"code": asked.followed_by(place_nowhere(CODES, 3))}))
    assert table.counts[("no answer",)] == 4
    assert table.counts[("T1",)] == 1
    assert table.counts[(ALL,)] == 5


def test_nothing_observed_is_all_zeros():
    placed = Placed(AREAS, np.empty(0, np.int8), members(AREAS, []))
    table = count(HEADING, (AREAS,), Observations(0, {"area": placed}))
    assert set(table.counts.values()) == {0}


def column(values: list[object]) -> Column:
    known = list(dict.fromkeys(values))
    return Column(tuple(known), np.array([known.index(value) for value in values], np.int16))


def by_hand(seen: list[tuple[int, str, str]], dimensions: tuple[Dimension, ...]) -> dict[tuple[str, ...], int]:
    """Every voice written down beside every cell it is in."""
    written: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for voice, *items in seen:
        own = [item for one, item in zip((AREAS, CODES), items, strict=True) if one in dimensions]
        for cell in product(*(around(one, item) for one, item in zip(dimensions, own, strict=True))):
            written[cell].add(voice)
    table = RawTable(HEADING, dimensions, {})
    return {key: len(written[key]) for key in product(*([item.id for item in one.items] for one in table.dimensions))}


def around(dimension: Dimension, item: str) -> list[str]:
    parents = {one.id: one.parent for one in dimension.items}
    above = parents[item]
    return [item] if above is None else [item, *around(dimension, above)]

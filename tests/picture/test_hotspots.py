"""Where reports gather: in metres, in voices, and the same however the points are told."""

from math import cos, radians

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialog.geography.points import METRES_PER_DEGREE, Point
from dialog.picture.hotspots import FEWEST, NEAR, WIDEST, Gathering, Points, distance, extent, gatherings

MALMO, KIRUNA = Point(55.605, 13.0), Point(67.855, 20.225)
STEP = 30  # metres: no sum of its squares comes near the distances that the rules know

Spot = tuple[int, int, int]  # steps east, steps north, voice
SPOTS = st.lists(st.tuples(st.integers(-12, 12), st.integers(-12, 12), st.integers(0, 25)), max_size=60)


def points_at(place: Point, spots: list[Spot], part: int = 0) -> Points:
    """Reports some steps away from a place."""
    east, north, voice = np.array(spots, np.int64).reshape(-1, 3).T
    step = STEP / METRES_PER_DEGREE
    lat = (place.lat + north * step).astype(np.float64)
    lon = (place.lon + east * step / np.cos(np.radians(lat))).astype(np.float64)
    return Points(lat, lon, voice, np.full(len(spots), part))


def as_sets(found: list[Gathering]) -> set[frozenset[int]]:
    return {frozenset(one.points.tolist()) for one in found}


def heap(voices: int, east: int = 0, north: int = 0, first: int = 0) -> list[Spot]:
    """So many voices on one spot."""
    return [(east, north, first + number) for number in range(voices)]


@given(SPOTS)
def test_a_town_gathers_alike_in_the_south_and_in_the_north(spots: list[Spot]):
    south, north = (gatherings(points_at(place, spots)) for place in (MALMO, KIRUNA))
    assert as_sets(south) == as_sets(north)


@given(SPOTS, st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(spots: list[Spot], chance):
    order = list(range(len(spots)))
    chance.shuffle(order)
    shuffled = gatherings(points_at(MALMO, [spots[place] for place in order]))
    back = [frozenset(order[row] for row in one.points.tolist()) for one in shuffled]
    assert back == [frozenset(one.points.tolist()) for one in gatherings(points_at(MALMO, spots))]


@given(SPOTS)
def test_no_gathering_has_too_few_voices_or_is_too_wide(spots: list[Spot]):
    points = points_at(MALMO, spots)
    for one in gatherings(points):
        assert one.voices == len({spots[row][2] for row in one.points.tolist()}) >= FEWEST
        assert extent(np.column_stack([points.lat, points.lon])[one.points]) <= WIDEST


@given(SPOTS)
def test_no_report_is_in_two_gatherings(spots: list[Spot]):
    rows = [row for one in gatherings(points_at(MALMO, spots)) for row in one.points.tolist()]
    assert len(rows) == len(set(rows))


def test_five_voices_on_one_spot_gather_and_four_do_not():
    assert [one.voices for one in gatherings(points_at(MALMO, heap(5)))] == [5]
    assert gatherings(points_at(MALMO, heap(4))) == []


def test_many_reports_of_few_voices_gather_nowhere():
    assert gatherings(points_at(MALMO, heap(4) * 50)) == []
    roaming = [(east, north, voice) for east in range(3) for north in range(3) for voice in range(4)]
    assert gatherings(points_at(MALMO, roaming)) == []


def test_a_voice_with_two_reports_counts_once():
    (one,) = gatherings(points_at(MALMO, heap(6) + heap(6, east=1)))
    assert (one.voices, len(one.points)) == (6, 12)


def test_a_stricter_rule_wants_more_voices():
    assert gatherings(points_at(MALMO, heap(19)), fewest=20) == []
    assert len(gatherings(points_at(MALMO, heap(20)), fewest=20)) == 1


def test_neighbours_gather_and_those_farther_off_do_not():
    close, far = int(NEAR // STEP), int(NEAR // STEP) + 1
    assert len(gatherings(points_at(MALMO, heap(5) + heap(5, east=close, first=10)))) == 1
    assert len(gatherings(points_at(MALMO, heap(5) + heap(5, east=far, first=10)))) == 2


def test_the_fullest_come_first_and_no_more_than_asked_for():
    spots = heap(5) + heap(9, east=10, first=10) + heap(7, east=20, first=30)
    assert [one.voices for one in gatherings(points_at(MALMO, spots))] == [9, 7, 5]
    assert [one.voices for one in gatherings(points_at(MALMO, spots), most=2)] == [9, 7]


@pytest.mark.parametrize("metres", [10, 20, 40, 90])
def test_a_long_chain_is_not_one_place(metres: int):
    """Three voices every so many metres for two kilometres."""
    north = np.repeat(np.arange(0, 2000, metres), 3)
    points = Points(
        MALMO.lat + north / METRES_PER_DEGREE,
        np.full(len(north), MALMO.lon),
        np.arange(len(north)),
        np.zeros(len(north), np.int64),
    )
    found = gatherings(points)
    where = np.column_stack([points.lat, points.lon])
    assert all(extent(where[one.points]) <= WIDEST for one in found)
    assert len(found) != 1


def test_what_lies_dense_within_a_loose_town_is_found():
    chance = np.random.default_rng(1)
    east, north = chance.uniform(-1500, 1500, (2, 800))
    east[:60], north[:60] = chance.normal(0, 8, (2, 60))
    lat = MALMO.lat + north / METRES_PER_DEGREE
    lon = MALMO.lon + east / METRES_PER_DEGREE / cos(radians(MALMO.lat))
    fullest, *_ = gatherings(Points(lat, lon, np.arange(800), np.zeros(800, np.int64)))
    assert 55 <= fullest.voices <= 90
    assert distance(fullest.centre, MALMO) < 30


def test_a_gathering_on_a_border_is_two_and_each_needs_enough_voices():
    here, there = points_at(MALMO, heap(6)), points_at(MALMO, heap(5, east=1, first=10), part=1)
    names = ("lat", "lon", "voice", "part")
    both = Points(*(np.concatenate([getattr(here, name), getattr(there, name)]) for name in names))
    assert [(one.part, one.voices) for one in gatherings(both)] == [(0, 6), (1, 5)]
    assert [(one.part, one.voices) for one in gatherings(both, fewest=6)] == [(0, 6)]


def test_no_points_gather_nowhere():
    assert gatherings(points_at(MALMO, [])) == []


@settings(max_examples=5)
@given(st.integers(0, 100))
def test_a_pile_of_a_hundred_thousand_reports_is_one_spot(seed: int):
    chance = np.random.default_rng(seed)
    pile = Points(
        np.full(100_000, MALMO.lat),
        np.full(100_000, MALMO.lon),
        chance.integers(0, 80_000, 100_000),
        np.zeros(100_000, np.int64),
    )
    (one,) = gatherings(pile)
    assert one.voices == len(np.unique(pile.voice))


@pytest.mark.parametrize("place", [MALMO, KIRUNA, Point(0.0, 0.0), Point(-33.9, 151.2)])
def test_metres_are_metres_everywhere(place: Point):
    north = Point(place.lat + 100 / METRES_PER_DEGREE, place.lon)
    east = Point(place.lat, place.lon + 100 / METRES_PER_DEGREE / cos(radians(place.lat)))
    assert distance(place, north) == pytest.approx(100, abs=0.01)
    assert distance(place, east) == pytest.approx(100, abs=0.01)

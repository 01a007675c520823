"""Points and outlines."""

from math import cos, hypot, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.geography.outlines import BadOutline, Lookup, read_outline
from dialog.geography.points import METRES_PER_DEGREE, BadPoint, Point, read_point, snap_to_grid
from tests.factories import square

in_sweden = st.builds(Point, st.floats(55, 69), st.floats(11, 24))


@pytest.mark.parametrize(
    ("lat", "lon"),
    [("NaN", "15"), ("inf", "15"), ("91", "15"), ("59", "-180.1"), ("", "15"), ("59°", "15"), (None, None)],
)
def test_what_is_no_place_on_earth_is_refused(lat: object, lon: object) -> None:
    with pytest.raises(BadPoint):
        read_point(lat, lon)


def test_a_point_is_kept_to_four_decimals() -> None:
    assert read_point(" 59.123456 ", "15.98765") == Point(59.1235, 15.9877)


@given(in_sweden, st.sampled_from([100, 250, 1000]))
def test_a_snapped_point_is_near_and_snaps_to_itself(point: Point, metres: int) -> None:
    snapped = snap_to_grid(point, metres)
    north = (snapped.lat - point.lat) * METRES_PER_DEGREE
    east = (snapped.lon - point.lon) * METRES_PER_DEGREE * cos(radians(point.lat))
    assert hypot(north, east) <= metres * 0.75
    assert snap_to_grid(snapped, metres) == snapped


@given(in_sweden)
def test_many_looks_at_a_snapped_point_reveal_no_more_than_one(point: Point) -> None:
    assert len({snap_to_grid(point, 250) for _ in range(20)}) == 1


def test_a_grid_without_width_is_none() -> None:
    with pytest.raises(ValueError, match="width"):
        snap_to_grid(Point(59, 15), 0)


def test_the_smallest_outline_that_holds_a_point_comes_first() -> None:
    lookup = Lookup({1: square(15, 59, 0.3), 2: square(15, 59, 0.1)})
    assert lookup.find(Point(59.05, 15.05)) == [2, 1]
    assert lookup.find(Point(59.05, 15.25)) == [1]
    assert lookup.find(Point(0, 0)) == []


def test_a_ring_that_crosses_itself_is_repaired() -> None:
    bow_tie = {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}
    assert read_outline(bow_tie).is_valid


@pytest.mark.parametrize(
    "geometry",
    [
        None,
        {},
        {"type": "Point", "coordinates": [15, 59]},
        {"type": "Polygon", "coordinates": []},
        square(600000, 6500000, 10),
    ],
)
def test_what_is_no_outline_in_degrees_is_refused(geometry: dict[str, object] | None) -> None:
    with pytest.raises(BadOutline):
        read_outline(geometry)

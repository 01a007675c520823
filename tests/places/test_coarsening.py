"""How exactly a point is told: a grid that nests, and enough people wherever a point may lie."""

from collections import defaultdict

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.geography.points import Point
from dialog.places.coarsening.grid import COARSEST, FINEST_METRES, SIDE, Block, cell_of
from dialog.places.coarsening.land import Land
from dialog.places.coarsening.points import coarse_point, coarse_points
from dialog.places.coarsening.rule import UNKNOWN_LEVEL, levels
from tests.factories import make_land, square

anywhere = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))
in_sweden = st.builds(Point, st.floats(55, 69), st.floats(11, 24))
SPOT = Point(59.05, 15.05)  # in the first district of the land of tests


def people_of(land: Session, code: str, population: int | None) -> None:
    land.query(Area).filter_by(code=code).one().population = population
    land.flush()


@st.composite
def blocks(draw: st.DrawFn) -> tuple[list[float], list[bool]]:
    """How many people live in each of the finest cells: in patches, as land is, and partly unknown."""
    patch = draw(st.sampled_from([1, 2, 4, 8, 16]))
    across = SIDE // patch
    one = st.one_of(st.none(), st.sampled_from([0.0, 0.3, 4.0, 20.0, 49.9, 50.0, 700.0]))
    drawn = draw(st.lists(one, min_size=across**2, max_size=across**2))
    whole = [drawn[row // patch * across + column // patch] for row in range(SIDE) for column in range(SIDE)]
    return [people or 0.0 for people in whole], [people is not None for people in whole]


def told_alike(found: tuple[int, ...]) -> dict[tuple[int, int, int], list[int]]:
    """The finest cells by what is told of their points."""
    told = defaultdict(list)
    for at, level in enumerate(found):
        told[level, at // SIDE >> level, at % SIDE >> level].append(at)
    return told


@given(in_sweden, st.integers(0, COARSEST - 1))
def test_every_cell_lies_whole_in_the_next_wider_one(point: Point, level: int) -> None:
    finer, wider = cell_of(point).coarse(level), cell_of(point).coarse(level + 1)
    assert wider.within == 2 * finer.within
    step = cell_of(point).block.east_step * 2**level / 2
    assert abs(finer.point.lon - wider.point.lon) == pytest.approx(step, abs=2e-5)
    assert abs(finer.point.lat - wider.point.lat) == pytest.approx(FINEST_METRES * 2**level / 2 / 111_320, abs=2e-5)


@given(anywhere)
def test_a_point_lies_in_its_cell_wherever_on_earth(point: Point) -> None:
    cell = cell_of(point)
    west, south, east, north = cell.block.bounds()
    assert west - 1e-9 <= point.lon <= east + 1e-9 and south - 1e-9 <= point.lat <= north + 1e-9
    told = cell.coarse(COARSEST).point
    assert abs(told.lat) <= 90 and abs(told.lon) <= 180


@given(blocks())
def test_enough_people_live_wherever_a_point_may_lie(block: tuple[list[float], list[bool]]) -> None:
    people, is_known = block
    for (level, *_), cells in told_alike(levels(people, is_known, 50)).items():
        if any(is_known[at] for at in cells):
            assert sum(people[at] for at in cells) >= 50 or level == COARSEST
        else:
            assert level >= UNKNOWN_LEVEL


@given(blocks())
def test_the_answer_belongs_to_the_land_and_not_to_who_asks(block: tuple[list[float], list[bool]]) -> None:
    people, is_known = block
    assert levels(people, is_known, 50) == levels(list(people), list(is_known), 50)


def test_where_many_live_a_point_is_told_in_the_finest_cells() -> None:
    cells = SIDE * SIDE
    assert set(levels([60.0] * cells, [True] * cells, 50)) == {0}
    assert set(levels([15.0] * cells, [True] * cells, 50)) == {1}
    assert set(levels([0.01] * cells, [True] * cells, 50)) == {COARSEST}


def test_an_empty_cell_is_told_together_with_the_neighbour_where_fewest_live() -> None:
    cells = SIDE * SIDE
    people = [60.0] * cells
    people[0], people[1] = 0.0, 55.0
    found = levels(people, [True] * cells, 50)
    assert [at for at in range(cells) if found[at]] == [0, 1]
    assert found[0] == found[1] == 1


def test_a_cell_over_a_border_weighs_both_areas() -> None:
    cell = Block(814, 100)
    west, south, east, north = cell.bounds()
    middle = (west + east) / 2
    left, right = shapely.box(west, south, middle, north), shapely.box(middle, south, east, north)
    people, covered = Land([(left, 64_000), (right, 640)])._people(cell)
    assert sum(people) == pytest.approx(64_640)
    assert covered.min() == pytest.approx(1)


def test_where_two_divisions_lie_over_each_other_nobody_is_counted_twice() -> None:
    cell = Block(814, 100)
    whole = shapely.box(*cell.bounds())
    people, _ = Land([(whole, 5_000), (whole.buffer(0.001), 5_001)])._people(cell)
    assert sum(people) == pytest.approx(5_000)


def test_without_any_known_population_a_point_is_told_within_a_kilometre(session: Session) -> None:
    root = make_land(session)
    assert coarse_point(session, SPOT, root_id=root.id, inhabitants=50).within == 1_000
    assert coarse_point(session, Point(12, 40), root_id=root.id, inhabitants=50).within == 1_000


def test_the_finest_areas_count_and_what_lies_above_them_does_not(session: Session) -> None:
    root = make_land(session)
    people_of(session, "9999", 10_000_000)
    people_of(session, "north", 100)  # on about 64 km²
    assert coarse_point(session, SPOT, root_id=root.id, inhabitants=50).within == 8_000


def test_a_new_population_is_noticed(session: Session) -> None:
    root = make_land(session)
    people_of(session, "9999", 300_000)
    assert coarse_point(session, SPOT, root_id=root.id, inhabitants=50).within == 500
    people_of(session, "9999", 1_000_000)
    assert coarse_point(session, SPOT, root_id=root.id, inhabitants=50).within == 250


def test_a_border_that_moved_is_noticed(session: Session) -> None:
    root = make_land(session)
    people_of(session, "north", 100_000)
    dense = coarse_point(session, SPOT, root_id=root.id, inhabitants=50)
    session.query(Area).filter_by(code="north").one().outline = square(14.9, 58.9, 0.1)
    session.flush()
    assert coarse_point(session, SPOT, root_id=root.id, inhabitants=50) != dense


def test_an_outline_that_crosses_itself_stops_nobody(session: Session) -> None:
    root = make_land(session)
    area = session.query(Area).filter_by(code="north").one()
    area.outline = {"type": "Polygon", "coordinates": [[[15, 59], [15.1, 59.1], [15.1, 59], [15, 59.1], [15, 59]]]}
    area.population = 1_000
    session.flush()
    assert coarse_point(session, SPOT, root_id=root.id, inhabitants=50).within >= 250


def test_many_points_are_told_as_each_by_itself(session: Session) -> None:
    root = make_land(session)
    people_of(session, "north", 10_000)
    points = [Point(59 + n / 300, 15 + n / 200) for n in range(40)]
    together = coarse_points(session, points, root_id=root.id, inhabitants=50)
    assert together == [coarse_point(session, point, root_id=root.id, inhabitants=50) for point in points]


def test_thousands_of_points_need_no_more_queries_than_one(session: Session) -> None:
    root = make_land(session)
    people_of(session, "north", 10_000)
    points = [Point(59 + n / 30_000, 15 + n / 20_000) for n in range(3_000)]
    coarse_points(session, points[:1], root_id=root.id, inhabitants=50)
    asked: list[str] = []
    note = lambda _c, _cursor, statement, *_: asked.append(statement)  # noqa: E731
    event.listen(session.get_bind(), "before_cursor_execute", note)
    coarse_points(session, points, root_id=root.id, inhabitants=50)
    event.remove(session.get_bind(), "before_cursor_execute", note)
    assert len(asked) <= 2

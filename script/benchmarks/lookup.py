"""Finding the area of many points: ours beside a bare shapely STRtree that is asked for the same.

    lookup.py [POINTS]     by default 1,000,000, into 6,000 areas of 200 corners each

Both are asked in turn, A B A B, so that a ratio holds although the machine's speed drifts.
"""

import statistics
import sys
import time
from collections.abc import Callable
from itertools import product

import numpy
import shapely
from shapely.geometry import mapping

from dialog.areas.locating import finest_of
from dialog.geography.outlines import Lookup
from dialog.geography.points import Point

ROWS, COLUMNS, STEP = 60, 100, 0.02  # areas north and east, and how wide each is, degrees
WEST, SOUTH = 13.0, 57.0
CORNERS = 50  # on each side
TIMES = 3
MOST = 2.0  # times the bare query: the project's bar


def main(points: int) -> None:
    areas = [outline(row, column) for row, column in product(range(ROWS), range(COLUMNS))]
    lookup = Lookup({number: mapping(area) for number, area in enumerate(areas)})
    tree = shapely.STRtree(areas)
    chance = numpy.random.default_rng(1)
    lon = chance.uniform(WEST, WEST + COLUMNS * STEP, points)
    lat = chance.uniform(SOUTH, SOUTH + ROWS * STEP, points)
    pins = [Point(north, east) for north, east in zip(lat.tolist(), lon.tolist(), strict=True)]
    bare, ours = [], []
    for _ in range(TIMES):
        bare.append(seconds(lambda: tree.query(shapely.points(lon, lat), predicate="intersects")))
        ours.append(seconds(lambda: finest_of(lookup, pins)))
    ratio = statistics.median(one / other for one, other in zip(ours, bare, strict=True))
    print(
        f"lookup, {points:,} points into {len(areas):,} areas: {points / statistics.median(ours):,.0f} points a second "
        f"of processor; {ratio:.2f} times a bare STRtree query (bar {MOST:.0f})"
    )


def outline(row: int, column: int) -> shapely.Polygon:
    """A square whose sides bulge as those of its neighbours do."""
    west, south = WEST + column * STEP, SOUTH + row * STEP
    along = numpy.linspace(0, STEP, CORNERS, endpoint=False)
    below, left = south + bulge(along, row), west + bulge(along, column)
    above, right = south + STEP + bulge(along, row + 1), west + STEP + bulge(along, column + 1)
    sides = (
        (west + along, below),
        (right, south + along),
        ((west + along)[1:], above[1:]),
        (left[1:], (south + along)[1:]),
    )
    corners = [numpy.column_stack(side) for side in sides]
    top = numpy.array([[west + STEP, south + STEP]])
    return shapely.Polygon(
        numpy.vstack([corners[0], corners[1], top, corners[2][::-1], [[west, south + STEP]], corners[3][::-1]])
    )


def bulge(along: numpy.ndarray, number: int) -> numpy.ndarray:
    return numpy.sin(along / STEP * 6 * numpy.pi) * STEP / 20 * (1 if number % 2 else -1)


def seconds(work: Callable[[], object]) -> float:
    """Of this process's processor time: other programs do not count."""
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 1_000_000)

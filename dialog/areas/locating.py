"""Where many points lie at once. Pure."""

from collections.abc import Sequence

import numpy
import shapely

from dialog.geography.outlines import Lookup
from dialog.geography.points import Point


def finest_of(lookup: Lookup, points: Sequence[Point]) -> list[int | None]:
    """For each point the id of the smallest outline that holds it; None outside them all."""
    found: list[int | None] = [None] * len(points)
    if not points or not lookup.ids:
        return found
    pins = shapely.points([(point.lon, point.lat) for point in points])
    outlines = numpy.asarray(lookup.shapes)
    shapely.prepare(outlines)
    which, near = lookup.tree.query(pins)
    inside = shapely.intersects(outlines[near], pins[which])
    which, near = which[inside], near[inside]
    for at in numpy.argsort(-shapely.area(outlines[near]), kind="stable"):  # the smallest last: it stays
        found[which[at]] = lookup.ids[near[at]]
    return found

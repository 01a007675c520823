"""Parts of one street are one name, and so are the many dots of one spot. Pure."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians

import numpy
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from shapely.geometry.base import BaseGeometry

from dialog.areas.names.folding import fold
from dialog.geography.points import METRES_PER_DEGREE, Point
from dialog.languages import MAIN, Words, pick

STREET, ADDRESS, LANDMARK = "street", "address", "landmark"
SETTLEMENT, NEIGHBOURHOOD, OTHER = "settlement", "neighbourhood", "other"
KINDS = (STREET, ADDRESS, LANDMARK, SETTLEMENT, NEIGHBOURHOOD, OTHER)

# Metres that parts of one thing lie apart at most: the halves of a street around a square, the stops of both directions
_APART: Mapping[str, float] = {STREET: 400, ADDRESS: 150, LANDMARK: 250, SETTLEMENT: 2_500, NEIGHBOURHOOD: 1_500}
_ANY = 250


@dataclass(frozen=True, slots=True)
class Part:
    """What one entry of a file calls something."""

    kind: str
    names: Words
    others: Sequence[str]
    shape: BaseGeometry  # WGS84, longitude first


@dataclass(frozen=True, slots=True)
class Spot:
    """One name to keep."""

    kind: str
    names: Words
    others: Sequence[str]
    point: Point
    area_id: int | None = None


def is_same_spot(one: Spot, other: Spot) -> bool:
    """Whether two names, perhaps of two files, mean the same spot."""
    if (one.kind, one.area_id) != (other.kind, other.area_id):
        return False
    if fold(pick(one.names, MAIN)[0]) != fold(pick(other.names, MAIN)[0]):
        return False
    east = (one.point.lon - other.point.lon) * cos(radians(one.point.lat))
    return hypot(one.point.lat - other.point.lat, east) * METRES_PER_DEGREE <= _APART.get(one.kind, _ANY)


def point_in(shape: BaseGeometry) -> Point:
    """A point of the shape itself: of lines near their middle, of surfaces inside, of several dots one of them."""
    line = shapely.line_merge(shape) if shape.geom_type == "MultiLineString" else shape
    if line.geom_type == "LineString":
        found = line.interpolate(0.5, normalized=True)
    elif shapely.get_dimensions(shape) == 2:
        found = shape.representative_point()
    else:
        found = shapely.get_point(shapely.shortest_line(shape, shape.centroid), 0)
    return Point(round(found.y, 5), round(found.x, 5))


def join(parts: Sequence[Part], areas: Sequence[int | None]) -> list[Spot]:
    """The spots that the parts make up, in the order of the file; `areas` says in which area each part lies.

    Parts are of one spot when their name, kind and area are the same and they lie near each other.
    """
    alike: dict[tuple[str, str, int | None], list[int]] = defaultdict(list)
    for at, (part, area) in enumerate(zip(parts, areas, strict=True)):
        alike[fold(pick(part.names, MAIN)[0]), part.kind, area].append(at)
    groups = sorted(group for same in alike.values() for group in _near(parts, same))
    return [_spot([parts[at] for at in group], areas[group[0]]) for group in groups]


def _near(parts: Sequence[Part], among: Sequence[int]) -> Iterator[list[int]]:
    """The parts in groups whose members lie near each other, from one to the next."""
    if len(among) == 1:
        yield list(among)
        return
    flat = [_in_metres(parts[at].shape) for at in among]
    one, other = shapely.STRtree(flat).query(flat, predicate="dwithin", distance=_APART.get(parts[among[0]].kind, _ANY))
    links = coo_array((numpy.ones(len(one)), (one, other)), shape=(len(flat), len(flat)))
    number, group_of = connected_components(links, directed=False)
    for group in range(number):
        yield [among[at] for at in numpy.flatnonzero(group_of == group).tolist()]


def _in_metres(shape: BaseGeometry) -> BaseGeometry:
    """Flat, near enough within a few kilometres; the scale is that of the nearest degree of latitude."""
    north = round(shape.centroid.y)
    scale = numpy.array([METRES_PER_DEGREE * cos(radians(north)), METRES_PER_DEGREE])
    return shapely.transform(shape, lambda corners: corners * scale)


def _spot(parts: Sequence[Part], area_id: int | None) -> Spot:
    names = {tag: text for part in reversed(parts) for tag, text in part.names.items()}
    spellings = [text for part in parts for text in (*part.names.values(), *part.others)]
    known = set(names.values())
    others = [text for text in dict.fromkeys(spellings) if text not in known]
    return Spot(parts[0].kind, names, others, point_in(_together([part.shape for part in parts])), area_id)


def _together(shapes: Sequence[BaseGeometry]) -> BaseGeometry:
    """The shapes of the most telling sort as one: surfaces before lines, lines before dots."""
    if len(shapes) == 1:
        return shapes[0]
    sort = max(shapely.get_dimensions(one) for one in shapes)
    return shapely.union_all([one for one in shapes if shapely.get_dimensions(one) == sort])

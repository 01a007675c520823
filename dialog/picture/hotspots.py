"""Where reports gather: dense clusters of points, in metres, counted in voices. Pure.

DBSCAN over the spots where reports are, each weighed by its voices, so that a pile of a thousand reports on one spot
is one spot. What hangs together loosely over a whole town is looked at again, ever more closely, until no gathering
is wider than WIDEST. Nothing here depends on the order of the points.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import KDTree

from dialog.geography.points import METRES_PER_DEGREE, Point

NEAR = 100.0  # metres between neighbours: one end of a square from the other; pins for one spot lie 50 m apart
NEAREST = 25.0  # metres: what still hangs together there is cut; a point is kept to about 10 m, and no better
WIDEST = 500.0  # metres from end to end: more is no place but a part of town
FEWEST = 5  # voices: what may be shown at all; a stricter rule raises it

Numbers = NDArray[np.int64]
Degrees = NDArray[np.float64]

_RADIUS = np.degrees(METRES_PER_DEGREE)  # of the earth, so that a chord of its sphere is as long as on its surface
_APART = 1e8  # metres: puts the points of different voices out of each other's reach
_ROUNDING = 1e-6  # voices: a sum of thirds may fall short of one by less


@dataclass(frozen=True)
class Points:
    """Where reports are, a row each: WGS84 degrees, the number of the voice, and of the part of the land it is in."""

    lat: Degrees
    lon: Degrees
    voice: Numbers
    part: Numbers


@dataclass(frozen=True)
class Gathering:
    """Points that belong together, all in one part of the land, and how many voices made them."""

    points: Numbers  # rows
    voices: int
    part: int
    centre: Point  # the mean of its points: for the house only


def gatherings(points: Points, *, fewest: int = FEWEST, most: int | None = None) -> list[Gathering]:
    """Those with at least so many voices, the fullest first. A point is in one of them at most.

    The land is looked at as a whole, but a gathering on the border between two parts is counted as two.
    """
    if not len(points.lat):
        return []
    where, spot = np.unique(np.column_stack([points.lat, points.lon]), axis=0, return_inverse=True)
    spot = spot.ravel()
    label = _Land(where, spot, points.voice, fewest).labels()[spot]
    found = [_gathering(points, rows) for rows in _rows_of(label, points.part)]
    full = [one for one in found if one.voices >= fewest]
    return sorted(full, key=lambda one: (-one.voices, one.centre.lat, one.centre.lon, one.part))[:most]


class _Land:
    """The spots where reports are, and which voices are at each."""

    def __init__(self, where: Degrees, spot: Numbers, voice: Numbers, fewest: int) -> None:
        self.where, self.fewest = where, fewest
        self.on_sphere = _on_sphere(where)
        pairs = np.unique(np.column_stack([spot, voice]), axis=0)  # a voice is at a spot once
        self.spot, self.voice = pairs[:, 0], pairs[:, 1]
        _, which, times = np.unique(self.voice, return_inverse=True, return_counts=True)
        self.roams = times[which.ravel()] > 1  # of pairs: whether the voice is at other spots too
        self.weights: dict[float, NDArray[np.float64]] = {}

    def labels(self) -> Numbers:
        """The number of the cluster that each spot is in; -1 in none."""
        label = np.full(len(self.where), -1, np.int64)
        for number, spots in enumerate(self.clusters(np.arange(len(self.where)), NEAR)):
            label[spots] = number
        return label

    def clusters(self, spots: Numbers, near: float) -> Iterator[Numbers]:
        """Clusters among some spots, none wider than WIDEST."""
        found = self.dense(spots, near)
        for number in range(found.max(initial=-1) + 1):
            cluster = spots[found == number]
            if extent(self.where[cluster]) <= WIDEST:
                yield cluster
            elif near > NEAREST:
                yield from self.clusters(cluster, near / 2)
            else:
                yield from self.halves(cluster)

    def dense(self, spots: Numbers, near: float) -> Numbers:
        from sklearn.cluster import DBSCAN  # noqa: PLC0415  (a second to load, and only drafts need it)

        if near not in self.weights:
            self.weights[near] = self.weight(near) + _ROUNDING
        clustering = DBSCAN(eps=near, min_samples=self.fewest, algorithm="kd_tree")
        clustering.fit(self.on_sphere[spots], sample_weight=self.weights[near][spots])
        found: Numbers = clustering.labels_.astype(np.int64)
        return found

    def weight(self, near: float) -> NDArray[np.float64]:
        """Voices at each spot. One that is at several spots near each other is shared among them."""
        share = np.ones(len(self.spot))
        if self.roams.any():
            around = np.column_stack([self.on_sphere[self.spot[self.roams]], self.voice[self.roams] * _APART])
            share[self.roams] = 1 / KDTree(around).query_ball_point(around, near, return_length=True)
        return np.bincount(self.spot, weights=share, minlength=len(self.where)).astype(np.float64)

    def halves(self, cluster: Numbers) -> Iterator[Numbers]:
        """A cluster cut across its longer side, again and again, until no part is wider than WIDEST."""
        where = self.where[cluster]
        if extent(where) <= WIDEST:
            yield cluster
            return
        height, width = _sides(where)
        along = where[:, 0 if height >= width else 1]
        first = along <= (along.min() + along.max()) / 2
        yield from self.halves(cluster[first])
        yield from self.halves(cluster[~first])


def extent(where: Degrees) -> float:
    """Metres across a box around points (rows of latitude and longitude): no two of them lie farther apart."""
    return float(np.hypot(*_sides(where)))


def metres_from(point: Point, lat: Degrees, lon: Degrees) -> NDArray[np.float64]:
    """How far points lie from one point."""
    apart = _on_sphere(np.column_stack([lat, lon])) - _on_sphere(np.array([[point.lat, point.lon]]))
    distances: NDArray[np.float64] = np.linalg.norm(apart, axis=1)
    return distances


def distance(one: Point, other: Point) -> float:
    """Metres between two points."""
    return float(metres_from(one, np.array([other.lat]), np.array([other.lon]))[0])


def _sides(where: Degrees) -> tuple[float, float]:
    """Metres from south to north, and from west to east where that is longest."""
    (south, west), (north, east) = where.min(axis=0), where.max(axis=0)
    widest = np.cos(np.radians(min(abs(south), abs(north))))
    return (north - south) * METRES_PER_DEGREE, (east - west) * METRES_PER_DEGREE * widest


def _on_sphere(where: Degrees) -> NDArray[np.float64]:
    """Points in space, in metres: as far apart as on earth wherever they lie, unlike on any one map."""
    north, east = np.radians(where).T
    return _RADIUS * np.column_stack([np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)])


def _rows_of(label: Numbers, part: Numbers) -> Iterator[Numbers]:
    """The rows of each cluster in each part of the land."""
    rows = np.flatnonzero(label >= 0)
    rows = rows[np.lexsort((part[rows], label[rows]))]
    ends = np.flatnonzero((np.diff(label[rows]) != 0) | (np.diff(part[rows]) != 0)) + 1
    return (some for some in np.split(rows, ends) if some.size)


def _gathering(points: Points, rows: Numbers) -> Gathering:
    middle = Point(float(points.lat[rows].mean().round(6)), float(points.lon[rows].mean().round(6)))
    return Gathering(rows, len(np.unique(points.voice[rows])), int(points.part[rows[0]]), middle)

"""Polygons as GeoJSON geometries, and finding the one that holds a point."""

from collections.abc import Mapping
from math import isfinite
from typing import Any

import numpy
import shapely
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

from dialog.geography.points import Point
from dialog.languages import N_, Sentence

Geometry = Mapping[str, Any]  # a GeoJSON geometry, WGS84 degrees


class BadOutline(ValueError):
    """Not a polygon that can be used."""


def read_outline(geometry: Geometry | None) -> BaseGeometry:
    """A valid (multi)polygon. Raises BadOutline for anything else; rings that cross themselves are repaired."""
    try:
        outline = shape(geometry)
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, shapely.errors.ShapelyError):
        raise BadOutline(Sentence(N_("no outline"))) from None
    return sound_outline(outline)


def sound_outline(outline: BaseGeometry) -> BaseGeometry:
    """The surface of a shape, WGS84, as a valid (multi)polygon; what repairing leaves of lines and points is dropped.

    Raises BadOutline for what is no polygon, lies outside the world, or encloses nothing.
    """
    if outline.geom_type not in ("Polygon", "MultiPolygon", "GeometryCollection") or outline.is_empty:
        raise BadOutline(Sentence(N_("it is a %(shape)s, not a polygon"), shape=outline.geom_type))
    flat = shapely.force_2d(outline)
    west, south, east, north = flat.bounds
    if not (isfinite(west + south + east + north) and west >= -180 and east <= 180 and south >= -90 and north <= 90):
        raise BadOutline(Sentence(N_("its coordinates are no degrees, or not of the same projection as the others")))
    parts = shapely.get_parts(flat if flat.is_valid else shapely.make_valid(flat))
    surfaces = [part for part in parts if part.area]
    if not surfaces:
        raise BadOutline(Sentence(N_("its outline encloses nothing")))
    return flat if flat.is_valid and flat.geom_type != "GeometryCollection" else shapely.union_all(surfaces)


def write_outline(outline: BaseGeometry) -> dict[str, Any]:
    """As a GeoJSON geometry with 5 decimals (about 1 m)."""
    return dict(mapping(shapely.set_precision(outline, 1e-5)))


def union(outlines: list[BaseGeometry]) -> BaseGeometry:
    return shapely.union_all(outlines)


def simplify(geometry: Geometry, degrees: float) -> dict[str, Any]:
    """A lighter geometry for a screen; corners move by at most `degrees`."""
    return write_outline(shape(geometry).simplify(degrees, preserve_topology=True))


class Lookup:
    """Which of many outlines holds a point."""

    def __init__(self, outlines: Mapping[int, Geometry]) -> None:
        drawn = [(id, shape(geometry)) for id, geometry in outlines.items()]
        drawn.sort(key=lambda one: (one[1].area, one[0]))  # the smallest first
        self.ids = [id for id, _ in drawn]
        self.shapes = numpy.array([outline for _, outline in drawn], dtype=object)
        shapely.prepare(self.shapes)
        self.tree = shapely.STRtree(self.shapes)

    def find(self, point: Point) -> list[int]:
        """Ids of the outlines that hold the point, smallest first; empty outside them all."""
        hits = self.tree.query(shapely.Point(point.lon, point.lat), predicate="intersects")
        return [self.ids[hit] for hit in sorted(hits)]

    def finest(self, longitudes: Any, latitudes: Any) -> Any:
        """For each of many points, in degrees, the place in `ids` of the smallest outline that holds it; -1 outside."""
        x, y = numpy.asarray(longitudes, dtype=float), numpy.asarray(latitudes, dtype=float)
        which, near = self.tree.query(shapely.points(x, y))  # by their bounds; the prepared outlines answer the rest
        inside = shapely.intersects_xy(self.shapes[near], x[which], y[which])
        found = numpy.full(len(x), len(self.ids), dtype=numpy.int64)
        numpy.minimum.at(found, which[inside], near[inside])
        return numpy.where(found < len(self.ids), found, -1)

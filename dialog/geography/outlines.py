"""Polygons as GeoJSON geometries, and finding the one that holds a point."""

from collections.abc import Mapping
from typing import Any

import shapely
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

from dialog.geography.points import Point

Geometry = Mapping[str, Any]  # a GeoJSON geometry, WGS84 degrees


class BadOutline(ValueError):
    """Not a polygon that can be used."""


def read_outline(geometry: Geometry | None) -> BaseGeometry:
    """A valid (multi)polygon. Raises BadOutline for anything else; rings that cross themselves are repaired."""
    try:
        outline = shapely.force_2d(shape(geometry))
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, shapely.errors.ShapelyError):
        raise BadOutline("no outline") from None
    if outline.geom_type not in ("Polygon", "MultiPolygon") or outline.is_empty:
        raise BadOutline(f"the outline is a {outline.geom_type}, not a polygon")
    repaired = outline if outline.is_valid else shapely.make_valid(outline)
    west, south, east, north = repaired.bounds
    if west < -180 or east > 180 or south < -90 or north > 90:
        raise BadOutline("the coordinates are not degrees: give the file in WGS84")
    return repaired


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
        self.ids = list(outlines)
        self.shapes = [shape(geometry) for geometry in outlines.values()]
        self.tree = shapely.STRtree(self.shapes)

    def find(self, point: Point) -> list[int]:
        """Ids of the outlines that hold the point, smallest first; empty outside them all."""
        hits = self.tree.query(shapely.Point(point.lon, point.lat), predicate="intersects")
        return [self.ids[hit] for hit in sorted(hits, key=lambda hit: (self.shapes[hit].area, self.ids[hit]))]

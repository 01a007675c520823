"""Outlines drawn as SVG paths, which need no script. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians

import shapely
from shapely.geometry.base import BaseGeometry

WIDTH = 1000  # units of the drawing
_TALLEST = 800
_MARGIN = 10
_UNSEEN = 0.7  # units by which a corner may move
_SURFACES = ("Polygon", "MultiPolygon")


@dataclass(frozen=True)
class Path:
    """One outline on the drawing."""

    drawn: str  # for the attribute d
    label: str
    look: str  # the class it is drawn with


@dataclass(frozen=True)
class Drawing:
    """A map as wide as WIDTH; the stylesheet gives it its size on the page."""

    width: int
    height: int
    paths: Sequence[Path]


def draw(outlines: Iterable[tuple[BaseGeometry, str, str]]) -> Drawing:
    """Outlines (WGS84) with a label and a look each, in this order: the last lies on top."""
    found = list(outlines)
    if not found:
        return Drawing(WIDTH, WIDTH // 2, ())
    west, south, east, north = shapely.total_bounds([outline for outline, _, _ in found])
    squeeze = cos(radians((south + north) / 2))  # degrees of longitude are shorter than those of latitude
    wide, tall = max((east - west) * squeeze, 1e-6), max(north - south, 1e-6)
    scale = min((WIDTH - 2 * _MARGIN) / wide, (_TALLEST - 2 * _MARGIN) / tall)

    fine = shapely.simplify([outline for outline, _, _ in found], _UNSEEN / scale, preserve_topology=False)

    def place(lon: float, lat: float) -> str:
        return f"{_MARGIN + (lon - west) * squeeze * scale:.1f} {_MARGIN + (north - lat) * scale:.1f}"

    def path(outline: BaseGeometry) -> str:
        rings = [ring for part in shapely.get_parts(outline) for ring in (part.exterior, *part.interiors)]
        return "".join(f"M{'L'.join(place(lon, lat) for lon, lat, *_ in ring.coords[:-1])}Z" for ring in rings)

    drawn = zip(fine, found, strict=True)
    paths = [Path(path(one), label, look) for one, (_, label, look) in drawn if one.geom_type in _SURFACES]
    return Drawing(round(wide * scale) + 2 * _MARGIN, round(tall * scale) + 2 * _MARGIN, paths)

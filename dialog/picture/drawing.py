"""The map of a picture as lines and points of a drawing: its areas, and the places where reports gather. Pure.

A picture keeps its outlines, so that the map of an old edition stays as it was, needs no script and asks nobody else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from dialog.languages import Words
from dialog.picture.content import Outline, Picture
from dialog.picture.place_lines import PlaceLine
from dialog.picture.presentation import area_columns

WIDTH, TALLEST = 640, 720  # units of the drawing
MARGIN = 24  # so that a pin on the edge is whole
FINE = 0.5  # units: what is smaller than that on the drawing is left out
APART = 22  # units between pins that are told to be at the same point

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Land:
    """One area; `path` is SVG path data. Few: too little is known of it."""

    name: Words
    path: str
    is_few: bool


@dataclass(frozen=True)
class Pin:
    """A place by its number in the table beside the map, and where its point is on the drawing."""

    number: int
    x: float
    y: float


@dataclass(frozen=True)
class Drawing:
    width: int
    height: int
    lands: tuple[Land, ...]
    pins: tuple[Pin, ...]


def drawing(picture: Picture, lines: Sequence[PlaceLine]) -> Drawing | None:
    """None where there is nothing to draw."""
    shapes = {one.area: shape(one.geometry) for one in picture.outlines if one.geometry}
    spots = [(line.place.lon, line.place.lat) for line in lines]
    box = _box(list(shapes.values()), spots)
    if box is None:
        return None
    paper = Paper(box)
    few = {column.area: column.is_few for column in area_columns(picture)}
    lands = [_land(one, shapes[one.area], paper, few) for one in picture.outlines if one.area in shapes]
    return Drawing(WIDTH, paper.height, tuple(lands), tuple(_pins(paper, spots)))


class Paper:
    """A drawing of a piece of land: degrees to units, east to the right and north up, both to the same scale."""

    def __init__(self, box: Box) -> None:
        self._west, south, east, self._north = box
        self._shrink = max(cos(radians((south + self._north) / 2)), 0.01)
        wide, tall = max((east - self._west) * self._shrink, 1e-3), max(self._north - south, 1e-3)
        self._scale = min((WIDTH - 2 * MARGIN) / wide, (TALLEST - 2 * MARGIN) / tall)
        self._left = (WIDTH - wide * self._scale) / 2
        self.height = round(tall * self._scale) + 2 * MARGIN

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        return (
            self._left + (lon - self._west) * self._shrink * self._scale,
            MARGIN + (self._north - lat) * self._scale,
        )

    def path(self, outline: BaseGeometry) -> str:
        """SVG path data, without what is too small to see."""
        drawn = shapely.transform(outline, lambda points: [self.at(*point) for point in points.tolist()])
        return " ".join(_ring(ring.coords) for part in _polygons(drawn.simplify(FINE)) for ring in _rings(part))


def _box(shapes: Sequence[BaseGeometry], spots: Sequence[tuple[float, float]]) -> Box | None:
    """West, south, east, north around everything."""
    boxes = [one.bounds for one in shapes if not one.is_empty] + [(lon, lat, lon, lat) for lon, lat in spots]
    if not boxes:
        return None
    west, south, east, north = zip(*boxes, strict=True)
    return min(west), min(south), max(east), max(north)


def _land(outline: Outline, geometry: BaseGeometry, paper: Paper, few: Mapping[str, bool]) -> Land:
    return Land(outline.name, paper.path(geometry), few.get(outline.area, True))


def _polygons(geometry: BaseGeometry) -> list[Any]:
    return [part for part in getattr(geometry, "geoms", [geometry]) if not part.is_empty]


def _rings(polygon: Any) -> list[Any]:
    return [polygon.exterior, *polygon.interiors]


def _ring(points: Any) -> str:
    first, *others = [f"{x:.1f} {y:.1f}" for x, y in list(points)[:-1]]
    return f"M{first}L{' '.join(others)}Z"


def _pins(paper: Paper, spots: Sequence[tuple[float, float]]) -> list[Pin]:
    """In the order of the table. Those at one point stand beside each other."""
    met: dict[tuple[float, float], int] = {}
    pins = []
    for number, spot in enumerate(spots, start=1):
        x, y = paper.at(*spot)
        pins.append(Pin(number, round(x + APART * met.get(spot, 0), 1), round(y, 1)))
        met[spot] = met.get(spot, 0) + 1
    return pins

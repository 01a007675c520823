"""A fixed grid whose cells nest: each is made of four whole ones of half its width. Pure.

Rows are as high everywhere. Columns follow the cosine in the middle of the widest row, so that they are nearly as wide
as they are high, and the columns of every finer row within it lie exactly in its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, floor, radians

from dialog.geography.points import METRES_PER_DEGREE, Point

FINEST_METRES = 250
COARSEST = 5  # level: cells of 8,000 m
SIDE = 2**COARSEST  # how many of the finest cells stand side by side in one of the coarsest
_STEP = FINEST_METRES / METRES_PER_DEGREE  # degrees of latitude


@dataclass(frozen=True)
class Coarse:
    """Where a point may be said to lie: the middle of a cell, and how wide that is in metres."""

    point: Point
    within: int


@dataclass(frozen=True)
class Block:
    """One of the coarsest cells, with the finest ones in it."""

    row: int
    column: int

    @property
    def east_step(self) -> float:
        """Degrees of longitude that one of the finest cells is wide."""
        middle = (self.row + 0.5) * SIDE * _STEP
        return _STEP / max(cos(radians(middle)), 0.01)

    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north, in degrees."""
        south, west = self.row * SIDE * _STEP, self.column * SIDE * self.east_step
        return west, south, west + SIDE * self.east_step, south + SIDE * _STEP

    def cells(self) -> Iterator[tuple[float, float, float, float]]:
        """The bounds of the finest cells, row by row from the south, each from the west."""
        west, south, _east, _north = self.bounds()
        wide = self.east_step
        for row in range(SIDE):
            for column in range(SIDE):
                left, low = west + column * wide, south + row * _STEP
                yield left, low, left + wide, low + _STEP


@dataclass(frozen=True)
class Cell:
    """One of the finest cells, by its row and its column in a block."""

    block: Block
    row: int
    column: int

    def coarse(self, level: int) -> Coarse:
        """The cell of that level in which it lies: level 0 is itself, COARSEST the whole block."""
        west, south, _east, _north = self.block.bounds()
        width = 2**level
        lat = south + (self.row // width + 0.5) * width * _STEP
        lon = west + (self.column // width + 0.5) * width * self.block.east_step
        on_earth = Point(round(max(-90.0, min(90.0, lat)), 5), round(max(-180.0, min(180.0, lon)), 5))
        return Coarse(on_earth, FINEST_METRES * width)


def cell_of(point: Point) -> Cell:
    """The finest cell in which a point lies."""
    row = floor(point.lat / _STEP)
    step = Block(row // SIDE, 0).east_step
    column = floor(point.lon / step)
    return Cell(Block(row // SIDE, column // SIDE), row % SIDE, column % SIDE)


def level_at(middle: Point) -> int:
    """The level of the cell whose middle this is: middles of wider cells lie on borders of all finer ones."""
    half_steps = round(middle.lat / (_STEP / 2))
    for level in range(COARSEST):
        if half_steps % 2:
            return level
        half_steps //= 2
    return COARSEST

"""How many people are estimated to live in each cell of a grid: everybody spread evenly over the outline of their area.

Pure.
"""

from collections.abc import Iterable
from typing import Any

import numpy
import shapely
from shapely.geometry.base import BaseGeometry

from dialog.places.coarsening.grid import SIDE, Block, Cell
from dialog.places.coarsening.rule import Levels, levels

_TOUCH = 0.001  # of a cell: an area that covers less of it is not there; borders of two files never fit exactly


class Land:
    """The areas with a known population; what was worked out for a block is kept."""

    def __init__(self, areas: Iterable[tuple[BaseGeometry, int]]) -> None:
        """From outlines (WGS84, degrees) and populations. Where two lie over each other, the smaller outline counts."""
        shapes = [(_valid(outline), population) for outline, population in areas]
        shapes.sort(key=lambda one: (one[0].area, one[1]))
        self._shapes = [shape for shape, _ in shapes]
        self._per_square_degree = [population / shape.area if shape.area else 0.0 for shape, population in shapes]
        self._tree = shapely.STRtree(self._shapes)
        self._levels: dict[tuple[Block, int], Levels] = {}

    def level(self, cell: Cell, inhabitants: int) -> int:
        """The level of the grid at which points of one of the finest cells are told."""
        return self._levels_in(cell.block, inhabitants)[cell.row * SIDE + cell.column]

    def _levels_in(self, block: Block, inhabitants: int) -> Levels:
        if (block, inhabitants) not in self._levels:
            people, covered = self._people(block)
            self._levels[block, inhabitants] = levels(people.tolist(), (covered > _TOUCH).tolist(), inhabitants)
        return self._levels[block, inhabitants]

    def _people(self, block: Block) -> tuple[Any, Any]:
        """For each of the finest cells: how many people, and which share of it lies in an area."""
        people, covered = numpy.zeros(SIDE * SIDE), numpy.zeros(SIDE * SIDE)
        whole = shapely.box(*block.bounds())
        near = sorted(self._tree.query(whole, predicate="intersects"))  # the smallest area first
        if near:
            cells = shapely.box(*numpy.array(list(block.cells())).T)
            tree, size = shapely.STRtree(cells), float(cells[0].area)
        for which in near:
            piece = shapely.intersection(self._shapes[which], whole)
            hit = tree.query(piece, predicate="intersects")
            share = shapely.area(shapely.intersection(piece, cells[hit])) / size
            share = numpy.minimum(share, 1 - covered[hit])
            covered[hit] += share
            people[hit] += share * size * self._per_square_degree[which]
        return people, covered


def _valid(outline: BaseGeometry) -> BaseGeometry:
    return outline if outline.is_valid else shapely.make_valid(outline)

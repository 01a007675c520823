"""How coarsely a point is told, so that enough people live wherever it may lie. Pure.

What is told of a point is one cell of a nested grid. What that betrays is the set of all points that are told alike:
whoever reads "within 500 m" knows, too, that the point lies in none of the 250 m cells that are told by themselves. So
it is these sets that must hold enough inhabitants, not only the cells. They are put together from the finest cells
upwards: what is too thin waits for its neighbours in the next wider cell, and where these are told by themselves
already, the one with the fewest people joins it. The answer belongs to the land, not to a point: it is the same for all
points that are told alike, however many reports there are.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dialog.places.coarsening.grid import COARSEST, SIDE

UNKNOWN_LEVEL = 2  # 1,000 m, where nobody told us how many people live, or that land is ours
Levels = tuple[int, ...]  # of the finest cells of a block, in their order

_UNKNOWN: Levels = (UNKNOWN_LEVEL,) * (SIDE * SIDE)


@dataclass
class _Group:
    """Finest cells that are told alike."""

    cells: list[int] = field(default_factory=list)
    people: float = 0
    is_known: bool = False  # whether any of its land is known to hold so and so many people

    def take(self, other: "_Group") -> None:
        self.cells += other.cells
        self.people += other.people
        self.is_known |= other.is_known


def levels(people: Sequence[float], is_known: Sequence[bool], inhabitants: int) -> Levels:
    """For each of the finest cells of a block, the level of the cell as which its points are told.

    `people` are estimated to live in each, `is_known` says where there is an estimate. All points that are told alike
    lie where at least `inhabitants` live, as far as a block holds so many; land of which nothing is known is told in
    cells of UNKNOWN_LEVEL or wider.
    """
    if not any(is_known):
        return _UNKNOWN
    found = [COARSEST] * (SIDE * SIDE)  # what stays too thin to the end
    told = _Told(people, is_known, inhabitants, found)
    told.settle(0, 0, COARSEST)
    return tuple(found)


@dataclass
class _Told:
    people: Sequence[float]
    is_known: Sequence[bool]
    inhabitants: int
    found: list[int]

    def settle(self, row: int, column: int, level: int) -> tuple[list[_Group], _Group]:
        """The groups of a cell, and what in it is still too thin to be told."""
        groups, rest = self._parts(row, column, level)
        if not rest.cells:
            return groups, rest
        neighbours = [group for group in groups if group.is_known]
        if not self._is_enough(rest, level):
            if not (rest.is_known and neighbours):
                return groups, rest
            joining = min(neighbours, key=lambda group: (round(group.people, 3), group.cells[0]))
            groups.remove(joining)
            rest.take(joining)
        self.tell(rest, level)
        return [*groups, rest], _Group()

    def tell(self, group: _Group, level: int) -> None:
        for cell in group.cells:
            self.found[cell] = level

    def _parts(self, row: int, column: int, level: int) -> tuple[list[_Group], _Group]:
        if level == 0:
            at = row * SIDE + column
            return [], _Group([at], self.people[at], self.is_known[at])
        groups, rest, half = [], _Group(), 2 ** (level - 1)
        for south, west in ((0, 0), (0, half), (half, 0), (half, half)):
            others, too_thin = self.settle(row + south, column + west, level - 1)
            groups += others
            rest.take(too_thin)
        return groups, rest

    def _is_enough(self, group: _Group, level: int) -> bool:
        return group.people >= self.inhabitants if group.is_known else level >= UNKNOWN_LEVEL

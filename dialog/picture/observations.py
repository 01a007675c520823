"""What was observed of voices, and in which items of a dimension that counts. Pure."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dialog.picture.columns import Codes, Column, Numbering
from dialog.picture.ids import NO_ANSWER
from dialog.picture.tables import ALL, Dimension

Voices = NDArray[np.int32]


@dataclass(frozen=True)
class Placed:
    """One value an observation. Who has value v counts in the items i with `member[v, i]`: in an item, all above it
    and `all`; where several were chosen, in each of them."""

    dimension: Dimension
    codes: Codes
    member: NDArray[np.bool_]

    def within(self, dimension: Dimension) -> NDArray[np.bool_]:
        """`member` for a coarser version of the dimension."""
        index = index_of(self.dimension)
        return self.member[:, [index[item.id] for item in dimension.items]]

    def only(self, mask: NDArray[np.bool_]) -> "Placed":
        """Of some observations."""
        return replace(self, codes=self.codes[mask])

    def followed_by(self, other: "Placed") -> "Placed":
        """These observations, then those, of the same dimension."""
        codes = np.concatenate([self.codes.astype(np.int32), other.codes.astype(np.int32) + len(self.member)])
        return Placed(self.dimension, codes, np.concatenate([self.member, other.member]))

    def says_something(self, silent: Collection[str]) -> bool:
        """Whether any observation is in an item that is neither silent nor `all`."""
        used = self.member[np.bincount(self.codes, minlength=len(self.member)) > 0]
        told = (self.dimension.items[place].id for place in np.flatnonzero(used.any(axis=0)))
        return any(item != ALL and item not in silent for item in told)


@dataclass(frozen=True)
class Observations:
    """`size` observations; `voices` numbers the voice of each, None when each is a voice of its own."""

    size: int
    placed: Mapping[str, Placed] = field(default_factory=dict)
    voices: Voices | None = None


def place(dimension: Dimension, column: Column, item_of: Callable[[Any], str]) -> Placed:
    """One item an observation; `item_of` names the item of a value."""
    numbers = Numbering()
    table = np.array([numbers[item_of(value)] for value in column.values] or [0], np.int16)
    return Placed(dimension, table[column.codes], members(dimension, [[str(item)] for item in numbers]))


def place_chosen(dimension: Dimension, column: Column, *, several: bool) -> Placed:
    """What was chosen of fixed options, one or several of them, and who chose none that the dimension knows."""
    known = {item.id for item in dimension.items}

    def chosen(value: Any) -> list[str]:
        options = [value] if isinstance(value, str) else value if several and isinstance(value, tuple) else []
        return [item for item in map(option_item, options) if item in known] or [NO_ANSWER]

    return Placed(dimension, column.codes, members(dimension, [chosen(value) for value in column.values]))


def place_nowhere(dimension: Dimension, size: int) -> Placed:
    """Observations of those who were never asked."""
    return Placed(dimension, np.zeros(size, np.int8), members(dimension, [[NO_ANSWER]]))


def members(dimension: Dimension, items: Iterable[Collection[str]]) -> NDArray[np.bool_]:
    """For each value, from the items it is in: every item it counts in."""
    index = index_of(dimension)
    parents = {item.id: item.parent for item in dimension.items}
    rows = list(items)
    member = np.zeros((len(rows), len(dimension.items)), dtype=bool)
    for row, direct in zip(member, rows, strict=True):
        for item in direct:
            above: str | None = item
            while above is not None:
                row[index[above]] = True
                above = parents[above]
    return member


def index_of(dimension: Dimension) -> dict[str, int]:
    return {item.id: number for number, item in enumerate(dimension.items)}


def option_item(option: Any) -> str:
    """The item of a stored option."""
    return f"option:{option}" if option == ALL else str(option)

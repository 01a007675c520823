"""What was observed of voices, as items of dimensions: ready to be counted. Pure."""

from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dialog.picture.columns import Codes, Columns, Several, Single
from dialog.picture.dimensions import OptionItem
from dialog.picture.ids import NO_ANSWER
from dialog.picture.tables import ALL, Dimension

Items = Codes  # places in Dimension.items
Rows = NDArray[np.int32]
ItemOf = Callable[[Any], str]  # the item of a value


@dataclass(frozen=True)
class Placed:
    """The item of a dimension that each observation falls in; `rows` says whose, where not one each."""

    dimension: Dimension
    items: Items
    rows: Rows | None = None

    def within(self, dimension: Dimension) -> Items:
        """The items in a coarser version of the dimension: where one is lacking, the nearest above it."""
        if dimension == self.dimension:
            return self.items
        index, parents = index_of(dimension), {item.id: item.parent for item in self.dimension.items}
        return _compact([index[_nearest(item.id, index, parents)] for item in self.dimension.items])[self.items]

    def only(self, mask: NDArray[np.bool_]) -> "Placed":
        """Of some rows, where each has one item."""
        return Placed(self.dimension, self.items[mask])

    def says_something(self, silent: Collection[str]) -> bool:
        """Whether any observation is in an item that is none of the silent ones."""
        seen = np.bincount(self.items, minlength=len(self.dimension.items))
        return any(number and item.id not in silent for item, number in zip(self.dimension.items, seen, strict=True))


@dataclass(frozen=True)
class Observations:
    """`size` observations; `voices` numbers the voice of each, None when each is a voice of its own."""

    size: int
    placed: Mapping[str, Placed] = field(default_factory=dict)
    voices: Rows | None = None


def index_of(dimension: Dimension) -> dict[str, int]:
    return {item.id: place for place, item in enumerate(dimension.items)}


def place_single(dimension: Dimension, column: Single, item_of: ItemOf) -> Placed:
    """One item a row; `item_of` names the item of a value."""
    return Placed(dimension, _items(dimension, column.values, column.codes, item_of))


def place_several(dimension: Dimension, column: Several, size: int, item_of: ItemOf, *, none: str) -> Placed:
    """Any number of items a row, and the item `none` for rows without any."""
    items = _items(dimension, column.values, column.codes, item_of)
    empty = np.flatnonzero(np.bincount(column.rows, minlength=size) == 0).astype(np.int32)
    nothing = _everywhere(dimension, none, len(empty))
    return Placed(dimension, np.concatenate([items, nothing]), np.concatenate([column.rows, empty]))


def place_chosen(columns: Columns, name: str, dimension: Dimension, *, several: bool) -> Placed:
    """What was chosen of fixed options, and who chose none that the dimension knows."""
    item_of = OptionItem(dimension)
    if several:
        return place_several(dimension, columns.several[name], columns.size, item_of, none=NO_ANSWER)
    return place_single(dimension, columns.single[name], item_of)


def place_nowhere(dimension: Dimension, size: int, *, none: str) -> Placed:
    """Rows that were never asked."""
    return Placed(dimension, _everywhere(dimension, none, size))


def followed_by(first: Placed, first_size: int, second: Placed, second_size: int) -> Placed:
    """The observations of two groups of rows, one group after the other."""
    items = np.concatenate([first.items, second.items])
    if first.rows is None and second.rows is None:
        return Placed(first.dimension, items)
    rows = [_rows(first, first_size), first_size + _rows(second, second_size)]
    return Placed(first.dimension, items, np.concatenate(rows).astype(np.int32))


def _rows(placed: Placed, size: int) -> Rows:
    return np.arange(size, dtype=np.int32) if placed.rows is None else placed.rows


def _items(dimension: Dimension, values: tuple[Hashable, ...], codes: Codes, item_of: ItemOf) -> Items:
    index = index_of(dimension)
    return _compact([index[item_of(value)] for value in values] or [0])[codes]


def _everywhere(dimension: Dimension, item: str, size: int) -> Items:
    return np.repeat(_compact([index_of(dimension)[item]]), size)


def _compact(places: list[int]) -> Items:
    return np.array(places, np.int16)  # no dimension has 32,768 items


def _nearest(item: str, known: Mapping[str, int], parents: Mapping[str, str | None]) -> str:
    while item not in known:
        item = parents[item] or ALL
    return item

"""Two kinds of table that must never be confused: raw ones stay in the house, safe ones may leave it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import product

from dialog.languages import Words

ALL = "all"  # the item that stands for everybody in a dimension

Key = tuple[str, ...]  # one item id a dimension, in the order of the table's dimensions


class State(StrEnum):
    """Why a cell shows what it shows."""

    SHOWN = "shown"
    WITHHELD = "withheld"
    NO_DATA = "no data"


@dataclass(frozen=True)
class Item:
    """One category of a dimension; `parent` is the item it is part of, None for `all` itself."""

    id: str
    label: Words
    parent: str | None = ALL


@dataclass(frozen=True)
class Dimension:
    """What a table is broken down by.

    In an additive dimension an item is the sum of its children. In another one a voice can be in several items
    (it named several problems), so that no part is above the whole and the whole not above the sum of its parts.
    """

    id: str  # area, code, question:Q6, …
    label: Words
    items: tuple[Item, ...]  # `all` first
    additive: bool = True
    background: bool = False  # tells who answered (age, sex, language …), not what they said

    def children(self, item: str) -> tuple[str, ...]:
        return tuple(one.id for one in self.items if one.parent == item)


@dataclass(frozen=True)
class Heading:
    """What a table says of itself; `universe` names the voices it counts: same universe, same voices."""

    id: str
    title: Words
    source: str
    universe: str
    period: str  # ISO 8601 interval: 2026-05-04/2026-06-14
    base: Words
    unit: Words


@dataclass(frozen=True)
class RawTable:
    """Numbers of voices, unprotected. Every combination of items is in `counts`."""

    heading: Heading
    dimensions: tuple[Dimension, ...]
    counts: Mapping[Key, int]

    def keys(self) -> Iterator[Key]:
        return product(*([item.id for item in dimension.items] for dimension in self.dimensions))


@dataclass(frozen=True)
class Cell:
    """A figure that may leave: the value when shown, None when withheld or unknown."""

    value: int | None
    state: State


@dataclass(frozen=True)
class SafeTable:
    """Numbers of voices that may leave. Only `disclosure.protect` makes one from raw counts."""

    heading: Heading
    dimensions: tuple[Dimension, ...]
    cells: Mapping[Key, Cell] = field(repr=False)

    def __getitem__(self, key: Key) -> Cell:
        return self.cells[key]

    def at(self, items: Mapping[str, str]) -> Cell:
        """The figure of these items, by dimension; everybody in every other one."""
        return self.cells[tuple(items.get(one.id, ALL) for one in self.dimensions)]

    def dimension(self, id: str) -> Dimension:
        """The dimension of that id. Raises KeyError when the table has none."""
        for one in self.dimensions:
            if one.id == id:
                return one
        raise KeyError(id)

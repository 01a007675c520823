"""A cube of figures: dimensions, and a value or a reason for each combination of their items. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import prod

from dialog.sources.tables.values import Value

AREA, PERIOD, MEASURE = "area", "period", "measure"  # roles that a file may give a dimension


@dataclass(frozen=True, slots=True)
class Item:
    """One of what a dimension can be; without a code of its own the code is its label."""

    code: str
    label: str


@dataclass(frozen=True)
class Dimension:
    """What the figures are told apart by."""

    id: str
    label: str
    items: Sequence[Item]
    role: str = ""  # AREA, PERIOD, MEASURE, or nothing where the file does not say


@dataclass(frozen=True)
class Dataset:
    """A table as Statistics Sweden publishes it: the values in order, the last dimension turning fastest."""

    dimensions: Sequence[Dimension]
    values: Sequence[Value]
    title: str = ""
    publisher: str = ""
    unit: str = ""  # of all figures
    units: Mapping[str, str] = field(default_factory=dict)  # of the items of the measure, by code
    notes: Sequence[str] = ()

    def __post_init__(self) -> None:
        if len(self.values) != (size := prod(len(one.items) for one in self.dimensions)):
            raise ValueError(f"{len(self.values)} values where its dimensions make {size}")

    def cells(self) -> Iterator[tuple[tuple[Item, ...], Value]]:
        """Every combination with what is said of it."""
        yield from zip(product(*(one.items for one in self.dimensions)), self.values, strict=True)

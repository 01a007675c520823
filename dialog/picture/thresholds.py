"""Which figures are withheld for their own sake, and what a reader then still knows of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from dialog.languages import N_
from dialog.picture.equations import Name, System, name_of
from dialog.picture.rounding import BASES, METHODS
from dialog.picture.tables import RawTable, SafeTable, State
from dialog.picture.unanimity import unanimous

AREA = "area"

MINIMUM = 5  # design decision "small figures": public tables withhold below 5 (SCB, UK practice: 5 to 10)
GROUP_MINIMUM = 10  # the same, for area and background group together; as ONS "10-5" and UK LLC below 10
SMALL_GATHERING = 20  # design decision: below 20 voices one-way tables only, categories merged, no background
POSSIBLE_VALUES = 3  # design decision: a small figure stays open among at least 3 values, whatever one subtracts

METHOD = N_(
    "Figures below the threshold are withheld, and so are as many others as it takes to keep them from being worked "
    "out from totals, from linked tables or from earlier editions."
)


@dataclass(frozen=True)
class Rule:
    """How small a figure may be and still leave. May be raised, never lowered (ValueError)."""

    minimum: int = MINIMUM
    group_minimum: int = GROUP_MINIMUM  # area and background group together
    rounding: int = 0  # to multiples of 3 or 5 instead of withholding; 0: none

    def __post_init__(self) -> None:
        if self.rounding not in (0, *BASES):
            raise ValueError(f"Figures are rounded to multiples of {BASES[0]} or {BASES[1]}, or not at all.")
        if self.minimum < MINIMUM or self.group_minimum < GROUP_MINIMUM:
            raise ValueError(f"The thresholds {MINIMUM} and {GROUP_MINIMUM} may be raised, never lowered.")

    @property
    def method(self) -> str:
        return METHODS[self.rounding] if self.rounding else METHOD

    def as_dict(self) -> dict[str, str | int]:
        base = {"rounding": self.rounding} if self.rounding else {}
        return {"method": self.method, "k": self.minimum, "group_k": self.group_minimum, **base}


@dataclass(frozen=True)
class Secrets:
    """The figures withheld for their own sake, and what is known of every figure once it is withheld.

    A reader is taken to know `low <= x <= high` of a withheld figure, why it is withheld included; where whole
    rows are blank the why is hidden and only `floor <= x` is known. Of each at least `need` values must stay possible.
    """

    withheld: NDArray[np.bool_]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    floor: NDArray[np.float64]
    need: NDArray[np.int64]


@dataclass(frozen=True)
class Change:
    """What an earlier table said of each figure: by how much it has changed since, or that it was withheld."""

    known: NDArray[np.bool_]
    by: NDArray[np.int64]
    withheld: NDArray[np.bool_]  # by the latest earlier edition


def secrets_of(system: System, tables: Sequence[RawTable], rule: Rule, before: Sequence[SafeTable]) -> Secrets:
    """Small counts, small changes since earlier editions, the zeros beside them, what all of a small group said, and
    what was withheld before.
    """
    threshold = thresholds(system, tables, rule)
    small = (system.counts > 0) & (system.counts < threshold)
    hushed = (system.counts == 0) & below(system.parts, small)
    low, high = np.where(small, 1.0, 0.0), np.where(small, threshold - 1.0, np.inf)
    floor = np.zeros(len(low))
    kept = np.zeros(len(low), dtype=bool)
    for change in changes(system, tables, before):
        kept |= change.withheld
        moved = change.known & (np.abs(change.by) > 0) & (np.abs(change.by) < rule.minimum)
        small |= moved
        hushed |= change.known & (change.by == 0) & below(system.parts, moved)
        was = system.counts - change.by
        floor = np.where(change.known & (change.by >= 0), np.maximum(floor, was), floor)
        least = np.where(change.by > 0, was + 1, was - rule.minimum + 1)
        low = np.where(moved, np.maximum(low, least), low)
        high = np.where(moved, np.minimum(high, least + rule.minimum - 2), high)
    alike = unanimous(system, tables, rule.group_minimum)
    need = np.where(small | hushed | alike, POSSIBLE_VALUES, rule.minimum)
    return Secrets(small | hushed | alike | kept, np.maximum(low, floor), high, floor, need)


def thresholds(system: System, tables: Sequence[RawTable], rule: Rule) -> NDArray[np.int64]:
    """The smallest number each figure may show, besides 0."""
    background = {one.id for table in tables for one in table.dimensions if one.background}

    def crossed(name: Name) -> bool:
        dimensions = {dimension for dimension, _ in name}
        return AREA in dimensions and not dimensions.isdisjoint(background)

    groups = np.fromiter(map(crossed, system.names), dtype=bool, count=len(system.names))
    return np.where(groups, rule.group_minimum, rule.minimum)


def below(parts: csr_array, tops: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Every figure counted in one of the tops, at any depth, the tops themselves left out unless below another."""
    found = np.zeros_like(tops)
    layer = tops
    while layer.any():
        layer = (parts.T @ layer > 0) & ~found
        found |= layer
    return found


def changes(system: System, tables: Sequence[RawTable], before: Sequence[SafeTable]) -> Iterator[Change]:
    """One for each earlier table of the same voices: the same heading id or the same universe, oldest first."""
    headings = {table.heading.id for table in tables}
    universe = tables[0].heading.universe
    related = [table for table in before if table.heading.id in headings or table.heading.universe == universe]
    latest = {table.heading.id: edition for edition, table in enumerate(related)}
    numbers = {name: number for number, name in enumerate(system.names)}
    for edition, table in enumerate(related):
        yield change(system, numbers, table, is_latest=latest[table.heading.id] == edition)


def change(system: System, numbers: Mapping[Name, int], table: SafeTable, *, is_latest: bool) -> Change:
    known, withheld = np.zeros((2, len(numbers)), dtype=bool)
    by = np.zeros(len(numbers), dtype=np.int64)
    for key, cell in table.cells.items():
        number = numbers.get(name_of(table.dimensions, key))
        if number is None:
            continue
        if cell.state is State.WITHHELD:
            withheld[number] = is_latest
        else:
            known[number] = True
            by[number] = system.counts[number] - (cell.value or 0)
    return Change(known, by, withheld)


def is_small_gathering(voices: int) -> bool:
    """Whether so few took part that only one-way tables, with merged categories and no background, may be made."""
    return voices < SMALL_GATHERING

"""Rows as columns of small numbers, built chunk by chunk so that a million of them fit in memory. Pure."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.signedinteger[Any]]
Ids = NDArray[np.void]  # bytes of UUIDs
ID = np.dtype("V16")


@dataclass(frozen=True)
class Column:
    """One value a row: `values[codes[row]]`. Where several could be chosen, a value is a tuple of them."""

    values: tuple[Any, ...]
    codes: Codes


@dataclass(frozen=True)
class Columns:
    """`size` rows, by name of column."""

    size: int
    columns: Mapping[str, Column]

    def __getitem__(self, name: str) -> Column:
        return self.columns[name]


class Numbering(dict[Hashable, int]):
    """Numbers values in the order in which they are first met."""

    def __missing__(self, value: Hashable) -> int:
        self[value] = number = len(self)
        return number


class ColumnBuilding:
    """One column while rows still come."""

    def __init__(self) -> None:
        self._numbers = Numbering()
        self._chunks: list[Codes] = []

    def add(self, values: Iterable[Hashable]) -> None:
        codes = [self._numbers[value] for value in values]
        self._chunks.append(np.array(codes, smallest_type(len(self._numbers))))

    def done(self) -> Column:
        return Column(tuple(self._numbers), joined(self._chunks))


class Building:
    """Columns of these names while rows still come; holds nothing of a chunk but its numbers."""

    def __init__(self, *names: str) -> None:
        self._columns = {name: ColumnBuilding() for name in names}

    def add(self, *chunk: Sequence[Hashable]) -> None:
        """More rows: their values for each column, in the order of the names."""
        for column, values in zip(self._columns.values(), chunk, strict=True):
            column.add(values)

    def done(self) -> dict[str, Column]:
        return {name: column.done() for name, column in self._columns.items()}


def bytes_of(written: Iterable[str]) -> bytes:
    """UUIDs as databases write them, with hyphens or without: 16 bytes each."""
    return bytes.fromhex("".join(written).replace("-", ""))


def smallest_type(count: int) -> np.dtype[Any]:
    """The least signed type that numbers so many values."""
    return np.min_scalar_type(-1 - count)


def joined(chunks: Sequence[Codes]) -> Codes:
    return np.concatenate(chunks) if chunks else np.empty(0, np.int8)

"""Answers as arrays of small numbers, built chunk by chunk so that a million rows fit in memory. Pure."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.signedinteger[Any]]
Choices = Sequence[Hashable] | Hashable | None  # what one row holds where several could be chosen


@dataclass(frozen=True)
class Single:
    """One value a row: `values[codes[row]]`."""

    values: tuple[Hashable, ...]
    codes: Codes


@dataclass(frozen=True)
class Several:
    """Any number of values a row: `rows[i]` chose `values[codes[i]]`; rows in rising order."""

    values: tuple[Hashable, ...]
    rows: NDArray[np.int32]
    codes: Codes


@dataclass(frozen=True)
class Columns:
    """`size` rows, by column."""

    size: int
    single: Mapping[str, Single]
    several: Mapping[str, Several]


class Building:
    """Columns while rows still come; holds nothing of a chunk but its numbers."""

    def __init__(self, *, single: Iterable[str], several: Iterable[str] = ()) -> None:
        self.size = 0
        self._single = {name: _SingleBuilding() for name in single}
        self._several = {name: _SeveralBuilding() for name in several}

    def add(self, count: int, chunk: Mapping[str, Sequence[Any]]) -> None:
        """`count` more rows: for every column one value (or its choices) a row."""
        for name, single in self._single.items():
            single.add(chunk[name])
        for name, several in self._several.items():
            several.add(self.size, chunk[name])
        self.size += count

    def done(self) -> Columns:
        return Columns(
            self.size,
            {name: building.done() for name, building in self._single.items()},
            {name: building.done() for name, building in self._several.items()},
        )


class _Numbering(dict[Hashable, int]):
    """Numbers values in the order in which they are first met."""

    def __missing__(self, value: Hashable) -> int:
        self[value] = number = len(self)
        return number


class _SingleBuilding:
    def __init__(self) -> None:
        self.numbers = _Numbering()
        self.chunks: list[Codes] = []

    def add(self, values: Iterable[Hashable]) -> None:
        self.chunks.append(_compact([self.numbers[value] for value in values]))

    def done(self) -> Single:
        return Single(tuple(self.numbers), _joined(self.chunks))


class _SeveralBuilding:
    def __init__(self) -> None:
        self.numbers = _Numbering()
        self.rows: list[NDArray[np.int32]] = []
        self.chunks: list[Codes] = []

    def add(self, first_row: int, rows: Iterable[Choices]) -> None:
        chosen = [_choices(row) for row in rows]
        lengths = np.fromiter(map(len, chosen), np.int32, len(chosen))
        numbered = np.arange(first_row, first_row + len(chosen), dtype=np.int32)
        self.rows.append(np.repeat(numbered, lengths))
        self.chunks.append(_compact([self.numbers[value] for row in chosen for value in row]))

    def done(self) -> Several:
        rows = np.concatenate(self.rows) if self.rows else np.empty(0, np.int32)
        return Several(tuple(self.numbers), rows, _joined(self.chunks))


def _choices(row: Choices) -> Sequence[Hashable]:
    if isinstance(row, list | tuple):
        return row
    return () if row is None else (row,)


def _compact(codes: list[int]) -> Codes:
    """In as few bytes as hold the largest number."""
    return np.array(codes, dtype=np.min_scalar_type(-1 - max(codes, default=0)))


def _joined(chunks: list[Codes]) -> Codes:
    return np.concatenate(chunks) if chunks else np.empty(0, np.int8)

"""Rows that can't be taken, and why: a list to mend and load again."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dialog.rows.cells import text_of
from dialog.rows.row import Row

WHY = ("line", "column", "reason")
_HIDDEN = re.compile(r"^[\s\u200b\u200e\u200f\ufeff\u00a0]+")
_FORMULA = tuple("=+-@|%\uff1d\uff0b\uff0d\uff20")
_PLAIN_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?%?")


@dataclass(frozen=True, slots=True)
class Reject:
    """One row that was not taken."""

    line: int
    column: str  # nothing when it is the row as a whole
    reason: str
    values: Mapping[str, Any]


class Rejects:
    """The rejected rows of one load."""

    def __init__(self) -> None:
        self.all: list[Reject] = []

    def add(self, row: Row, reason: str, *, column: str = "") -> None:
        self.all.append(Reject(row.line, column, reason, row.values))

    def __len__(self) -> int:
        return len(self.all)

    def __iter__(self) -> Iterator[Reject]:
        return iter(self.all)

    def write(self, file_name: str, folder: Path) -> Path | None:
        """As FILE.rejected.csv in the folder, replacing an older one; None, and no file, when nothing was rejected."""
        if not self.all:
            return None
        path = folder / f"{file_name}.rejected.csv"
        columns = list(dict.fromkeys(column for reject in self.all for column in reject.values))
        with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([harmless(name) for name in (*WHY, *columns)])
            writer.writerows(_cells(reject, columns) for reject in sorted(self.all, key=lambda one: one.line))
        return path


def harmless(value: object) -> str:
    """A value that no spreadsheet takes for a formula."""
    text = text_of(value).replace("\0", "\N{SYMBOL FOR NULL}")
    start = _HIDDEN.sub("", text)
    if not start.startswith(_FORMULA) or _PLAIN_NUMBER.fullmatch(start):
        return text
    return f"'{text}"


def _cells(reject: Reject, columns: Sequence[str]) -> list[str]:
    values = [reject.values.get(column) for column in columns]
    return [harmless(value) for value in (reject.line, reject.column, reject.reason, *values)]

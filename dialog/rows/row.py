"""One row of somebody's file, and what can be wrong with a file."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dialog.languages import N_, Sentence

BROKEN = re.compile("[\0\ud800-\udfff]")  # no database keeps these


class UnreadableFile(ValueError):
    """The file can't be read; the text says why in one sentence."""


class EmptyFile(UnreadableFile):
    """The file holds no rows."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what stands under each heading. With `trouble` the reader says why it can't be relied on."""

    line: int  # in the file, from 1; of what has no lines, the number of the entry
    values: Mapping[str, Any]
    trouble: str = ""


class Rows(Iterator[Row]):
    """The rows of a file, read as they are asked for, and the headings they stand under."""

    def __init__(self, columns: Iterable[str], rows: Iterable[Row], expected: int = 0) -> None:
        self.columns = tuple(columns)
        self._rows = iter(rows)
        self._expected = expected

    def __next__(self) -> Row:
        row = next(self._rows)
        if not row.trouble and (broken := _unkeepable(row.values)):
            return Row(row.line, row.values, broken)
        return row

    def __length_hint__(self) -> int:
        """About how many rows there are, for showing progress; 0 when nobody can tell."""
        return self._expected


def _unkeepable(values: Mapping[str, Any]) -> str:
    for value in values.values():
        if isinstance(value, str) and (found := BROKEN.search(value)):
            return Sentence(
                N_("it holds a NUL character") if found[0] == "\0" else N_("it holds bytes that are no characters")
            )
    return ""

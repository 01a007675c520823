"""Where the headings of a text table stand: below titles, or nowhere at all. Pure."""

import csv
import re
from collections.abc import Sequence
from itertools import pairwise

from dialog.rows.cells import text_of
from dialog.rows.delimited import DELIMITERS
from dialog.rows.encoding import decode
from dialog.sources.tables.values import Unreadable, read_value

_TITLES = 30  # lines above the headings, at most
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[MKQmkq]\d{1,2})?")


def without_title(content: bytes) -> tuple[str, int, str]:
    """(what stands above the headings, how many lines that takes, the table from its headings on)."""
    text = decode(content).lstrip("\ufeff")
    lines = _LINE.findall(text)
    start = _first_of_table(lines)
    return " ".join("".join(lines[:start]).replace('"', "").split()), start, "".join(lines[start:])


def _first_of_table(lines: Sequence[str]) -> int:
    """The first line that has as many pieces as the one after it, if all above it have fewer."""
    filled = [(number, line) for number, line in enumerate(lines[: _TITLES * 2]) if line.strip()]
    for (number, line), (_, following) in pairwise(filled):
        if any(1 < len(pieces(line, one)) == len(pieces(following, one)) for one in DELIMITERS):
            first = filled[0][1]
            return number if _is_title(first, line) else 0
    return 0


def _is_title(first: str, heading: str) -> bool:
    delimiter = max(DELIMITERS, key=lambda one: len(pieces(heading, one)))
    return len(pieces(first, delimiter)) < min(len(pieces(heading, delimiter)), 3)


def first_line(text: str) -> str:
    """With its end."""
    found = _LINE.match(text)
    return found[0] if found else ""


def pieces(line: str, delimiter: str) -> list[str]:
    """The cells of one line."""
    try:
        return next(csv.reader([line.rstrip("\r\n")], delimiter=delimiter), [])
    except csv.Error:
        return [line]


def are_headings(cells: Sequence[object]) -> bool:
    """False for a first row that is figures already: more than half of it numbers that are no years."""
    told = [text for cell in cells if (text := text_of(cell))]
    numbers = [one for one in told if _is_figure(one) and not _YEAR.fullmatch(one)]
    return len(numbers) <= len(told) / 2


def _is_figure(text: str) -> bool:
    try:
        return read_value(text).number is not None
    except Unreadable:
        return False

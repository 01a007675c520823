"""Rows of CSV and its relatives, whatever stands between the values."""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from dialog.languages import N_, Sentence
from dialog.rows.encoding import decode
from dialog.rows.headings import headings
from dialog.rows.row import EmptyFile, Row, Rows, UnreadableFile

DELIMITERS = ",;\t|"
FURTHER = "(further values)"  # what a row holds beyond its headings
_NONE = "\x1f"  # stands between values that have nothing between them
_SAMPLE = 200  # records that are tried
_LONGEST_VALUE = 1_000_000  # characters

_ANNOUNCED = re.compile(r"\ufeff?sep=(.)\r?\n")  # as Excel writes it on a line of its own

Record = tuple[int, list[str]]  # the line it starts on, and its values


def read_delimited(content: bytes, name: str) -> Rows:
    """The rows of a CSV file. Raises EmptyFile or UnreadableFile."""
    text = decode(content)
    if text.startswith(("PK\x03\x04", "%PDF")):
        raise UnreadableFile(Sentence(N_("%(file)s is no text file."), file=name))
    announced = _ANNOUNCED.match(text)
    delimiter = announced[1] if announced else _delimiter(text)
    records = _records(text, delimiter, name)
    if announced:
        next(records)
    _, heading = next(records, (0, []))
    if not any(cell.strip() for cell in heading):
        raise EmptyFile(Sentence(N_("%(file)s is empty."), file=name))
    first = next(records, None)
    if first is None:
        raise EmptyFile(Sentence(N_("%(file)s has headings but no rows."), file=name))
    columns = headings(heading)
    return Rows(columns, _rows(columns, first, records), text.count("\n"))


def _rows(columns: Sequence[str], first: Record, rest: Iterator[Record]) -> Iterator[Row]:
    yield _row(columns, *first)
    for line, cells in rest:
        yield _row(columns, line, cells)


def _row(columns: Sequence[str], line: int, cells: list[str]) -> Row:
    width = len(columns)
    values = dict(zip(columns, cells, strict=False))
    further = cells[width:]
    if len(cells) >= width and not any(cell.strip() for cell in further):
        return Row(line, values)
    if further:
        values[FURTHER] = " | ".join(further)
    lines = sum(cell.count("\n") for cell in cells)
    said = N_("it has %(number)s values where the headings are %(headings)s")
    if lines:
        said = N_("it has %(number)s values where the headings are %(headings)s; is a quotation mark missing?")
    return Row(line, values, Sentence(said, number=len(cells), headings=width))


def _records(text: str, delimiter: str, name: str) -> Iterator[Record]:
    """Every record that is not blank, with the line it starts on."""
    csv.field_size_limit(_LONGEST_VALUE)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield start, cells
            start = reader.line_num + 1
    except csv.Error as problem:
        raise UnreadableFile(
            Sentence(
                N_("%(file)s can't be read from line %(line)s on: %(problem)s."),
                file=name,
                line=str(start),
                problem=problem,
            )
        ) from None


def _delimiter(text: str) -> str:
    """The one that cuts most rows into as many pieces as the headings, and into the most pieces."""
    first = text.lstrip("\ufeff\r\n").partition("\n")[0]
    candidates = [one for one in DELIMITERS if one in first]
    return max(candidates, key=lambda one: _fit(text, one), default=_NONE)


def _fit(text: str, delimiter: str) -> tuple[float, int]:
    widths = []
    try:
        for _, cells in _records(text, delimiter, ""):
            widths.append(len(cells))
            if len(widths) == _SAMPLE:
                break
    except UnreadableFile:
        return 0, 0
    return (round(widths.count(widths[0]) / len(widths), 1), widths[0]) if widths else (0, 0)

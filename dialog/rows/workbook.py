"""Rows of a sheet in an Excel workbook."""

import warnings
from collections.abc import Iterator, Sequence
from contextlib import closing
from io import BytesIO
from itertools import chain
from typing import Any

import openpyxl

from dialog.languages import N_, Sentence
from dialog.rows.headings import headings
from dialog.rows.row import EmptyFile, Row, Rows, UnreadableFile

_OLD_EXCEL = b"\xd0\xcf\x11\xe0"

Line = tuple[int, tuple[Any, ...]]  # its number in the sheet, and its cells


def read_workbook(content: bytes, name: str, sheet: str | None = None) -> Rows:
    """The rows of a sheet, by default the first that holds something. Raises EmptyFile or UnreadableFile."""
    lines = filled_lines(content, name, sheet)
    first = next(lines, None)
    if first is None:
        raise EmptyFile(Sentence(N_("%(file)s is empty."), file=name))
    columns = headings(_trimmed(first[1]))
    second = next(lines, None)
    if second is None:
        raise EmptyFile(Sentence(N_("%(file)s has headings but no rows."), file=name))
    return Rows(columns, (_row(columns, *line) for line in chain([second], lines)))


def _row(columns: Sequence[str], line: int, cells: tuple[Any, ...]) -> Row:
    missing = [None] * (len(columns) - len(cells))
    beyond = [cell for cell in cells[len(columns) :] if cell not in (None, "")]
    trouble = Sentence(N_("it has values beyond the last heading")) if beyond else ""
    return Row(line, dict(zip(columns, [*cells, *missing], strict=False)), trouble)


def filled_lines(content: bytes, name: str, sheet: str | None = None) -> Iterator[Line]:
    """The lines of the sheet that are not blank, whatever stands in them. Raises UnreadableFile."""
    if content.startswith(_OLD_EXCEL):
        raise UnreadableFile(Sentence(N_("%(file)s is in the old Excel format: save it as .xlsx or CSV."), file=name))
    try:
        with closing(_book(content)) as book:
            yield from _filled(_sheet(book, sheet, name))
    except UnreadableFile:
        raise
    except Exception:  # whatever a damaged file made the parser stumble over, of a dozen kinds
        raise UnreadableFile(
            Sentence(N_("%(file)s is no Excel workbook (.xlsx), or it is damaged."), file=name)
        ) from None


def _book(content: bytes) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about colours and validations, which are not read
        return openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True)


def _sheet(book: Any, wanted: str | None, name: str) -> Any:
    if wanted is None:
        return next((one for one in book.worksheets if next(_filled(one), None)), book.worksheets[0])
    if wanted not in book.sheetnames:
        raise UnreadableFile(
            Sentence(
                N_("%(file)s has no sheet called %(sheet)s, but %(sheets)s."),
                file=name,
                sheet=wanted,
                sheets=", ".join(book.sheetnames),
            )
        )
    return book[wanted]


def _filled(sheet: Any) -> Iterator[Line]:
    sheet.reset_dimensions()  # what a file says of its size is not always true
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        if any(cell is not None and str(cell).strip() for cell in cells):
            yield number, cells


def _trimmed(cells: tuple[Any, ...]) -> tuple[Any, ...]:
    """Without the empty cells at its end."""
    return cells[: max(number for number, cell in enumerate(cells, start=1) if cell is not None)]

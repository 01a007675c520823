"""The file of a records request: a workbook, or JSON. Rows are written as they come; no cell is a formula."""

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dialog.upkeep.records.asked import Row, Sheet

LAST_ROW = 1_048_575  # of a sheet, by the format; then another sheet begins
SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "constant_memory": True}
Lines = Sequence[tuple[str, str | int]]  # of the cover
Cover = Callable[[], Lines]  # asked last, when what was left out has been counted


def write_xlsx(file: Path, cover: Cover, cover_name: str, sheets: Iterable[Sheet]) -> None:
    """A cover first, then a sheet of each kind, and further ones where one is full."""
    with xlsxwriter.Workbook(str(file), {**SAFE, "tmpdir": str(file.parent)}) as book:
        bold = book.add_format({"bold": True})
        first = book.add_worksheet(cover_name[:31])
        for sheet in sheets:
            _write_rows(book, sheet, bold)
        first.set_column(0, 0, 60)
        first.set_column(1, 1, 80)
        for place, line in enumerate(cover()):
            _write_row(first, place, line)


def _write_rows(book: xlsxwriter.Workbook, sheet: Sheet, bold: Format) -> None:
    part, place, page = 1, 0, _new_page(book, sheet, 1, bold)
    for row in sheet.rows:
        if place >= LAST_ROW:
            part, place = part + 1, 0
            page = _new_page(book, sheet, part, bold)
        place += 1
        _write_row(page, place, row)


def _new_page(book: xlsxwriter.Workbook, sheet: Sheet, part: int, bold: Format) -> Worksheet:
    page = book.add_worksheet(sheet.name[:26] if part == 1 else f"{sheet.name[:26]} {part}")
    _write_row(page, 0, sheet.heads, bold)
    return page


def _write_row(page: Worksheet, place: int, row: Row | Sequence[str | int], format: Format | None = None) -> None:
    for column, value in enumerate(row):
        if isinstance(value, str):
            page.write_string(place, column, value, format)
        elif value is not None:
            page.write_number(place, column, value, format)


def write_json(file: Path, cover: Cover, sheets: Iterable[Sheet]) -> None:
    """{"texts": [{heading: value}], …, "about": {…}}, UTF-8."""
    with file.open("w", encoding="utf-8") as out:
        out.write("{")
        for sheet in sheets:
            out.write(f"{json.dumps(sheet.name, ensure_ascii=False)}: [")
            for number, row in enumerate(sheet.rows):
                said = dict(zip(sheet.heads, row, strict=True))
                out.write((",\n" if number else "\n") + json.dumps(said, ensure_ascii=False))
            out.write("],\n")
        out.write(f'"about": {json.dumps(dict(cover()), ensure_ascii=False, indent=1)}}}\n')

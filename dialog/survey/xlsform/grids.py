"""The sheets of a workbook as they stand, read within bounds."""

import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

import openpyxl

from dialog.rows.opening import content_of
from dialog.rows.row import UnreadableFile

MOST_ROWS, MOST_COLUMNS = 20_000, 200  # of a sheet; more rows are refused, columns beyond are passed over
MOST_UNPACKED = 200 * 1024 * 1024  # bytes; the largest real workbook known has 13 million
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_WANTED = ("survey", "choices", "settings", "dialog", "prompt_types")


class NoForm(UnreadableFile):
    """The file holds no XLSForm; the text says what it holds instead, in one sentence."""


@dataclass(frozen=True)
class Grid:
    """One sheet. `rows` are those that are not blank, with their numbers; cells without a heading may follow."""

    name: str  # as it stands in the workbook
    headings: tuple[str, ...]
    rows: Sequence[tuple[int, Sequence[str]]]
    heading_row: int = 1
    written: Mapping[str, str] = field(default_factory=dict)  # headings as they stand, where others are used here


Grids = dict[str, Grid]  # by name in lower case


def read_grids(data: bytes | Path) -> Grids:
    """The sheets of an XLSForm. Raises NoForm, EmptyFile or UnreadableFile."""
    content = content_of(data) if isinstance(data, Path) else data
    _insist_on_workbook(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about colours and validations, which are not read
            with closing(openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True)) as book:
                sheets = {sheet.title.strip().casefold(): sheet for sheet in book.worksheets}
                return {name: _grid(sheet) for name, sheet in sheets.items() if name in _WANTED}
    except UnreadableFile:
        raise
    except Exception:  # whatever a damaged file made the parser stumble over, of a dozen kinds
        raise UnreadableFile("The file is no Excel workbook (.xlsx), or it is damaged.") from None


def cell_text(value: object) -> str:
    """What stands in a cell: a whole number without decimals, a day in ISO form, lines parted alike."""
    match value:
        case None:
            return ""
        case float() if value.is_integer():
            return str(int(value))
        case datetime() | date():
            return value.isoformat()[:10]
    text = str(value).replace("\r\n", "\n").replace("_x000D_", "").replace("\r", "\n")
    return _UNPRINTABLE.sub("", text).strip()


def cell_of_text(text: str) -> str:
    """What to write into a cell. A text that looks like a reference to a question must not be one."""
    return cell_text(text.replace("${", "$ {"))


def _insist_on_workbook(content: bytes) -> None:
    start = content[:4096].lstrip(b"\xef\xbb\xbf \r\n\t")
    if start.startswith(_OLD_EXCEL):
        raise NoForm("The workbook is in the old Excel format: save it as .xlsx.")
    if start.startswith(b"<"):
        if b"LimeSurvey" in start:
            raise NoForm("The file is a LimeSurvey survey (.lss), which can't be read here: only XLSForm (.xlsx) can.")
        raise NoForm("The file is XML, perhaps a finished XForm: take the workbook (.xlsx) that it was made from.")
    if not content.startswith(_ZIP):
        raise NoForm("The file is no Excel workbook (.xlsx).")
    try:
        with ZipFile(BytesIO(content)) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
    except (BadZipFile, ValueError, NotImplementedError):
        raise UnreadableFile("The file is no Excel workbook (.xlsx), or it is damaged.") from None
    if unpacked > MOST_UNPACKED:
        raise UnreadableFile(f"The workbook holds more than {MOST_UNPACKED // 1024 // 1024} MB when it is unpacked.")


def _grid(sheet: Any) -> Grid:
    sheet.reset_dimensions()  # what a file says of its size is not always true
    rows = list(_rows(sheet))
    if not rows:
        return Grid(sheet.title, (), ())
    (number, headings), *others = rows
    return Grid(sheet.title, tuple(headings), others, number)


def _rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    filled = 0
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        texts = [cell_text(cell) for cell in cells[:MOST_COLUMNS]]
        if any(texts):
            filled += 1
            if filled > MOST_ROWS:
                raise UnreadableFile(f"The sheet {sheet.title} has more than {MOST_ROWS:,} rows.")
            yield number, texts

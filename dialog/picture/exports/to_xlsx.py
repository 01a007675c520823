"""An edition as a workbook: a first sheet that says what it is, what is said beside tables, a sheet for each table."""

import io
import re
from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dialog.languages import N_
from dialog.picture.exports.beside_xlsx import write_beside
from dialog.picture.exports.edition import Edition
from dialog.picture.exports.parts import sheets
from dialog.picture.exports.sheets_xlsx import NOT_SHOWN, write_sheet
from dialog.picture.ids import VOICES
from dialog.picture.presentation import voices_in
from dialog.picture.tables import ALL, Cell, Dimension, SafeTable
from dialog.picture.wording import words

LONGEST_NAME = 31  # characters of a sheet's name, by the format
SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
COVER = N_("About")


def to_xlsx(edition: Edition) -> bytes:
    """The file. What is not shown says so in words; a 0 is a known zero. No cell is a formula."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, SAFE) as book:
        bold = book.add_format({"bold": True})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        _write_cover(book.add_worksheet(edition.say(words(COVER))[:LONGEST_NAME]), edition, bold, wrapped)
        beside, tables = sheets(edition), edition.picture.every_table
        names = sheet_names([*(sheet.id for sheet in beside), *(table.heading.id for table in tables)])
        for name, sheet in zip(names, beside, strict=False):
            write_sheet(book.add_worksheet(name), edition, sheet, bold, wrapped)
        for name, table in zip(names[len(beside) :], tables, strict=True):
            _write_table(book.add_worksheet(name), edition, table, bold)
        write_beside(book, edition, bold)
    return file.getvalue()


def sheet_names(ids: Sequence[str]) -> list[str]:
    """Ids without what a sheet's name can't hold, each once whatever its case."""
    names: dict[str, str] = {}
    for number, id in enumerate(ids, start=1):
        name = re.sub(r"[\[\]:*?/\\']", "-", id)[:LONGEST_NAME]
        if name.casefold() in names:
            name = f"{name[: LONGEST_NAME - 5]}~{number}"
        names[name.casefold()] = name
    return list(names.values())


def cover_lines(edition: Edition) -> list[tuple[str, str | int]]:
    """What a reader must know before the figures."""
    picture = edition.picture
    told: list[tuple[str, str | int]] = [
        (N_("Situation picture"), edition.say(picture.title)),
        (N_("Edition"), edition.number),
        (N_("Released on"), edition.released_on.isoformat()),
        *_wrong(edition),
        (N_("Round"), picture.round),
        (N_("Period"), picture.period),
        (N_("Voices"), _voices(edition)),
        (N_("Questionnaire"), picture.questionnaire),
        (N_("Codebook, version"), picture.codebook),
        (N_("Least number of voices in a figure"), picture.minimum),
        (N_("Least number in an area and background group"), picture.group_minimum),
        (N_("What is not shown"), edition.say(picture.method)),
        (N_("What the figures mean"), edition.say(words(MEANING))),
        (N_("Too little data"), edition.say(words(SILENCE))),
    ]
    return [(edition.say(words(name)), value) for name, value in told]


def _wrong(edition: Edition) -> list[tuple[str, str | int]]:
    wrong = edition.wrong
    if wrong is None:
        return []
    by = [(N_("Superseded by edition"), wrong.by_edition)] if wrong.by_edition else []
    return [(N_("Superseded on"), wrong.since.isoformat()), (N_("Why"), edition.say(wrong.why)), *by]


def _voices(edition: Edition) -> str | int:
    cell = voices_in(edition.picture, VOICES)
    return edition.say(words(NOT_SHOWN[cell.state])) if cell.value is None else cell.value


MEANING = N_(
    "The dialogue is open to everybody. The figures say how many have told us, not how large a part of the residents "
    "think so."
)
SILENCE = N_("Few voices from an area means that we know too little about it, not that it is safe there.")


def _write_cover(sheet: Worksheet, edition: Edition, bold: Format, wrapped: Format) -> None:
    sheet.set_column(0, 0, 38, bold)
    sheet.set_column(1, 1, 80, wrapped)
    for row, (name, value) in enumerate(cover_lines(edition)):
        sheet.write(row, 0, name, bold)
        sheet.write(row, 1, value, wrapped)


def _write_table(sheet: Worksheet, edition: Edition, table: SafeTable, bold: Format) -> None:
    """The first dimension downwards, the second, if there is one, to the right."""
    heading = table.heading
    sheet.write_string(0, 0, edition.say(heading.title), bold)
    about = (edition.say(heading.base), edition.say(heading.unit), heading.period, heading.source, heading.universe)
    for row, line in enumerate(about, start=1):
        sheet.write_string(row, 0, line)
    first, across = table.dimensions[0], table.dimensions[1] if len(table.dimensions) > 1 else None
    top = len(about) + 2
    sheet.set_column(0, 0, 44)
    sheet.write_string(top, 0, edition.say(first.label), bold)
    columns = across.items if across else first.items[:1]
    for column, item in enumerate(columns, start=1):
        sheet.write_string(top, column, edition.say(item.label if across else heading.unit), bold)
    for row, item in enumerate(first.items, start=top + 1):
        sheet.write_string(row, 0, _indented(edition, first, item.id))
        for column, other in enumerate(columns, start=1):
            _write_cell(sheet, row, column, table[(item.id, other.id) if across else (item.id,)], edition)


def _write_cell(sheet: Worksheet, row: int, column: int, cell: Cell, edition: Edition) -> None:
    if cell.value is None:
        sheet.write_string(row, column, edition.say(words(NOT_SHOWN[cell.state])))
    else:
        sheet.write_number(row, column, cell.value)


def _indented(edition: Edition, dimension: Dimension, id: str) -> str:
    """An item's label, set in under those above it."""
    items = {item.id: item for item in dimension.items}
    depth, parent = 0, items[id].parent
    while parent not in (None, ALL):
        depth, parent = depth + 1, items[str(parent)].parent
    return "   " * depth + edition.say(items[id].label)

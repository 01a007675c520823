"""Sheets of a workbook for what an edition says beside its tables."""

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dialog.languages import N_
from dialog.picture.exports.edition import Edition
from dialog.picture.exports.sheets import Sheet, Value
from dialog.picture.tables import Cell, State
from dialog.picture.wording import words

NOT_SHOWN = {State.WITHHELD: N_("not shown"), State.NO_DATA: N_("no voices")}
WIDE, NARROW = 48, 18  # characters: a column of words, one of figures


def write_sheet(page: Worksheet, edition: Edition, sheet: Sheet, bold: Format, wrapped: Format) -> None:
    """A title, a line of headings, and the rows."""
    page.write_string(0, 0, edition.say(words(sheet.title)), bold)
    for place, column in enumerate(sheet.columns):
        page.write_string(2, place, edition.say(words(column.label)), bold)
        is_words = any(isinstance(row[place], str) for row in sheet.rows)
        page.set_column(place, place, WIDE if is_words else NARROW)
    for line, row in enumerate(sheet.rows, start=3):
        for place, value in enumerate(row):
            write_value(page, line, place, value, edition, wrapped)
    page.freeze_panes(3, 0)


def write_value(page: Worksheet, line: int, place: int, value: Value, edition: Edition, wrapped: Format) -> None:
    """Words as words, whatever they begin with; a figure that is not shown says so."""
    if isinstance(value, Cell):
        value = edition.say(words(NOT_SHOWN[value.state])) if value.value is None else value.value
    if isinstance(value, str):
        page.write_string(line, place, value, wrapped)
    elif value is not None:
        page.write_number(line, place, value)

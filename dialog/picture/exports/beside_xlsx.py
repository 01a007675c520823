"""Sheets of other sources in the workbook of an edition: the register, the figures, and what both say."""

from collections.abc import Iterator, Sequence

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from dialog.languages import N_
from dialog.picture.beside.facing import felt_recorded, side_by_side
from dialog.picture.beside.names import QUADRANT_NAMES, STATE_NAMES, VERDICT_NAMES
from dialog.picture.beside.told import OutsideCell
from dialog.picture.exports.beside_lines import outside_lines, source_name
from dialog.picture.exports.edition import Edition
from dialog.picture.statistics.quadrants import CAPTION
from dialog.picture.wording import words
from dialog.sources.lanes import LANES
from dialog.sources.understanding.units import UNITS

Value = str | float | None
REGISTER = (
    N_("Source"),
    N_("Kind of source"),
    N_("Publisher"),
    N_("Method"),
    N_("When"),
    N_("How many answered"),
    N_("Response rate, per cent"),
    N_("What it can’t say"),
    N_("Licence"),
)
FIGURES = (
    N_("Source"),
    N_("Figure"),
    N_("Unit"),
    N_("Area"),
    N_("When"),
    N_("Value"),
    N_("Lower limit"),
    N_("Upper limit"),
    N_("How many answered"),
    N_("About the problem"),
)
BESIDE = (
    N_("Problem"),
    N_("The other source"),
    N_("Area"),
    N_("Voices"),
    N_("Of how many"),
    N_("Value"),
    N_("Agree or differ"),
)
FELT = (
    N_("Figure"),
    N_("When"),
    N_("Area"),
    N_("Of 100 who said: feel unsafe"),
    N_("Recorded per 1,000 inhabitants"),
    N_("Beside the middle"),
)


def write_beside(book: Workbook, edition: Edition, bold: Format) -> None:
    """Nothing for editions of before there were other sources in pictures."""
    if edition.picture.beside is None:
        return
    sheets: Sequence[tuple[str, Sequence[str], list[list[Value]], str]] = (
        ("~sources", REGISTER, list(_register(edition)), ""),
        ("~outside", FIGURES, list(_figures(edition)), ""),
        ("~side-by-side", BESIDE, list(_compared(edition)), ""),
        ("~felt-recorded", FELT, list(_felt(edition)), CAPTION),
    )
    for name, header, rows, note in sheets:
        if rows:
            _write(book.add_worksheet(name), edition, header, rows, note, bold)


def _write(
    sheet: Worksheet, edition: Edition, header: Sequence[str], rows: list[list[Value]], note: str, bold: Format
) -> None:
    top = 2 if note else 0
    if note:
        sheet.write_string(0, 0, edition.say(words(note)))
    sheet.set_column(0, len(header) - 1, 22)
    for column, name in enumerate(header):
        sheet.write_string(top, column, edition.say(words(name)), bold)
    for number, row in enumerate(rows, start=top + 1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(number, column, value)
            elif value is not None:
                sheet.write_number(number, column, value)


def _register(edition: Edition) -> Iterator[list[Value]]:
    for one in edition.picture.beside.register if edition.picture.beside else ():
        lane = edition.say(words(LANES[one.lane]))
        said = [edition.say(one.publisher), edition.say(one.method), one.period]
        told: list[Value] = [edition.say(one.name), lane, *said]
        yield [*told, one.answers, one.response_rate, edition.say(one.limits), edition.say(one.licence)]


def _figures(edition: Edition) -> Iterator[list[Value]]:
    for table, area, period, cell in outside_lines(edition):
        name, unit = source_name(edition, table.source), edition.say(words(UNITS[table.unit]))
        told: list[Value] = [name, edition.say(table.title), unit, edition.say(area.label), period]
        yield [*told, _value(edition, cell), cell.lower, cell.upper, cell.answers, table.code or ""]


def _compared(edition: Edition) -> Iterator[list[Value]]:
    for one in side_by_side(edition.picture):
        for row in one.rows:
            said: list[Value] = [row.said.part, row.said.whole] if row.said else [None, None]
            about = [edition.say(one.problem), edition.say(one.title), edition.say(row.area.label)]
            yield [*about, *said, _value(edition, row.outside), _verdict(edition, row.verdict)]


def _felt(edition: Edition) -> Iterator[list[Value]]:
    for one in felt_recorded(edition.picture):
        for each in one.standing.standings:
            about = [edition.say(one.table.title), one.period, edition.say(each.felt.label)]
            yield [*about, each.felt.of_hundred, each.per_thousand, edition.say(words(QUADRANT_NAMES[each.quadrant]))]


def _verdict(edition: Edition, verdict: str | None) -> str:
    """Of the whole there is none."""
    return edition.say(words(VERDICT_NAMES[verdict])) if verdict else ""


def _value(edition: Edition, cell: OutsideCell) -> Value:
    return edition.say(words(STATE_NAMES[cell.state])) if cell.value is None else cell.value

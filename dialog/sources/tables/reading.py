"""Reading statistics out of a file of any kind in which people have them."""

from collections.abc import Sequence
from pathlib import Path

from dialog.areas.population.rows import population_rows
from dialog.languages import N_, Sentence
from dialog.rows.delimited import DELIMITERS, read_delimited
from dialog.rows.nested import read_json
from dialog.rows.opening import content_of
from dialog.rows.row import BROKEN, Row, UnreadableFile
from dialog.sources.tables.beginning import are_headings, first_line, pieces, without_title
from dialog.sources.tables.jsonstat import is_jsonstat, read_jsonstat
from dialog.sources.tables.px import read_px
from dialog.sources.tables.sheet import Sheet, as_sheet
from dialog.sources.tables.workbook import read_workbook_sheet

KINDS = (".csv", ".tsv", ".txt", ".xlsx", ".px", ".json", ".gpkg", ".zip", ".geojson")
MOST_COLUMNS = 1_000  # a hundred years by ten measures
_TEXT = (".csv", ".tsv", ".txt", ".tab")
_WORKBOOK = (".xlsx", ".xlsm", ".xls")


def read_sheet(path: Path, *, sheet: str | None = None, headings: Sequence[str] = ()) -> Sheet:
    """The table of a CSV, XLSX, PC-Axis, JSON-stat or JSON file, or the figures of a map.

    `headings` are given where the file has none. Raises EmptyFile or UnreadableFile.
    """
    return _sound(_read(path, sheet, headings), path.name)


def _read(path: Path, sheet: str | None, headings: Sequence[str]) -> Sheet:
    kind = path.suffix.casefold()
    if kind == ".px":
        return as_sheet(read_px(content_of(path), path.name))
    if kind == ".json" and is_jsonstat(found := read_json(path)):
        return as_sheet(read_jsonstat(found, path.name))
    if kind in _TEXT:
        return _from_text(path, headings)
    if kind in _WORKBOOK:
        return read_workbook_sheet(content_of(path), path.name, sheet=sheet, given=headings)
    rows = population_rows(path, sheet=sheet)
    return Sheet(rows.columns, list(rows))


def _sound(sheet: Sheet, name: str) -> Sheet:
    """Raises UnreadableFile for headings that no database keeps, or that are no statistic's."""
    if len(sheet.columns) > MOST_COLUMNS:
        said = N_("%(file)s has %(number)s columns, which is more than the %(most)s that are read: split it.")
        raise UnreadableFile(Sentence(said, file=name, number=len(sheet.columns), most=MOST_COLUMNS))
    if any(BROKEN.search(one) for one in sheet.columns):
        said = N_("A heading of %(file)s holds characters that can't be kept: save it as UTF-8 again.")
        raise UnreadableFile(Sentence(said, file=name))
    return sheet


def _from_text(path: Path, given: Sequence[str]) -> Sheet:
    """A line of headings is put above a table that has none."""
    title, above, table = without_title(content_of(path))
    first = first_line(table)
    delimiter = max(DELIMITERS, key=lambda one: len(pieces(first, one)))
    cells = pieces(first, delimiter)
    has = not given and are_headings(cells)
    if not has:
        told = [*given, *(f"column {number}" for number in range(len(given) + 1, len(cells) + 1))]
        table = delimiter.join(f'"{one}"' for one in told) + "\n" + table
    rows = read_delimited(table.encode("utf-8", "surrogateescape"), path.name)
    offset = above - (not has)
    moved = [Row(row.line + offset, row.values, row.trouble) for row in rows]
    return Sheet(rows.columns, moved, title=title, has_headings=has or bool(given))

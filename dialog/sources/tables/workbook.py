"""Tables in Excel workbooks: headings below titles, headings of two lines, and notes below the figures. Pure."""

from collections.abc import Sequence
from typing import Any

from dialog.rows.cells import text_of
from dialog.rows.headings import headings
from dialog.rows.row import EmptyFile, Row
from dialog.rows.workbook import filled_lines
from dialog.sources.tables.beginning import are_headings
from dialog.sources.tables.sheet import Sheet

Line = tuple[int, tuple[Any, ...]]


def read_workbook_sheet(content: bytes, name: str, *, sheet: str | None = None, given: Sequence[str] = ()) -> Sheet:
    """The table of a sheet, by default the first that holds something. Raises EmptyFile or UnreadableFile."""
    lines = list(filled_lines(content, name, sheet))
    start = next((at for at, (_, cells) in enumerate(lines) if _filled(cells) > 1), len(lines))
    title = " ".join(text_of(cell) for _, cells in lines[:start] for cell in cells if text_of(cell))
    table = lines[start:]
    if not table:
        raise EmptyFile(f"{name} holds no table.")
    if given or not are_headings(table[0][1]):
        width = max(len(cells) for _, cells in table)
        columns = [*given[:width], *(f"column {number}" for number in range(len(given) + 1, width + 1))]
        return Sheet(columns, _rows(columns, table), title=title, has_headings=bool(given))
    columns, rest = _headings(table)
    return Sheet(columns, _rows(columns, rest), title=title)


def _headings(table: Sequence[Line]) -> tuple[list[str], Sequence[Line]]:
    """The headings, of two lines where the second begins with an empty cell, and what stands below them."""
    first = _trimmed(table[0][1])
    second = table[1][1] if len(table) > 1 else ()
    gaps = [at for at, cell in enumerate(second) if text_of(cell) and not (at < len(first) and text_of(first[at]))]
    if not gaps or text_of(second[0]) or _filled(second) < 2:
        return headings(first), table[1:]
    width = max(len(first), len(_trimmed(second)))
    over, above = [], ""
    for cell in [*first, *[None] * (width - len(first))]:
        above = text_of(cell) or above
        over.append(above)
    below = [text_of(cell) for cell in [*second, *[None] * (width - len(second))]][:width]
    return headings([f"{one} {other}".strip() for one, other in zip(over, below, strict=True)]), table[2:]


def _rows(columns: Sequence[str], lines: Sequence[Line]) -> list[Row]:
    """What a cell that is merged over several lines says, it says for each of them."""
    rows: list[Row] = []
    above: Sequence[Any] = ()
    for number, said in lines:
        cells = above = _with_merged(said, above)
        beyond = [cell for cell in cells[len(columns) :] if text_of(cell)]
        padded = [*cells, *[None] * (len(columns) - len(cells))]
        trouble = "it has values beyond the last heading" if beyond else ""
        rows.append(Row(number, dict(zip(columns, padded, strict=False)), trouble))
    return rows


def _with_merged(cells: Sequence[Any], above: Sequence[Any]) -> Sequence[Any]:
    """The empty cells at the beginning of a line as in the line above."""
    first = next((at for at, cell in enumerate(cells) if text_of(cell)), 0)
    return [*above[:first], *cells[first:]] if first <= len(above) and _filled(cells) > 0 else cells


def _filled(cells: Sequence[Any]) -> int:
    return sum(bool(text_of(cell)) for cell in cells)


def _trimmed(cells: Sequence[Any]) -> Sequence[Any]:
    return cells[: max((number for number, cell in enumerate(cells, start=1) if text_of(cell)), default=0)]

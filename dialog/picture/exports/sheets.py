"""What an edition says beside its tables as sheets: columns with names for machines and for people, and rows. Pure."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from dialog.picture.exports.edition import Edition
from dialog.picture.exports.to_csv import BOM, harmless
from dialog.picture.tables import Cell

Value = str | int | float | Cell | None  # None: nothing to say there


@dataclass(frozen=True)
class Column:
    """`figures`: its values are cells, of which a file for machines tells the state too."""

    name: str
    label: str  # an English sentence, marked with N_
    figures: bool = False


@dataclass(frozen=True)
class Sheet:
    """`id` stands in addresses and on the tab; texts of the rows are in the language of the edition."""

    id: str
    title: str  # an English sentence, marked with N_
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


def sheet_to_csv(edition: Edition, sheet: Sheet, *, bom: bool = False) -> Iterator[str]:
    """Line by line, with the state of a figure beside it. No cell begins like a formula."""
    yield (BOM if bom else "") + _line(_header(sheet))
    which = [edition.number, edition.wrong.since if edition.wrong else ""]
    for row in sheet.rows:
        yield _line([*which, *(part for value in row for part in _parts(value))])


def _header(sheet: Sheet) -> list[str]:
    names = ((one.name, f"{one.name}_state") if one.figures else (one.name,) for one in sheet.columns)
    return ["edition", "superseded_on", *(name for pair in names for name in pair)]


def _parts(value: Value) -> list[object]:
    if isinstance(value, Cell):
        return ["" if value.value is None else value.value, value.state.value]
    return ["" if value is None else value]


def _line(values: list[object] | list[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([harmless(one) if isinstance(one, str) else one for one in values])
    return out.getvalue()

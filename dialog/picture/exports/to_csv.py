"""An edition as one long table in CSV: a line for every cell of every table, and of other sources. Pure."""

import csv
import io
import re
from collections.abc import Iterator

from dialog.picture.exports.beside_csv import LIMITS, NO_LIMITS, outside_rows
from dialog.picture.exports.edition import Edition
from dialog.picture.tables import Key, SafeTable

BOM = "\ufeff"
MOST_DIMENSIONS = 2
HEADER = (
    *("edition", "released_on", "round", "period", "table", "title", "source", "universe", "base", "unit"),
    *("dimension_1", "item_1", "label_1", "dimension_2", "item_2", "label_2", "value", "state"),
    *("k", "group_k", "superseded_on"),
    *LIMITS,
)
# What a spreadsheet would run, also behind spaces and marks that nobody sees. OWASP, "CSV Injection".
_RUNS = re.compile(r"[\s\u200b\u200e\u200f\ufeff\u00a0]*[=+\-@|%＝＋－＠]|[\t\r\n]")


def to_csv(edition: Edition, *, bom: bool = False) -> Iterator[str]:
    """Line by line. An empty value was not shown; `state` says why. No cell begins like a formula."""
    yield (BOM if bom else "") + _line(HEADER)
    for table in edition.picture.every_table:
        for key in table.cells:
            yield _line(_row(edition, table, key))
    yield from map(_line, outside_rows(edition))


def harmless(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet could take it for a formula."""
    return f"'{text}" if _RUNS.match(text) else text


def _row(edition: Edition, table: SafeTable, key: Key) -> list[object]:
    heading, cell, picture = table.heading, table[key], edition.picture
    told: list[object] = [edition.number, edition.released_on, picture.round, heading.period, heading.id]
    told += [edition.say(heading.title), heading.source, heading.universe, edition.say(heading.base)]
    told.append(edition.say(heading.unit))
    for dimension, id in zip(table.dimensions, key, strict=True):
        label = next(item.label for item in dimension.items if item.id == id)
        told += [dimension.id, id, edition.say(label)]
    told += [""] * 3 * (MOST_DIMENSIONS - len(table.dimensions))
    told += ["" if cell.value is None else cell.value, cell.state.value, picture.minimum, picture.group_minimum]
    return [*told, edition.wrong.since if edition.wrong else "", *NO_LIMITS]


def _line(values: object) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([harmless(one) if isinstance(one, str) else one for one in values])  # type: ignore[attr-defined]
    return out.getvalue()

"""What other sources say, line by line, for files that hold rows. Pure."""

from collections.abc import Iterator

from dialog.picture.beside.told import OutsideCell, OutsideTable
from dialog.picture.exports.edition import Edition
from dialog.picture.tables import Item

Line = tuple[OutsideTable, Item, str, OutsideCell]


def outside_lines(edition: Edition) -> Iterator[Line]:
    """(table, area, period, cell) of every figure, also of those that are not shown."""
    beside = edition.picture.beside
    for table in beside.tables if beside else ():
        for item in beside.areas if beside else ():
            for period in table.periods:
                yield table, item, period, table.at(item.id, period)


def source_name(edition: Edition, id: str) -> str:
    found = edition.picture.beside.source(id) if edition.picture.beside else None
    return edition.say(found.name) if found else id

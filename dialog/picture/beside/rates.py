"""Counts for every 1,000 inhabitants, where both are of the same year. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dialog.picture.beside.told import Known, OutsideCell, OutsideTable
from dialog.picture.presentation import FEW
from dialog.picture.tables import ALL, Item
from dialog.sources.lanes import DEPARTMENTS, REPORTED_CRIME
from dialog.sources.understanding.units import COUNT, PER_1000, PER_10000, PER_100000

PEOPLE = {PER_1000: 1_000, PER_10000: 10_000, PER_100000: 100_000}
OF_EVENTS = (REPORTED_CRIME, DEPARTMENTS)  # lanes whose counts are of what happened, not of people who answered
DECIMALS = 1

Residents = Mapping[tuple[str, int], int]  # by area item and year


def with_rates(tables: Sequence[OutsideTable], residents: Residents, areas: Sequence[Item]) -> Iterator[OutsideTable]:
    """Every table, and after counts of what happened their rates, unless the source tells some itself.

    A whole that the source does not tell of has the rate of its parts together, where all of them are shown.
    """
    parts = [one.id for one in areas if one.parent == ALL]
    told = {(one.source, one.category) for one in tables if one.unit in PEOPLE}
    for table in tables:
        yield table
        if table.unit == COUNT and table.lane in OF_EVENTS and (table.source, table.category) not in told:
            rate = _rate(table, residents, parts)
            if rate.latest:
                yield rate


def per_thousand(cell: OutsideCell, unit: str) -> float | None:
    """A rate of any unit for every 1,000; None where it is not shown."""
    return None if cell.value is None or unit not in PEOPLE else cell.value * PEOPLE[PER_1000] / PEOPLE[unit]


def _rate(table: OutsideTable, residents: Residents, parts: Sequence[str]) -> OutsideTable:
    cells = {
        (area, period): _cell(cell, _people(residents, area, period)) for (area, period), cell in table.cells.items()
    }
    for period in table.periods:
        if table.at(ALL, period).state is Known.UNKNOWN and (together := _together(table, residents, parts, period)):
            cells[ALL, period] = together
    return replace(table, id=f"{table.id}-rate", unit=PER_1000, measure="", cells=cells, made_from=table.id)


def _together(table: OutsideTable, residents: Residents, parts: Sequence[str], period: str) -> OutsideCell | None:
    counts = [table.at(area, period).value for area in parts]
    people = [_people(residents, area, period) for area in parts]
    if not parts or None in counts or None in people:
        return None
    return _cell(OutsideCell(sum(one or 0 for one in counts)), sum(one or 0 for one in people))


def _people(residents: Residents, area: str, period: str) -> int | None:
    return residents.get((area, int(period))) if period.isdecimal() else None


def _cell(count: OutsideCell, people: int | None) -> OutsideCell:
    if count.value is None:
        return OutsideCell(None, state=count.state)
    if not people:
        return OutsideCell(None, state=Known.UNKNOWN)
    if people < FEW:
        return OutsideCell(None, state=Known.TOO_LITTLE)
    return OutsideCell(round(1_000 * count.value / people, DECIMALS))

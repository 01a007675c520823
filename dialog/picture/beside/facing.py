"""The dialogue and other sources side by side, area by area: problems beside figures, felt beside recorded. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dialog.languages import Words
from dialog.picture.beside.rates import PEOPLE, per_thousand
from dialog.picture.beside.things import is_total
from dialog.picture.beside.told import FELT_DAY, FELT_EVENING, Beside, OutsideCell, OutsideTable
from dialog.picture.beside.verdicts import Verdict, compare_areas, is_comparable, outsides
from dialog.picture.content import Picture
from dialog.picture.findings.proposing.shares import Share, problem_share
from dialog.picture.ids import AREA, CODE
from dialog.picture.presentation import UNKNOWN as UNKNOWN_CELL
from dialog.picture.statistics.quadrants import Quadrants, felt_by_area, quadrants
from dialog.picture.tables import ALL, Cell, Item, SafeTable
from dialog.sources.lanes import REPORTED_CRIME

FELT_AT = {"": (FELT_EVENING, FELT_DAY), "day": (FELT_DAY,), "evening": (FELT_EVENING,), "night": (FELT_EVENING,)}


@dataclass(frozen=True)
class Facing:
    """One area, or the whole: what residents say of a problem beside another source; no verdict of the whole."""

    area: Item
    said: Share | None  # None where it is not shown or too few answered
    cell: Cell  # of those who call the problem big
    outside: OutsideCell
    verdict: Verdict | None


@dataclass(frozen=True)
class SideBySide:
    """One problem in the dialogue beside one table of another source, the whole first."""

    table: OutsideTable
    title: Words  # of the other source, with its unit and period
    problem: Words
    period: str
    rows: tuple[Facing, ...]


@dataclass(frozen=True)
class FeltRecorded:
    """Where people feel unsafe beside where crimes are recorded, at one time of the day or at all times."""

    table: OutsideTable  # of what is recorded
    felt: SafeTable
    period: str
    standing: Quadrants


@dataclass(frozen=True)
class _Rates:
    per_thousand: Mapping[str, float | None]


def side_by_side(picture: Picture) -> list[SideBySide]:
    """One for each table that is about a problem and can be compared, unless residents were asked about others alone.

    Where nobody has answered yet, the dialogue has too little data of every area.
    """
    beside, problems = picture.beside, picture.table("problems")
    if beside is None:
        return []
    asked = {item.id for item in problems.dimension(CODE).items} if problems else set(beside.codes)
    found = []
    for outside in outsides(beside):
        table = beside.table(outside.table)
        if table is not None and outside.code in asked and outside.code in beside.codes:
            verdicts = {one.area.id: one.verdict for one in compare_areas(picture, outside)}
            rows = tuple(_facing(picture, table, outside.code, item, verdicts) for item in beside.areas)
            found.append(SideBySide(table, outside.title, beside.codes[outside.code], table.latest, rows))
    return found


def counts_alone(beside: Beside) -> list[OutsideTable]:
    """Tables about a problem that can't be compared: counts of areas where nobody knows how many live there."""
    rated = {one.made_from for one in beside.tables}
    return [one for one in beside.tables if one.code and not is_comparable(one) and one.id not in rated]


def felt_recorded(picture: Picture) -> Iterator[FeltRecorded]:
    """For everything that is recorded at once, and for each time of the day that a source tells apart."""
    beside = picture.beside
    if beside is None:
        return
    for table in _recorded(beside):
        ids = [beside.felt[time] for time in FELT_AT[table.time] if time in beside.felt]
        felt = picture.table(ids[0]) if ids else None
        if felt is not None and table.latest:
            cells = {item.id: table.at(item.id, table.latest) for item in beside.parts}
            rates = _Rates({area: per_thousand(cell, table.unit) for area, cell in cells.items()})
            yield FeltRecorded(table, felt, table.latest, quadrants(felt_by_area(felt), rates))


def _recorded(beside: Beside) -> list[OutsideTable]:
    """Of each source of reported crime its total, and its total at each time of the day, in one unit."""
    found: dict[tuple[str, str], OutsideTable] = {}
    for table in beside.tables:
        if table.lane == REPORTED_CRIME and table.unit in PEOPLE and (table.time or is_total(table.category)):
            found.setdefault((table.source, table.time), table)
    return list(found.values())


def _facing(picture: Picture, table: OutsideTable, code: str, item: Item, verdicts: Mapping[str, Verdict]) -> Facing:
    problems = picture.table("problems")
    known = problems is not None and any(one.id == item.id for one in problems.dimension(AREA).items)
    cell = problems.at({AREA: item.id, CODE: code}) if problems is not None and known else UNKNOWN_CELL
    verdict: Verdict | None = None if item.id == ALL else verdicts.get(item.id, "unknown")
    return Facing(item, problem_share(picture, code, item.id), cell, table.at(item.id, table.latest), verdict)

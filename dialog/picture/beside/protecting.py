"""Figures of a source as they may leave: as published, or protected like our own where its publisher did not. Pure."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dialog.picture.beside.guarding import guarded_tables, said_before
from dialog.picture.beside.raw import RawFigure, RawFigures, as_published
from dialog.picture.beside.things import Thing, is_total
from dialog.picture.beside.told import Known, OutsideCell, OutsideTable
from dialog.picture.disclosure import Rule, protect
from dialog.picture.presentation import FEW
from dialog.picture.tables import ALL, Cell, Item, Key, State
from dialog.sources.understanding.units import COUNT, INDEX, PERCENT

Cells = dict[tuple[str, str], OutsideCell]
Said = Mapping[Key, Cell]
BASE, YES, NO = ALL, "yes", "no"  # who answered, who is in a share of them, and who is not
HIDDEN = OutsideCell(None, state=Known.WITHHELD)
SCARCE = OutsideCell(None, state=Known.TOO_LITTLE)


@dataclass(frozen=True)
class Guarded:
    """One source whose figures are to be protected: what it tells, where, and what earlier editions told of it.

    `rule` never rounds here: figures of one source stand in pictures of several rounds, and two methods tell more.
    """

    source: str  # its id in the register
    things: Mapping[Thing, RawFigures]  # also counts that are not shown, behind rates that are
    areas: Sequence[Item]
    rule: Rule = field(default_factory=Rule)
    before: Sequence[Sequence[OutsideTable]] = ()  # of each earlier edition, the oldest first

    def cells(self) -> dict[Thing, Cells]:
        """Every figure as it may leave."""
        counts = self._counts()
        return {thing: self._cells(thing, counts) for thing in self.things}

    def _cells(self, thing: Thing, counts: Mapping[Thing, Cells]) -> Cells:
        if thing.unit == COUNT:
            return counts[thing]
        if thing.unit in (PERCENT, INDEX):
            return self._of_answers(thing)
        shown = {(one.category, key) for one, cells in counts.items() for key in cells if _is_shown(cells[key])}
        return {
            key: as_published(raw) if raw.value is None or (thing.category, key) in shown else HIDDEN
            for key, raw in self.things[thing].items()
        }

    def _counts(self) -> dict[Thing, Cells]:
        """Those of one measure and period are protected together: areas and categories may add up."""
        found: dict[Thing, Cells] = {thing: {} for thing in self.things if thing.unit == COUNT}
        for measure in sorted({thing.measure for thing in found}):
            names = _names([thing for thing in found if thing.measure == measure])
            for period in _periods([self.things[thing] for thing in names]):
                self._count(found, names, measure, period)
        return found

    def _count(self, found: dict[Thing, Cells], names: Mapping[Thing, str], measure: str, period: str) -> None:
        now = {
            (thing, area): figure
            for thing in names
            for (area, when), figure in self.things[thing].items()
            if when == period
        }
        counts: dict[Key, int | None] = {(area, names[thing]): _whole(one) for (thing, area), one in now.items()}
        safe = self._safe(counts, self._before_of_counts(measure, period), f"{measure}:{period}")
        for (thing, area), figure in now.items():
            found[thing][area, period] = _counted(figure, safe.get((area, names[thing])))

    def _of_answers(self, thing: Thing) -> Cells:
        """Shares and indexes: of how many, and how many are in the share, are counts that must not come out."""
        figures = self.things[thing]
        found: Cells = {}
        for period in _periods([figures]):
            now = {area: one for (area, when), one in figures.items() if when == period}
            counts = {key: count for area, one in now.items() for key, count in _answering(area, one, thing.unit)}
            before = self._before_of_answers(thing, period)
            safe = self._safe(counts, before, f"{thing.category}:{thing.unit}:{thing.measure}:{period}")
            for area, one in now.items():
                found[area, period] = _answered(area, one, thing.unit, safe)
        return found

    def _safe(self, counts: Mapping[Key, int | None], before: Sequence[Said], name: str) -> Said:
        known = {key: count for key, count in counts.items() if count is not None}
        tables = guarded_tables(known, self.areas, f"{self.source}:{name}") if known else []
        earlier = [said_before(cells, table) for cells in _editions(before) for table in tables]
        safe: dict[Key, Cell] = {}
        for table in protect(tables, rule=replace(self.rule, rounding=0), before=earlier):
            safe |= {key: table[key] for key in known if key in table.cells}
        return safe

    def _before_of_counts(self, measure: str, period: str) -> list[Said]:
        """What each edition told, by area and category."""
        found: list[Said] = []
        for tables in self.before:
            counts = [one for one in tables if (one.unit, one.measure, one.made_from) == (COUNT, measure, "")]
            names = _names([_thing(one) for one in counts])
            said: dict[Key, Cell] = {}
            for one in counts:
                said |= {(area, names[_thing(one)]): cell for area, cell in _told_of(one, period)}
            found.append(said)
        return found

    def _before_of_answers(self, thing: Thing, period: str) -> list[Said]:
        same = [[one for one in tables if _thing(one) == thing] for tables in self.before]
        return [dict(said for one in tables for said in _answers_said(one, period)) for tables in same]


def _editions(before: Sequence[Said]) -> list[Said]:
    """What each told, and at last what was told of each figure when it was told of last."""
    told = [one for one in before if one]
    last: dict[Key, Cell] = {}
    for one in told:
        last |= one
    return [*told, last] if told else []


def _thing(table: OutsideTable) -> Thing:
    return Thing(table.category, table.unit, table.measure)


def published(figures: RawFigures) -> Cells:
    return {key: as_published(raw) for key, raw in figures.items()}


def _names(things: Collection[Thing]) -> dict[Thing, str]:
    """Categories as items: one total is the whole of the others."""
    totals = sorted(one for one in things if is_total(one.category))
    return {one: ALL if totals and one == totals[0] else one.category or ALL for one in things}


def _periods(some: Sequence[RawFigures]) -> list[str]:
    return sorted({period for figures in some for _, period in figures})


def _whole(figure: RawFigure) -> int | None:
    return None if figure.value is None or figure.value < 0 else round(figure.value)


def _counted(figure: RawFigure, cell: Cell | None) -> OutsideCell:
    """A count that is not shown shows no limits either."""
    if figure.value is None:
        return as_published(figure)
    if cell is None or cell.state is State.WITHHELD:
        return HIDDEN
    return OutsideCell(round(figure.value))


def _answering(area: str, one: RawFigure, unit: str) -> Iterator[tuple[Key, int]]:
    if one.answers is None or one.value is None:
        return
    yield (area, BASE), one.answers
    if unit == PERCENT:
        inside = min(max(round(one.answers * one.value / 100), 0), one.answers)
        yield (area, YES), inside
        yield (area, NO), one.answers - inside


def _answered(area: str, one: RawFigure, unit: str, safe: Mapping[Key, Cell]) -> OutsideCell:
    if one.value is None:
        return as_published(one)
    needed = (BASE, YES, NO) if unit == PERCENT else (BASE,)
    cells = [safe.get((area, item)) for item in needed]
    if any(cell is None or cell.state is State.WITHHELD for cell in cells):
        return HIDDEN
    return SCARCE if (one.answers or 0) < FEW else as_published(one)


def _answers_said(table: OutsideTable, period: str) -> Iterator[tuple[Key, Cell]]:
    """What an earlier edition told of how many answered, and how many were in a share of them."""
    for (area, when), told in table.cells.items():
        if when != period:
            continue
        withheld = told.state is Known.WITHHELD
        raw = RawFigure(told.value, answers=told.answers)
        if withheld:
            yield from (((area, item), Cell(None, State.WITHHELD)) for item in (BASE, YES, NO))
        for key, count in _answering(area, raw, table.unit):
            yield key, Cell(count, State.SHOWN)


def _told_of(table: OutsideTable, period: str) -> Iterator[tuple[str, Cell]]:
    """Of each area the count that was shown, or that it was withheld."""
    for (area, when), told in table.cells.items():
        if when == period and told.state is Known.WITHHELD:
            yield area, Cell(None, State.WITHHELD)
        elif when == period and told.value is not None:
            yield area, Cell(round(told.value), State.SHOWN)


def _is_shown(cell: OutsideCell) -> bool:
    return cell.state is Known.SHOWN

"""What stands beside the dialogue, as pages show it. Made of what may leave only. Pure."""

from dataclasses import dataclass
from datetime import date

from dialog.languages import Words
from dialog.picture.beside.facing import FeltRecorded, SideBySide, counts_alone, felt_recorded, side_by_side
from dialog.picture.beside.names import TIME_NAMES
from dialog.picture.beside.scatter import Scatter, scatter
from dialog.picture.beside.told import Beside, OutsideTable, OutsideText, Registered
from dialog.picture.content import Picture, Quote
from dialog.picture.periods import days_of
from dialog.picture.statistics.quadrants import CAPTION
from dialog.picture.tables import Item, SafeTable
from dialog.picture.wording import words
from dialog.sources.lanes import LANES
from dialog.sources.understanding.units import UNITS


@dataclass(frozen=True)
class Row:
    """A source of the register; `days` of our own, whose period is known to the day."""

    source: Registered
    lane: Words
    days: tuple[date, ...] = ()


@dataclass(frozen=True)
class Shown:
    """A table of another source with the areas that it tells of, the whole first."""

    table: OutsideTable
    source: Registered
    lane: Words
    unit: Words
    areas: tuple[Item, ...]

    @property
    def has_limits(self) -> bool:
        return any(cell.lower is not None or cell.upper is not None for cell in self.table.cells.values())


@dataclass(frozen=True)
class Quadrant:
    """Felt beside recorded, with its drawing where there are areas enough."""

    found: FeltRecorded
    source: Registered
    time: Words | None
    drawing: Scatter | None


@dataclass(frozen=True)
class Said:
    text: OutsideText
    source: Registered
    lane: Words


@dataclass(frozen=True)
class BesideView:
    register: tuple[Row, ...]
    compared: tuple[SideBySide, ...]
    quadrants: tuple[Quadrant, ...]
    tables: tuple[Shown, ...]
    texts: tuple[Said, ...]
    own: tuple[SafeTable, ...]
    staff_quotes: tuple[Quote, ...]
    alone: tuple[OutsideTable, ...]  # about a problem, but can't be compared
    caption: Words  # that neither is the cause of the other

    @property
    def is_more_than_register(self) -> bool:
        return bool(self.tables or self.texts or self.own or self.staff_quotes)


def beside_view(picture: Picture) -> BesideView | None:
    """None of a picture of before other sources stood in pictures."""
    beside = picture.beside
    if beside is None:
        return None
    return BesideView(
        register=tuple(_row(one) for one in beside.register),
        compared=tuple(side_by_side(picture)),
        quadrants=tuple(
            Quadrant(one, source_of(beside, one.table.source), time_words(one.table), scatter(one.standing))
            for one in felt_recorded(picture)
        ),
        tables=tuple(shown(beside, one) for one in beside.tables),
        texts=tuple(_said(beside, one) for one in beside.texts),
        own=beside.own,
        staff_quotes=picture.staff_quotes,
        alone=tuple(counts_alone(beside)),
        caption=words(CAPTION),
    )


def shown(beside: Beside, table: OutsideTable) -> Shown:
    told = {area for area, _ in table.cells}
    areas = tuple(item for item in beside.areas if item.id in told)
    return Shown(table, source_of(beside, table.source), lane_words(table.lane), words(UNITS[table.unit]), areas)


def source_of(beside: Beside, id: str) -> Registered:
    found = beside.source(id)
    assert found is not None, "figures without their source"
    return found


def lane_words(lane: str) -> Words:
    return words(LANES[lane])


def time_words(table: OutsideTable) -> Words | None:
    return words(TIME_NAMES[table.time]) if table.time else None


def _row(source: Registered) -> Row:
    days: tuple[date, ...] = () if source.id.startswith("source:") else days_of(source.period)
    return Row(source, lane_words(source.lane), days)


def _said(beside: Beside, text: OutsideText) -> Said:
    source = source_of(beside, text.source)
    return Said(text, source, lane_words(source.lane))

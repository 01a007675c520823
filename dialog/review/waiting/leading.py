"""Reading a stretch of the queue off the one index that has the fewest rows to pass over."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Select, tuple_

from dialog.review.waiting.choosing import Chooser, Chosen
from dialog.review.waiting.filters import Position
from dialog.review.waiting.kinds import Kind
from dialog.texts.searching.models import key_of

AHEAD = 200  # rows: how far each index is looked along to see which one leads farthest


@dataclass(frozen=True)
class Stretch:
    """Which stretch of the queue to read: what comes after or before a position, at most so much."""

    limit: int
    after: Position | None = None
    before: Position | None = None
    backwards: bool = False
    free: Callable[[Kind], ColumnElement[bool]] | None = None  # one more condition

    def conditions(self, kind: Kind) -> list[ColumnElement[bool]]:
        spot = tuple_(kind.table.received_on, kind.table.id)
        after = [spot > (self.after.on, self.after.id)] if self.after else []
        before = [spot < (self.before.on, self.before.id)] if self.before else []
        return [*after, *before, *([self.free(kind)] if self.free else [])]

    def keys(self, key: ColumnElement[int], kind: Kind) -> list[ColumnElement[bool]]:
        """The same by the keys of words, of which no two texts have the same."""
        after = [key > key_of(self.after.id, self.after.on)] if self.after else []
        before = [key < key_of(self.before.id, self.before.on)] if self.before else []
        return [*after, *before, *([self.free(kind)] if self.free else [])]

    def ordered(self, chosen: Select[Any], order: Sequence[ColumnElement[Any]]) -> Select[Any]:
        return chosen.order_by(*(one.desc() for one in order) if self.backwards else order).limit(self.limit)


def some_of(chooser: Chooser, chosen: Chosen, stretch: Stretch, *columns: ColumnElement[Any]) -> Select[Any]:
    """Ids and columns of one kind, of a stretch of the queue."""
    kind = chosen.kind
    if reading := chosen.reading:
        others = (
            [chosen.stands.by_row, *chosen.by_row()] if chooser.on_sqlite else [*chosen.by_index(), *chosen.conditions]
        )
        some = reading.columns(kind.table.id, *columns).where(*others, *stretch.keys(reading.key, kind))
        return stretch.ordered(some, [reading.key])
    led, rest = led_by(chooser, chosen, stretch)
    wanted = kind.ids(*columns).where(*led, *rest, *stretch.conditions(kind))
    return stretch.ordered(wanted, (kind.table.received_on, kind.table.id))


def led_by(
    chooser: Chooser, chosen: Chosen, stretch: Stretch
) -> tuple[list[ColumnElement[bool]], list[ColumnElement[bool]]]:
    """The conditions that lead, and the others, which only rows answer."""
    if not chooser.on_sqlite:
        return chosen.by_index(), chosen.conditions
    if chosen.few:
        return chosen.few, [chosen.stands.by_row, *chosen.by_row()]
    if not chosen.columns or not chosen.kind.is_indexed:
        return [chosen.stands.by_index], chosen.by_row()
    name = _leading(chooser, chosen, stretch)
    return [chosen.stands.by_index, chosen.columns[name].by_index], chosen.by_row(name)


def _leading(chooser: Chooser, chosen: Chosen, stretch: Stretch) -> str:
    """The column whose rows lie farthest apart from here on: the fewest of them have to be read for one page."""
    names = list(chosen.columns)
    if len(names) == 1:
        return names[0]

    def reached(name: str) -> Position | None:
        alone = replace(chosen, conditions=[], columns={name: chosen.columns[name]})
        ahead = some_of(chooser, alone, replace(stretch, free=None), chosen.kind.table.received_on)
        found = chooser.session.execute(ahead.limit(1).offset(AHEAD)).one_or_none()
        return Position(found[1], found[0]) if found else None

    return _farthest({name: reached(name) for name in names}, backwards=stretch.backwards)


def _farthest(reached: Mapping[str, Position | None], *, backwards: bool) -> str:
    """An index that ends before that, else the one that gets farthest."""
    places = {name: place for name, place in reached.items() if place is not None}
    if len(places) < len(reached):
        return next(name for name in reached if name not in places)
    return (min if backwards else max)(places, key=lambda name: places[name])

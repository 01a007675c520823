"""What changed since an earlier picture, line by line as pages show it. Made of safe tables only. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from dialog.languages import Words
from dialog.picture.ids import AREA, RATED
from dialog.picture.presentation import FEW
from dialog.picture.statistics.comparing import Comparison, Line, Tables, base_of, share_of, unsafe_base
from dialog.picture.tables import ALL, Cell, SafeTable


@dataclass(frozen=True)
class Pair:
    """One item then and now, with how many answered; shares of 100 only where enough did both times."""

    item: str
    label: Words
    then: Cell
    then_base: int | None
    now: Cell
    now_base: int | None
    is_part: bool = False

    @property
    def shares(self) -> tuple[int, int] | None:
        then, now = share_of(self.then, self.then_base), share_of(self.now, self.now_base)
        if then is None or now is None or min(self.then_base or 0, self.now_base or 0) < FEW:
            return None
        return round(then), round(now)


@dataclass(frozen=True)
class Followed:
    """One table that goes on: what it is called, and its items in the order of this picture."""

    title: Words
    only: tuple[Words, ...]  # the items of other dimensions that it looks at
    pairs: tuple[Pair, ...]
    line: Line


def followed(tables: Tables, comparison: Comparison) -> list[Followed]:
    """Tables of this picture that go on from the earlier one, and of which anybody said something either time."""
    return [one for line in comparison.lines for one in _followed(tables, line)]


def _followed(tables: Tables, line: Line) -> Iterator[Followed]:
    table = tables.table(line.table)
    if table is None or not line.then:
        return
    items = {item.id: item for item in table.dimension(line.dimension).items}
    labels = {item.id: item.label for one in table.dimensions for item in one.items}
    pairs = [
        Pair(
            then.item,
            items[then.item].label,
            then.voices,
            then.base,
            table.at({**dict(line.within), line.dimension: then.item}),
            _base(tables, table, line, then.item),
            items[then.item].parent in items and items[then.item].parent != ALL,
        )
        for then in line.then
        if then.item in items
    ]
    if any(pair.then_base or pair.now_base or pair.then.value or pair.now.value for pair in pairs):
        yield Followed(table.heading.title, tuple(labels[item] for _, item in line.within), tuple(pairs), line)


def _base(tables: Tables, table: SafeTable, line: Line, item: str) -> int | None:
    if line.within and line.dimension == AREA:
        return unsafe_base(table, line.within[0][0], {AREA: item})
    if line.table == "problems":
        rated = tables.table(RATED)
        return rated.at({RATED: RATED}).value if rated else None
    return base_of(table, line.dimension, {})

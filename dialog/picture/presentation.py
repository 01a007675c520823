"""What readers see of safe tables, and of nothing else: figures in order, lengths of bars, classes of colour. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from dialog.languages import Words
from dialog.picture.content import Picture
from dialog.picture.ids import AREA, NONE_OF_THEM, is_area, is_silent
from dialog.picture.tables import ALL, Cell, Item, Key, SafeTable, State

FEW = 30  # voices; the project's decision: below it an area is marked "too little data"
HEAT_STEPS = (10, 20, 35, 50)  # of 100; from each on the next class of colour
UNKNOWN = Cell(None, State.NO_DATA)


@dataclass(frozen=True)
class Figure:
    """One bar: `width` is 0 to 100, of the longest bar. A part belongs to the bar before it that is none."""

    item: str
    label: Words
    cell: Cell
    width: float
    is_part: bool = False


@dataclass(frozen=True)
class HeatCell:
    """`heat` is 1 to 5, None where the share can't be told. The state is no data where there is too little."""

    value: int | None
    state: State
    heat: int | None


@dataclass(frozen=True)
class HeatColumn:
    area: str
    label: Words
    voices: Cell
    is_few: bool


@dataclass(frozen=True)
class HeatRow:
    """An item of a table by area; `base` is the figure of an area that its share is taken of."""

    label: Words
    table: SafeTable
    dimension: str
    item: str
    base: Callable[[str], Cell]


@dataclass(frozen=True)
class Heat:
    columns: tuple[HeatColumn, ...]
    rows: tuple[tuple[Words, tuple[HeatCell, ...]], ...]


def cell_at(table: SafeTable, items: Mapping[str, str]) -> Cell:
    """The figure of these items, everybody in every other dimension."""
    return table[_key(table, items)]


def voices_in(picture: Picture, universe: str) -> Cell:
    """How many voices a universe has."""
    for table in picture.tables:
        if table.heading.universe.startswith(f"{universe}:"):
            return cell_at(table, {})
    return UNKNOWN


def figures(table: SafeTable, dimension: str, *, ranked: bool = False) -> list[Figure]:
    """A bar for each item of a dimension, the largest first if ranked.

    Left out are those who said nothing and places where nobody is. A group stands for its parts where some of them
    are not shown, followed by those that are.
    """
    blocks = _blocks(table, dimension)
    if ranked:
        blocks = [[block[0], *sorted(block[1:], key=_size)] for block in blocks]
        blocks.sort(key=lambda block: _size(block[0]))
    longest = max((block[0].cell.value or 0 for block in blocks), default=0) or 1
    return [replace(one, width=100 * (one.cell.value or 0) / longest) for block in blocks for one in block]


def every_figure(table: SafeTable, dimension: str) -> list[Figure]:
    """Every item, whatever its state, in the order of the dimension; for a table beside the bars."""
    items = table.dimension(dimension).items
    return [_figure(table, dimension, item, is_part=item.parent not in (ALL, None)) for item in items]


def figures_of(table: SafeTable, dimension: str, items: Mapping[str, str]) -> list[Figure]:
    """What those in some items of other dimensions said, in the order of the dimension; not who said nothing."""
    said = [item for item in table.dimension(dimension).items if item.id != ALL and not is_silent(item.id)]
    keys = [_key(table, {**items, dimension: item.id}) for item in said]
    return [Figure(item.id, item.label, table[key], 0) for item, key in zip(said, keys, strict=True)]


def silent_cell(table: SafeTable, dimension: str) -> Cell | None:
    """How many said nothing, where that is an item."""
    for item in table.dimension(dimension).items:
        if is_silent(item.id):
            return cell_at(table, {dimension: item.id})
    return None


def area_columns(picture: Picture) -> tuple[HeatColumn, ...]:
    """Every area with its voices; few where they are known to be few, or so few that the number is withheld."""
    table = picture.table(AREA)
    items = [item for item in table.dimension(AREA).items if is_area(item.id)] if table else []
    cells = [table[(item.id,)] for item in items] if table else []
    return tuple(
        HeatColumn(item.id, item.label, cell, cell.value is None or cell.value < FEW)
        for item, cell in zip(items, cells, strict=True)
    )


def heat(picture: Picture, rows: Sequence[HeatRow]) -> Heat:
    """A column for each area; areas of which too little is known are blank, whatever their figures say."""
    columns = area_columns(picture)
    return Heat(columns, tuple((row.label, tuple(_heat_cell(row, column) for column in columns)) for row in rows))


def heat_class(value: int, base: int) -> int:
    """1 to 5 by the share of a base above 0."""
    return 1 + sum(100 * value >= step * base for step in HEAT_STEPS)


def _heat_cell(row: HeatRow, column: HeatColumn) -> HeatCell:
    if column.is_few:
        return HeatCell(None, State.NO_DATA, None)
    cell = cell_at(row.table, {AREA: column.area, row.dimension: row.item})
    whole = row.base(column.area).value
    if whole == 0:
        return HeatCell(None, State.NO_DATA, None)
    known = cell.value is not None and whole is not None and whole >= FEW
    return HeatCell(cell.value, cell.state, heat_class(cell.value or 0, whole or 1) if known else None)


def _key(table: SafeTable, items: Mapping[str, str]) -> Key:
    return tuple(items.get(one.id, ALL) for one in table.dimensions)


def _blocks(table: SafeTable, dimension: str) -> list[list[Figure]]:
    """Items that stand for themselves, and groups with those of their parts that are shown."""
    broken_down = table.dimension(dimension)
    by_id = {item.id: item for item in broken_down.items}

    def below(item: str) -> list[list[Figure]]:
        parts = [_figure(table, dimension, by_id[part]) for part in broken_down.children(item)]
        if not parts or not broken_down.additive or all(part.cell.state is State.SHOWN for part in parts):
            return [block for part in parts for block in below(part.item)] if parts else [[whole(item)]]
        told = [replace(part, is_part=True) for part in parts if part.cell.value]
        return [[whole(item), *told]]

    def whole(item: str) -> Figure:
        return _figure(table, dimension, by_id[item])

    top = broken_down.children(ALL)
    blocks = [block for item in top for block in (below(item) if broken_down.additive else [[whole(item)]])]
    return [block for block in blocks if not _is_left_out(dimension, block[0])]


def _size(figure: Figure) -> int:
    """Sorts the largest first, and last what is not shown."""
    return -(figure.cell.value or 0)


def _figure(table: SafeTable, dimension: str, item: Item, *, is_part: bool = False) -> Figure:
    return Figure(item.id, item.label, cell_at(table, {dimension: item.id}), 0, is_part)


def _is_left_out(dimension: str, figure: Figure) -> bool:
    """Those who said nothing, and a place that is no area where nobody is."""
    is_corner = dimension == AREA and not is_area(figure.item)
    return is_silent(figure.item) or figure.item == NONE_OF_THEM or (is_corner and figure.cell.value == 0)

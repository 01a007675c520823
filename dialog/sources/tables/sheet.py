"""The one shape in which tables are understood: headings, rows, and what the file itself says of its columns. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dialog.rows.row import Row
from dialog.sources.tables.dataset import AREA, MEASURE, Dataset, Item

VALUE = "value"


@dataclass(frozen=True)
class Sheet:
    """A table as rows; the cells of figures hold what the file has, or a Value that has been read already."""

    columns: Sequence[str]
    rows: Sequence[Row]
    hints: Mapping[str, str] = field(default_factory=dict)  # column -> AREA, PERIOD, MEASURE or VALUE, if it is said
    title: str = ""
    publisher: str = ""
    unit: str = ""
    notes: Sequence[str] = ()
    has_headings: bool = True  # else they were made up
    has_merged_cells: bool = False  # perhaps: an empty cell may mean what stands above it


def as_sheet(dataset: Dataset) -> Sheet:
    """Each figure on a row of its own, under one column for each dimension and one for the figure."""
    columns = _columns(dataset)
    told = zip(columns, dataset.dimensions, strict=False)
    hints = {column: one.role for column, one in told if one.role} | {columns[-1]: VALUE}
    roles = [one.role for one in dataset.dimensions]
    rows = [
        Row(number, dict(zip(columns, [*map(lambda i, r: _said(i, r, dataset), key, roles), value], strict=True)))
        for number, (key, value) in enumerate(dataset.cells(), start=1)
    ]
    about = {"title": dataset.title, "publisher": dataset.publisher, "unit": dataset.unit, "notes": dataset.notes}
    return Sheet(columns, rows, hints, **about)  # type: ignore[arg-type]


def _columns(dataset: Dataset) -> list[str]:
    names: list[str] = []
    for one in dataset.dimensions:
        names.append(one.id if one.label in (*names, VALUE) else one.label)
    return [*names, VALUE]


def _said(item: Item, role: str, dataset: Dataset) -> str:
    """An area with its code before its name, a period as its code, a measure with its unit, all else as its label."""
    if role == AREA:
        return item.label if item.code in item.label.split() or item.code == item.label else f"{item.code} {item.label}"
    if role == MEASURE:
        unit = dataset.units.get(item.code, "")
        return f"{item.label} ({unit})" if unit and unit.casefold() not in item.label.casefold() else item.label
    return item.label

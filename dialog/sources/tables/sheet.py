"""The one shape in which tables are understood: headings, rows, and what the file itself says of its columns. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dialog.rows.row import Row
from dialog.sources.tables.dataset import MEASURE, PERIOD, Dataset, Dimension, Item

VALUE = "value"


@dataclass(frozen=True)
class Sheet:
    """A table as rows; the cells of figures hold what the file has, or a Value that has been read already."""

    columns: Sequence[str]
    rows: Sequence[Row]
    hints: Mapping[str, str] = field(default_factory=dict)  # column -> AREA, PERIOD, MEASURE or VALUE, if it is said
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # column -> what stands there -> its code
    title: str = ""
    publisher: str = ""
    unit: str = ""
    notes: Sequence[str] = ()
    has_headings: bool = True  # else they were made up


def as_sheet(dataset: Dataset) -> Sheet:
    """Each figure on a row of its own, under one column for each dimension and one for the figure."""
    columns = _columns(dataset)
    named = list(zip(columns, dataset.dimensions, strict=False))
    words = [_words(one, dataset) for one in dataset.dimensions]
    codes = {
        column: {word: code for code, word in said.items()} for (column, _), said in zip(named, words, strict=True)
    }
    rows = [
        Row(
            number,
            dict(zip(columns, [*(said[item.code] for said, item in zip(words, key, strict=True)), value], strict=True)),
        )
        for number, (key, value) in enumerate(dataset.cells(), start=1)
    ]
    return Sheet(
        columns,
        rows,
        hints={column: one.role for column, one in named if one.role} | {columns[-1]: VALUE},
        codes=codes,
        title=dataset.title,
        publisher=dataset.publisher,
        unit=dataset.unit,
        notes=dataset.notes,
    )


def _columns(dataset: Dataset) -> list[str]:
    names: list[str] = []
    for one in dataset.dimensions:
        names.append(one.id if one.label in (*names, VALUE) else one.label)
    return [*names, VALUE]


def _words(dimension: Dimension, dataset: Dataset) -> dict[str, str]:
    """What stands in cells for each code: a period as its code, a measure with its unit, all else as its label."""
    labels = Counter(item.label for item in dimension.items)
    return {item.code: _said(item, dimension, dataset, labels[item.label] > 1) for item in dimension.items}


def _said(item: Item, dimension: Dimension, dataset: Dataset, is_double: bool) -> str:
    if dimension.role == PERIOD:
        return item.code
    if is_double:
        return f"{item.code} {item.label}"
    unit = dataset.units.get(item.code, "") if dimension.role == MEASURE else ""
    return f"{item.label} ({unit})" if unit and unit.casefold() not in item.label.casefold() else item.label

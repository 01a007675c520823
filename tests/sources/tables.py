"""Cubes of figures of any kind, and writing them as offices publish them."""

import json
from math import prod
from typing import Any

from hypothesis import strategies as st

from dialog.sources.tables.dataset import AREA, MEASURE, PERIOD, Dataset, Dimension, Item
from dialog.sources.tables.values import NONE, NOT_APPLICABLE, NOT_AVAILABLE, SECRET, Value

DOTS = {NOT_APPLICABLE: '"."', NOT_AVAILABLE: '".."', SECRET: '"..."', NONE: '"-"'}
MARKS = {NOT_APPLICABLE: ".", NOT_AVAILABLE: "..", SECRET: "x", NONE: "-"}
KEYWORDS = {AREA: 'MAP("%s")="sverige";', MEASURE: 'CONTVARIABLE="%s";'}

words = st.text(st.sampled_from("abcdefghåäöÅÄÖé ;,=()[]-/"), min_size=1, max_size=12).map(
    lambda one: " ".join(one.split())
)
labels = words.filter(bool)
values = st.one_of(
    st.floats(allow_nan=False, allow_infinity=False, width=32).map(lambda one: Value(float(one))),
    st.sampled_from([Value(None, one) for one in DOTS]),
)


@st.composite
def datasets(draw: st.DrawFn) -> Dataset:
    """One to three dimensions of one to four items, each with a code of its own; a period among them or not."""
    names = draw(st.lists(labels, min_size=1, max_size=3, unique=True))
    roles = draw(st.permutations([AREA, MEASURE, PERIOD, ""]))
    dimensions = []
    for name, role in zip(names, roles, strict=False):
        told = draw(st.lists(labels, min_size=1, max_size=4, unique=True))
        items = [
            Item(f"{2000 + at}", f"{2000 + at}") if role == PERIOD else Item(f"c{at}", one)
            for at, one in enumerate(told)
        ]
        dimensions.append(Dimension(name, name, items, role))
    size = prod(len(one.items) for one in dimensions)
    return Dataset(dimensions, draw(st.lists(values, min_size=size, max_size=size)), title=draw(labels))


def as_px(dataset: Dataset, *, stub: int, keys: str = "", encoding: str = "utf-8", head: str = "") -> bytes:
    """As a .px file whose first `stub` dimensions are rows; with `keys` (CODES or VALUES) without rows of zeroes."""
    parts = [head, f'TITLE="{dataset.title}";', 'TITLE[en]="Another language";']
    rows, columns = dataset.dimensions[:stub], dataset.dimensions[stub:]
    for keyword, chosen in (("STUB", rows), ("HEADING", columns)):
        parts += [f"{keyword}={_quoted([one.id for one in chosen])};"] if chosen else []
    for one in dataset.dimensions:
        parts += [f'VALUES("{one.id}")={_quoted([item.label for item in one.items])};']
        parts += [f'VALUES[en]("{one.id}")={_quoted(["x"] * len(one.items))};']
        if one.role == PERIOD:
            parts += [f'TIMEVAL("{one.id}")=TLIST(A1),{_quoted([item.code for item in one.items])};']
        else:
            parts += [f'CODES("{one.id}")={_quoted([item.code for item in one.items])};']
            parts += [KEYWORDS[one.role] % one.id] if one.role else []
        parts += [f'KEYS("{one.id}")={keys};'] if keys and one in rows else []
    return "\n".join([*parts, "DATA=", *_lines(dataset, rows, columns, keys), ";"]).encode(encoding)


def _lines(dataset: Dataset, rows: Any, columns: Any, keys: str) -> list[str]:
    width, lines = prod(len(one.items) for one in columns), []
    cells = list(dataset.cells())
    for start in range(0, len(cells), width):
        said = [_datum(value) for _, value in cells[start : start + width]]
        if keys and set(said) == {"0.0"}:
            continue
        key = cells[start][0][: len(rows)] if keys else ()
        lines.append(" ".join([*(f'"{one.code if keys == "CODES" else one.label}",' for one in key), *said]))
    return lines


def _datum(value: Value) -> str:
    return DOTS[value.missing] if value.missing else repr(value.number)


def _quoted(words: list[str]) -> str:
    return ",\n".join(f'"{one}"' for one in words)


def as_jsonstat(dataset: Dataset, *, sparse: bool = False, as_list: bool = False, version: int = 2) -> dict[str, Any]:
    """As parsed JSON-stat: dense or sparse, the index of categories as an object or a list, of either version."""
    ids = [one.id for one in dataset.dimensions]
    kinds = {PERIOD: "time", AREA: "geo", MEASURE: "metric"}
    role = {kinds[one.role]: [one.id] for one in dataset.dimensions if one.role}
    about = {one.id: {"label": one.label, "category": _category(one, as_list)} for one in dataset.dimensions}
    numbers: Any = [value.number for value in dataset.values]
    status: Any = [MARKS.get(value.missing) for value in dataset.values]
    if sparse:
        numbers = {str(at): one for at, one in enumerate(numbers) if one is not None}
        status = {str(at): one for at, one in enumerate(status) if one is not None}
    said = {"label": dataset.title, "value": numbers, "status": status}
    size = [len(one.items) for one in dataset.dimensions]
    if version == 1:
        return {"dataset": {**said, "dimension": {**about, "id": ids, "size": size, "role": role}}}
    return {"version": "2.0", "class": "dataset", "id": ids, "size": size, "role": role, "dimension": about, **said}


def _category(one: Dimension, as_list: bool) -> dict[str, Any]:
    codes = [item.code for item in one.items]
    index: Any = codes if as_list else {code: at for at, code in reversed(list(enumerate(codes)))}
    return {"index": index, "label": {item.code: item.label for item in one.items}, "child": {codes[0]: codes[1:]}}


def through_json(document: Any) -> Any:
    return json.loads(json.dumps(document))

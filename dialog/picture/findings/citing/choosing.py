"""What of a draft a finding can rest on, and reading what was chosen. Pure."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dialog.languages import Words
from dialog.picture.findings.told import CELL, PLACE, QUOTE, TABLE, Evidence
from dialog.picture.ids import is_silent
from dialog.picture.tables import ALL, Cell, Item, Key, SafeTable, State


@dataclass(frozen=True)
class Choice:
    """A cell that can be chosen, or that can't: then `value` is empty."""

    value: str
    cell: Cell


@dataclass(frozen=True)
class Row:
    """An item of the first dimension, with a choice for each of the second, or one."""

    label: Words
    choices: tuple[Choice, ...]


def columns_of(table: SafeTable) -> tuple[Item, ...]:
    """What stands above the choices: the items of the second dimension; of a table without one nothing."""
    return tuple(_told(table.dimensions[1].items)) if len(table.dimensions) > 1 else ()


def rows_of(table: SafeTable) -> list[Row]:
    """Those who said nothing are left out: nothing rests on them."""
    across: list[Key] = [(item.id,) for item in columns_of(table)] or [()]
    return [
        Row(item.label, tuple(_choice(table, (item.id, *other)) for other in across))
        for item in _told(table.dimensions[0].items)
    ]


def chosen(kind: str, values: Sequence[str], table: str) -> Iterator[Evidence]:
    """What was ticked in one of the forms; what can't be read is left out."""
    for value in values:
        if kind == CELL and (key := _key(value)):
            yield Evidence(CELL, table=table, key=key)
        elif kind == TABLE:
            yield Evidence(TABLE, table=value)
        elif kind == PLACE:
            yield Evidence(PLACE, place=value)
        elif kind == QUOTE:
            yield Evidence(QUOTE, text=value)


def _told(items: Sequence[Item]) -> Iterator[Item]:
    yield from (item for item in items if item.id == ALL or not is_silent(item.id))


def _choice(table: SafeTable, key: Key) -> Choice:
    cell = table[key]
    return Choice(json.dumps(list(key), ensure_ascii=False) if cell.state is State.SHOWN else "", cell)


def _key(value: str) -> Key:
    """() for anything that is no list of words."""
    try:
        read = json.loads(value)
    except ValueError:
        return ()
    return tuple(read) if isinstance(read, list) and all(isinstance(one, str) for one in read) else ()

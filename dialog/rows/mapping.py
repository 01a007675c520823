"""Which column of a file is which of our fields: recognised, or told by the person who loads it."""

import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dialog.languages import N_, Sentence
from dialog.rows.cells import text_of
from dialog.rows.headings import plain
from dialog.rows.opening import content_of
from dialog.rows.row import Row


class BadMap(ValueError):
    """The columns can't be mapped like this; the text says why in one sentence."""


@dataclass(frozen=True)
class ColumnMap:
    """What the person who loads a file says of it."""

    columns: Mapping[str, str] = field(default_factory=dict)  # our field -> their column
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # our field -> their value -> ours
    fixed: Mapping[str, str] = field(default_factory=dict)  # our field -> the value of every row

    def told(self) -> Iterator[str]:
        """Every field that is spoken of."""
        yield from {**self.columns, **self.values, **self.fixed}

    def value(self, row: Row, name: str) -> Any:
        """What a row says of a field, in our words where they were told; None when it says nothing."""
        if name in self.fixed:
            return self.fixed[name]
        value = row.values.get(self.columns.get(name, ""))
        ours = self.values.get(name)
        return ours.get(text_of(value), value) if ours else value

    def column(self, name: str) -> str:
        """What the file calls a field; nothing when it has none."""
        return self.columns.get(name, "")


def read_map(
    path: Path | None, options: Sequence[str] = (), fixed: Mapping[str, str | None] | None = None
) -> ColumnMap:
    """The map of a TOML file, then of options field=column, then of what is the same in every row.

    Raises BadMap or UnreadableFile.
    """
    tables = _read_toml(path) if path else {}
    values = tables.get("values", {})
    if not isinstance(values, dict):
        raise BadMap(f'{path.name if path else ""}: [values.FIELD] must hold lines like "their value" = "ours".')
    return ColumnMap(
        columns=_words(tables, "columns", path) | dict(_option(one) for one in options),
        values={name: _words(values, name, path) for name in values},
        fixed=_words(tables, "fixed", path) | {name: value for name, value in (fixed or {}).items() if value},
    )


def insist_on_map(told: ColumnMap, *, fields: Collection[str], columns: Collection[str]) -> None:
    """Raises BadMap for a field that doesn't exist, or a column that the file doesn't have."""
    for name in told.told():
        if name not in fields:
            raise BadMap(
                Sentence(
                    N_("There is no field %(field)s: choose among %(fields)s."), field=name, fields=", ".join(fields)
                )
            )
    for name, column in told.columns.items():
        if column not in columns:
            raise BadMap(
                Sentence(
                    N_("The file has no column %(column)s for %(field)s, but %(columns)s."),
                    column=repr(column),
                    field=name,
                    columns=", ".join(columns),
                )
            )


def recognise(columns: Sequence[str], names: Mapping[str, Sequence[str]], told: ColumnMap) -> ColumnMap:
    """What was told, and for every other field the first of its usual `names` that the file has and no field took.

    sub_category is found as Sub-Category and subCategory too. Raises BadMap when what was told does not fit the file.
    """
    insist_on_map(told, fields=names, columns=columns)
    found = dict(told.columns)
    headings = {_run_together(column): column for column in reversed(columns)}
    for name, usual in names.items():
        if name in found or name in told.fixed:
            continue
        present = (headings.get(_run_together(one)) for one in usual)
        if column := next((one for one in present if one and one not in found.values()), None):
            found[name] = column
    return ColumnMap(found, told.values, told.fixed)


def _run_together(heading: str) -> str:
    return plain(heading).replace("_", "")


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        tables = tomllib.loads(content_of(path).decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise BadMap(f"{path.name} is no map: {problem}.") from None
    if unknown := [name for name in tables if name not in ("columns", "values", "fixed")]:
        raise BadMap(f"{path.name} has a part {unknown[0]!r}: a map has [columns], [values.FIELD] and [fixed].")
    return tables


def _words(tables: Mapping[str, Any], name: str, path: Path | None) -> dict[str, str]:
    found = tables.get(name, {})
    if not isinstance(found, dict) or any(isinstance(value, dict | list) for value in found.values()):
        raise BadMap(f'{path.name if path else name}: [{name}] must hold lines like name = "value".')
    return {key: text_of(value) for key, value in found.items()}


def _option(one: str) -> tuple[str, str]:
    name, sign, column = one.partition("=")
    if not (sign and name.strip() and column.strip()):
        raise BadMap(f"{one!r} says no column: write --column FIELD=COLUMN.")
    return name.strip(), column.strip()

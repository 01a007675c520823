"""Rows of JSON: a list of objects, the list of objects inside an object, or the features of a GeoJSON map."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dialog.languages import N_, Sentence
from dialog.rows.encoding import decode
from dialog.rows.opening import content_of
from dialog.rows.row import EmptyFile, Row, Rows, UnreadableFile

_DEEPEST = 8  # objects inside objects that are opened


def read_json(path: Path) -> Any:
    """What a JSON file holds. Raises EmptyFile or UnreadableFile."""
    text = decode(content_of(path)).strip("\ufeff \t\r\n\0")
    if not text:
        raise EmptyFile(Sentence(N_("%(file)s is empty."), file=path.name))
    try:
        return json.loads(text)
    except json.JSONDecodeError as problem:
        raise UnreadableFile(
            Sentence(
                N_("%(file)s is no JSON: %(problem)s, line %(line)s."),
                file=path.name,
                problem=problem.msg,
                line=str(problem.lineno),
            )
        ) from None
    except (RecursionError, ValueError):
        raise UnreadableFile(Sentence(N_("%(file)s is no JSON that can be read."), file=path.name)) from None


def read_nested(path: Path) -> Rows:
    """The rows of a JSON file, its objects flattened. Raises EmptyFile or UnreadableFile."""
    entries = _entries(read_json(path), path.name)
    if not entries:
        raise EmptyFile(Sentence(N_("%(file)s holds no entries."), file=path.name))
    rows = [_row(number, entry) for number, entry in enumerate(entries, start=1)]
    columns = dict.fromkeys(column for row in rows for column in row.values)
    return Rows(columns, rows, len(rows))


def flatten(entry: Mapping[str, Any], above: str = "", depth: int = _DEEPEST) -> Iterator[tuple[str, Any]]:
    """Objects inside objects as request_type.title; a GeoJSON point also as geometry.lat and geometry.lon."""
    for key, value in entry.items():
        name = f"{above}{key}"
        if isinstance(value, dict) and depth:
            yield from flatten(value, f"{name}.", depth - 1)
            yield from _point(value, name)
        elif isinstance(value, list | dict):
            yield name, _listed(value)
        else:
            yield name, value


def _row(number: int, entry: object) -> Row:
    if not isinstance(entry, dict):
        return Row(number, {}, Sentence(N_("it is no object with names and values")))
    if entry.get("type") == "Feature" and "geometry" in entry:
        geometry = {"geometry": entry["geometry"]} if entry["geometry"] else {}
        return Row(number, dict(flatten({**(entry.get("properties") or {}), **geometry})))
    return Row(number, dict(flatten(entry)))


def _entries(found: Any, name: str) -> list[Any]:
    if isinstance(found, list):
        return found
    if not isinstance(found, dict):
        raise UnreadableFile(Sentence(N_("%(file)s holds one value, not a list of entries."), file=name))
    lists = {key: value for key, value in found.items() if isinstance(value, list)}
    filled = {key: value for key, value in lists.items() if any(isinstance(entry, dict) for entry in value)}
    if len(filled) > 1:
        raise UnreadableFile(
            Sentence(
                N_("%(file)s holds several lists (%(lists)s): leave one of them."), file=name, lists=", ".join(filled)
            )
        )
    if not lists:
        raise UnreadableFile(Sentence(N_("%(file)s holds one object, not a list of entries."), file=name))
    return next(iter((filled or lists).values()))


def _point(value: Mapping[str, Any], name: str) -> Iterator[tuple[str, Any]]:
    place = value.get("coordinates")
    if value.get("type") == "Point" and isinstance(place, list) and len(place) >= 2:
        yield f"{name}.lat", place[1]
        yield f"{name}.lon", place[0]


def _listed(value: list[Any] | dict[str, Any]) -> str:
    if isinstance(value, list) and not any(isinstance(one, list | dict) for one in value):
        return "; ".join("" if one is None else str(one) for one in value)
    return json.dumps(value, ensure_ascii=False)

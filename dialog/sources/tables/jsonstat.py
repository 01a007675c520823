"""JSON-stat 2.0, and the first version as older services still give it: https://json-stat.org/full/. Pure."""

from collections.abc import Mapping, Sequence
from math import prod
from typing import Any

from dialog.languages import N_, Sentence
from dialog.rows.row import UnreadableFile
from dialog.sources.tables.dataset import AREA, MEASURE, PERIOD, Dataset, Dimension, Item
from dialog.sources.tables.refusing import MOST_CELLS, NOT_AS_MANY, TOO_MANY, in_file
from dialog.sources.tables.values import NOT_AVAILABLE, Value, reason_of

_ROLES = {"time": PERIOD, "geo": AREA, "metric": MEASURE}


def is_jsonstat(found: object) -> bool:
    """Whether parsed JSON is, or holds, a dataset of JSON-stat."""
    if not isinstance(found, dict):
        return False
    if found.get("class") in ("dataset", "collection", "dimension"):
        return True
    first = next(iter(found.values()), None)
    return isinstance(first, dict) and {"dimension", "value"} <= first.keys()


def read_jsonstat(found: Mapping[str, Any], name: str) -> Dataset:
    """The dataset. Raises UnreadableFile when there is none, or it contradicts itself."""
    if found.get("class") == "collection":
        raise UnreadableFile(Sentence(N_("%(file)s is a list of tables: download the table itself."), file=name))
    if found.get("class") == "dimension":
        raise UnreadableFile(
            Sentence(N_("%(file)s is a dimension of a table without figures: download the table itself."), file=name)
        )
    try:
        return _dataset(found if "dimension" in found else next(iter(found.values())))
    except UnreadableFile as problem:
        raise UnreadableFile(in_file(name, problem)) from None
    except (KeyError, TypeError, AttributeError, ValueError, IndexError):
        raise UnreadableFile(Sentence(N_("%(file)s is no whole table of JSON-stat."), file=name)) from None


def _dataset(one: Mapping[str, Any]) -> Dataset:
    about = one["dimension"]
    ids: Sequence[str] = one.get("id") or about["id"]  # the first version has them inside
    roles = _roles(one.get("role") or about.get("role") or {})
    dimensions = [_dimension(id, about[id], roles.get(id, "")) for id in ids]
    sizes = [int(size) for size in one.get("size") or about["size"]]
    if sizes != [len(dimension.items) for dimension in dimensions]:
        raise UnreadableFile(Sentence(N_("its dimensions are not as long as it says.")))
    return Dataset(
        dimensions,
        _values(one["value"], one.get("status"), prod(sizes)),
        title=_text(one.get("label")),
        publisher=_text(one.get("source")),
        units=_units(about, ids, roles),
        notes=tuple(_notes(one.get("note"))),
    )


def _roles(told: Mapping[str, Any]) -> dict[str, str]:
    return {id: ours for theirs, ours in _ROLES.items() for id in told.get(theirs) or ()}


def _dimension(id: str, about: Mapping[str, Any], role: str) -> Dimension:
    """Its items in their order; which of them lie in which (child) says nothing of the figures."""
    category = about["category"]
    labels: Mapping[str, Any] = category.get("label") or {}
    index = category.get("index", list(labels)[:1])  # a dimension of one item needs no index
    codes = index if isinstance(index, list) else sorted(index, key=index.__getitem__)
    items = [Item(str(code), _text(labels.get(code)) or str(code)) for code in codes]
    return Dimension(id, _text(about.get("label")) or id, items, role)


def _values(said: Any, status: Any, size: int) -> list[Value]:
    """Dense as a list or sparse by place; what has no value is missing for the reason that its status gives."""
    if size > MOST_CELLS:
        raise UnreadableFile(Sentence(TOO_MANY, number=size, most=MOST_CELLS))
    if isinstance(said, list) and len(said) != size:
        raise UnreadableFile(Sentence(NOT_AS_MANY, number=len(said), expected=size))
    numbers, marks = _by_place(said), _by_place(status)
    same = status if isinstance(status, str) else None
    if any(not 0 <= place < size for place in numbers):
        raise UnreadableFile(Sentence(N_("it has values beyond its dimensions.")))
    return [_value(numbers.get(place), marks.get(place, same)) for place in range(size)]


def _by_place(said: Any) -> dict[int, Any]:
    if isinstance(said, Mapping):
        return {int(place): one for place, one in said.items()}
    return dict(enumerate(said)) if isinstance(said, list) else {}


def _value(said: Any, mark: Any) -> Value:
    if isinstance(said, int | float) and not isinstance(said, bool):
        return Value(float(said))
    told = said if isinstance(said, str) else mark
    return Value(None, reason_of(str(told or "")) or NOT_AVAILABLE)


def _units(about: Mapping[str, Any], ids: Sequence[str], roles: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for id in ids:
        if roles.get(id) == MEASURE:
            for code, unit in (about[id]["category"].get("unit") or {}).items():
                found[str(code)] = _text(unit.get("label") or unit.get("base"))
    return found


def _notes(said: Any) -> Sequence[str]:
    return [_text(one) for one in said] if isinstance(said, list) else [_text(said)] if said else []


def _text(said: Any) -> str:
    return "" if said is None else " ".join(str(said).split())

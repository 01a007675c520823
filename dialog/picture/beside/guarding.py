"""Counts of a source as raw tables of area by category that can be protected, as far as they add up. Pure.

A reader may know that areas make up the whole and categories their total. What is left over stands there too, so that
it can't be worked out either; where nothing is left over the parts are known to be all.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from dialog.languages import N_
from dialog.picture.beside.things import time_of
from dialog.picture.ids import AREA
from dialog.picture.tables import ALL, Cell, Dimension, Heading, Item, Key, RawTable, SafeTable
from dialog.picture.wording import words

CATEGORY = "category"
REST = " rest"  # after the id of a whole: what of it is in none of its parts
MOST_TRIED = 12  # categories of which every way to add up is tried; of more only pairs and threes

Counts = Mapping[Key, int]  # by area and category; what is not there is not known


def guarded_tables(counts: Counts, areas: Sequence[Item], universe: str) -> list[RawTable]:
    """Tables of one universe that all hold every count, one for each way in which they add up; else one a category."""
    places = _nearest([one for one in areas if any(area == one.id for area, _ in counts)])
    categories = list(dict.fromkeys(category for _, category in counts))
    filled = _filled(counts, places, categories)
    told = (_table(filled, places, tree, universe) for tree in _trees(filled, categories))
    if tables := [table for table in told if table is not None]:
        return _numbered(tables)
    return [_alone(filled, places, each, f"{universe}:{each}") for each in categories]


def said_before(cells: Mapping[Key, Cell], like: RawTable) -> SafeTable:
    """What an earlier edition told of the counts of a table."""
    known = {key: cell for key, cell in cells.items() if _has(like, key)}
    return SafeTable(like.heading, like.dimensions, known)


def _numbered(tables: Sequence[RawTable]) -> list[RawTable]:
    """What is left over of a whole differs with its parts, so that each table has a name of its own for it."""
    return [_renamed(table, f"{REST} {number}") for number, table in enumerate(tables)]


def _renamed(table: RawTable, rest: str) -> RawTable:
    def called(id: str) -> str:
        return id.replace(REST, rest) if id.endswith(REST) else id

    areas, kinds = table.dimensions
    items = tuple(replace(one, id=called(one.id)) for one in kinds.items)
    counts: dict[Key, int] = {(area, called(kind)): count for (area, kind), count in table.counts.items()}
    return replace(table, dimensions=(areas, replace(kinds, items=items)), counts=counts)


def _has(table: RawTable, key: Key) -> bool:
    return all(any(item.id == id for item in one.items) for one, id in zip(table.dimensions, key, strict=True))


def _trees(counts: Counts, categories: Sequence[str]) -> Iterator[dict[str, str | None]]:
    """What each category is part of: of the total, by itself or with others of its time of the day; of another that
    it helps to make up; of both; or of nothing.
    """
    others = [one for one in categories if one != ALL]
    inside = _made_up(counts, others)
    if ALL in categories:
        for some in ([one for one in others if not time_of(one)], [one for one in others if time_of(one)]):
            if some:
                yield {one: ALL if one in some else None for one in categories}
    if inside:
        yield {one: inside.get(one) for one in categories}
    if inside and ALL in categories:
        yield {one: None if one == ALL or time_of(one) else inside.get(one, ALL) for one in categories}
    yield dict.fromkeys(categories)


def _made_up(counts: Counts, categories: Sequence[str]) -> dict[str, str]:
    """Categories that are the sum of others in every area, the smallest first: each part with its whole."""
    areas = sorted({area for area, _ in counts})
    rows = {one: tuple(counts.get((area, one), 0) for area in areas) for one in categories}
    sizes = range(2, len(categories) if len(categories) <= MOST_TRIED else 4)
    found: dict[str, str] = {}
    for whole in sorted(categories, key=lambda one: (sum(rows[one]), one)):
        free = [one for one in categories if one != whole and one not in found and sum(rows[one]) > 0]
        parts = next((some for size in sizes for some in combinations(free, size) if _add_up(rows, some, whole)), ())
        found.update(dict.fromkeys(parts, whole))
    return found


def _add_up(rows: Mapping[str, tuple[int, ...]], parts: Sequence[str], whole: str) -> bool:
    return all(sum(some) == one for one, *some in zip(rows[whole], *(rows[part] for part in parts), strict=True))


def _nearest(places: Sequence[Item]) -> list[Item]:
    """Each under the nearest area around it that has figures."""
    there = {one.id: one for one in places}
    return [replace(one, parent=None if one.id == ALL else _above(one.parent, there)) for one in places]


def _above(parent: str | None, there: Mapping[str, Item]) -> str | None:
    return parent if parent in there else ALL if ALL in there else None


def _filled(counts: Counts, places: Sequence[Item], categories: Sequence[str]) -> Counts:
    """What nobody tells is taken to be nothing in a part and the sum of its parts in a whole: a reader who knew that
    would know more than anybody does.
    """
    found = {(one.id, category): counts.get((one.id, category)) for one in places for category in categories}
    parts = [one for one in categories if one != ALL]

    def fill(area: str, category: str) -> int:
        if (count := found[area, category]) is None:
            inside = [one.id for one in places if one.parent == area]
            areas = sum(fill(one, category) for one in inside)
            count = max(areas, sum(fill(area, one) for one in parts)) if category == ALL else areas
            found[area, category] = count
        return count

    return {key: fill(*key) for key in found}


def _alone(counts: Counts, places: Sequence[Item], category: str, universe: str) -> RawTable:
    """One category; its areas by themselves where they do not make up the whole."""
    some = {key: count for key, count in counts.items() if key[1] == category}
    tied = _table(some, places, {category: None}, universe)
    return tied or _raw(some, [replace(one, parent=None) for one in places], [Item(category, {}, None)], universe)


def _table(counts: Counts, places: Sequence[Item], inside: Mapping[str, str | None], universe: str) -> RawTable | None:
    """The table with what is left over of each whole; None where parts are more than their whole."""
    kinds = [Item(one, {}, parent) for one, parent in inside.items()]
    with_areas, all_places = _with_rests(counts, places, list(inside), axis=0)
    both, all_kinds = _with_rests(with_areas, kinds, [one.id for one in all_places], axis=1)
    if any(count < 0 for count in both.values()):
        return None
    return _raw(both, all_places, all_kinds, universe)


def _with_rests(
    counts: Mapping[Key, int], items: Sequence[Item], across: Sequence[str], *, axis: int
) -> tuple[dict[Key, int], list[Item]]:
    """What is left over of each whole, unless nothing is of any."""
    found, all_items = dict(counts), list(items)
    for whole in items:
        parts = [one.id for one in items if one.parent == whole.id]
        left = {_key(other, whole.id + REST, axis): _left(counts, whole.id, parts, other, axis) for other in across}
        if parts and any(left.values()):
            found |= left
            all_items.append(Item(whole.id + REST, {}, whole.id))
    return found, all_items


def _left(counts: Mapping[Key, int], whole: str, parts: Sequence[str], other: str, axis: int) -> int:
    return counts[_key(other, whole, axis)] - sum(counts[_key(other, part, axis)] for part in parts)


def _key(other: str, item: str, axis: int) -> Key:
    return (item, other) if axis == 0 else (other, item)


def _raw(counts: Mapping[Key, int], places: Sequence[Item], kinds: Sequence[Item], universe: str) -> RawTable:
    told = words(N_("All"))
    heading = Heading(universe, told, universe, universe, "", told, told)
    dimensions = (Dimension(AREA, told, tuple(places)), Dimension(CATEGORY, told, tuple(kinds)))
    return RawTable(heading, dimensions, counts)

"""Places where reports gather, as items: each is part of one area, or of one square outside every area. Pure.

They stand in the dimension of areas itself, below the area that they are part of and beside its rest. So an area, its
places and its rest are the very figures that every other table by area has, and what an area minus its places would
give away is a figure like any other, withheld where it must be.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dialog.languages import N_, Words
from dialog.picture.columns import Column, Columns, Numbering
from dialog.picture.dimensions import everybody
from dialog.picture.heard import Home
from dialog.picture.ids import AREA, BESIDE, OUTSIDE, REST, is_silent, place_item
from dialog.picture.observations import Placed, members
from dialog.picture.spots import SPOT, named_spots, spot_dimension, spot_item
from dialog.picture.tables import ALL, Dimension, Item
from dialog.picture.wording import filled, words

PLACE, PLACE_ALONE = "place", "place alone"  # what is observed: places within areas; places beside all the rest


@dataclass(frozen=True)
class PlaceItem:
    """A place: the item it is part of, and the rows of its reports.

    `since` counts the editions of the round that were there before it first was in one: what is left of an area when
    a later place is told apart is another figure than before, and has another name.
    """

    key: str
    names: Words
    part_of: str
    reports: NDArray[np.int32]
    since: int = 0

    @property
    def item(self) -> Item:
        return Item(place_item(self.key), self.names, self.part_of)


def ground(reports: Columns, item_of: Callable[[Home], str]) -> Column:
    """Of each report the area, or outside every area the square, that a place with it can be part of."""
    named = named_spots(reports[SPOT])
    numbers = Numbering()
    area, spot = reports[AREA], reports[SPOT]
    pairs, codes = np.unique(np.column_stack([area.codes, spot.codes]), axis=0, return_inverse=True)
    items = []
    for home, square in pairs.tolist():
        item = item_of(area.values[home])
        within = spot_item(named, spot.values[square]) if item == OUTSIDE else item
        items.append(numbers[OUTSIDE if is_silent(within) else within])
    return Column(tuple(numbers), np.array(items or [0], np.int32)[codes.ravel()])


class PlaceItems:
    """The dimension of areas with the places below them, and a plain one of all places."""

    def __init__(self, places: Sequence[PlaceItem], areas: Dimension, squares: Sequence[str]) -> None:
        self._places = places
        self._rests: dict[str, str] = {}
        items = [*areas.items, *self._squares(areas, squares)]
        for item in list(items):
            items += self._below(item)
        self._additive = areas.additive and not self._share_reports()
        self.within = Dimension(AREA, words(N_("Place")), _in_order(items), self._additive)
        beside = Item(BESIDE, words(N_("Elsewhere, or not pointed out")))
        plain = [Item(one.item.id, one.names) for one in places]
        self.alone = Dimension(AREA, words(N_("Place")), (everybody(), *plain, beside), self._additive)

    def rest_of(self, item: str) -> str:
        """Where those count who are in an item, but in none of its places."""
        return self._rests.get(item, item)

    def observed(self, ground: Column) -> dict[str, Placed]:
        """What was observed of reports, from the area or the square of each."""
        return {
            PLACE: self._placed(self.within, ground, self.rest_of),
            PLACE_ALONE: self._placed(self.alone, ground, lambda _item: BESIDE),
        }

    def elsewhere(self, area: Column, item_of: Callable[[Home], str]) -> dict[str, Placed]:
        """What was observed of voices that reported nothing."""
        return {
            PLACE: _each(self.within, area, lambda home: self.rest_of(item_of(home))),
            PLACE_ALONE: _each(self.alone, area, lambda _home: BESIDE),
        }

    def _squares(self, areas: Dimension, squares: Sequence[str]) -> list[Item]:
        """Squares outside every area, where a place is in one of them."""
        named = spot_dimension(list(squares), additive=True)
        inside = [item for item in named.items if item.id != ALL and not is_silent(item.id)]
        found = [Item(item.id, item.label, OUTSIDE) for item in inside]
        if not {item.id for item in found} & {one.part_of for one in self._places}:
            self._rests |= {item.id: OUTSIDE for item in found}
            return []
        outside = next(item for item in areas.items if item.id == OUTSIDE)
        return [*found, self._rest(outside, outside, "")]

    def _below(self, around: Item) -> list[Item]:
        """The places of an item, and its rest; of the rest those that came later, and its rest in turn."""
        items, whole = [], around
        inside = [one for one in self._places if one.part_of == around.id]
        for since in sorted({one.since for one in inside}):
            items += [Item(one.item.id, one.names, whole.id) for one in inside if one.since == since]
            whole = self._rest(around, whole, f":{since + 1}" if since else "")
            items.append(whole)
        return items

    def _rest(self, around: Item, whole: Item, mark: str) -> Item:
        rest = self._rests[around.id] = f"{around.id}{mark}{REST}"
        label = filled(N_("%(area)s: elsewhere, or not pointed out"), area=around.label)
        return Item(rest, label, whole.id)

    def _share_reports(self) -> bool:
        rows = [row for one in self._places for row in one.reports.tolist()]
        return len(rows) > len(set(rows))

    def _placed(self, dimension: Dimension, ground: Column, rest: Callable[[str], str]) -> Placed:
        numbers = Numbering()
        direct = np.array([numbers[rest(item),] for item in ground.values] or [0], np.int32)
        codes = direct[ground.codes]
        inside: dict[int, tuple[str, ...]] = {}
        for one in self._places:
            for row in one.reports.tolist():
                inside[row] = (*inside.get(row, ()), one.item.id)
        for row, items in inside.items():
            codes[row] = numbers[items]
        return Placed(dimension, codes, members(dimension, [list(items) for items in numbers]))  # type: ignore[call-overload]


def _each(dimension: Dimension, column: Column, item_of: Callable[[Home], str]) -> Placed:
    rows = [[item_of(value)] for value in column.values]
    return Placed(dimension, column.codes, members(dimension, rows or [[ALL]]))


def _in_order(items: Sequence[Item]) -> tuple[Item, ...]:
    """Every item before what is part of it, `all` first."""
    below: dict[str | None, list[Item]] = {}
    for item in items:
        below.setdefault(item.parent, []).append(item)

    def downwards(item: Item) -> list[Item]:
        return [item, *(one for part in below.get(item.id, ()) for one in downwards(part))]

    return tuple(one for top in below[None] for one in downwards(top))

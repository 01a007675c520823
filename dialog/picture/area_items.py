"""Areas as the items of a dimension: a tree in which every voice has exactly one place. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Protocol

from dialog.areas.tree import AreaTree
from dialog.languages import N_, Words
from dialog.picture.dimensions import everybody
from dialog.picture.heard import Home
from dialog.picture.ids import AREA, ELSEWHERE, IN_WORDS, OUTSIDE, REST, is_area
from dialog.picture.tables import ALL, Dimension, Item
from dialog.picture.wording import filled, in_shipped, words

_NOWHERE = {
    ELSEWHERE: N_("Elsewhere"),
    OUTSIDE: N_("Outside every area"),
    IN_WORDS: N_("Place given in words only"),
}


class Named(Protocol):
    """What is needed of an area."""

    @property
    def id(self) -> int: ...
    @property
    def code(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def names(self) -> Words: ...


class AreaItems:
    """The areas that a round asks for, and those between them and the whole; `areas` holds the root and all below it.

    Who lives or reports in an area that is divided further, but in none of its parts, is in its "other parts".
    """

    def __init__(self, areas: Sequence[Named], parents: Mapping[int, int | None], *, root_id: int, kind: str) -> None:
        self._tree = AreaTree(parents)
        self._root_id = root_id
        self.ids = _ids(areas)
        asked = [area.id for area in areas if area.kind == kind and area.id != root_id]
        self._shown = {*asked, *(above for area in asked for above in self._above(area))}
        self._divided = {root_id, *(self._tree.parents[area] for area in self._shown)}
        self.areas = [area for area in areas if area.id in self._shown]
        self.dimension = Dimension(AREA, words(N_("Area")), tuple(self._items(areas)))

    def item_of(self, home: Home) -> str:
        """The item that an area, or one inside it, counts in."""
        area_id, otherwise = home
        for place in [area_id, *self._tree.ancestors(area_id)] if area_id else []:
            if place in self._divided:
                return _rest(self.ids[place])
            if place in self._shown:
                return self.ids[place]
        return otherwise

    def _above(self, area: int) -> list[int]:
        ancestors = self._tree.ancestors(area)
        return ancestors[: ancestors.index(self._root_id)] if self._root_id in ancestors else []

    def _items(self, areas: Sequence[Named]) -> list[Item]:
        names = {area.id: in_shipped(area.names) for area in areas}
        items = [everybody()]
        for area in self.areas:
            around = self._tree.parents[area.id]
            parent = ALL if around in (None, self._root_id) else self.ids[around]
            items.append(Item(self.ids[area.id], names[area.id], parent))
            if area.id in self._divided:
                items.append(Item(_rest(self.ids[area.id]), _other_parts(names[area.id]), self.ids[area.id]))
        items.append(Item(_rest(self.ids[self._root_id]), _other_parts(names[self._root_id])))
        return items + [Item(id, words(label)) for id, label in _NOWHERE.items()]


def _ids(areas: Sequence[Named]) -> dict[int, str]:
    """The item of each area: its code, unless that means something else or two divisions share it."""
    times = Counter(area.code for area in areas)
    own = {area.id: is_area(area.code) and times[area.code] == 1 for area in areas}
    return {area.id: area.code if own[area.id] else f"{area.code}#{area.id}" for area in areas}


def _rest(code: str) -> str:
    return code + REST


def _other_parts(name: Words) -> Words:
    return filled(N_("Other parts of %(area)s"), area=name)

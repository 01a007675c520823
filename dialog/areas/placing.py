"""Which area lies in which, by their codes or by their borders. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy
import shapely
from shapely.geometry.base import BaseGeometry

_MOST = 0.9  # of its surface must lie in an area for it to be the parent: two maps never draw the same border
_HALF = 0.5
_NEARLY = 0.8  # as much as in the area that holds most
_BESIDE = 0.02  # degrees, some 2 km: harbours and islets lie in water that another map leaves out
_LARGER = 1.05  # times its surface must a parent have


@dataclass(frozen=True)
class Outer:
    """An area that may hold others."""

    id: int
    code: str
    outline: BaseGeometry


class Surroundings:
    """The areas that there are, asked what an area lies in."""

    def __init__(self, outers: Sequence[Outer]) -> None:
        self._outers = outers
        self._outlines = numpy.array([outer.outline for outer in outers], dtype=object)
        shapely.prepare(self._outlines)
        self._surfaces = shapely.area(self._outlines)
        self._sizes = {outer.id: size for outer, size in zip(outers, self._surfaces, strict=True)}
        self._tree = shapely.STRtree(self._outlines)
        self._by_code: dict[str, list[int]] = defaultdict(list)
        for place, outer in enumerate(outers):
            self._by_code[outer.code].append(place)

    def around(self, outline: BaseGeometry, codes: Iterable[str] = ()) -> int | None:
        """The id of the smallest area that holds most of the outline, or that a code names and that it meets."""
        near = self._tree.query(outline, predicate="intersects")
        named = [place for code in codes for place in self._by_code.get(code, ()) if place in near]
        found = [*named[:1], *self._holding(outline, near)]
        return self._outers[min(found, key=lambda place: self._surfaces[place])].id if found else None

    def nearest(self, outline: BaseGeometry, among: Collection[int]) -> int | None:
        """Of these areas (their ids) the smallest that holds most of the outline, or lies beside it; None if far."""
        reach = outline.buffer(_BESIDE)
        near = [place for place in self._tree.query(reach, predicate="intersects") if self._outers[place].id in among]
        if not near:
            return None
        shared = shapely.area(shapely.intersection(self._outlines[near], outline))
        if not shared.any():
            shared = shapely.area(shapely.intersection(self._outlines[near], reach))
        fair = [place for place, share in zip(near, shared, strict=True) if share >= _NEARLY * shared.max()]
        return self._outers[min(fair, key=lambda place: self._surfaces[place])].id

    def finer(self, outline: BaseGeometry, found: int, among: Collection[int]) -> int:
        """`found`, or the smaller one of these areas that alone of them holds any of it: the rest lies in water."""
        near = [place for place in self._tree.query(outline) if self._outers[place].id in among]
        near = [place for place in near if self._surfaces[place] < self._sizes[found]]
        if not near:
            return found
        shares = shapely.area(shapely.intersection(self._outlines[near], outline)) / outline.area
        best = int(shares.argmax())
        alone = shares[best] >= _HALF and shares.sum() - shares[best] <= 1 - _MOST
        return self._outers[near[best]].id if alone else found

    def _holding(self, outline: BaseGeometry, near: Sequence[int]) -> list[int]:
        larger = [place for place in near if self._surfaces[place] >= _LARGER * outline.area]
        if not larger:
            return []
        shares = shapely.area(shapely.intersection(self._outlines[larger], outline)) / outline.area
        return [place for place, share in zip(larger, shares, strict=True) if share >= _MOST]

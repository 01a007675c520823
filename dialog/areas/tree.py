"""Which area lies in which: the tree by itself. Pure."""

from collections import defaultdict
from collections.abc import Iterator, Mapping


class AreaTree:
    """The areas of a place by id. An area whose parent is unknown counts as a root; a circle is cut, not followed."""

    def __init__(self, parents: Mapping[int, int | None]) -> None:
        self.parents = dict(parents)
        self._children: dict[int | None, list[int]] = defaultdict(list)
        for area, parent in sorted(self.parents.items()):
            self._children[parent if parent in self.parents else None].append(area)

    @property
    def roots(self) -> list[int]:
        return list(self._children[None])

    def children(self, area: int) -> list[int]:
        return list(self._children.get(area, ()))

    def ancestors(self, area: int) -> list[int]:
        """Everything an area lies in, the nearest first."""
        found: list[int] = []
        above = self.parents.get(area)
        while above in self.parents and above is not None and above not in (area, *found):
            found.append(above)
            above = self.parents[above]
        return found

    def descendants(self, area: int) -> list[int]:
        """Everything that lies in an area, level by level, without itself."""
        return list(self._below(area))[1:]

    def level(self, area: int) -> int:
        """How deep it lies: 0 for a root."""
        return len(self.ancestors(area))

    def levels(self) -> list[list[int]]:
        """The areas of each level, roots first."""
        found: dict[int, list[int]] = defaultdict(list)
        for area in sorted(self.parents):
            found[self.level(area)].append(area)
        return [found[level] for level in sorted(found)]

    def _below(self, area: int) -> Iterator[int]:
        seen, waiting = {area}, [area]
        while waiting:
            current = waiting.pop(0)
            yield current
            fresh = [child for child in self.children(current) if child not in seen]
            seen.update(fresh)
            waiting += fresh

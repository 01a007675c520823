"""The tree that causes make: which lead to which, and how they are numbered. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dialog.picture.findings.told import Cause

MOST_CAUSES = 40  # of one problem: as many as can be drawn on a page
DEEPEST = 4  # levels of causes behind a problem


@dataclass(frozen=True)
class Node:
    """A cause with those behind it; `number` is 2.1 for the first cause behind the second."""

    cause: Cause
    number: str
    behind: tuple["Node", ...]

    @property
    def leaves(self) -> int:
        return sum(one.leaves for one in self.behind) or 1

    def all(self) -> Iterator["Node"]:
        """Itself and all behind it, each before those behind it."""
        yield self
        for one in self.behind:
            yield from one.all()


def tree(causes: Sequence[Cause], parent: int | None = None, number: str = "") -> tuple[Node, ...]:
    """The causes that lead straight to the problem, each with those behind it, in the order given."""
    here = [cause for cause in causes if cause.parent == parent]
    return tuple(
        Node(cause, f"{number}{place}", tree(causes, cause.id, f"{number}{place}."))
        for place, cause in enumerate(here, start=1)
    )


def depth(causes: Sequence[Cause], id: int | None) -> int:
    """How many causes lie from the problem to this one, itself among them; 0 for the problem."""
    parents = {cause.id: cause.parent for cause in causes}
    steps = 0
    while id is not None:
        steps, id = steps + 1, parents[id]
    return steps


def public_causes(causes: Sequence[Cause]) -> list[Cause]:
    """Without what is internal; a fact behind a hypothesis stands behind the nearest cause that is shown."""
    parents = {cause.id: cause.parent for cause in causes}
    shown = {cause.id for cause in causes if not cause.internal}

    def nearest(id: int | None) -> int | None:
        while id is not None and id not in shown:
            id = parents[id]
        return id

    return [replace(cause, parent=nearest(cause.parent)) for cause in causes if cause.id in shown]

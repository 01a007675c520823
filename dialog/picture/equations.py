"""What ties figures together: the same figure in several tables, and wholes with their parts.

A figure is a number of voices, whichever table it stands in: two cells of one universe are the same figure when
they name the same items, `all` left out. So the row totals of a table area by question are the cells of the table
of areas alone, and whoever reads one reads both.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import block_array, csr_array
from scipy.sparse.csgraph import connected_components

from dialog.picture.tables import ALL, Dimension, Key, RawTable

Name = frozenset[tuple[str, str]]  # (dimension id, item id), `all` left out
Numbers = NDArray[np.int64]

EVERYWHERE = -1  # the home of a figure that stands in several tables


class TablesDisagree(ValueError):
    """Raw tables that cannot all be true: the same figure twice, or a whole that is not what its parts make."""


@dataclass(frozen=True)
class System:
    """The n figures of one universe and every relation a reader may use between them.

    For the true counts x: `equal @ x == 0` and `at_most @ x <= 0`. `parts[w, p]` is 1 where p is counted in w.
    `home` numbers groups of figures that equations tie together within one table; EVERYWHERE for shared ones.
    `weight` says how many other figures lean on each: 1 for a plain cell, more for totals.
    """

    names: tuple[Name, ...]
    counts: Numbers
    places: tuple[Numbers, ...]  # for each table its figures, in the shape of the table
    equal: csr_array
    at_most: csr_array
    parts: csr_array
    home: Numbers
    weight: NDArray[np.float64]


@dataclass(frozen=True)
class Line:
    """A whole and its parts. In a covering one the whole is not above the sum of parts that overlap."""

    whole: int
    parts: tuple[int, ...]
    dimension: str
    additive: bool
    covering: bool


def name_of(dimensions: Sequence[Dimension], key: Key) -> Name:
    """What a cell counts, without the table it stands in."""
    return frozenset((one.id, item) for one, item in zip(dimensions, key, strict=True) if item != ALL)


def tie(tables: Sequence[RawTable]) -> System:
    """The figures of tables of one universe, and their equations. Raises TablesDisagree."""
    counts: dict[Name, int] = {}
    for table in tables:
        collect(table, counts)
    numbers = {name: number for number, name in enumerate(counts)}
    values = np.fromiter(counts.values(), dtype=np.int64, count=len(counts))
    places = tuple(place(table, numbers) for table in tables)
    lines = {line for table, ids in zip(tables, places, strict=True) for line in lines_of(table, ids, values)}
    ordered = sorted(lines, key=lambda line: (line.whole, line.dimension, line.parts, line.additive, line.covering))
    equal = rows(((line.whole, line.parts, 1) for line in ordered if line.additive), len(values))
    return System(
        names=tuple(counts),
        counts=values,
        places=places,
        equal=equal,
        at_most=rows(bounds(ordered), len(values)),
        parts=parthood(ordered, len(values)),
        home=homes(places, equal),
        weight=weights(ordered, len(values)),
    )


def collect(table: RawTable, counts: dict[Name, int]) -> None:
    keys = table.keys()
    for key in keys:
        count, name = table.counts[key], name_of(table.dimensions, key)
        if count < 0 or counts.setdefault(name, count) != count:
            raise TablesDisagree(f"{table.heading.id}: {count} at {key}, elsewhere {counts.get(name)}")


def place(table: RawTable, numbers: dict[Name, int]) -> Numbers:
    keys = table.keys()
    flat = [numbers[name_of(table.dimensions, key)] for key in keys]
    return np.array(flat, dtype=np.int64).reshape([len(one.items) for one in table.dimensions])


def lines_of(table: RawTable, ids: Numbers, counts: Numbers) -> Iterator[Line]:
    """Every whole of a table with its parts, along each of its dimensions."""
    for axis, dimension in enumerate(table.dimensions):
        position = {item.id: number for number, item in enumerate(dimension.items)}
        families = []
        for item in dimension.items:
            children = [child for child in dimension.children(item.id) if child != item.id]
            if children:
                wholes = ids.take(position[item.id], axis).ravel()
                parts = np.stack([ids.take(position[child], axis).ravel() for child in children], axis=1)
                families.append((wholes, np.sort(parts, axis=1)))
        covering = checked(families, counts, dimension, table)
        for wholes, parts in families:
            for whole, some in zip(wholes.tolist(), parts.tolist(), strict=True):
                yield Line(whole, tuple(some), dimension.id, dimension.additive, covering)


def checked(
    families: Sequence[tuple[Numbers, Numbers]], counts: Numbers, dimension: Dimension, table: RawTable
) -> bool:
    """Whether a reader may believe that wholes stay within the sum of overlapping parts: nothing here denies it.

    Raises TablesDisagree when the counts are not what the dimension promises.
    """
    for wholes, parts in families:
        whole, some = counts[wholes], counts[parts]
        wrong = some.sum(axis=1) != whole if dimension.additive else some.max(axis=1) > whole
        if wrong.any():
            raise TablesDisagree(f"{table.heading.id}: the parts along {dimension.id} do not make their whole")
    return not dimension.additive and all((counts[parts].sum(1) >= counts[wholes]).all() for wholes, parts in families)


def bounds(lines: Iterable[Line]) -> Iterator[tuple[int, tuple[int, ...], int]]:
    """Inequalities of overlapping parts: part - whole <= 0 and, for a covering line, whole - parts <= 0."""
    pairs = {(line.whole, part) for line in lines if not line.additive for part in line.parts}
    yield from ((whole, (part,), -1) for whole, part in sorted(pairs))
    yield from ((line.whole, line.parts, 1) for line in lines if line.covering)


def rows(entries: Iterable[tuple[int, tuple[int, ...], int]], width: int) -> csr_array:
    """A matrix with a row for each (whole, parts, sign): sign * (whole - parts)."""
    row, column, value = [], [], []
    height = 0
    for whole, parts, sign in entries:
        row += [height] * (1 + len(parts))
        column += [whole, *parts]
        value += [sign] + [-sign] * len(parts)
        height += 1
    return csr_array((np.array(value, dtype=float), (row, column)), shape=(height, width))


def parthood(lines: Iterable[Line], size: int) -> csr_array:
    pairs = sorted({(line.whole, part) for line in lines for part in line.parts})
    whole, part = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    return csr_array((np.ones(len(pairs), dtype=np.int64), (whole, part)), shape=(size, size))


def weights(lines: Iterable[Line], size: int) -> NDArray[np.float64]:
    """1 for a plain cell; ten more for every dimension a figure is a total of: many figures lean on it."""
    dimensions = Counter(whole for whole, _ in {(line.whole, line.dimension) for line in lines})
    return np.array([1.0 + 10 * dimensions[number] for number in range(size)])


def homes(places: Sequence[Numbers], equal: csr_array) -> Numbers:
    """Groups that can move by themselves, all shared figures standing still."""
    held = [frozenset(ids.ravel().tolist()) for ids in places]
    largest = {one for one in held if not any(one < other for other in held)}
    uses = Counter(figure for one in largest for figure in one)
    shared = np.array([uses[figure] > 1 for figure in range(equal.shape[1])], dtype=bool)
    own = csr_array(equal.multiply(~shared))
    own.eliminate_zeros()
    _, labels = connected_components(block_array([[None, own], [own.T, None]]), directed=False)
    return np.where(shared, EVERYWHERE, labels[equal.shape[0] :])

"""How many voices fall in each cell of a table. Pure."""

from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from dialog.picture.observations import Items, Observations, Placed, Rows, index_of
from dialog.picture.tables import Dimension, Heading, RawTable


def count(
    heading: Heading, dimensions: Sequence[Dimension], observed: Observations, columns: Sequence[str] = ()
) -> RawTable:
    """A raw table of these dimensions; `columns` names what was observed of each, where not by the dimension's id.

    At most one dimension may hold several observations a row: otherwise raises ValueError.
    """
    names = columns or [dimension.id for dimension in dimensions]
    items, voices = _aligned(dimensions, [observed.placed[name] for name in names], observed.voices)
    counts = np.zeros([len(dimension.items) for dimension in dimensions], np.int64)
    for at_depth in product(*(_by_depth(dimension) for dimension in dimensions)):
        cells = [above[one] for above, one in zip(at_depth, items, strict=True)]
        counts += _voices_in(cells, counts.shape, voices)
    ids = [[item.id for item in dimension.items] for dimension in dimensions]
    return RawTable(heading, tuple(dimensions), dict(zip(product(*ids), counts.ravel().tolist(), strict=True)))


def _aligned(
    dimensions: Sequence[Dimension], placed: Sequence[Placed], voices: Rows | None
) -> tuple[list[Items], Rows | None]:
    """An item of every dimension for each observation, and whose it is (None: one voice each)."""
    several = [one.rows for one in placed if one.rows is not None]
    if len(several) > 1:
        raise ValueError("only one dimension of a table may hold several observations a row")
    items = [one.within(dimension) for one, dimension in zip(placed, dimensions, strict=True)]
    if not several:
        return items, voices
    rows = several[0]
    aligned = [own if one.rows is not None else own[rows] for one, own in zip(placed, items, strict=True)]
    return aligned, rows if voices is None else voices[rows]


def _by_depth(dimension: Dimension) -> Iterator[Items]:
    """For each depth of the tree, the item above (or at) every item at that depth; -1 where there is none."""
    index = index_of(dimension)
    paths = [_path(dimension, index, place) for place in range(len(dimension.items))]
    for depth in range(max(map(len, paths))):
        yield np.array([path[depth] if depth < len(path) else -1 for path in paths], np.int32)


def _path(dimension: Dimension, index: dict[str, int], place: int) -> list[int]:
    """From the item for everybody down to this one."""
    path = [place]
    while (parent := dimension.items[path[0]].parent) is not None:
        path.insert(0, index[parent])
    return path


def _voices_in(cells: list[Items], shape: tuple[int, ...], voices: Rows | None) -> NDArray[np.int64]:
    """Voices in each cell, once each; observations with a -1 are in none."""
    known = np.logical_and.reduce([cell >= 0 for cell in cells])
    flat = np.ravel_multi_index([cell[known] for cell in cells], shape).astype(np.int64)
    size = int(np.prod(shape))
    if voices is not None:
        flat = np.unique(voices[known].astype(np.int64) * size + flat) % size
    return np.bincount(flat, minlength=size).reshape(shape)

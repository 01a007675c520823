"""How many voices fall in each cell of a cross-tab: codes are counted first, items after. Pure."""

from collections.abc import Sequence
from math import prod

import numpy as np
from numpy.typing import NDArray

from dialog.picture.columns import Codes
from dialog.picture.observations import Placed

Counts = NDArray[np.int64]

AT_ONCE = 1 << 18  # voices: their codes and keys stay in the processor's own memory
MOST_KEYS = 1 << 22  # combinations counted in one array; where more are possible, those that are there are numbered


def tally(placed: Sequence[Placed]) -> Counts:
    """One dimension of the array for each of the placed, by its items. Every voice stands in each of them once."""
    sizes = [len(one.member) for one in placed]
    counted = by_code([one.codes for one in placed], sizes)
    for one in placed:  # each time the first dimension turns from codes into items and goes last
        counted = np.tensordot(counted, one.member.astype(np.int64), axes=(0, 0))
    return counted


def by_code(columns: Sequence[Codes], sizes: Sequence[int]) -> Counts:
    """How many rows have each combination of codes."""
    possible = prod(sizes)
    if possible > MOST_KEYS:
        return _rare(columns, sizes)
    counts = np.zeros(possible, np.int64)
    step = max(AT_ONCE, possible)
    for start in range(0, len(columns[0]), step):
        counts += np.bincount(_keys(columns, sizes, slice(start, start + step)), minlength=possible)
    return counts.reshape(sizes)


def _keys(columns: Sequence[Codes], sizes: Sequence[int], rows: slice) -> NDArray[np.intp]:
    key = columns[0][rows].astype(np.intp)
    for codes, size in zip(columns[1:], sizes[1:], strict=True):
        key *= size
        key += codes[rows]
    return key


def _rare(columns: Sequence[Codes], sizes: Sequence[int]) -> Counts:
    keys, counts = np.unique(_keys(columns, sizes, slice(None)), return_counts=True)
    found = np.zeros(prod(sizes), np.int64)
    found[keys] = counts
    return found.reshape(sizes)

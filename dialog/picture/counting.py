"""How many voices fall in each cell of a table. Pure."""

from collections.abc import Sequence
from functools import reduce
from itertools import product

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from dialog.picture.observations import Observations, Voices
from dialog.picture.tables import Dimension, Heading, RawTable

Counts = NDArray[np.int64]


def count(
    heading: Heading, dimensions: Sequence[Dimension], observed: Observations, columns: Sequence[str] = ()
) -> RawTable:
    """A raw table of these dimensions; `columns` names what was observed of each, where not by the dimension's id."""
    names = columns or [dimension.id for dimension in dimensions]
    placed = [observed.placed[name] for name in names]
    members = [one.within(dimension) for one, dimension in zip(placed, dimensions, strict=True)]
    values = np.ravel_multi_index([one.codes for one in placed], [len(member) for member in members])
    counts = _alone(values, members) if observed.voices is None else _together(values, members, observed.voices)
    ids = [[item.id for item in dimension.items] for dimension in dimensions]
    return RawTable(heading, tuple(dimensions), dict(zip(product(*ids), counts.ravel().tolist(), strict=True)))


def _alone(values: NDArray[np.intp], members: Sequence[NDArray[np.bool_]]) -> Counts:
    """Each observation is one voice: first by value, then from values to items, one dimension after the other."""
    counts = np.bincount(values, minlength=_product(members)).reshape([len(member) for member in members])
    for member in members:  # each time the first dimension turns from values into items and goes last
        counts = np.tensordot(counts, member.astype(np.int64), axes=(0, 0))
    return counts


def _together(values: NDArray[np.intp], members: Sequence[NDArray[np.bool_]], voices: Voices) -> Counts:
    """Several observations can be one voice, which counts once in each cell that any of them is in."""
    cells = reduce(np.kron, [member.astype(np.int32) for member in members])
    shape = (int(voices.max(initial=-1)) + 1, len(cells))
    of_voice = csr_array((np.ones(len(values), np.int32), (voices, values)), shape=shape)
    counted = (of_voice @ csr_array(cells)).indices  # the cells that each voice is in
    return np.bincount(counted, minlength=cells.shape[1]).reshape([member.shape[1] for member in members])


def _product(members: Sequence[NDArray[np.bool_]]) -> int:
    return int(np.prod([len(member) for member in members]))

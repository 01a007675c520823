"""Which voice something was said by, as a number: responses first, then reports that are voices of their own. Pure."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dialog.picture.columns import Column, Ids

NOBODY = -1  # a voice that is not counted, or came after those that are

Numbers = NDArray[np.intp]


class Rows:
    """Finds the rows of ids."""

    def __init__(self, ids: Ids) -> None:
        self._order = np.argsort(ids)
        self._ids = ids[self._order]

    def of(self, wanted: Ids) -> Numbers:
        """The row of each; NOBODY where it is not there."""
        if not len(self._ids):
            return np.full(len(wanted), NOBODY)
        places = np.minimum(np.searchsorted(self._ids, wanted), len(self._ids) - 1)
        return np.where(self._ids[places] == wanted, self._order[places], NOBODY)


def said(voices: Ids, whose: Ids, column: Column) -> Iterator[tuple[int, Any]]:
    """(number of the voice, what it said), wherever that is something. `voices` in the order of their numbers."""
    tells = np.array([bool(value) for value in column.values] or [False])[column.codes]
    numbers = Rows(voices).of(whose[tells])
    for voice, code in zip(numbers.tolist(), column.codes[tells].tolist(), strict=True):
        if voice != NOBODY:
            yield voice, column.values[code]

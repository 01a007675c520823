"""Reports that were sent together, without a response, as the one voice they are. Pure."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dialog.picture.columns import Columns
from dialog.picture.heard import REPORT
from dialog.picture.observations import Placed


class Sendings:
    """Which reports stand for a voice of their own, and which others are part of it."""

    def __init__(self, reports: Columns) -> None:
        self._inside, self._voice = reports["inside"], reports["voice"].codes

    @cached_property
    def first(self) -> NDArray[np.bool_]:
        """The reports that stand for a voice."""
        return np.array([value is None for value in self._inside.values] or [False])[self._inside.codes]

    @cached_property
    def _others(self) -> Mapping[int, list[int]]:
        """By the place of a voice among those that have more than one report: the rows of the others."""
        others = np.array([value == REPORT for value in self._inside.values] or [False])[self._inside.codes]
        place = np.full(self._voice.max(initial=-1) + 1, -1)
        place[self._voice[self.first]] = np.arange(int(self.first.sum()))
        found: dict[int, list[int]] = {}
        for row in np.flatnonzero(others).tolist():
            found.setdefault(int(place[self._voice[row]]), []).append(row)
        return found

    def as_voices(self, placed: Placed) -> Placed:
        """One observation a voice, in every item that any of its reports is in."""
        codes, member = placed.codes[self.first].astype(np.int32), [placed.member]
        size, spread = len(placed.member), False
        for voice, rows in self._others.items():
            values = {int(codes[voice]), *placed.codes[rows].tolist()}
            if len(values) > 1:
                spread = True
                codes[voice] = size
                member.append(np.logical_or.reduce(placed.member[sorted(values)])[np.newaxis])
                size += 1
        dimension = replace(placed.dimension, additive=placed.dimension.additive and not spread)
        return Placed(dimension, codes, np.concatenate(member))

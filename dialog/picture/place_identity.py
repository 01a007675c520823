"""Which place of today is which of earlier editions. Pure.

A place is the same when it shares most of the reports that made it. Reports of another round are other reports: then
it is the same when it lies where that one was published to lie, or in the cell beside it. Each is one other at most.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from dialog.geography.points import Point
from dialog.picture.hotspots import metres_from

SAME_METRES = 300  # between published centres; those of neighbouring cells of the finest grid are 250 m apart


@dataclass(frozen=True)
class Found:
    """A place of today: its reports, and where it would be published to lie."""

    reports: frozenset[UUID]
    centre: Point


@dataclass(frozen=True)
class Earlier:
    """A place that was published: its reports that are still there, and whether they are of the same round."""

    reports: frozenset[UUID]
    centre: Point
    is_of_round: bool


def identities(found: Sequence[Found], earlier: Sequence[Earlier]) -> Mapping[int, int]:
    """The place in `earlier` that each in `found` is, for those that are one; the surest first."""
    same: dict[int, int] = {}
    for _, today, before in sorted([*_by_reports(found, earlier), *_by_distance(found, earlier)]):
        if today not in same and before not in same.values():
            same[today] = before
    return same


_Pair = tuple[tuple[int, float], int, int]  # how unsure; which of today; which of before


def _by_reports(found: Sequence[Found], earlier: Sequence[Earlier]) -> list[_Pair]:
    pairs: list[_Pair] = []
    for today, one in enumerate(found):
        for before, other in enumerate(earlier):
            shared = len(one.reports & other.reports)
            if 2 * shared > min(len(one.reports), len(other.reports)):
                pairs.append(((0, -shared), today, before))
    return pairs


def _by_distance(found: Sequence[Found], earlier: Sequence[Earlier]) -> list[_Pair]:
    others = [number for number, one in enumerate(earlier) if not one.is_of_round]
    lat, lon = (np.array([getattr(earlier[one].centre, name) for one in others]) for name in ("lat", "lon"))
    return [
        ((1, round(float(away), 1)), today, before)
        for today, one in enumerate(found)
        for before, away in zip(others, metres_from(one.centre, lat, lon), strict=True)
        if away <= SAME_METRES
    ]

"""Weighted shares of a sampled round, beside its counts. Pure.

Only of figures that are shown, in whole units of 100, so that a share tells no more than the count beside it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dialog.picture.groups import REST, SAFE, UNSAFE
from dialog.picture.ids import AREA, is_area, is_silent
from dialog.picture.observations import Placed, index_of
from dialog.picture.statistics.intervals import Weights, effective_size, wilson
from dialog.picture.tables import ALL, Dimension, SafeTable, State

LEAST_SIZE = 30  # effective answers; our decision: an interval of fewer is too wide to act on


@dataclass(frozen=True)
class Share:
    """A weighted share of 100 who answered, and between which two it lies in 95 samples of 100."""

    item: str
    share: int
    low: int
    high: int


@dataclass(frozen=True)
class Estimates:
    """Weighted shares of one dimension of a table; `within`: items of its other dimensions; `size`: effective."""

    table: str
    dimension: str
    within: tuple[tuple[str, str], ...]
    size: int
    shares: tuple[Share, ...]


def weights_of(values: Sequence[float | None], codes: NDArray[np.signedinteger]) -> Weights | None:
    """The weight of each response; None unless every one of them has one, as in a sample."""
    if not len(codes) or any(value is None for value in values):
        return None
    return np.array(values, np.float64)[codes]


def estimates(tables: Sequence[SafeTable], placed: Mapping[str, Placed], weights: Weights) -> list[Estimates]:
    """Of every answer, and of who feels unsafe in each area. Responses come first among the observations."""
    found = [one for table in tables for one in _of_table(table, placed, weights)]
    return [one for one in found if one.shares]


def _of_table(table: SafeTable, placed: Mapping[str, Placed], weights: Weights) -> Iterator[Estimates]:
    names = [dimension.id for dimension in table.dimensions]
    if not names[-1].startswith("question:") or names[-1] not in placed or table.dimensions[-1].background:
        return
    asked = table.dimensions[-1]
    if len(names) == 1:
        yield _estimates(table, asked, (), inside(placed[asked.id], asked, weights), weights)
    elif names[0] == AREA and UNSAFE in (item.id for item in asked.items):
        answers, areas = inside(placed[asked.id], asked, weights), inside(placed[AREA], table.dimensions[0], weights)
        for place, item in enumerate(table.dimensions[0].items):
            if is_area(item.id):
                here = areas[:, place]
                yield _estimates(table, asked, ((AREA, item.id),), answers[here], weights[here])


def inside(placed: Placed, dimension: Dimension, weights: Weights) -> NDArray[np.bool_]:
    """Which responses are in which items."""
    return placed.within(dimension)[placed.codes[: len(weights)]]


def _estimates(
    table: SafeTable,
    dimension: Dimension,
    within: tuple[tuple[str, str], ...],
    answers: NDArray[np.bool_],
    weights: Weights,
) -> Estimates:
    answered = _answered(answers, dimension)
    answers, weights = answers[answered], weights[answered]
    size = effective_size(weights)
    shares: tuple[Share, ...] = ()
    if size >= LEAST_SIZE:
        told = [item.id for item in dimension.items if _is_told(table, dimension, within, item.id)]
        places, whole = index_of(dimension), float(weights.sum())
        shares = tuple(_share(item, float(weights @ answers[:, places[item]]) / whole, size) for item in told)
    return Estimates(table.heading.id, dimension.id, within, int(size), shares)


def _answered(answers: NDArray[np.bool_], dimension: Dimension) -> NDArray[np.bool_]:
    """Who said something; where only safe and unsafe are told apart from the rest, who said either."""
    places = index_of(dimension)
    if not any(is_silent(item.id) for item in dimension.items) and {SAFE, UNSAFE} <= places.keys():
        return np.asarray(answers[:, [places[SAFE], places[UNSAFE]]].any(axis=1))
    silent = [places[item.id] for item in dimension.items if is_silent(item.id)]
    return ~np.asarray(answers[:, silent].any(axis=1))


def _is_told(table: SafeTable, dimension: Dimension, within: tuple[tuple[str, str], ...], item: str) -> bool:
    """Whether the count of an item is shown, and so is that of all who could have been in it."""
    if item in (ALL, REST) or is_silent(item):
        return False
    cells = table.at({**dict(within), dimension.id: item}), table.at(dict(within))
    return all(cell.state is State.SHOWN for cell in cells)


def _share(item: str, share: float, size: float) -> Share:
    low, high = wilson(min(max(share, 0.0), 1.0), size)
    return Share(item, round(100 * share), round(100 * low), round(100 * high))

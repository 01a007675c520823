"""How well coders agree: Krippendorff's alpha, nominal, for each code and for all of them together. Pure.

A coder uses a code on a text or doesn't, so each code has two values. With `ones` coders of `coders` using a code on a
text, 1 - alpha is the disagreement seen within texts over that expected by chance:

    (n - 1) * sum of ones * (coders - ones) / (coders - 1)  /  (all ones * all zeros),  n = sum of coders

All codes together are a set for each text, and the difference of two sets is the number of codes that only one of them
has: both disagreements are then the sums over the codes. Where every text has exactly one code this is the nominal
alpha of the codes. Source: A. F. Hayes and K. Krippendorff, "Answering the call for a standard reliability measure for
coding data", Communication Methods and Measures 1 (2007), 77-89; K. Krippendorff, "Computing Krippendorff's
alpha-reliability" (2011). The interval is the middle 95 % of alphas of texts drawn again with replacement.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

REPEATS, SEED = 1_000, 1970  # of drawing again: always the same draws, so that the same codings give the same interval
RELIABLE, TENTATIVE = 0.8, 0.667  # Krippendorff, Content analysis (2004), p. 241
AT_ONCE = 100  # draws
MOST_UNDEFINED = 0.05  # of the draws may have no alpha; with more there is no interval

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Alpha:
    """1 is perfect, 0 as good as chance. None: nobody used the code, or everybody on everything."""

    value: float | None
    low: float | None
    high: float | None


def alphas(ones: NDArray[np.int64], coders: NDArray[np.int64]) -> tuple[list[Alpha], Alpha]:
    """Of each code, and of all.

    `ones` has a row for each text and a column for each code; `coders` are those of each text, at least 2.
    """
    if not len(coders):
        return [Alpha(None, None, None) for _ in range(ones.shape[1])], Alpha(None, None, None)
    used, of = ones.astype(float), coders.astype(float)
    unlike = used * (of[:, None] - used) / (of[:, None] - 1)
    rng, even = np.random.default_rng(SEED), np.full(len(coders), 1 / len(coders))
    drawn = []
    for _ in range(0, REPEATS, AT_ONCE):
        weights = rng.multinomial(len(coders), even, size=AT_ONCE).astype(float)
        drawn.append(_alphas(weights @ unlike, weights @ used, weights @ of))
    every = np.ones((1, len(coders)))
    found = _alphas(every @ unlike, every @ used, every @ of)[0]
    columns = [_with_interval(*one) for one in zip(found, np.concatenate(drawn).T, strict=True)]
    return columns[:-1], columns[-1]


def _alphas(unlike: Numbers, ones: Numbers, n: Numbers) -> Numbers:
    """A row for each draw: alphas of each code, and behind them of all."""
    n = n[:, None]
    chance = ones * (n - ones)
    unlike, chance = (np.column_stack([one, one.sum(axis=1)]) for one in (unlike, chance))
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(1 - (n - 1) * unlike / chance)


def _with_interval(value: float, drawn: Numbers) -> Alpha:
    if not np.isfinite(value):
        return Alpha(None, None, None)
    kept = drawn[np.isfinite(drawn)]
    if len(kept) < (1 - MOST_UNDEFINED) * len(drawn):
        return Alpha(float(value), None, None)
    low, high = np.percentile(kept, [2.5, 97.5])
    return Alpha(float(value), float(low), float(high))


def is_reliable(alpha: Alpha) -> bool:
    return alpha.value is not None and alpha.value >= RELIABLE


def is_tentative(alpha: Alpha) -> bool:
    return alpha.value is not None and TENTATIVE <= alpha.value < RELIABLE


def counted(
    readings: Sequence[Sequence[frozenset[str]]], codes: Sequence[str]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """`ones` and `coders` of texts, each given as the codes that each of its coders used."""
    ones = [[sum(code in used for used in reading) for code in codes] for reading in readings]
    return np.array(ones, np.int64).reshape(len(readings), len(codes)), np.array(
        [len(one) for one in readings], np.int64
    )

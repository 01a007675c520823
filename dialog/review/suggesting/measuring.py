"""How good suggestions were where the codes were known and held back. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LIKELY, POSSIBLE = 0.6, 0.25  # from which probability a code is called so; below, it is not suggested
FEWEST = 5  # texts with a code, below which nothing is said of how well it is found
REPEATS, SEED = 1_000, 2023  # of the bootstrap

Table = NDArray[np.bool_]  # a row for each text, a column for each code


@dataclass(frozen=True)
class Found:
    """How well one code is found: of the texts it was suggested for, how many have it; and the other way round."""

    code: str
    texts: int  # that have it
    suggested: int
    right: int

    @property
    def precision(self) -> float | None:
        return self.right / self.suggested if self.suggested else None

    @property
    def recall(self) -> float | None:
        return self.right / self.texts if self.texts else None


def found_codes(codes: Sequence[str], truth: Table, suggested: Table) -> list[Found]:
    """For each code that at least FEWEST texts have."""
    rows = zip(codes, truth.sum(axis=0), suggested.sum(axis=0), (truth & suggested).sum(axis=0), strict=True)
    return [Found(code, int(n), int(said), int(right)) for code, n, said, right in rows if n >= FEWEST]


def macro_f1(truth: Table, suggested: Table) -> tuple[float, float, float] | None:
    """The mean over codes of the harmonic mean of precision and recall, and its 95 % interval.

    The interval is from a bootstrap of texts. Codes that fewer than FEWEST texts have are left out; None when none is
    left.
    """
    enough = truth.sum(axis=0) >= FEWEST
    if not enough.any():
        return None
    truth, suggested = truth[:, enough], suggested[:, enough]
    parts = [one.astype(np.float32) for one in (truth & suggested, truth, suggested)]
    rng, size = np.random.default_rng(SEED), len(truth)
    drawn = (rng.multinomial(size, np.full(size, 1 / size)).astype(np.float32) for _ in range(REPEATS))
    means = [_mean_f1(*(weights @ part for part in parts)) for weights in drawn]
    low, high = np.percentile(means, [2.5, 97.5])
    return _mean_f1(*(part.sum(axis=0) for part in parts)), float(low), float(high)


def bands(truth: Table, probabilities: NDArray[np.float32]) -> Mapping[str, tuple[int, int]]:
    """Of all suggestions called likely, and of those called possible: (how many were right, how many there were)."""
    likely = probabilities >= LIKELY
    possible = (probabilities >= POSSIBLE) & ~likely
    return {
        name: (int(truth[band].sum()), int(band.sum())) for name, band in (("likely", likely), ("possible", possible))
    }


def _mean_f1(right: NDArray[np.float32], truth: NDArray[np.float32], suggested: NDArray[np.float32]) -> float:
    return float(np.mean(2 * right / np.maximum(truth + suggested, 1)))

"""What simple sums leave open of each figure, whatever else is withheld: where even that is too little."""

import numpy as np
from numpy.typing import NDArray

from dialog.picture.equations import System
from dialog.picture.thresholds import Secrets


def beyond_help(system: System, secrets: Secrets) -> NDArray[np.bool_]:
    """Figures that a reader who is told which are small can work out, though everything were withheld.

    Four voices that give four different answers: who knows that each answer has a voice and all together at most
    four, knows all. Only not knowing which cells hold anything protects them.
    """
    low, high = secrets.low.copy(), secrets.high.copy()
    row, part = (system.equal < 0).nonzero()
    whole = np.zeros(system.equal.shape[0], dtype=np.int64)
    at, wholes = (system.equal > 0).nonzero()
    whole[at] = wholes
    outer, inner = system.parts.nonzero()
    before = None
    while before is None or (before != [low, high]).any():
        before = np.array([low, high])
        least = np.bincount(row, weights=low[part], minlength=len(whole))
        np.maximum.at(low, whole, least)
        np.maximum.at(low, outer, low[inner])
        np.minimum.at(high, inner, high[outer])
        np.minimum.at(high, part, high[whole[row]] - least[row] + low[part])
        np.minimum.at(high, whole, np.bincount(row, weights=high[part], minlength=len(whole)))
    return high - low + 1 < secrets.need

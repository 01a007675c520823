"""How sure a share of a sample is: the effective size of weighted answers, and an interval around the share. Pure."""

from math import sqrt

import numpy as np
from numpy.typing import NDArray

Z95 = 1.959963984540054  # the normal quantile of 0.975

Weights = NDArray[np.float64]


def effective_size(weights: Weights) -> float:
    """As many answers of equal weight would say as much: (Σw)² / Σw², never above their number.

    L. Kish, Survey Sampling (Wiley, 1965), section 11.7; the loss from unequal weights alone, not from clusters.
    """
    squares = float(weights @ weights)
    return float(weights.sum()) ** 2 / squares if squares else 0.0


def wilson(share: float, size: float, z: float = Z95) -> tuple[float, float]:
    """The score interval of a share (0 to 1) among `size` answers, which need be no whole number. 95 % unless told.

    E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209-212; with the effective size for weighted shares as in
    N. Dean and M. Pagano, Survey Methodology 41 (2015) 487-504. Raises ValueError unless size > 0 and 0 <= share <= 1.
    """
    if not (size > 0 and 0 <= share <= 1):
        raise ValueError(f"no interval around {share} of {size}")
    spread = z * z / size
    middle = (share + spread / 2) / (1 + spread)
    half = z * sqrt(share * (1 - share) / size + spread / (4 * size)) / (1 + spread)
    return max(middle - half, 0.0), min(middle + half, 1.0)

"""When so many on one day, or so many the same within some days, are hard to put down to chance. Pure.

What is counted on ordinary days scatters at least as a Poisson count does, and mostly more, since people answer after a
poster or a letter. So the upper tail is that of a negative binomial whose spread is the round's own: C. P. Farrington
et al., "A statistical algorithm for the early detection of outbreaks of infectious disease", J. R. Statist. Soc. A 159
(1996), who let a Poisson count's variance be a multiple of its mean, never less than one. The usual is the median of
the days and its spread the median distance from it, which a few days of a burst hardly move (P. J. Rousseeuw and C.
Croux, "Alternatives to the median absolute deviation", J. Am. Statist. Assoc. 88 (1993)). As many days, or windows of
days, are looked at, as many times rarer a count has to be (Bonferroni).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from scipy.special import bdtrc, betainc, pdtrc

RARE = 0.01  # the chance that anything is shown where nothing is unusual
FEWEST_A_DAY = 10  # fewer are no burst, however quiet the other days are
FEWEST_SAME = 5
WINDOW = 3  # days
_LIKE_NORMAL = 1.4826  # makes the median distance of normal scatter its standard deviation


@dataclass(frozen=True)
class UnusualDay:
    """A day with far more than usual."""

    on: date
    count: int
    usual: float  # the median of the round's days
    chance: float  # of so many or more on one of all days, at most 1


@dataclass(frozen=True)
class Crowd:
    """Days, one after the other, on which much more of the same came than of everything."""

    first: date
    last: date
    count: int
    total: int  # of the same, on all days
    expected: float  # on these days, had it come as everything did


def unusual_days(counts: Mapping[date, int], *, first: date, last: date) -> list[UnusualDay]:
    """Days from the first to the last with far more than usual, those with most first; days without count as 0."""
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    series = [counts.get(day, 0) for day in days]
    if not series:
        return []
    usual = median(series)
    spread = _LIKE_NORMAL * median(abs(count - usual) for count in series)
    found = [
        UnusualDay(day, n, usual, _tail(n, usual, spread) * len(days)) for day, n in zip(days, series, strict=True)
    ]
    burst = [one for one in found if one.count >= FEWEST_A_DAY and one.chance < RARE]
    return sorted(burst, key=lambda one: (-one.count, one.on))


def crowd(same: Mapping[date, int], everything: Mapping[date, int], *, days: int = WINDOW) -> Crowd | None:
    """The days on which much more of the same came than chance would bring together; None where there are none.

    Given how many came in all, each comes on any days with the share that everything else has there, and one more on
    each day, so that no day is impossible: a scan over windows (J. I. Naus, "The distribution of the size of the
    maximum cluster of points on a line", J. Am. Statist. Assoc. 60 (1965)), each held against the binomial tail.
    """
    total, days_in_all = sum(same.values()), set(everything) | set(same)
    if total < FEWEST_SAME:
        return None
    others = {day: max(everything.get(day, 0) - same.get(day, 0), 0) + 1 for day in days_in_all}
    whole = sum(others.values())
    best: tuple[float, Crowd] | None = None
    for start in sorted(same):
        window = [start + timedelta(days=number) for number in range(days)]
        count = sum(same.get(day, 0) for day in window)
        share = sum(others.get(day, 0) for day in window) / whole
        chance = _binomial_tail(count, total, share) * len(others)
        if count >= FEWEST_SAME and chance < RARE and (best is None or chance < best[0]):
            came = [day for day in window if same.get(day)]
            best = chance, Crowd(came[0], came[-1], count, total, total * share)
    return best[1] if best else None


def _tail(count: int, usual: float, spread: float) -> float:
    """The chance of so many or more on one day."""
    mean = max(usual, 1.0)
    multiple = max(spread**2 / mean, 1.0)
    if count == 0:
        return 1.0
    if multiple == 1.0:
        return float(pdtrc(count - 1, mean))
    return float(betainc(count, mean / (multiple - 1), 1 - 1 / multiple))


def _binomial_tail(count: int, total: int, share: float) -> float:
    """The chance that so many or more of a total, one at least, fall where this share of them is expected."""
    return float(bdtrc(count - 1, total, share))

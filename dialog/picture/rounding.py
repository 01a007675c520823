"""Rounding every figure, instead of withholding some: the other way to keep small groups from being told. Pure.

Each figure goes to its nearest multiple of the base, 5 or 3, totals like all others, so that parts need not add up to
their whole. A reader is told only that a figure is one of the two multiples around the true number, or the number
itself. Nobody can then exclude that a voice or two more were there: adding the same two voices to everything they
would be counted in leaves every figure within what was told. So every figure, small or large, keeps at least the
values one below to one above itself with base 3, and two below to two above with base 5, whatever is subtracted from
whatever, in however many tables and editions. A figure of nobody keeps 0 and 1, and 2 with base 5.
"""

from dialog.languages import N_
from dialog.picture.tables import Cell, State

BASES = (3, 5)
METHODS = {
    3: N_(
        "Every figure is rounded to a multiple of 3, so that none can point to somebody. It stands for one less or one "
        "more as well, 0 too, and parts need not add up to their whole."
    ),
    5: N_(
        "Every figure is rounded to a multiple of 5, so that none can point to somebody. It stands for two less to two "
        "more as well, 0 too, and parts need not add up to their whole."
    ),
}


class OtherMethodBefore(ValueError):
    """Earlier editions of a round withheld where this one would round, or the other way: together they tell more."""


def rounded(count: int, base: int) -> int:
    """The nearest multiple of an odd base; the same number always gives the same."""
    return (count + base // 2) // base * base


def rounded_cell(count: int, base: int) -> Cell:
    return Cell(rounded(count, base), State.SHOWN)


def surely_at_least(least: int, base: int) -> int:
    """From which rounded figure on the true one is not below `least`; without rounding (base 0) that itself."""
    return least + base // 2

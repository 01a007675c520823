"""Spots outside every area, as squares of a fixed grid: where reports gather that no area holds. Pure.

Only reports that lie in no area have a spot, so that squares and areas never overlap and nobody can subtract one from
the other: both are items of one dimension. Squares with few reports are not told apart from each other.
"""

import numpy as np

from dialog.geography.points import Point, snap_to_grid
from dialog.languages import LANGUAGES, N_
from dialog.picture.columns import Column
from dialog.picture.dimensions import everybody, silent
from dialog.picture.ids import AREA, NO_ANSWER, SCATTERED
from dialog.picture.tables import Dimension, Item
from dialog.picture.wording import words

SPOT = "spot"
METRES = 1_000  # wide enough that a square is a neighbourhood, not a house
FEWEST = 10  # reports in a square that is named; design decision: twice the smallest figure shown
MOST = 25  # squares


def spot_of(lat: float | None, lon: float | None) -> str | None:
    """The square of a point, as the degrees of its middle; None for no point."""
    if lat is None or lon is None:
        return None
    middle = snap_to_grid(Point(lat, lon), METRES)
    return f"{middle.lat:.3f} {middle.lon:.3f}"


def named_spots(column: Column) -> list[str]:
    """The squares with most reports, the fullest first."""
    numbers = np.bincount(column.codes, minlength=len(column.values))
    full = [(-int(number), str(spot)) for number, spot in zip(numbers, column.values, strict=False) if spot is not None]
    return [spot for number, spot in sorted(full)[:MOST] if -number >= FEWEST]


def spot_dimension(named: list[str], *, additive: bool) -> Dimension:
    items = [Item(spot, dict.fromkeys(LANGUAGES, _shown(spot))) for spot in named]
    rest = Item(SCATTERED, words(N_("Other places outside every area")))
    label = words(N_("Square, about a kilometre wide, around (degrees north, east)"))
    nowhere = silent(N_("In an area, or given in words only"))
    return Dimension(AREA, label, (everybody(), *items, rest, nowhere), additive=additive)


def spot_item(named: list[str], spot: object) -> str:
    if spot is None:
        return NO_ANSWER
    return str(spot) if spot in named else SCATTERED


def _shown(spot: str) -> str:
    return spot.replace(" ", "° / ") + "°"

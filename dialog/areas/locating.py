"""Where many points lie at once. Pure."""

from collections.abc import Sequence

from dialog.geography.outlines import Lookup
from dialog.geography.points import Point


def finest_of(lookup: Lookup, points: Sequence[Point]) -> list[int | None]:
    """For each point the id of the smallest outline that holds it; None outside them all."""
    if not points or not lookup.ids:
        return [None] * len(points)
    found = lookup.finest([point.lon for point in points], [point.lat for point in points])
    ids = [*lookup.ids, None]  # the last, -1, is outside
    return [ids[place] for place in found.tolist()]

"""Roughly where Sweden lies: enough to see whether coordinates that are read in some way make sense."""

from functools import cache

import shapely
from shapely.geometry.base import BaseGeometry

# Corners of its border and coasts as anybody reads them off a school map; degrees east, degrees north.
_BORDER = [
    *(
        (12.7, 55.3),
        (13.4, 55.25),
        (14.3, 55.3),
        (14.6, 55.85),
        (15.7, 55.95),
        (16.4, 56.1),
        (17.3, 57.3),
        (17.5, 57.6),
    ),
    *((18.0, 56.8), (18.6, 56.9), (19.5, 57.9), (19.0, 58.1), (18.4, 58.7), (19.3, 59.5), (19.2, 60.2), (17.8, 60.8)),
    *((17.6, 61.7), (18.3, 62.5), (19.4, 63.2), (20.9, 63.6), (21.6, 64.4), (21.8, 65.2), (22.5, 65.6), (24.3, 65.6)),
    *((24.3, 66.1), (23.9, 66.6), (23.8, 67.3), (23.6, 67.9), (22.0, 68.5), (20.6, 69.1), (20.1, 69.1), (18.2, 68.5)),
    *((16.3, 67.9), (15.5, 66.4), (14.5, 66.1), (14.5, 65.3), (13.6, 64.6), (14.1, 64.0), (12.7, 63.95), (12.0, 63.3)),
    *((12.1, 62.4), (12.3, 61.9), (12.9, 61.3), (12.2, 61.0), (12.6, 60.4), (11.8, 59.85), (11.7, 59.2), (11.1, 58.9)),
    *((11.1, 58.2), (11.6, 57.5), (12.0, 57.1), (12.4, 56.3), (12.6, 55.9), (12.8, 55.6)),
]
_AROUND = 0.1  # degrees by which it is drawn too large rather than too small


@cache
def sweden() -> BaseGeometry:
    """A rough outline, prepared for many questions; WGS84 degrees."""
    outline = shapely.Polygon(_BORDER).buffer(_AROUND)
    shapely.prepare(outline)
    return outline

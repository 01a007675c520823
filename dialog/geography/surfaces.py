"""How large areas are, in square kilometres."""

from functools import cache
from typing import Any

import numpy
import shapely
from pyproj import Transformer

Shapes = Any  # an array of geometries

_SQUARE_METRES = 1_000_000  # in a square kilometre


def km2(shapes: Shapes) -> Any:
    """The surface of each shape, WGS84."""
    return shapely.area(equal_area(shapes)) / _SQUARE_METRES


def equal_area(shapes: Shapes) -> Any:
    """The shapes in metres, on a plane that keeps surfaces: Lambert's azimuthal, as the EU counts in (EPSG:3035)."""
    return shapely.transform(
        numpy.asarray(shapes, dtype=object),
        lambda marks: numpy.column_stack(_plane().transform(marks[:, 0], marks[:, 1])),
    )


@cache
def _plane() -> Transformer:
    return Transformer.from_crs("EPSG:4326", "EPSG:3035", always_xy=True)

"""Outlines light enough for a screen. Pure."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import shapely
from shapely.geometry import shape

from dialog.geography.outlines import Geometry, write_outline

LARGEST = 150_000  # bytes of JSON: what a resident on a slow connection can wait for
_FINEST, _COARSEST = 0.0001, 0.05  # degrees; about 11 m and 5 km


def light_features(outlines: Sequence[tuple[Mapping[str, Any], Geometry]], largest: int = LARGEST) -> dict[str, Any]:
    """A GeoJSON FeatureCollection of (properties, outline), as fine as fits into `largest` bytes.

    Neighbours keep one common border, so that no gaps open between them.
    """
    shapes = [shape(outline) for _, outline in outlines]
    step = _FINEST
    while True:
        lighter = shapely.coverage_simplify(shapes, step) if shapes else []
        features = [_feature(properties, one) for (properties, _), one in zip(outlines, lighter, strict=True)]
        collection = {"type": "FeatureCollection", "features": features}
        if step > _COARSEST or len(json.dumps(collection, ensure_ascii=False).encode()) <= largest:
            return collection
        step *= 2


def _feature(properties: Mapping[str, Any], outline: shapely.Geometry) -> dict[str, Any]:
    return {"type": "Feature", "properties": dict(properties), "geometry": write_outline(outline)}

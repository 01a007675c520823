"""GeoJSON, whatever its letters and wherever it says its projection. Pure."""

from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from dialog.areas.maps.raw import NO_OUTLINE, UNREADABLE, RawMap
from dialog.geography.projections import WGS84
from dialog.languages import N_, Sentence
from dialog.rows.nested import read_json
from dialog.rows.row import EmptyFile, UnreadableFile

_BAD = (ValueError, TypeError, AttributeError, KeyError, IndexError, shapely.errors.ShapelyError)


def is_topojson(found: Any) -> bool:
    return isinstance(found, dict) and found.get("type") == "Topology"


def read_geojson(path: Path, found: Any = None) -> RawMap:
    """Every feature. Raises EmptyFile or UnreadableFile."""
    found = read_json(path) if found is None else found
    if isinstance(found, dict) and found.get("type") == "Feature":
        found = {**found, "features": [found]}
    if not isinstance(found, dict) or not isinstance(found.get("features"), list):
        raise UnreadableFile(Sentence(N_("%(file)s is JSON, but no GeoJSON FeatureCollection."), file=path.name))
    if not found["features"]:
        raise EmptyFile(Sentence(N_("%(file)s holds no areas."), file=path.name))
    features = [feature if isinstance(feature, dict) else {} for feature in found["features"]]
    read = [_outline(feature.get("geometry")) for feature in features]
    return RawMap(
        [_values(feature) for feature in features],
        [outline for outline, _ in read],
        {number: problem for number, (_, problem) in enumerate(read) if problem},
        stated=_stated(found),
    )


def _stated(found: dict[str, Any]) -> str:
    """A file without `crs` is WGS84, as the format has it."""
    crs = found.get("crs")
    properties = crs.get("properties") if isinstance(crs, dict) else None
    said = properties.get("name") or properties.get("code") if isinstance(properties, dict) else None
    return str(said) if isinstance(said, str) else f"EPSG:{said}" if isinstance(said, int) else WGS84


def _values(feature: dict[str, Any]) -> dict[str, Any]:
    properties = feature.get("properties")
    return {"id": feature.get("id"), **(properties if isinstance(properties, dict) else {})}


def _outline(geometry: Any) -> tuple[BaseGeometry | None, str]:
    """The geometry, or what is wrong with it."""
    if not isinstance(geometry, dict):
        return None, NO_OUTLINE
    try:
        return shape(geometry), ""
    except shapely.errors.GeometryTypeError:
        return None, Sentence(N_("it is a %(shape)s, not a polygon"), shape=geometry.get("type"))
    except _BAD:
        return None, UNREADABLE

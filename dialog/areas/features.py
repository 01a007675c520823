"""What a GeoJSON map says of areas, feature by feature. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from dialog.areas.naming import Properties, code_property, first_text, name_properties, names_of, population_of
from dialog.geography.outlines import BadOutline, read_outline
from dialog.languages import MAIN, Words
from dialog.rows.nested import read_json
from dialog.rows.rejects import Rejects
from dialog.rows.row import EmptyFile, Row, UnreadableFile

WGS84 = ("CRS84", "EPSG::4326", "EPSG:4326", "WGS84")
_NOT_CURRENT = ("0", "-1")  # as Who's On First writes mz:is_current
_GONE = ("wof:superseded_by", "edtf:deprecated", "edtf:superseded")
_UNSAID = ("", "uuuu", "u", "..")  # a date that is not known

Bounds = tuple[float, float, float, float]  # west, south, east, north
SWEDEN: Bounds = (10.5, 55.0, 24.5, 69.5)


@dataclass(frozen=True)
class Feature:
    """One area of a map that can be taken."""

    row: Row
    code: str
    names: Words
    population: int | None
    outline: BaseGeometry


@dataclass(frozen=True)
class Map:
    """What a map holds, and what was passed over because it is no longer so."""

    features: Sequence[Feature]
    passed_over: int
    nameless: bool  # it has no names: the codes stand for them


def read_map(path: Path, rejects: Rejects, *, code: str | None = None, name: str | None = None) -> Map:
    """The areas of a GeoJSON file; what is wrong with a feature goes to the rejects.

    `code` and `name` are the properties to take them from; by default they are recognised.
    Raises EmptyFile or UnreadableFile when it is wrong with the file.
    """
    rows = _rows(path)
    current = [row for row in rows if _is_current(row.values)]
    if not current:
        raise EmptyFile(f"{path.name} holds no area that is still current.")
    _insist_on_degrees(path.name, [row.values["geometry"] for row in current])
    properties = [row.values for row in current]
    names = [name] if name else name_properties(properties)
    codes = code or code_property(properties)
    if codes is None:
        raise UnreadableFile(f"{path.name} shows no code for each area: name the property with --code.")
    for wanted in filter(None, (code, name)):
        _insist_on_property(path.name, wanted, properties)
    features = list(_features(current, codes, names, rejects))
    return Map(features, len(rows) - len(current), nameless=not names)


def _rows(path: Path) -> list[Row]:
    if path.suffix.lower() not in (".geojson", ".json"):
        raise UnreadableFile(f"{path.name} is no GeoJSON: areas are read from GeoJSON in WGS84 (EPSG:4326) only.")
    found = read_json(path)
    if not isinstance(found, dict) or not isinstance(found.get("features"), list):
        raise UnreadableFile(f"{path.name} is JSON, but no GeoJSON FeatureCollection.")
    said = str(((found.get("crs") or {}).get("properties") or {}).get("name", "CRS84"))
    if not said.upper().endswith(WGS84):
        raise UnreadableFile(f"{path.name} is in {said}: give it in WGS84 (EPSG:4326).")
    if not found["features"]:
        raise EmptyFile(f"{path.name} holds no areas.")
    return [_row(number, feature) for number, feature in enumerate(found["features"], start=1)]


def _row(number: int, feature: Any) -> Row:
    """Its properties, id and geometry side by side."""
    if not isinstance(feature, dict):
        return Row(number, {"geometry": None})
    return Row(
        number, {"id": feature.get("id"), **(feature.get("properties") or {}), "geometry": feature.get("geometry")}
    )


def _insist_on_property(name: str, wanted: str, features: Sequence[Properties]) -> None:
    if not any(wanted in properties for properties in features):
        raise UnreadableFile(f"No area of {name} has a property {wanted}.")


def _is_current(properties: Properties) -> bool:
    gone = any(value not in _UNSAID for key in _GONE if (value := properties.get(key)))
    return str(properties.get("mz:is_current")) not in _NOT_CURRENT and not gone


def _features(rows: Sequence[Row], code: str, names: Sequence[str], rejects: Rejects) -> Iterator[Feature]:
    seen: set[str] = set()
    for row in rows:
        own = first_text(row.values.get(code))
        if not own or own in seen:
            reason = f"another area has the code {own}" if own else "it has no code"
            rejects.add(without_geometry(row), reason, column=code)
            continue
        seen.add(own)
        try:
            outline = _outline(row.values["geometry"])
        except BadOutline as problem:
            rejects.add(without_geometry(row), str(problem), column="geometry")
            continue
        yield Feature(row, own, names_of(row.values, names) or {MAIN: own}, population_of(row.values), outline)


def _outline(geometry: Mapping[str, Any] | None) -> BaseGeometry:
    """A polygon, or several; lines and points that repairing left over are dropped. Raises BadOutline."""
    if isinstance(geometry, dict) and geometry.get("type") not in ("Polygon", "MultiPolygon"):
        raise BadOutline(f"it is a {geometry.get('type')}, not a polygon")
    try:
        repaired = read_outline(geometry)
    except (shapely.errors.ShapelyError, IndexError):
        raise BadOutline("its outline can't be read") from None
    surfaces = [part for part in shapely.get_parts(repaired) if part.area]
    if not surfaces or not isfinite(sum(part.area for part in surfaces)):
        raise BadOutline("its outline encloses nothing")
    return shapely.union_all(surfaces) if len(surfaces) < len(shapely.get_parts(repaired)) else repaired


def without_geometry(row: Row) -> Row:
    """For a list of rows: an outline has thousands of corners."""
    return Row(row.line, {key: value for key, value in row.values.items() if key != "geometry"})


def _insist_on_degrees(name: str, geometries: Sequence[Mapping[str, Any] | None]) -> None:
    """Raises UnreadableFile when the map as a whole is in metres, or has latitude first."""
    west, south, east, north = _bounds(geometries)
    if max(abs(west), abs(east), abs(south), abs(north)) > 180:
        raise UnreadableFile(f"The coordinates of {name} are metres, not degrees: give it in WGS84 (EPSG:4326).")
    if max(abs(south), abs(north)) > 90 or _holds(SWEDEN, (south, west, north, east)):
        raise UnreadableFile(f"{name} has latitude and longitude swapped: GeoJSON puts longitude first.")


def _holds(outer: Bounds, inner: Bounds) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def _bounds(geometries: Sequence[Mapping[str, Any] | None]) -> Bounds:
    """Of the median outline, so that one bad feature does not condemn a map; all zero when there is none."""
    found = sorted(bounds for geometry in geometries if (bounds := _bounds_of(geometry)))
    return found[len(found) // 2] if found else (0, 0, 0, 0)


def _bounds_of(geometry: Mapping[str, Any] | None) -> Bounds | None:
    try:
        bounds = shape(geometry).bounds
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, shapely.errors.ShapelyError):
        return None
    return tuple(bounds) or None

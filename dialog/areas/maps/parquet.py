"""GeoParquet, and Parquet files that only have a column of shapes. Pure."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from dialog.areas.maps.raw import NO_OUTLINE, UNREADABLE, RawMap
from dialog.geography.projections import WGS84
from dialog.languages import N_, Sentence
from dialog.rows.headings import plain
from dialog.rows.row import EmptyFile, UnreadableFile

_USUAL = ("geometry", "geom", "wkb_geometry", "the_geom", "wkb", "wkt", "shape", "geojson", "outline")


def read_parquet(path: Path) -> RawMap:
    """Every row. Raises EmptyFile or UnreadableFile."""
    import duckdb  # noqa: PLC0415  (a second to load, and seldom needed)

    with duckdb.connect(config={"autoinstall_known_extensions": False}) as base:
        try:
            base.execute("SET enable_geoparquet_conversion = false")
            found = base.execute("SELECT * FROM read_parquet(?)", [str(path)])
            names = [str(one[0]) for one in found.description or ()]
            rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
            said = base.execute("SELECT value FROM parquet_kv_metadata(?) WHERE key = 'geo'", [str(path)]).fetchone()
        except duckdb.Error as problem:
            reason = str(problem).partition("\n")[0][:120].rstrip(".")
            raise UnreadableFile(
                Sentence(N_("%(file)s can't be read as Parquet: %(problem)s."), file=path.name, problem=reason)
            ) from None
    if not rows:
        raise EmptyFile(Sentence(N_("%(file)s holds no areas."), file=path.name))
    geo = _geo(said[0] if said else None)
    column = _column(geo, names, path.name)
    return _map(rows, column, _stated(geo, column))


def geometry_of(value: Any) -> tuple[BaseGeometry | None, str]:
    """A shape from WKB, WKT (also with its SRID), hexadecimal WKB or GeoJSON; or what is wrong with it."""
    if value is None or value in ("", b""):
        return None, NO_OUTLINE
    try:
        if isinstance(value, bytes | bytearray):
            return shapely.from_wkb(bytes(value)), ""
        if isinstance(value, dict) or str(value).lstrip().startswith("{"):
            return shape(value if isinstance(value, dict) else json.loads(value)), ""
        text = str(value).strip()
        is_hexadecimal = text[:2] in ("00", "01")
        return (shapely.from_wkb(text) if is_hexadecimal else shapely.from_wkt(text.rpartition(";")[2])), ""
    except (shapely.errors.ShapelyError, ValueError, TypeError, AttributeError, KeyError, IndexError):
        return None, UNREADABLE


def shape_column(names: Sequence[str]) -> str | None:
    """The column that usually holds shapes."""
    by_heading = {plain(name): name for name in reversed(names)}
    return next((by_heading[usual] for usual in _USUAL if usual in by_heading), None)


def _map(rows: list[dict[str, Any]], column: str, stated: str | None) -> RawMap:
    read = [geometry_of(row[column]) for row in rows]
    values = [{key: value for key, value in row.items() if key != column and _is_plain(value)} for row in rows]
    problems = {number: problem for number, (_, problem) in enumerate(read) if problem}
    return RawMap(values, [found for found, _ in read], problems, stated=stated)


def _is_plain(value: Any) -> bool:
    return not isinstance(value, bytes | bytearray | dict)


def _geo(said: Any) -> dict[str, Any]:
    try:
        found = json.loads(said) if said else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _column(geo: dict[str, Any], names: Sequence[str], file: str) -> str:
    column = geo.get("primary_column") or shape_column(names)
    if column not in names:
        raise UnreadableFile(
            Sentence(N_("%(file)s has no column of shapes: one called geometry, in WKB or WKT."), file=file)
        )
    return str(column)


def _stated(geo: dict[str, Any], column: str) -> str | None:
    """A GeoParquet file that says nothing is WGS84, as the format has it; one that says null does not know."""
    said = geo.get("columns", {}).get(column)
    if not isinstance(said, dict):
        return None
    crs = said.get("crs", WGS84)
    return json.dumps(crs) if isinstance(crs, dict) else crs

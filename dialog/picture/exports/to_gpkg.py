"""An edition as a GeoPackage: its areas and places as layers, their figures as a table, and what it says of itself.

Written by hand after OGC 12-128r17 (GeoPackage 1.3): a SQLite file with a few tables of the standard.
"""

import sqlite3
import struct
from collections.abc import Iterator, Sequence
from typing import Any

import shapely
from shapely.geometry import MultiPolygon, Point, shape
from shapely.geometry.base import BaseGeometry

from dialog.picture.exports.edition import Edition
from dialog.picture.exports.to_csv import harmless
from dialog.picture.exports.to_xlsx import cover_lines
from dialog.picture.ids import AREA
from dialog.picture.place_lines import place_lines
from dialog.picture.presentation import UNKNOWN, area_columns
from dialog.picture.tables import ALL

APPLICATION, VERSION = 0x47504B47, 10300  # "GPKG", 1.3.0
WGS84 = 4326
Row = Sequence[object]
_TABLES = """
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
  srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL REFERENCES gpkg_contents(table_name),
  column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys(srs_id), z TINYINT NOT NULL, m TINYINT NOT NULL,
  PRIMARY KEY (table_name, column_name));
CREATE TABLE areas (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON, id TEXT, name TEXT,
  voices INTEGER, voices_state TEXT, too_little_data BOOLEAN);
CREATE TABLE places (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, id TEXT, name TEXT, area TEXT,
  metres INTEGER, voices INTEGER);
CREATE TABLE figures (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, area TEXT, area_name TEXT, "table" TEXT,
  title TEXT, item TEXT, label TEXT, value INTEGER, state TEXT);
CREATE TABLE about (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name TEXT, value TEXT);
"""
_SYSTEMS: Sequence[Row] = (
    ("Undefined cartesian SRS", -1, "NONE", -1, "undefined", None),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", None),
    (
        "WGS 84 geodetic",
        WGS84,
        "EPSG",
        WGS84,
        'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
        'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,'
        'AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
        "longitude, latitude in degrees",
    ),
)


def to_gpkg(edition: Edition) -> bytes:
    """The file, made in memory. A value that is not shown is NULL; its state says why."""
    file = sqlite3.connect(":memory:")
    file.executescript(f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; {_TABLES}")
    _insert(file, "gpkg_spatial_ref_sys", _SYSTEMS)
    areas = [(shape(one.geometry), one) for one in edition.picture.outlines if one.geometry]
    spots = [Point(line.place.lon, line.place.lat) for line in place_lines(edition.picture)]
    _layer(file, edition, "areas", "MULTIPOLYGON", [geometry for geometry, _one in areas])
    _layer(file, edition, "places", "POINT", spots)
    for table in ("figures", "about"):
        _contents(file, edition, table, "attributes", (None, None, None, None))
    _insert(file, "areas", _areas(edition))
    _insert(file, "places", _places(edition))
    _insert(file, "figures", _figures(edition))
    _insert(file, "about", ((None, name, harmless(str(value))) for name, value in cover_lines(edition)))
    file.commit()
    content = file.serialize()
    file.close()
    return content


def _insert(file: sqlite3.Connection, table: str, rows: Any) -> None:
    for row in rows:
        file.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", tuple(row))  # noqa: S608  (our names)


def _layer(
    file: sqlite3.Connection, edition: Edition, table: str, kind: str, geometries: Sequence[BaseGeometry]
) -> None:
    box = tuple(float(one) for one in shapely.total_bounds(geometries)) if geometries else (None, None, None, None)
    _contents(file, edition, table, "features", box, WGS84)
    _insert(file, "gpkg_geometry_columns", [(table, "geom", kind, WGS84, 0, 0)])


def _contents(
    file: sqlite3.Connection,
    edition: Edition,
    table: str,
    kind: str,
    box: Sequence[float | None],
    system: int | None = None,
) -> None:
    when = f"{edition.released_on.isoformat()}T00:00:00.000Z"
    said = harmless(f"{edition.say(edition.picture.title)}, {edition.number}")
    _insert(file, "gpkg_contents", [(table, kind, table, said, when, *box, system)])


def _areas(edition: Edition) -> Iterator[Row]:
    columns = {column.area: column for column in area_columns(edition.picture)}
    for one in edition.picture.outlines:
        column = columns.get(one.area)
        voices = column.voices if column else UNKNOWN
        drawn = _blob(_several(shape(one.geometry))) if one.geometry else None
        few = column.is_few if column else True
        name = harmless(edition.say(one.name))
        yield None, drawn, harmless(one.area), name, voices.value, voices.state.value, few


def _places(edition: Edition) -> Iterator[Row]:
    for line in place_lines(edition.picture):
        place, name = line.place, harmless(edition.say(line.place.names))
        spot = _blob(Point(place.lon, place.lat))
        yield None, spot, place.key, name, harmless(place.area), place.metres, line.voices.value


def _figures(edition: Edition) -> Iterator[Row]:
    """Every figure of an area, whatever its state."""
    drawn = {one.area for one in edition.picture.outlines}
    for table in edition.picture.tables:
        if table.dimensions[0].id != AREA:
            continue
        names = {item.id: item.label for item in table.dimensions[0].items}
        others = {item.id: item.label for item in table.dimensions[-1].items}
        title = harmless(edition.say(table.heading.title))
        for (area, *rest), cell in table.cells.items():
            item = rest[0] if rest else ALL
            if area in drawn and len(rest) < 2:
                label = edition.say(others[item]) if rest else ""
                said = (harmless(area), harmless(edition.say(names[area])), table.heading.id, title)
                yield None, *said, item, harmless(label), cell.value, cell.state.value


def _several(geometry: BaseGeometry) -> BaseGeometry:
    return geometry if geometry.geom_type == "MultiPolygon" else MultiPolygon([geometry])


def _blob(geometry: BaseGeometry) -> bytes:
    """GeoPackageBinary: magic, version 0, flags (little-endian, an envelope where it has any extent), WKB."""
    has_extent = geometry.geom_type != "Point"
    head = struct.pack("<2sBBi", b"GP", 0, 0b00000011 if has_extent else 0b00000001, WGS84)
    west, south, east, north = geometry.bounds
    envelope = struct.pack("<4d", west, east, south, north) if has_extent else b""
    written: bytes = shapely.to_wkb(geometry, byte_order=1)
    return head + envelope + written

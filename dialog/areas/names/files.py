"""The entries of a file of names, whatever its kind, each with its shape in WGS84. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path

import numpy
import shapely
from shapely.geometry.base import BaseGeometry

from dialog.areas.maps.files import Shape, read_mapfile
from dialog.areas.maps.parquet import shape_column
from dialog.areas.maps.vectors import read_vectors
from dialog.areas.names.reading import NAMES
from dialog.geography.projections import WGS84, Projection, UnknownProjection, find_projection, to_wgs84
from dialog.languages import N_, Sentence, several
from dialog.rows.cells import number_of, text_of
from dialog.rows.mapping import BadMap, ColumnMap, insist_on_map, recognise
from dialog.rows.reading import read_rows
from dialog.rows.row import EmptyFile, Row, Rows, UnreadableFile

FIELDS = {  # what the columns of a table are usually called, in order of preference
    "name": NAMES,
    "lat": ("lat", "latitude", "latitud", "breddgrad", "wgs84_lat", "y_wgs84", "geometry_lat"),
    "lon": ("lon", "lng", "long", "longitude", "longitud", "langdgrad", "wgs84_lon", "x_wgs84", "geometry_lon"),
    "x": (
        "x",
        "e",
        "east",
        "easting",
        "ost",
        "o_koordinat",
        "sweref_e",
        "e_sweref",
        "x_koord",
        "xkoord",
        "x_koordinat",
    ),
    "y": ("y", "n", "north", "northing", "nord", "n_koordinat", "sweref_n", "n_sweref", "y_koord", "ykoord"),
}
_TABLES = (".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xlsm", ".xls")
_OPENSTREETMAP = (".pbf", ".osm")
_LAYERS = ("points", "lines", "multipolygons", "multilinestrings")  # of OpenStreetMap, as GDAL divides it
_NO_POINT = Sentence(N_("it has no coordinates"))


@dataclass(frozen=True)
class Asked:
    """What whoever loads a file says of it."""

    told: ColumnMap = field(default_factory=ColumnMap)
    sheet: str | None = None
    projection: str | None = None
    encoding: str | None = None
    layer: str | None = None


@dataclass(frozen=True)
class Entries:
    """What a file holds, where the name of each entry stands if that was told, and what to tell whoever loads it."""

    shapes: Sequence[Shape]
    heading: str = ""
    remarks: Sequence[str] = ()
    is_table: bool = False


def read_entries(path: Path, asked: Asked, *, home: BaseGeometry | None = None) -> Entries:
    """Every entry of a map, of OpenStreetMap data or of a table with coordinates. `home` is where they are expected.

    Raises EmptyFile, UnreadableFile or BadMap with a sentence.
    """
    suffix = path.suffix.lower()
    if suffix in _OPENSTREETMAP:
        return _openstreetmap(path, asked.told.column("name"))
    if suffix in _TABLES:
        rows = read_rows(path, sheet=asked.sheet)
        if shape_column(rows.columns) is None:
            return _table(path, rows, asked, home)
    found = read_mapfile(path, projection=asked.projection, encoding=asked.encoding, layer=asked.layer, home=home)
    insist_on_map(asked.told, fields=FIELDS, columns=list({key: 0 for one in found.shapes for key in one.row.values}))
    return Entries(found.shapes, asked.told.column("name"), found.remarks)


def _openstreetmap(path: Path, heading: str) -> Entries:
    """Its layers one after the other, the entries numbered through. What an extract's edge has cut is left out."""
    shapes: list[Shape] = []
    cut = 0
    for layer in _LAYERS:
        try:
            raw = read_vectors(path, layer=layer)
        except EmptyFile:
            continue
        for values, shape in zip(raw.values, raw.shapes, strict=True):
            if shape is None:
                cut += 1
                continue
            shapes.append(Shape(Row(len(shapes) + 1, {key: value for key, value in values.items() if value}), shape))
    if not shapes:
        raise EmptyFile(Sentence(N_("%(file)s holds nothing that has a place."), file=path.name))
    remark = several(
        "%(file)s holds %(number)s shape that is cut off, as at the edge of an extract: it was left out.",
        "%(file)s holds %(number)s shapes that are cut off, as at the edge of an extract: they were left out.",
        cut,
        file=path.name,
    )
    return Entries(shapes, heading, [remark] if cut else [])


def _table(path: Path, rows: Rows, asked: Asked, home: BaseGeometry | None) -> Entries:
    columns = recognise(rows.columns, FIELDS, asked.told)
    degrees = bool(columns.column("lat") and columns.column("lon"))
    east, north = ("lon", "lat") if degrees else ("x", "y")
    if not (columns.column(east) and columns.column(north)):
        raise UnreadableFile(
            Sentence(
                N_("%(file)s has no coordinates: a name needs latitude and longitude, or x and y (%(option)s)."),
                file=path.name,
                option="--column lat=COLUMN",
            )
        )
    if not columns.column("name"):
        raise BadMap(
            Sentence(
                N_("%(file)s shows no names: say where they stand with %(option)s."),
                file=path.name,
                option="--column name=COLUMN",
            )
        )
    found = list(rows)
    marks = numpy.array([_mark(row, columns.column(east), columns.column(north)) for row in found]).reshape(-1, 2)
    way = _way(path, marks, WGS84 if degrees else None, asked.projection, home)
    points = to_wgs84(shapely.points(marks), way)
    shapes = [_shape(row, mark, point) for row, mark, point in zip(found, marks.tolist(), points, strict=True)]
    assumed = (
        "" if degrees and not asked.projection and way.crs == WGS84 and not way.swapped else way.assumed(path.name)
    )
    return Entries(shapes, columns.column("name"), [assumed] if assumed else [], is_table=True)


def _mark(row: Row, east: str, north: str) -> tuple[float, float]:
    """The coordinates as they stand; not a number where they are none."""
    try:
        return number_of(row.values.get(east)), number_of(row.values.get(north))
    except ValueError:
        return float("nan"), float("nan")


def _way(
    path: Path, marks: numpy.ndarray, stated: str | None, told: str | None, home: BaseGeometry | None
) -> Projection:
    try:
        return find_projection(marks, stated=stated, told=told, hints=path.stem, home=home)
    except UnknownProjection as problem:
        raise UnreadableFile(Sentence(N_("%(file)s: %(problem)s"), file=path.name, problem=problem.args[0])) from None


def _shape(row: Row, mark: Sequence[float], point: BaseGeometry) -> Shape:
    if row.trouble:
        return Shape(row, None, row.trouble)
    if not all(map(isfinite, mark)):
        return Shape(row, None, _NO_POINT)
    if not (abs(point.y) <= 90 and abs(point.x) <= 180):
        return Shape(row, None, _outside_the_world(mark))
    return Shape(row, point)


def _outside_the_world(mark: Sequence[float]) -> Sentence:
    lon, lat = (text_of(float(one)) for one in mark)
    return Sentence(N_("%(lat)s, %(lon)s lie outside the world"), lat=lat, lon=lon)

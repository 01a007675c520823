"""Any file that holds a map, as rows and shapes in WGS84. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy
import shapely
from shapely.geometry.base import BaseGeometry

from dialog.areas.maps.geojson import is_topojson, read_geojson
from dialog.areas.maps.letters import LOST, insist_on_encoding, lost_letters, with_own_letters
from dialog.areas.maps.parquet import geometry_of, read_parquet, shape_column
from dialog.areas.maps.raw import RawMap
from dialog.areas.maps.vectors import Unfolded, read_vectors
from dialog.geography.projections import Projection, UnknownProjection, find_projection, to_wgs84
from dialog.languages import N_, Sentence, several
from dialog.rows.nested import read_json
from dialog.rows.opening import content_of
from dialog.rows.reading import read_rows
from dialog.rows.row import Row, UnreadableFile

KINDS = Sentence(
    N_("GeoJSON, GeoPackage, zipped Shapefile, GeoParquet, FlatGeobuf, KML, TopoJSON, or CSV with a column of shapes")
)
_MAGIC = ((b"PK\x03\x04", "zip"), (b"PAR1", "parquet"), (b"SQLite format 3", "vectors"), (b"fgb", "vectors"))
_VECTORS = (".gpkg", ".shp", ".fgb", ".kml", ".gml", ".gpx", ".tab", ".mif", ".dxf", ".geojsonl", ".geojsons")
_SUFFIXES = {
    **dict.fromkeys(_VECTORS, "vectors"),
    ".zip": "zip",
    ".shz": "zip",
    ".kmz": "vectors",
    ".parquet": "parquet",
    ".geoparquet": "parquet",
    ".geojson": "json",
    ".json": "json",
    ".topojson": "json",
    ".csv": "table",
    ".tsv": "table",
    ".txt": "table",
}


@dataclass(frozen=True)
class Shape:
    """One row of a map, with its shape in WGS84; None, and what is wrong, when it has none that can be read."""

    row: Row
    outline: BaseGeometry | None
    problem: str = ""


@dataclass(frozen=True)
class MapFile:
    """What a file holds, how its coordinates were read, and what whoever loads it should know."""

    shapes: Sequence[Shape]
    projection: Projection
    remarks: Sequence[str]
    layer: str = ""


def read_mapfile(
    path: Path,
    *,
    projection: str | None = None,
    encoding: str | None = None,
    layer: str | None = None,
    home: BaseGeometry | None = None,
) -> MapFile:
    """Everything in a map file. `home` is where it is expected to lie, WGS84.

    `projection`, `encoding` and `layer` tell what the file does not say or says wrongly.
    Raises EmptyFile or UnreadableFile with a sentence.
    """
    raw = read_raw(path, encoding=insist_on_encoding(encoding), layer=layer)
    values = [with_own_letters(row) for row in raw.values]
    try:
        found = find_projection(
            _marks(raw.shapes), stated=raw.stated, told=projection, hints=f"{path.stem} {raw.layer}", home=home
        )
    except UnknownProjection as problem:
        raise UnreadableFile(Sentence(N_("%(file)s: %(problem)s"), file=path.name, problem=problem.args[0])) from None
    outlines = to_wgs84(raw.shapes, found)
    shapes = [
        Shape(Row(number + 1, row), outlines[number], raw.problems.get(number, "")) for number, row in enumerate(values)
    ]
    remarks = [found.assumed(path.name)]
    if lost := lost_letters(values):
        remarks.append(
            several(
                "%(number)s row of %(file)s has letters that were lost before (%(mark)s).",
                "%(number)s rows of %(file)s have letters that were lost before (%(mark)s).",
                lost,
                mark=LOST,
                file=path.name,
            )
        )
    return MapFile(shapes, found, [one for one in remarks if one], raw.layer)


def read_raw(path: Path, *, encoding: str | None = None, layer: str | None = None) -> RawMap:
    """What the file holds in its own coordinates. Raises EmptyFile or UnreadableFile."""
    kind = kind_of(path)
    if kind == "zip":
        with Unfolded(path) as inside:
            found = read_raw(inside, encoding=encoding, layer=layer)
            return replace(found, layer=found.layer or inside.stem)
    if kind == "json":
        return _read_json(path, layer)
    if kind == "parquet":
        return read_parquet(path)
    return _read_table(path) if kind == "table" else read_vectors(path, layer=layer, encoding=encoding, outlines=True)


def kind_of(path: Path) -> str:
    """How a file has to be read, by its first bytes, or else by its name. Raises EmptyFile or UnreadableFile."""
    start = content_of(path)[:16]
    suffix = path.suffix.lower()
    kind = next((kind for magic, kind in _MAGIC if start.startswith(magic)), _SUFFIXES.get(suffix))
    if kind == "zip" and suffix == ".kmz":
        return "vectors"
    if kind is None:
        raise UnreadableFile(
            Sentence(N_("%(file)s is none of the maps that can be read: %(kinds)s."), file=path.name, kinds=KINDS)
        )
    return kind


def _read_json(path: Path, layer: str | None) -> RawMap:
    found = read_json(path)
    return read_vectors(path, layer=layer) if is_topojson(found) else read_geojson(path, found)


def _read_table(path: Path) -> RawMap:
    rows = read_rows(path)
    column = shape_column(rows.columns)
    if column is None:
        raise UnreadableFile(
            Sentence(
                N_("%(file)s is a table without a column of shapes: %(kinds)s is read."), file=path.name, kinds=KINDS
            )
        )
    found = list(rows)
    read = [geometry_of(row.values.get(column)) for row in found]
    values = [{key: value for key, value in row.values.items() if key != column} for row in found]
    return RawMap(values, [one for one, _ in read], {n: problem for n, (_, problem) in enumerate(read) if problem})


def _marks(shapes: Sequence[BaseGeometry | None]) -> numpy.ndarray:
    """The middle of each shape's bounds."""
    west, south, east, north = shapely.bounds(numpy.asarray(shapes, dtype=object)).T
    return numpy.column_stack(((west + east) / 2, (south + north) / 2))

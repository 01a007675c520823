"""Maps that tests write, honest ones and others."""

import json
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import numpy
import pyogrio
import shapely
from pyproj import CRS, Transformer
from shapely.geometry.base import BaseGeometry

NAMES = ("Östra Åby", "Ängsvägen", "Överås")
CODES = ("a1", "a2", "a3")


def squares(west: float = 15.5, south: float = 58.4, side: float = 0.02) -> list[BaseGeometry]:
    """Three squares side by side, WGS84."""
    return [shapely.box(west + n * side, south, west + (n + 1) * side, south + side) for n in range(3)]


def moved(shapes: Sequence[BaseGeometry], crs: str, *, swapped: bool = False) -> Any:
    """The shapes in other coordinates."""
    to = Transformer.from_crs("EPSG:4326", crs, always_xy=True)

    def move(marks: Any) -> Any:
        x, y = to.transform(marks[:, 0], marks[:, 1])
        return numpy.column_stack((y, x) if swapped else (x, y))

    return shapely.transform(numpy.array(shapes, dtype=object), move)


def write(path: Path, shapes: Any, *, crs: str | None, columns: Mapping[str, Sequence[str]] | None = None, **more: Any):
    """With GDAL, in the format of the path's ending."""
    columns = columns or {"kod": CODES, "namn": NAMES}
    data = [numpy.array(values, dtype=object) for values in columns.values()]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that nothing is said of the projection is meant
        pyogrio.raw.write(path, shapely.to_wkb(shapes), data, list(columns), geometry_type="Polygon", crs=crs, **more)
    return path


def write_shapefile(
    folder: Path, shapes: Any, *, crs: str | None, encoding: str = "ISO-8859-1", keep: Sequence[str] = (), prj: str = ""
) -> Path:
    """A zipped Shapefile; of what describes it only `keep` (.cpg, .prj) is kept, `prj` is written in its place."""
    path = write(folder / "omraden.shp", shapes, crs=crs, encoding=encoding)
    if prj:
        path.with_suffix(".prj").write_text(CRS.from_user_input(prj).to_wkt("WKT1_ESRI"))
    archive = folder / "omraden.zip"
    with ZipFile(archive, "w") as zipped:
        for suffix in (".shp", ".shx", ".dbf", *keep, *([".prj"] if prj else [])):
            zipped.write(path.with_suffix(suffix), f"karta/omraden{suffix}")
    return archive


def write_geojson(path: Path, shapes: Any, *, crs: str | None = None, names: Sequence[str] = NAMES, **how: Any) -> Path:
    """`how` is for the writing of the text: encoding."""
    features = [
        {"type": "Feature", "properties": {"kod": code, "namn": name}, "geometry": shapely.geometry.mapping(one)}
        for code, name, one in zip(CODES, names, shapes, strict=True)
    ]
    found: dict[str, Any] = {"type": "FeatureCollection", "features": features}
    if crs:
        found["crs"] = {"type": "name", "properties": {"name": crs}}
    path.write_text(json.dumps(found, ensure_ascii=False), **how)
    return path

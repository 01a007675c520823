"""What GDAL reads: GeoPackage, Shapefile (also zipped), FlatGeobuf, KML, TopoJSON and their relatives. Pure."""

import warnings
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import BadZipFile, ZipFile

import numpy
import shapely

from dialog.areas.maps.gdal import gdal
from dialog.areas.maps.letters import BYTEWISE, encoding_of, read_bytewise, stated_encoding
from dialog.areas.maps.raw import NO_OUTLINE, UNREADABLE, RawMap
from dialog.languages import N_, Sentence
from dialog.rows.row import EmptyFile, UnreadableFile

SHAPEFILE = ".shp"
_INSIDE = (SHAPEFILE, ".gpkg", ".geojson", ".json", ".fgb", ".kml", ".gml", ".parquet", ".tab", ".mif")
_LARGEST = 2 * 1024**3  # bytes that a zipped map may unfold to
_MANY = 100_000  # files in an archive: no map has so many


def read_vectors(
    path: Path, *, layer: str | None = None, encoding: str | None = None, outlines: bool = False
) -> RawMap:
    """The features of one layer; with `outlines` the only one that has any, whatever else there is.

    Raises EmptyFile or UnreadableFile.
    """
    pyogrio = gdal()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about heights, and dates that are none
        try:
            chosen = _layer(pyogrio.list_layers(path), layer, path.name, outlines=outlines)
            bytewise = {"encoding": BYTEWISE} if path.suffix.lower() == SHAPEFILE else {}
            meta, _, wkb, columns = pyogrio.raw.read(path, layer=chosen, force_2d=True, **bytewise)
        except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, pyogrio.errors.FeatureError) as problem:
            raise UnreadableFile(
                Sentence(N_("%(file)s can't be read as a map: %(problem)s."), file=path.name, problem=_said(problem))
            ) from None
    if not len(wkb if wkb is not None else ()):
        raise EmptyFile(Sentence(N_("%(file)s holds no areas."), file=path.name))
    values = _rows([str(name) for name in meta["fields"]], columns)
    shapes = shapely.from_wkb(wkb, on_invalid="ignore")
    problems = {number: UNREADABLE if wkb[number] else NO_OUTLINE for number, one in enumerate(shapes) if one is None}
    if bytewise:
        values = _in_own_letters(path, values, encoding)
    return RawMap(values, list(shapes), problems, stated=meta["crs"], layer=str(chosen))


class Unfolded:
    """A zipped map, unfolded into a folder that goes away afterwards."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._folder = TemporaryDirectory()

    def __enter__(self) -> Path:
        """The map file in it. Raises UnreadableFile unless there is exactly one."""
        try:
            return self._map()
        except BaseException:
            self._folder.cleanup()
            raise

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def _map(self) -> Path:
        folder = Path(self._folder.name)
        try:
            with ZipFile(self._path) as archive:
                if len(archive.infolist()) > _MANY or sum(one.file_size for one in archive.infolist()) > _LARGEST:
                    raise UnreadableFile(
                        Sentence(N_("%(file)s unfolds to more than a map can be."), file=self._path.name)
                    )
                archive.extractall(folder)
        except (BadZipFile, OSError, RuntimeError, NotImplementedError) as problem:
            raise UnreadableFile(
                Sentence(N_("%(file)s can't be unfolded: %(problem)s."), file=self._path.name, problem=problem)
            ) from None
        found = sorted(one for one in folder.rglob("*") if _is_map(one))
        if not found:
            raise UnreadableFile(
                Sentence(
                    N_("%(file)s holds no map: none of %(kinds)s."), file=self._path.name, kinds=", ".join(_INSIDE)
                )
            )
        if len(found) > 1:
            names = ", ".join(one.name for one in found)
            raise UnreadableFile(
                Sentence(
                    N_("%(file)s holds several maps (%(names)s): leave one of them."), file=self._path.name, names=names
                )
            )
        return found[0]


def _is_map(path: Path) -> bool:
    return path.suffix.lower() in _INSIDE and not path.name.startswith(".") and "__MACOSX" not in path.parts


def _layer(layers: Any, wanted: str | None, file: str, *, outlines: bool) -> str:
    """The layer that is asked for, or the only one that has shapes, or outlines where these are looked for."""
    names = [str(name) for name, kind in layers if kind is not None]
    if wanted is not None and wanted not in names:
        raise UnreadableFile(
            Sentence(
                N_("%(file)s has no layer called %(layer)s, but %(layers)s."),
                file=file,
                layer=wanted,
                layers=", ".join(names),
            )
        )
    if not names:
        raise UnreadableFile(Sentence(N_("%(file)s holds a table, but no shapes."), file=file))
    surfaces = [str(name) for name, kind in layers if outlines and "Polygon" in str(kind)]
    if wanted is None and len(surfaces) == 1:
        return surfaces[0]
    if wanted is None and len(names) > 1:
        raise UnreadableFile(
            Sentence(
                N_("%(file)s has several layers: name one with %(option)s (%(layers)s)."),
                file=file,
                option="--layer",
                layers=", ".join(names),
            )
        )
    return wanted or names[0]


def _rows(names: Sequence[str], columns: Sequence[Any]) -> list[dict[str, Any]]:
    plain = [[_plain(value) for value in column.tolist()] for column in columns]
    return [dict(zip(names, values, strict=True)) for values in zip(*plain, strict=True)] if plain else []


def _plain(value: Any) -> Any:
    """As a JSON file would hold it."""
    if isinstance(value, float) and numpy.isnan(value):
        return None
    if isinstance(value, numpy.ndarray):
        return value.tolist()
    return value.isoformat() if isinstance(value, date | datetime) else value


def _in_own_letters(path: Path, values: list[dict[str, Any]], told: str | None) -> list[dict[str, Any]]:
    """The table of a Shapefile, whose letters are whatever somebody's program wrote."""
    texts = "\n".join(text for row in values for text in (*row, *row.values()) if isinstance(text, str))
    stated = stated_encoding(_beside(path, ".cpg"), _beside(path, ".dbf"))
    encoding = encoding_of(texts, told=told, stated=stated)

    def read(value: Any) -> Any:
        return read_bytewise(value, encoding) if isinstance(value, str) else value

    return [{read(key): read(value) for key, value in row.items()} for row in values]


def _beside(path: Path, suffix: str) -> bytes:
    """The first bytes of the file that belongs to a Shapefile; nothing when it is not there."""
    found = (one for one in path.parent.glob("*") if one.stem == path.stem and one.suffix.lower() == suffix)
    file = next(found, None)
    return file.read_bytes()[:64] if file else b""


def _said(problem: Exception) -> str:
    return str(problem).partition("\n")[0].partition(";")[0].strip().rstrip(".")[:120]

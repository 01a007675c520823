"""The base map of this installation: opened at start, and what pages tell the browser about it."""

from dataclasses import dataclass, replace
from hashlib import sha256

from flask import Flask, current_app, request

from dialog.config import Config
from dialog.tiles.archive import Archive
from dialog.tiles.proxy import Proxy
from dialog.tiles.source import Source, read_source


@dataclass(frozen=True)
class BaseMap:
    """Where its tiles are asked for, and how a browser draws them."""

    address: str  # with {z}, {x} and {y} in it; it changes with the source, since browsers keep tiles for a day
    kind: str  # raster or vector
    zooms: tuple[int, int]  # the coarsest and the finest that there are tiles of
    bounds: tuple[float, ...]  # west, south, east, north in degrees; empty: the world
    layers: tuple[str, ...]  # of vector tiles; empty: unknown
    credit: str  # whom the map must name


@dataclass(frozen=True)
class Tiles:
    """What gives the tiles, and what is told about them."""

    giver: Archive | Proxy
    base_map: BaseMap


def add_tiles(app: Flask, config: Config) -> None:
    """Open the base map that the settings name. Raises BadTiles, with a sentence that says what to set."""
    source = read_source(config.TILES)
    app.extensions["tiles"] = _open(source, config) if source else None
    app.jinja_env.globals["base_map"] = base_map


def base_map() -> BaseMap | None:
    """The base map as a page names it; None when the outlines of areas are all the map there is."""
    tiles: Tiles | None = current_app.extensions["tiles"]
    return replace(tiles.base_map, address=request.script_root + tiles.base_map.address) if tiles else None


def _open(source: Source, config: Config) -> Tiles:
    if isinstance(source, Archive):
        return Tiles(source, _told(source, config, f"{source.size} {source.changed}"))
    return Tiles(Proxy(source, config.INSTANCE / "tiles"), _told(source, config, repr(source)))


def _told(source: Source, config: Config, version: str) -> BaseMap:
    archive = source if isinstance(source, Archive) else None
    return BaseMap(
        address=f"/tiles/{{z}}/{{x}}/{{y}}?v={sha256(version.encode()).hexdigest()[:12]}",
        kind="vector" if source.is_vector else "raster",
        zooms=source.zooms,
        bounds=archive.bounds if archive else (),
        layers=archive.layers if archive else (),
        credit=config.TILES_CREDIT or (archive.credit if archive else ""),
    )

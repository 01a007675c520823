"""Where the tiles come from: what the setting DIALOG_TILES means. No network."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

from dialog.config import BadSetting
from dialog.tiles.archive import Archive, BadArchive
from dialog.tiles.grid import FINEST, Tile

SIDE = 256  # pixels of a tile
OURS = ("service", "request", "version", "bbox", "width", "height", "crs", "srs", "styles", "format")


class BadTiles(BadSetting):
    """DIALOG_TILES can't be used; the text says what to set, and never repeats an address: it may hold a key."""


@dataclass(frozen=True)
class Xyz:
    """A server that has a file for each tile, at an address with {z}, {x} and {y} in it (or {-y}: rows from south)."""

    template: str
    zooms: tuple[int, int] = (0, FINEST)

    @property
    def is_vector(self) -> bool:
        return urlsplit(self.template).path.endswith((".mvt", ".pbf"))

    def address_of(self, tile: Tile) -> str:
        values = {"{z}": tile.z, "{x}": tile.x, "{y}": tile.y, "{-y}": tile.row_from_south}
        return re.sub(r"\{-?[xyz]\}", lambda found: str(values[found[0]]), self.template)


@dataclass(frozen=True)
class Wms:
    """A server that draws any rectangle (OGC WMS 1.1 or 1.3)."""

    address: str
    parameters: tuple[tuple[str, str], ...]
    zooms: tuple[int, int] = (0, FINEST)
    is_vector: bool = False

    def address_of(self, tile: Tile) -> str:
        bounds = ",".join(f"{metres:.4f}" for metres in tile.bounds)
        return f"{self.address}?{urlencode((*self.parameters, ('BBOX', bounds)), safe=',:/')}"


Source = Xyz | Wms | Archive


def read_source(setting: str) -> Source | None:
    """The source that DIALOG_TILES names; None when it is empty. Raises BadTiles."""
    setting = setting.strip()
    if not setting:
        return None
    if not re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*://", setting):
        return _archive(Path(setting))
    parts = _address(setting)
    parameters = {name.lower(): value for name, value in parse_qsl(parts.query, keep_blank_values=True)}
    if parameters.get("service", "").upper() == "WMS":
        return _wms(parts, parameters)
    return _xyz(setting)


def _archive(path: Path) -> Archive:
    try:
        return Archive(path)
    except BadArchive as problem:
        raise BadTiles(
            f"DIALOG_TILES names the file {path.name}, but {problem}: set it to the path of a whole PMTiles file, "
            "to the address of a tile server, or to nothing."
        ) from None


def _address(setting: str) -> SplitResult:
    if not re.fullmatch(r"[\x21-\x7e]+", setting):
        raise BadTiles("DIALOG_TILES has characters that no address can have: write them with per cent signs.")
    try:
        parts = urlsplit(setting)
        whole = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        whole = False
    if not whole:
        raise BadTiles("DIALOG_TILES is no address of a server: set one that begins with https:// and its name.")
    if "{" in parts.netloc:
        raise BadTiles("DIALOG_TILES leaves the server's name open: set the name of one server.")
    if "@" in parts.netloc:
        raise BadTiles("DIALOG_TILES has a name and password before the server's name: set it without them.")
    return parts


def _xyz(setting: str) -> Xyz:
    found = re.findall(r"\{[^}]*\}", setting)
    if strange := sorted(set(found) - {"{z}", "{x}", "{y}", "{-y}"}):
        raise BadTiles(f"DIALOG_TILES has {' and '.join(strange)}: set an address with {{z}}, {{x}} and {{y}} only.")
    if not {"{z}", "{x}"} <= set(found) or not {"{y}", "{-y}"} & set(found):
        raise BadTiles(
            "DIALOG_TILES does not say where a tile is: set an address with {z}, {x} and {y} in it, "
            "or one of a WMS with SERVICE=WMS and LAYERS=…"
        )
    return Xyz(setting)


def _wms(parts: SplitResult, given: Mapping[str, str]) -> Wms:
    version = given.get("version") or "1.3.0"
    if not given.get("layers"):
        raise BadTiles("DIALOG_TILES names a WMS but no layer: add &LAYERS= and the layer's name.")
    if not re.fullmatch(r"1\.(1|3)\.\d", version):
        raise BadTiles("DIALOG_TILES names a WMS of an unknown version: set VERSION=1.3.0 or VERSION=1.1.1.")
    parameters = {
        "SERVICE": "WMS",
        "REQUEST": "GetMap",
        "VERSION": version,
        "FORMAT": given.get("format") or "image/png",
        "STYLES": given.get("styles", ""),
        "CRS" if version.startswith("1.3") else "SRS": "EPSG:3857",
        "WIDTH": str(SIDE),
        "HEIGHT": str(SIDE),
    }
    parameters |= {name.upper(): value for name, value in given.items() if name not in OURS}
    return Wms(urlunsplit((parts.scheme, parts.netloc, parts.path, "", "")), tuple(parameters.items()))

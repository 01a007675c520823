"""Tiles in a PMTiles file, version 3: images or vectors. https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md"""

import html
import json
import os
import re
import zlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from pmtiles.tile import (
    Compression,
    MagicNumberNotFound,
    SpecVersionUnsupported,
    TileType,
    deserialize_directory,
    deserialize_header,
    find_tile,
    zxy_to_tileid,
)

from dialog.tiles.content import VECTORS, kind_of, unpacked
from dialog.tiles.grid import FINEST, Tile

HEADER = 127  # bytes
DEEPEST = 4  # directories, one in the other
KEPT = 64  # directories that stay read
KINDS = {
    TileType.MVT: VECTORS,
    TileType.PNG: "image/png",
    TileType.JPEG: "image/jpeg",
    TileType.WEBP: "image/webp",
}
BROKEN = (OSError, EOFError, ValueError, IndexError, OverflowError, zlib.error)


class BadArchive(ValueError):
    """Not a file that tiles can be read from; the text says why."""


class Archive:
    """An open file. Read with pread, so that one replaced while we run can't bring us down as a mapped one would."""

    def __init__(self, path: Path) -> None:
        """Raises BadArchive when the file is missing, broken, cut off or of a kind that is not drawn."""
        try:
            self._file = os.open(path, os.O_RDONLY)
            self.size = os.fstat(self._file).st_size
            self.changed = os.fstat(self._file).st_mtime_ns
        except OSError:
            raise BadArchive("there is no such file, or it may not be read") from None
        self.header = self._read_header()
        self.is_vector = self.header["tile_type"] is TileType.MVT
        self._directory = lru_cache(maxsize=KEPT)(self._read_directory)
        self.metadata = self._read_metadata()
        self._try_first_tile()

    def get(self, tile: Tile) -> bytes | None:
        """The tile as it lies in the file, perhaps packed with gzip; None when it has none. Raises BadArchive."""
        try:
            return self._find(zxy_to_tileid(tile.z, tile.x, tile.y))
        except BROKEN:
            raise BadArchive("it is broken inside") from None

    @property
    def zooms(self) -> tuple[int, int]:
        return self.header["min_zoom"], min(self.header["max_zoom"], FINEST)

    @property
    def bounds(self) -> tuple[float, ...]:
        """West, south, east and north, in degrees."""
        sides = ("min_lon_e7", "min_lat_e7", "max_lon_e7", "max_lat_e7")
        return tuple(self.header[side] / 1e7 for side in sides)

    @property
    def layers(self) -> tuple[str, ...]:
        """The names of the layers of vector tiles."""
        listed = self.metadata.get("vector_layers")
        return tuple(str(layer["id"]) for layer in listed if "id" in layer) if isinstance(listed, list) else ()

    @property
    def credit(self) -> str:
        """Whom the file wants named, without markup."""
        return html.unescape(re.sub(r"<[^>]*>", "", str(self.metadata.get("attribution") or ""))).strip()

    def _find(self, tile_id: int) -> bytes | None:
        offset, length = self.header["root_offset"], self.header["root_length"]
        for _ in range(DEEPEST):
            found = find_tile(self._directory(offset, length), tile_id)
            if found is None:
                return None
            if found.run_length:
                return self._read(self.header["tile_data_offset"] + found.offset, found.length)
            offset, length = self.header["leaf_directory_offset"] + found.offset, found.length
        raise ValueError("directories without end")

    def _read(self, offset: int, length: int) -> bytes:
        found = os.pread(self._file, length, offset)
        if len(found) < length:
            raise EOFError
        return found

    def _read_directory(self, offset: int, length: int) -> list[Any]:
        return list(deserialize_directory(self._read(offset, length)))

    def _read_header(self) -> dict[str, Any]:
        try:
            header: dict[str, Any] = dict(deserialize_header(self._read(0, HEADER)))
        except SpecVersionUnsupported:
            raise BadArchive("it is a PMTiles file of another version than 3") from None
        except (MagicNumberNotFound, *BROKEN):
            raise BadArchive("it is not a PMTiles file") from None
        if header["tile_type"] not in KINDS:
            raise BadArchive(f"its tiles are {header['tile_type'].name}, not MVT, PNG, JPEG or WEBP")
        for part in ("internal_compression", "tile_compression"):
            if header[part] in (Compression.BROTLI, Compression.ZSTD):
                raise BadArchive(f"it is packed with {header[part].name.lower()}, not with gzip")
        if any(header[f"{part}_offset"] + header[f"{part}_length"] > self.size for part in ("root", "tile_data")):
            raise BadArchive("its end is missing")
        return header

    def _read_metadata(self) -> dict[str, Any]:
        try:
            packed = self._read(self.header["metadata_offset"], self.header["metadata_length"])
            found = json.loads(unpacked(packed) or b"{}")
        except BROKEN:
            raise BadArchive("what it tells of itself is broken") from None
        return found if isinstance(found, dict) else {}

    def _try_first_tile(self) -> None:
        try:
            entries = self._directory(self.header["root_offset"], self.header["root_length"])
            body = self._find(entries[0].tile_id) if entries else b""
        except BROKEN:
            raise BadArchive("it is broken inside") from None
        if not body:
            raise BadArchive("it holds no tiles")
        if kind_of(body) != KINDS[self.header["tile_type"]]:
            raise BadArchive("its tiles are not what it says they are")

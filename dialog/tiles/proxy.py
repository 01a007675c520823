"""Tiles of another server, kept for a month."""

from pathlib import Path

from dialog.tiles.flights import Flights
from dialog.tiles.grid import Tile
from dialog.tiles.source import Wms, Xyz
from dialog.tiles.store import A_DAY, LARGEST, Kept, Store
from dialog.tiles.upstream import Unreachable, Upstream

FRESH = 30 * A_DAY  # seconds


class Proxy:
    """Gives tiles out of a folder, and fetches what is not there or has grown old."""

    def __init__(self, source: Xyz | Wms, folder: Path, *, largest: int = LARGEST) -> None:
        self.upstream, self.store = Upstream(source), Store(folder, largest=largest)
        self._flights: Flights[bytes] = Flights()
        self._name = repr(source)  # another source's tiles are other tiles

    def get(self, tile: Tile) -> bytes | None:
        """The tile; None when its server has none there. Raises Unreachable."""
        return self._flights.run(tile, lambda: self._get(tile)) or None

    def _get(self, tile: Tile) -> bytes:
        key = f"{self._name} {tile.z}/{tile.x}/{tile.y}"
        kept = self.store.find(key)
        return kept.body if kept and kept.age < FRESH else self._fetch(tile, key, kept)

    def _fetch(self, tile: Tile, key: str, kept: Kept | None) -> bytes:
        try:
            answer = self.upstream.ask(tile, etag=kept.etag if kept else "")
        except Unreachable:
            if kept is None:
                raise
            return kept.body  # an old map is better than none
        if answer is None and kept:
            self.store.renew(key)
            return kept.body
        body = answer.body if answer else b""
        self.store.keep(key, body, answer.etag if answer else "")
        return body

"""Tiles that were fetched before, in files; those not asked for in a long time make room for others."""

import logging
import os
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

LARGEST = 200 * 1024 * 1024  # bytes of all tiles together
A_DAY = 86_400  # seconds
_SHARE = 50  # room is made each time that this part of it has been written: a few processes may share a folder
_LEAVE = 0.8  # of the room stays in use then

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Kept:
    """A tile as it was fetched. An empty body: its server has none there."""

    body: bytes
    etag: str
    age: float  # seconds since it was fetched, or found to be still the same


class Store:
    """A folder of tiles. A file's time of change says when it was fetched, its time of access when last used.

    A disk that is full or can't be written costs speed, nothing else.
    """

    def __init__(self, folder: Path, *, largest: int = LARGEST) -> None:
        self.folder, self.largest = folder, largest
        self._lock = threading.Lock()
        self._written = largest  # bytes since room was last made; what earlier processes left is not known

    def find(self, key: str) -> Kept | None:
        path = self._path(key)
        try:
            etag, _, body = path.read_bytes().partition(b"\n")
            found = path.stat()
            now = time.time()
            if now - found.st_atime > A_DAY:  # once a day says enough about what is used
                os.utime(path, (now, found.st_mtime))
        except OSError:
            return None
        return Kept(body, etag.decode("latin-1"), now - found.st_mtime)

    def keep(self, key: str, body: bytes, etag: str) -> None:
        path = self._path(key)
        part = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
        line = etag.replace("\n", "").encode("latin-1", "ignore")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(line + b"\n" + body)
            part.replace(path)  # whole or not at all
        except OSError as error:
            log.warning("a map tile could not be kept: %s", error.strerror)
            return
        self._count(len(line) + len(body) + 1)

    def renew(self, key: str) -> None:
        """It is still the same at its server."""
        with suppress(OSError):
            os.utime(self._path(key))

    def _path(self, key: str) -> Path:
        name = sha256(key.encode()).hexdigest()
        return self.folder / name[:2] / name[2:]

    def _count(self, size: int) -> None:
        with self._lock:
            self._written += size
            if self._written < self.largest / _SHARE:
                return
            self._written = 0
        self._make_room()

    def _make_room(self) -> None:
        found = sorted(self._files())
        total = sum(size for _, size, _ in found)
        if total <= self.largest * (1 - 5 / _SHARE):
            return
        for _, size, path in found:
            if total <= self.largest * _LEAVE:
                return
            with suppress(OSError):
                os.unlink(path)
            total -= size

    def _files(self) -> Iterator[tuple[float, int, str]]:
        """(last used, bytes, path) of each; another process may be taking some away."""
        for folder in os.scandir(self.folder):
            for file in os.scandir(folder) if folder.is_dir() else ():
                with suppress(OSError):
                    found = file.stat()
                    yield found.st_atime, found.st_size, file.path

"""Asks the server that makes the tiles. It learns which tile, and nothing about who looks at it."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from threading import BoundedSemaphore
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from dialog.tiles.content import LARGEST, VECTORS, kind_of
from dialog.tiles.grid import Tile
from dialog.tiles.source import Wms, Xyz

PATIENCE = 4.0  # seconds that the server may be silent
LONGEST = 8.0  # seconds for a whole tile
AT_ONCE = 4  # tiles under way; the other threads of a process are for people's forms
QUEUE = 1.0  # seconds to wait for one's turn
TRIES = 3  # failures in a row, after which the server is left alone
REST = 15.0  # seconds
NONE_THERE = (204, 404, 410)
_SIZE = 65_536

log = logging.getLogger(__name__)


class Unreachable(Exception):
    """No tile could be had, though there may be one."""


@dataclass(frozen=True)
class Answer:
    """A tile; an empty body: there is none."""

    body: bytes
    etag: str = ""


class _SameServer(HTTPRedirectHandler):
    """Follows the server to other addresses of its own, never to another server."""

    def redirect_request(self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Request | None:
        here, there = urlsplit(req.full_url), urlsplit(newurl)
        if (here.scheme, here.netloc) != (there.scheme, there.netloc):
            return None
        return Request(newurl, headers=dict(req.header_items()), origin_req_host=req.origin_req_host)  # noqa: S310 - http(s) as before


class Upstream:
    """The one server that the setting names."""

    def __init__(self, source: Xyz | Wms, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.source, self._clock = source, clock
        self._opener = build_opener(_SameServer)
        self._opener.addheaders = []
        self._turns = BoundedSemaphore(AT_ONCE)
        self._failures, self._rests_until = 0, 0.0

    def ask(self, tile: Tile, *, etag: str = "") -> Answer | None:
        """The tile; None when it is still the one with this etag. Raises Unreachable."""
        if self._clock() < self._rests_until or not self._turns.acquire(timeout=QUEUE):
            raise Unreachable
        try:
            answer = self._answer(tile, etag)
        except (OSError, HTTPException, ValueError, Unreachable):
            self._note_failure()
            raise Unreachable from None
        finally:
            self._turns.release()
        self._failures = 0
        return answer

    def _answer(self, tile: Tile, etag: str) -> Answer | None:
        headers = {"User-Agent": "Dialog", "Accept": f"{VECTORS}, image/webp, image/png, image/jpeg"}
        if etag:
            headers["If-None-Match"] = etag
        request = Request(self.source.address_of(tile), headers=headers)  # noqa: S310 - http(s), read_source saw to it
        try:
            with self._opener.open(request, timeout=PATIENCE) as response:
                body = self._read(response)
                return Answer(body, response.headers.get("ETag") or "") if response.status == 200 else Answer(b"")
        except HTTPError as refusal:
            refusal.close()
            if refusal.code == 304 and etag:
                return None
            if refusal.code in NONE_THERE:
                return Answer(b"")
            raise

    def _read(self, response: HTTPResponse) -> bytes:
        """Raises Unreachable when it is too large, too slow or no tile."""
        if response.status in NONE_THERE:
            return b""
        body, until = b"", self._clock() + LONGEST
        while part := response.read1(_SIZE):
            body += part
            if len(body) > LARGEST or self._clock() > until:
                raise Unreachable
        kind = kind_of(body)
        if kind is None or (kind == VECTORS) is not self.source.is_vector:
            raise Unreachable
        return body

    def _note_failure(self) -> None:
        self._failures += 1
        if self._failures >= TRIES:
            self._rests_until = self._clock() + REST
            log.warning("the server of the base map does not give tiles; it is left alone for %d s", REST)

"""What a photo's own bytes say of it before a single pixel is decoded: its kind, size and parts. Pure.

Only as much of each format is read as that takes: the segments of JPEG (ITU T.81), the chunks of PNG (ISO 15948) and
of WebP (RFC 9649).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

JPEG, PNG, WEBP = "JPEG", "PNG", "WEBP"  # as Pillow calls them
_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # markers that begin a frame, with its height and width
_SCAN, _END = 0xDA, 0xD9
_ALONE = frozenset({0x01, *range(0xD0, 0xDA)})  # markers without a length
_MARKER = re.compile(rb"\xff+([^\xff])")
_AFTER_PIXELS = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")  # the next marker after the packed pixels of a scan
_MOST_PARTS = 50_000  # real photos have some thousands
_ANIMATED = 0b10  # a flag of VP8X


@dataclass(frozen=True)
class Header:
    """What the bytes claim; whether it is so shows when they are decoded."""

    kind: str  # JPEG, PNG or WEBP
    sizes: tuple[tuple[int, int], ...]  # (width, height) in pixels, each time that they are told
    scans: int = 1  # how often the decoder has to go through all the pixels
    is_animated: bool = False
    is_whole: bool = True  # it has an end


class NoHeader(ValueError):
    """The bytes do not begin as a JPEG, a PNG or a WebP."""


def read_header(data: bytes) -> Header:
    """Raises NoHeader."""
    for is_it, read in _READERS:
        if is_it(data):
            return read(data)
    raise NoHeader


def _read_jpeg(data: bytes) -> Header:
    sizes, scans, last = [], 0, 0
    for marker, start, end in islice(_segments(data), _MOST_PARTS):
        last = marker
        if marker in _FRAMES and end - start >= 5:
            sizes.append((_big(data, start + 3, 2), _big(data, start + 1, 2)))
        scans += marker == _SCAN
    return Header(JPEG, tuple(sizes), scans, is_whole=last == _END)


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """(marker, start, end) of what each marker brings with it, until the end of the picture or of the bytes."""
    at = 2
    while found := _MARKER.match(data, at):
        marker, at = found[1][0], found.end()
        length = 0 if marker in _ALONE else max(2, _big(data, at, 2))
        yield marker, at + 2, min(at + length, len(data))
        if marker == _END:
            return
        at += length
        if marker == _SCAN:
            after = _AFTER_PIXELS.search(data, at)
            at = after.start() if after else len(data)


def _read_png(data: bytes) -> Header:
    sizes, types = [], []
    for name, start, end in islice(_chunks(data, len(_PNG_SIGNATURE), name_first=False), _MOST_PARTS):
        types.append(name)
        if name == b"IHDR" and end - start >= 8:
            sizes.append((_big(data, start, 4), _big(data, start + 4, 4)))
        if name == b"IEND":
            break
    is_whole = types[-1:] == [b"IEND"] and types[0] == b"IHDR"
    return Header(PNG, tuple(sizes), is_animated=b"acTL" in types, is_whole=is_whole)


def _read_webp(data: bytes) -> Header:
    sizes, is_animated, end = [], False, 12
    for name, start, end in islice(_chunks(data, 12, name_first=True), _MOST_PARTS):
        if size := _webp_size(name, data[start : min(start + 16, end)]):
            sizes.append(size)
        flags = data[start] if name == b"VP8X" and end > start else 0
        is_animated |= name in (b"ANIM", b"ANMF") or bool(flags & _ANIMATED)
        if end >= _little(data, 4, 4) + 8:
            break
    is_whole = len(data) >= _little(data, 4, 4) + 8
    return Header(WEBP, tuple(sizes), is_animated=is_animated, is_whole=is_whole)


def _webp_size(name: bytes, begins: bytes) -> tuple[int, int] | None:
    if name == b"VP8X" and len(begins) >= 10:
        return _little(begins, 4, 3) + 1, _little(begins, 7, 3) + 1
    if name == b"VP8L" and len(begins) >= 5:
        bits = _little(begins, 1, 4)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if name == b"VP8 " and len(begins) >= 10:
        return _little(begins, 6, 2) & 0x3FFF, _little(begins, 8, 2) & 0x3FFF
    return None


def _chunks(data: bytes, at: int, *, name_first: bool) -> Iterator[tuple[bytes, int, int]]:
    """(name, start, end) of chunks that lie wholly in the bytes: PNG puts the length first, WebP the name."""
    while at + 8 <= len(data):
        name = data[at : at + 4] if name_first else data[at + 4 : at + 8]
        length = _little(data, at + 4, 4) if name_first else _big(data, at, 4)
        start, end = at + 8, at + 8 + length
        if end > len(data):
            return
        yield name, start, end
        at = end + length % 2 if name_first else end + 4  # a byte that makes it even; a checksum


def _big(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(data[at : at + length], "big")


def _little(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(data[at : at + length], "little")


_READERS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes], Header]], ...] = (
    (lambda data: data.startswith(b"\xff\xd8\xff"), _read_jpeg),
    (lambda data: data.startswith(_PNG_SIGNATURE), _read_png),
    (lambda data: data.startswith(b"RIFF") and data[8:12] == b"WEBP", _read_webp),
)

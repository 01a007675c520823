"""What the bytes of a tile are: an image or vectors, and nothing else is passed on. Pure."""

import zlib

LARGEST = 1024 * 1024  # bytes of a tile as it comes
LARGEST_UNPACKED = 8 * 1024 * 1024
VECTORS = "application/vnd.mapbox-vector-tile"
_GZIP = b"\x1f\x8b"
_IMAGES = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))
_LAYER = b"\x1a"  # a vector tile is a protobuf message of layers, field 3


def kind_of(body: bytes) -> str | None:
    """The media type of a tile, told by its own bytes; None for anything that is not one."""
    for start, kind in _IMAGES:
        if body.startswith(start):
            return kind
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return "image/webp"
    return VECTORS if unpacked(body, most=1) == _LAYER else None


def is_packed(body: bytes) -> bool:
    return body.startswith(_GZIP)


def unpacked(body: bytes, *, most: int = LARGEST_UNPACKED) -> bytes:
    """The first `most` bytes without their gzip, if they have one; nothing when it is broken."""
    if not is_packed(body):
        return body[:most]
    try:
        return zlib.decompressobj(wbits=31).decompress(body, most)
    except zlib.error:
        return b""

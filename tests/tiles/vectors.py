"""Small vector tiles, written by hand (Mapbox Vector Tile 2.1): enough to see that they are drawn."""

from collections.abc import Sequence

EXTENT = 4096
POINT, LINE, POLYGON = 1, 2, 3
Corners = Sequence[tuple[int, int]]  # within a tile, 0 … EXTENT from its north-western corner


def vector_tile(layers: dict[str, tuple[int, Corners, str]]) -> bytes:
    """A tile of one feature a layer: name of the layer -> (kind, corners, its own name)."""
    return b"".join(_field(3, _layer(name, *feature)) for name, feature in layers.items())


def _layer(name: str, kind: int, corners: Corners, called: str) -> bytes:
    feature = _field(2, _varint(0) + _varint(0)) + _number(3, kind) + _field(4, _geometry(kind, corners))
    return (
        _number(15, 2)
        + _field(1, name.encode())
        + _field(2, feature)
        + _field(3, b"name")
        + _field(4, _field(1, called.encode()))
        + _number(5, EXTENT)
    )


def _geometry(kind: int, corners: Corners) -> bytes:
    numbers, here = [_command(1, 1)], (0, 0)
    for place, corner in enumerate(corners):
        if place == 1:
            numbers.append(_command(2, len(corners) - 1))
        numbers += [_zigzag(corner[0] - here[0]), _zigzag(corner[1] - here[1])]
        here = corner
    if kind == POLYGON:
        numbers.append(_command(7, 1))
    return b"".join(_varint(number) for number in numbers)


def _command(which: int, times: int) -> int:
    return which | times << 3


def _zigzag(number: int) -> int:
    return number << 1 if number >= 0 else (-number << 1) - 1


def _field(number: int, content: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(content)) + content


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _varint(number: int) -> bytes:
    written = bytearray()
    while number > 0x7F:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*written, number])

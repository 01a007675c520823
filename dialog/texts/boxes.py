"""Rectangles of a photo in which somebody may be recognised. Pure."""

from collections.abc import Iterable, Sequence
from typing import TypedDict

FACE, PLATE, BY_HAND = "face", "plate", "by_hand"
_SAME = 0.3  # two boxes that share so much of the smaller one are one


class Box(TypedDict):
    """Pixels from the left and from the top; `kind` is FACE, PLATE or BY_HAND."""

    left: int
    top: int
    width: int
    height: int
    kind: str


def make_box(left: float, top: float, width: float, height: float, kind: str) -> Box:
    return Box(left=round(left), top=round(top), width=round(width), height=round(height), kind=kind)


def scaled(box: Box, times: float) -> Box:
    """The same place in a picture that is so many times as large."""
    return make_box(box["left"] * times, box["top"] * times, box["width"] * times, box["height"] * times, box["kind"])


def mirrored(box: Box, width: int) -> Box:
    """The same place in a picture, `width` wide, that is turned over sideways."""
    return make_box(width - box["left"] - box["width"], box["top"], box["width"], box["height"], box["kind"])


def enlarged(box: Box, share: float) -> Box:
    """Wider on each side by a share of its width, and higher likewise."""
    across, down = box["width"] * share, box["height"] * share
    return make_box(
        box["left"] - across, box["top"] - down, box["width"] + 2 * across, box["height"] + 2 * down, box["kind"]
    )


def clipped(box: Box, width: int, height: int) -> Box | None:
    """The part that lies in a picture of this size; None when there is none."""
    left, top = max(0, box["left"]), max(0, box["top"])
    right, bottom = min(width, box["left"] + box["width"]), min(height, box["top"] + box["height"])
    if left >= right or top >= bottom:
        return None
    return make_box(left, top, right - left, bottom - top, box["kind"])


def merged(boxes: Iterable[Box]) -> list[Box]:
    """Boxes that largely lie in one another become one that holds both, of the kind of the larger."""
    apart: list[Box] = []
    for box in sorted(boxes, key=_size, reverse=True):
        one = box
        while (other := next((other for other in apart if _shared(one, other) > _SAME), None)) is not None:
            apart.remove(other)
            one = _around(other, one)
        apart.append(one)
    return sorted(apart, key=lambda box: (box["top"], box["left"]))


def of_squares(squares: Iterable[tuple[int, int]], *, columns: int, rows: int, width: int, height: int) -> list[Box]:
    """Boxes over the chosen squares, (column, row) from 0, of a grid over a picture of `width` times `height` pixels.

    Squares side by side become one box, and so do equal rows of them below each other.
    """
    lanes: list[tuple[int, int, int, int]] = []  # first and last column, first and last row
    for first, last, row in _runs(sorted(set(squares), key=lambda square: (square[1], square[0]))):
        above = next((lane for lane in lanes if (lane[0], lane[1], lane[3]) == (first, last, row - 1)), None)
        if above:
            lanes.remove(above)
        lanes.append((first, last, above[2] if above else row, row))
    edges_x = [column * width // columns for column in range(columns + 1)]
    edges_y = [row * height // rows for row in range(rows + 1)]
    return [
        make_box(
            edges_x[first],
            edges_y[top],
            edges_x[last + 1] - edges_x[first],
            edges_y[bottom + 1] - edges_y[top],
            BY_HAND,
        )
        for first, last, top, bottom in lanes
    ]


def _runs(squares: Sequence[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """(first column, last column, row) of squares side by side."""
    runs: list[tuple[int, int, int]] = []
    for column, row in squares:
        if runs and runs[-1][1:] == (column - 1, row):
            runs[-1] = (runs[-1][0], column, row)
        else:
            runs.append((column, column, row))
    return runs


def _size(box: Box) -> int:
    return box["width"] * box["height"]


def _shared(one: Box, other: Box) -> float:
    """How much of the smaller lies in the larger, 0 to 1."""
    across = min(one["left"] + one["width"], other["left"] + other["width"]) - max(one["left"], other["left"])
    down = min(one["top"] + one["height"], other["top"] + other["height"]) - max(one["top"], other["top"])
    return max(0, across) * max(0, down) / max(1, min(_size(one), _size(other)))


def _around(one: Box, other: Box) -> Box:
    left, top = min(one["left"], other["left"]), min(one["top"], other["top"])
    right = max(one["left"] + one["width"], other["left"] + other["width"])
    bottom = max(one["top"] + one["height"], other["top"] + other["height"])
    return make_box(left, top, right - left, bottom - top, max(one, other, key=_size)["kind"])

"""What a reviewer marks on a photo: squares of a grid laid over it, or boxes drawn on it."""

import re
from collections.abc import Iterable

from dialog.texts.boxes import BY_HAND, Box, clipped, make_box, of_squares

COLUMNS = "ABCDEF"
ROWS = "123456"
SQUARES = [column + row for row in ROWS for column in COLUMNS]  # in the order of reading
_MOST = 50  # boxes at once
_BOX = re.compile(r"(\d{1,5}),(\d{1,5}),(\d{1,5}),(\d{1,5})", re.ASCII)


def boxes_of_squares(names: Iterable[str], *, width: int, height: int) -> list[Box]:
    """Boxes over squares such as B3, in a photo of `width` times `height` pixels; what is no square marks nothing."""
    squares = [(COLUMNS.index(name[0]), ROWS.index(name[1])) for name in names if name in SQUARES]
    return of_squares(squares, columns=len(COLUMNS), rows=len(ROWS), width=width, height=height)


def boxes_drawn(written: Iterable[str], *, width: int, height: int) -> list[Box]:
    """The boxes in `left,top,width,height`, as far as they lie in the photo."""
    found = (_BOX.fullmatch(one) for one in list(written)[:_MOST])
    boxes = (make_box(*map(int, one.groups()), BY_HAND) for one in found if one)  # type: ignore[call-arg, arg-type]
    return [part for box in boxes if (part := clipped(box, width, height))]


def box_in_form(box: Box) -> str:
    """A box as `boxes_drawn` reads it."""
    return f"{box['left']},{box['top']},{box['width']},{box['height']}"

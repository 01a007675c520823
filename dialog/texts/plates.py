"""Finding number plates by their look: a row of dark letters on an even, light ground. Pure.

The cascade for plates knows them on dark cars and hardly sees them on white ones; this does not mind the car.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from dialog.texts.boxes import PLATE, Box, make_box

Grey = NDArray[np.uint8]  # rows of brightness, 0 to 255
Part = tuple[int, int, int, int]  # left, top, width, height of dark pixels that hang together

_NEIGHBOURHOODS = (15, 35, 91)  # pixels: darker than the mean around it is dark, for small, middling and large letters
_DARKER = 40  # by how much, of 255
_LETTER = 0.75  # width of a letter to its height; blurred ones hang together
_LETTERS = range(5, 10)  # on a plate, about


def find_light_plates(grey: Grey) -> list[Box]:
    """Boxes around rows of letters that look like those of a plate, with some margin."""
    return [box for size in _NEIGHBOURHOODS for row in _rows(_letters(grey, size)) for box in _plates(grey, row)]


def _letters(grey: Grey, size: int) -> list[Part]:
    """Parts as high as letters, and as wide as one or a few, from left to right."""
    dark = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, size, _DARKER)
    parts = cv2.connectedComponentsWithStats(dark, connectivity=8)[2][1:]  # the first is all that is light
    _left, _top, width, height, filled = parts.T
    is_one = (height >= 7) & (height <= 90) & (width >= 0.12 * height) & (width <= 3.2 * height)
    is_one &= (filled >= 0.2 * width * height) & (filled <= 0.95 * width * height)
    found = parts[is_one][:, :4]
    return [(int(left), int(top), int(w), int(h)) for left, top, w, h in found[np.argsort(found[:, 0])]]


def _rows(letters: list[Part]) -> list[list[Part]]:
    """Letters of one height, on one line and close to each other; each letter in one row."""
    rows: list[list[Part]] = []
    open_rows: list[list[Part]] = []
    for letter in letters:
        open_rows = [row for row in open_rows if letter[0] - _right(row[-1]) <= 1.3 * row[-1][3]]
        if row := next((row for row in open_rows if _goes_on(row[-1], letter)), None):
            row.append(letter)
        else:
            open_rows.append([letter])
            rows.append(open_rows[-1])
    return rows


def _goes_on(last: Part, letter: Part) -> bool:
    height = last[3]
    is_alike = abs(letter[3] - height) <= 0.2 * height and abs(letter[1] - last[1]) <= 0.25 * height
    return is_alike and letter[0] - _right(last) >= -0.1 * height


def _plates(grey: Grey, row: list[Part]) -> list[Box]:
    """A box, if the row has about as many letters as a plate and stands on its ground."""
    letters = sum(max(1, round(width / (_LETTER * height))) for _left, _top, width, height in row)
    left, right = row[0][0], max(map(_right, row))
    top, bottom = min(part[1] for part in row), max(part[1] + part[3] for part in row)
    height = bottom - top
    if len(row) < 3 or letters not in _LETTERS or not 3 <= (right - left) / height <= 8:
        return []
    if not _is_on_light_ground(grey[top:bottom, left:right]):
        return []
    return [make_box(left - 0.6 * height, top - 0.3 * height, right - left + 1.2 * height, 1.6 * height, PLATE)]


def _is_on_light_ground(inside: Grey) -> bool:
    ground = float(np.median(inside))
    is_even = float(inside[inside > ground - 30].std()) <= 32
    return ground >= 110 and is_even and float(np.percentile(inside, 10)) <= ground - 60


def _right(part: Part) -> int:
    return part[0] + part[2]

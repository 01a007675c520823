"""Faces and number plates are found, and blurred so that nothing brings them back."""

import numpy as np
import pytest
from PIL import Image, ImageFilter

from dialog.texts.boxes import Box
from dialog.texts.finding import find_faces_and_plates
from dialog.texts.photos import Ready, read_photo
from tests.texts.pictures import DARK, LARGEST, WHITE, a_place, as_bytes, opened, with_face, with_plate


def covers(box: Box, x: int, y: int) -> bool:
    return box["left"] <= x < box["left"] + box["width"] and box["top"] <= y < box["top"] + box["height"]


def ready_of(image: Image.Image) -> Ready:
    return read_photo(as_bytes(image, quality=92), largest=LARGEST)


def inside(image: Image.Image, box: Box) -> np.ndarray:
    left, top = box["left"], box["top"]
    return np.asarray(image.crop((left, top, left + box["width"], top + box["height"])).convert("L"), dtype=float)


def fine_detail(pixels: np.ndarray) -> float:
    """How much brightness changes from one pixel to the next."""
    return float(np.abs(np.diff(pixels, axis=0)).mean() + np.abs(np.diff(pixels, axis=1)).mean())


@pytest.mark.parametrize("size", [80, 200, 400])
def test_a_face_is_found_with_some_margin(size):
    boxes = ready_of(with_face(a_place(1200, 900), 300, 300, size)).boxes
    found = [box for box in boxes if box["kind"] == "face"]
    for x, y in ((0.5, 0.5), (0.37, 0.46), (0.63, 0.46), (0.5, 0.77)):  # nose, eyes, mouth
        assert any(covers(box, int(300 + x * size), int(300 + y * size)) for box in found)


@pytest.mark.parametrize(("car", "width"), [(DARK, 100), (DARK, 180), (DARK, 300), (WHITE, 180), (WHITE, 300)])
def test_a_number_plate_is_found_from_the_first_letter_to_the_last(car, width):
    boxes = ready_of(with_plate(a_place(1600, 1200), 600, 600, width, car=car)).boxes
    y = 600 + width // 10
    first, last = 600 + width // 6, 600 + width * 5 // 6
    assert any(covers(box, first, y) and covers(box, last, y) for box in boxes if box["kind"] == "plate")


def test_where_nobody_is_nothing_is_blurred():
    ready = ready_of(a_place(1200, 900))
    assert ready.boxes == [] and ready.image == ready.original


def test_a_blurred_face_is_not_found_again():
    ready = ready_of(with_face(a_place(1200, 900), 300, 300, 260))
    assert [box["kind"] for box in find_faces_and_plates(opened(ready.original))] == ["face"]
    assert find_faces_and_plates(opened(ready.image)) == []
    sharpened = opened(ready.image)
    for _ in range(5):
        sharpened = sharpened.filter(ImageFilter.UnsharpMask(20, 200, 0))
    assert not [box for box in find_faces_and_plates(sharpened) if box["kind"] == "face"]


def test_of_what_is_blurred_only_a_few_averages_are_left():
    ready = ready_of(with_plate(with_face(a_place(1600, 1200), 100, 100, 300), 900, 700, 300))
    before, after = opened(ready.original), opened(ready.image)
    assert {box["kind"] for box in ready.boxes} == {"face", "plate"}
    for box in ready.boxes:
        assert fine_detail(inside(after, box)) < 3
        assert fine_detail(inside(before, box)) > 1.5 * fine_detail(inside(after, box))


def test_two_plates_look_alike_when_they_are_blurred():
    one, other = (ready_of(with_plate(a_place(1600, 1200), 600, 600, 240, words)) for words in ("ABC 123", "KWX 78Z"))
    plate = next(box for box in one.boxes if box["kind"] == "plate")
    assert np.abs(inside(opened(one.original), plate) - inside(opened(other.original), plate)).mean() > 8
    assert np.abs(inside(opened(one.image), plate) - inside(opened(other.image), plate)).mean() < 8


def test_around_what_is_blurred_the_photo_stays_as_it_is():
    ready = ready_of(with_face(a_place(1200, 900), 300, 300))
    corner = (0, 0, 200, 200)
    before, after = (np.asarray(opened(data).crop(corner), dtype=float) for data in (ready.original, ready.image))
    assert np.abs(before - after).max() < 12

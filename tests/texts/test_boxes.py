"""Boxes on a photo: enlarged, cut at its edge, merged, and made of squares."""

from hypothesis import given
from hypothesis import strategies as st

from dialog.texts.boxes import FACE, PLATE, Box, clipped, enlarged, make_box, merged, mirrored, of_squares

squares = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)))


def area(box: Box) -> int:
    return box["width"] * box["height"]


def test_a_box_grows_on_every_side():
    assert enlarged(make_box(100, 100, 50, 20, FACE), 0.2) == make_box(90, 96, 70, 28, FACE)


def test_what_lies_outside_is_cut_off():
    assert clipped(make_box(-10, 90, 30, 30, FACE), 100, 100) == make_box(0, 90, 20, 10, FACE)
    assert clipped(make_box(100, 0, 30, 30, FACE), 100, 100) is None


def test_turned_over_twice_a_box_is_where_it_was():
    box = make_box(10, 20, 30, 40, FACE)
    assert mirrored(box, 100) == make_box(60, 20, 30, 40, FACE)
    assert mirrored(mirrored(box, 100), 100) == box


def test_boxes_of_the_same_thing_become_one_that_holds_both():
    assert merged([make_box(0, 0, 40, 40, FACE), make_box(10, 10, 50, 50, PLATE)]) == [make_box(0, 0, 60, 60, PLATE)]


def test_boxes_that_hardly_touch_stay_apart():
    apart = [make_box(0, 0, 40, 40, FACE), make_box(36, 0, 40, 40, FACE)]
    assert merged(apart) == apart


def test_squares_side_by_side_and_below_each_other_become_one_box():
    four = {(1, 2), (2, 2), (1, 3), (2, 3)}
    assert of_squares(four, columns=6, rows=6, width=600, height=300) == [make_box(100, 100, 200, 100, "by_hand")]


@given(squares, st.integers(6, 2000), st.integers(6, 2000))
def test_the_boxes_of_squares_cover_just_those_squares(chosen, width, height):
    boxes = of_squares(chosen, columns=6, rows=6, width=width, height=height)
    alone = [of_squares({one}, columns=6, rows=6, width=width, height=height)[0] for one in chosen]
    assert sum(map(area, boxes)) == sum(map(area, alone))
    assert all(clipped(box, width, height) == box for box in boxes)

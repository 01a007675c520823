"""Hiding words and showing them again."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.review.masking import (
    LABELS,
    NoSuchMask,
    NoSuchWords,
    UnknownLabel,
    apply_masks,
    find_spans,
    masked_text,
    merged,
    with_masks,
    without_mask,
)

NUMBER = "Ring 070-123 45 67 så berättar jag."


@st.composite
def masked_originals(draw):
    """A text, and masks anywhere in it, also overlapping and reaching beyond its end."""
    original = draw(st.text(max_size=60))
    edge = st.integers(0, len(original) + 5)
    spans = draw(st.lists(st.tuples(edge, edge, st.sampled_from(sorted(LABELS))), max_size=6))
    return original, [{"start": min(a, b), "end": max(a, b), "label": label} for a, b, label in spans]


@given(masked_originals())
def test_what_is_masked_is_not_in_the_output_and_everything_else_is(case):
    original, masks = case
    hidden = {place for mask in masks for place in range(mask["start"], mask["end"])}
    shown = "".join(letter for place, letter in enumerate(original) if place not in hidden)
    assert "".join(segment.words for segment in apply_masks(original, masks)) == shown


@given(masked_originals())
def test_segments_cover_the_text_in_order_and_without_gaps(case):
    original, masks = case
    segments = apply_masks(original, masks)
    edges = [0, *(segment.end for segment in segments)]
    assert [segment.start for segment in segments] == edges[:-1]
    assert edges[-1] == len(original)
    assert all(bool(segment.words) != bool(segment.label) for segment in segments)


@given(masked_originals())
def test_taking_every_mask_off_restores_the_original(case):
    original, masks = case
    left = merged(masks, len(original))
    while left:
        left, _label = without_mask(left, left[-1]["start"])
    assert masked_text(original, left) == original


@given(masked_originals())
def test_merged_masks_neither_overlap_nor_touch_and_hide_the_same(case):
    original, masks = case
    once = merged(masks, len(original))
    assert all(one["end"] < next["start"] for one, next in pairwise(once))
    assert merged(once, len(original)) == once
    assert masked_text(original, once) == masked_text(original, masks)


@given(st.text(min_size=1, max_size=40), st.text(max_size=20), st.text(max_size=20))
def test_words_that_stand_in_a_text_are_found_and_hidden(words, before, after):
    original = before + words + after
    if not words.split():
        with pytest.raises(NoSuchWords):
            find_spans(original, words)
        return
    spans = find_spans(original, words)
    assert spans and all(0 <= start < end <= len(original) for start, end in spans)


def test_a_phone_number_becomes_a_labelled_block():
    masks = with_masks(NUMBER, [], find_spans(NUMBER, "070-123 45 67"), "phone")
    assert masked_text(NUMBER, masks) == "Ring [phone number] så berättar jag."


def test_words_are_hidden_wherever_they_stand():
    original = "Karin bor här. Fråga Karin, inte Karins mamma."
    masks = with_masks(original, [], find_spans(original, "karin"), "name")
    assert masked_text(original, masks) == "[name] bor här. Fråga [name], inte Karins mamma."


def test_words_inside_others_are_found_when_they_stand_nowhere_else():
    assert find_spans("وكارين هنا", "كارين") == [(1, 6)]


def test_line_breaks_and_spaces_between_words_do_not_matter():
    assert find_spans("Storgatan\n 4", "storgatan 4") == [(0, 12)]


def test_words_that_are_not_there_are_refused():
    for words in ("Karin", "", "   "):
        with pytest.raises(NoSuchWords):
            find_spans(NUMBER, words)


def test_a_mask_that_touches_another_becomes_one_with_it():
    masks = with_masks("Karin Lind", [{"start": 0, "end": 6, "label": "name"}], [(6, 10)], "other")
    assert masks == [{"start": 0, "end": 10, "label": "name"}]


def test_a_label_nobody_knows_is_refused():
    with pytest.raises(UnknownLabel):
        with_masks(NUMBER, [], [(0, 4)], "secret")


def test_a_span_outside_the_text_is_refused():
    with pytest.raises(NoSuchWords):
        with_masks(NUMBER, [], [(0, 400)], "phone")


def test_a_mask_that_is_not_there_cannot_be_taken_off():
    with pytest.raises(NoSuchMask):
        without_mask([{"start": 3, "end": 6, "label": "name"}], 4)


def test_labels_can_be_said_in_another_language():
    masks = [{"start": 5, "end": 18, "label": "phone"}]
    assert masked_text(NUMBER, masks, say=lambda label: label.upper()) == "Ring [PHONE NUMBER] så berättar jag."

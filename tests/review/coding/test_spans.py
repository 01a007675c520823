"""Stretches of a text: sentences to choose among, and what forms send of them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dialog.review.coding.spans import joined, parts, read_spans, within, written
from dialog.review.masking import NoSuchWords


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Mörkt vid tunneln. Sätt upp en lampa!", ["Mörkt vid tunneln.", "Sätt upp en lampa!"]),
        ("Första raden\nandra raden", ["Första raden", "andra raden"]),
        ("هل تأتي الشرطة؟ لا.", ["هل تأتي الشرطة؟", "لا."]),
        ("Klockan 22.30 är det öde...", ["Klockan 22.30 är det öde..."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_text_falls_into_sentences_and_lines(text, sentences):
    assert [text[start:end] for start, end in parts(text)] == sentences


@given(some.text())
def test_sentences_hold_every_word_once_and_in_order(text):
    found = parts(text)
    assert "".join("".join(text[start:end] for start, end in found).split()) == "".join(text.split())
    assert all(one[1] <= other[0] for one, other in pairwise(found))


@given(some.text(min_size=1), some.data())
def test_what_a_form_sends_reads_back_as_the_span(text, data):
    start = data.draw(some.integers(0, len(text) - 1))
    end = data.draw(some.integers(start + 1, len(text)))
    assert read_spans([written((start, end))], text) == [(start, end)]


@pytest.mark.parametrize("sent", ["5-5", "7-3", "0-99", "-1-3", "a-b", "1", "1-2-3", "٣-٤x", "0-9999999999"])
def test_a_span_of_another_text_is_refused(sent):
    with pytest.raises(NoSuchWords):
        read_spans([sent], "Mörkt vid tunneln.")


def test_sentences_side_by_side_become_one_stretch():
    text = "Ett. Två. Tre. Fyra."
    one, two, three, four = parts(text)
    assert joined([two, one, four], text) == [(0, 9), four]
    assert joined([one, three], text) == [one, three]


def test_spans_of_words_that_are_destroyed_are_left_out():
    assert within([(0, 0), (3, 8), (3, 8), (9, 30)], 12) == [(3, 8), (9, 12)]
    assert within([(3, 8)], 0) == []

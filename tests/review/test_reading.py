"""A text as a reviewer reads it, and what is proposed to be hidden in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.review.reading import pieces
from dialog.review.suspects import Suspect, find_suspects

ORIGINAL = "Ring Karin på 070-123 45 67 om lampan."


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("070-123 45 67", "phone"),
        ("+46 70 123 45 67", "phone"),
        ("011-12 34 56", "phone"),
        ("karin.lind@example.se", "email"),
        ("19850709-9805", "personal_number"),
        ("8507099805", "personal_number"),
    ],
)
def test_numbers_and_addresses_of_a_plain_form_are_proposed(words, label):
    assert find_suspects(f"Hör av er: {words}. Tack!", []) == [Suspect(11, 11 + len(words), label)]


@pytest.mark.parametrize("words", ["kl 22.30", "linje 4", "den 12 maj 2026", "100 000 kronor", "Storgatan"])
def test_plain_numbers_are_not_proposed(words):
    assert find_suspects(f"Det gäller {words} varje dag", []) == []


def test_what_is_hidden_already_is_not_proposed():
    name = Suspect(5, 10, "name", sure=False)
    assert find_suspects(ORIGINAL, [(14, 27)]) == [name]
    assert find_suspects(ORIGINAL, [(14, 27), (5, 10)]) == []


def test_a_long_row_of_digits_takes_no_time():
    assert find_suspects("0" * 2_000 + "a@" * 500, []) == []


def test_coded_words_are_numbered_behind_their_last_piece():
    marked = pieces(ORIGINAL, [], [], [(5, 10), (5, 27)])
    assert [(piece.words, piece.numbers) for piece in marked if piece.numbers] == [
        ("Karin", (1,)),
        (" på 070-123 45 67", (2,)),
    ]


def test_coded_words_can_be_partly_hidden():
    marked = pieces(ORIGINAL, [{"start": 5, "end": 10, "label": "name"}], [], [(0, 13)])
    assert [(piece.words, piece.label, piece.is_coded) for piece in marked] == [
        ("Ring ", None, True),
        ("", "name", True),
        (" på", None, True),
        (" 070-123 45 67 om lampan.", None, False),
    ]


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 8)), max_size=4))
def test_pieces_are_the_whole_text_whatever_is_marked_in_it(original, lengths):
    spans = [(start, start + length) for start, length in lengths]
    suspects = [Suspect(start, end, "phone") for start, end in spans[:2]]
    assert "".join(piece.words for piece in pieces(original, [], suspects, spans)) == original

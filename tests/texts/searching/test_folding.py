"""Words as they are compared in a search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.texts.searching.folding import LONGEST_WORD, Question, fold, is_answered, question_of, seen_words


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Går på Älvgatan 2.", "gar pa alvgatan 2"),
        ("GÅRDEN\nö-området", "garden o omradet"),
        ("A\u030angstro\u0308m", "angstrom"),
        ("Straße", "strasse"),
        ("Rødgrød på Ærø", "rodgrod pa aro"),
        ("Łódź, İstanbul, ılık", "lodz istanbul ilik"),
        ("da'da ba’an", "dada baan"),
        ("السَّاحَةُ", "الساحه"),
        ("أحمد إلى آخر ٱلباب", "احمد الي اخر الباب"),
        ("مكـــتبة", "مكتبه"),
        ("کتابخانه‌ی", "كتابخانهي"),
        ("٠١٢٣ ۴۵۶ ７", "0123 456 7"),
        ("ትግርኛ፣ መብራህቲ።", "ትግርኛ መብራህቲ"),
        ("Ελλάς", "ελλασ"),
        ("snake_case ¤phone '\"*", "snake case phone"),
        (" \u200f\u2067 ", ""),
    ],
)
def test_words_are_folded_as_readers_expect(written, folded):
    assert fold(written) == folded


@given(st.text(max_size=200))
def test_folding_is_done_once_and_for_all(text):
    folded = fold(text)
    assert fold(folded) == folded
    assert all(word.isalnum() or word == word.strip() for word in folded.split(" "))
    assert "  " not in folded and all(len(word) <= LONGEST_WORD for word in folded.split())


@given(st.text(alphabet="aåäöAÅÄÖ لأاإآىيةه12٣", max_size=40))
def test_letters_with_and_without_dots_and_all_forms_of_a_letter_are_the_same(text):
    plain = str.maketrans("åäöÅÄÖأإآىة٣", "aaoAAOاااي" + "ه3")
    assert fold(text) == fold(text.translate(plain))


@pytest.mark.parametrize(
    ("written", "question"),
    [
        ("trasig lam", Question(("trasig",), "lam")),
        ("trasig lampa ", Question(("trasig", "lampa"))),
        ("lampa lampa", Question((), "lampa")),
        ("på a", Question(("pa", "a"))),
        ("!?", Question()),
    ],
)
def test_the_last_word_is_a_beginning_unless_it_is_finished_or_one_letter(written, question):
    assert question_of(written) == question
    assert bool(question) is bool(fold(written))


def test_all_words_must_stand_in_the_text_in_any_order():
    folded = fold("Lampan vid gångvägen är trasig.")
    assert is_answered(question_of("trasig lamp"), folded)
    assert not is_answered(question_of("lamp trasig "), folded)
    assert not is_answered(question_of("lamp vid"), folded)
    assert not is_answered(question_of("vagen"), folded)


def test_hidden_words_are_not_among_those_that_are_seen():
    masks = [{"start": 14, "end": 22, "label": "phone"}, {"start": 5, "end": 10, "label": "name"}]
    assert seen_words("Ring Karin på 070-1234 nu", masks) == "ring pa nu"
    assert seen_words("Ring Karin", [{"start": 0, "end": 99}]) == ""

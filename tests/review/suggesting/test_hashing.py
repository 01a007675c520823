"""Texts as hashed runs of letters: the same everywhere, and nothing of the words is left."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some
from sklearn.feature_extraction.text import TfidfVectorizer

from dialog.review.suggesting.hashing import FEATURES, _runs, bag_of, normal, weighted

WORDS = some.text("abcdefåäöشرطة ", min_size=1, max_size=40)


def test_the_hashes_of_a_text_never_change():
    """A model is read by other processes than the one that made it, and by later versions."""
    hashes, counts = bag_of("Mörkt!")
    assert (len(hashes), int(counts.sum()), int(hashes.sum())) == (18, 18, 271677)


@given(WORDS)
def test_runs_are_those_of_scikit_learn(text):
    theirs = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5)).build_analyzer()
    assert sorted(_runs(text)) == sorted(one for one in theirs(normal(text)) if one.strip() and len(one) > 1)


@given(some.text(max_size=200))
def test_any_text_has_hashes_in_order_each_once(text):
    hashes, counts = bag_of(text)
    assert np.all(np.diff(hashes) > 0) and np.all(counts >= 1)
    assert not len(hashes) or (hashes.min() >= 0 and hashes.max() < FEATURES)


@pytest.mark.parametrize(("one", "other"), [("Mörkt!", "mörkt"), ("70 km", "30 km"), ("مُظلِم", "مظلم"), ("ﬁn", "fin")])
def test_case_signs_digits_and_vowel_marks_make_no_difference(one, other):
    assert all(np.array_equal(a, b) for a, b in zip(bag_of(one), bag_of(other), strict=True))


def test_a_weighted_text_has_length_one_and_an_empty_one_stays_empty():
    rarity = np.full(FEATURES, 2.0, np.float32)
    hashes, counts = bag_of("Mörkt vid tunneln")
    assert np.linalg.norm(weighted(counts, rarity[hashes])) == pytest.approx(1, abs=1e-5)
    empty, none = bag_of("…")
    assert len(weighted(none, rarity[empty])) == 0

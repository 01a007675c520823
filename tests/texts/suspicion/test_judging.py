"""Which texts are held back: accusations of somebody who can be named, and suspicion of a concrete crime."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.texts.models import ACCUSATION, CRIME, PERSONAL, SUSPICIONS
from dialog.texts.personal.finder import find_personal
from dialog.texts.suspicion.judging import suspicion_of

LABELLED = [
    line.split("|", 2)
    for line in (Path(__file__).parent / "accusations.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("expected", "language", "text"), LABELLED)
def test_a_text_gives_rise_to_what_it_is_labelled_with(expected, language, text):
    found = find_personal(text, language=language)
    assert (suspicion_of(text, found) or "none") == expected


def test_all_nine_languages_and_all_suspicions_are_labelled():
    assert {language for _, language, _ in LABELLED} == {"sv", "en", "ar", "so", "fi", "fa", "uk", "pl", "ti"}
    assert {expected for expected, _, _ in LABELLED} == {"none", *SUSPICIONS}
    assert (PERSONAL, ACCUSATION, CRIME) == SUSPICIONS


@given(st.text(max_size=200))
def test_whatever_is_written_it_is_one_of_the_suspicions_or_none(text):
    assert suspicion_of(text, find_personal(text, language=None)) in (None, *SUSPICIONS)


def test_a_hundred_thousand_characters_are_read_through():
    text = "Han slår. Karin säljer knark! " * 3_400
    assert suspicion_of(text, find_personal(text, language="sv")) == ACCUSATION

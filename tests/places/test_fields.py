"""What can be chosen about a place: whole, trilingual, with ids that can stand in a form."""

import re

import pytest

from dialog.places import fields

LISTS = {
    "FEELINGS": 3,
    "KINDS": 12,
    "CAUSES": 14,
    "STRENGTHS": 6,
    "TIMES": 8,
    "SEASONS": 5,
    "FREQUENCIES": 4,
    "AFFECTED": 6,
    "CONSEQUENCES": 3,
    "REMEDIES": 11,
}


@pytest.mark.parametrize("name", LISTS)
def test_every_choice_has_words_in_swedish_english_and_arabic(name):
    for words in getattr(fields, name).values():
        assert words.keys() == {"sv", "en", "ar"}
        assert all(words.values())


@pytest.mark.parametrize(("name", "number"), LISTS.items())
def test_no_choice_is_missing_or_there_twice(name, number):
    choices = getattr(fields, name)
    assert len(choices) == number
    for tag in ("sv", "en", "ar"):
        assert len({words[tag] for words in choices.values()}) == number


@pytest.mark.parametrize("name", LISTS)
def test_ids_are_english_slugs(name):
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", id) for id in getattr(fields, name))


def test_the_lists_checked_here_are_all_there_are():
    assert {name for name in vars(fields) if name.isupper()} == LISTS.keys()


@pytest.mark.parametrize("name", ["KINDS", "CAUSES", "STRENGTHS", "REMEDIES"])
def test_whoever_finds_nothing_that_fits_can_choose_something_else_last(name):
    assert list(getattr(fields, name))[-1] == "other"

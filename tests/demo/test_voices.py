"""What the people of the demonstration say."""

import re
from collections import Counter

import pytest

from dialog.demo.accounts import SPOTS
from dialog.demo.land import DISTRICTS
from dialog.demo.voices.everything import OFTEN, ONCE
from dialog.demo.voices.sayings import ANYWHERE, read_sayings
from dialog.review.codebook.book import STANCES
from dialog.review.codebook.shipped import SHIPPED
from dialog.review.masking import LABELS, find_spans
from dialog.texts.cleaning import clean_text

FICTION = re.compile(r"070-174 06 (0[5-9]|[1-9]\d)")  # a series that nobody has (PTS, numbers for fiction)
SAYINGS = [*ONCE, *OFTEN]


def test_sayings_are_many_in_every_language():
    said = Counter(saying.language for saying in {saying.text: saying for saying in SAYINGS}.values())
    assert said["sv"] >= 150
    assert said["en"] >= 35
    assert said["ar"] >= 40
    assert min(said["so"], said["fa"], said["fi"]) >= 12


def test_nothing_is_said_twice_unless_it_is_meant():
    assert [text for text, times in Counter(saying.text for saying in SAYINGS).items() if times > 1] == []


def test_codes_labels_places_and_spots_are_known():
    for saying in SAYINGS:
        assert all(SHIPPED.code(code) and stance in STANCES for code, stance in saying.codes)
        assert all(label in LABELS and find_spans(saying.text, words) for label, words in saying.hidden)
        assert saying.area in (*DISTRICTS, ANYWHERE)
        assert bool(saying.spot) == (saying.question in ("what", "help"))
        assert not saying.spot or SPOTS[saying.spot].area == saying.area


def test_sayings_are_written_as_they_are_kept():
    assert [saying.text for saying in SAYINGS if saying.text != clean_text(saying.text)] == []


def test_every_telephone_number_is_one_that_nobody_has_and_is_hidden():
    for saying in SAYINGS:
        numbers = re.findall(r"07\d[\d -]{6,}\d", saying.text)
        assert all(FICTION.fullmatch(number) for number in numbers)
        assert numbers == [words for label, words in saying.hidden if label == "phone"]


def test_words_to_hide_stand_in_no_text_that_may_be_quoted():
    assert [saying.text for saying in SAYINGS if saying.hidden and "quote" in saying.flags] == []


def test_a_saying_is_read_with_all_that_is_known_of_it():
    (saying,) = read_sayings("sv", "\n[norrby Q3 T9.lighting=strength mask group7]\nRing\n{name:Ada}!\n")
    assert (saying.text, saying.question, saying.area) == ("Ring Ada!", "Q3", "norrby")
    assert saying.codes == (("T9.lighting", "strength"),)
    assert saying.hidden == (("name", "Ada"),)
    assert saying.group_size == 7


def test_a_line_without_a_question_is_refused():
    with pytest.raises(ValueError, match=r"\[norrby T1\]"):
        read_sayings("sv", "[norrby T1]\nHej.")

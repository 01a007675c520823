"""The codebook: whole, trilingual, and strict about its ids."""

import re
from collections import Counter

import pytest

from dialog.review.codebook.book import STANCES, Codebook, UnknownCode, stance_text
from dialog.review.codebook.shipped import SHIPPED
from dialog.survey.default_experience import PROBLEMS


def test_every_code_and_stance_has_words_in_swedish_english_and_arabic():
    for words in [*(stance_text(one) for one in STANCES), *(code.text for code in SHIPPED.codes)]:
        assert words.keys() == {"sv", "en", "ar"}
        assert all(words.values())


def test_there_are_twelve_topics_with_five_subcodes_each():
    assert [topic.id for topic in SHIPPED.topics()] == [f"T{number}" for number in range(1, 13)]
    assert {len(SHIPPED.under(topic.id)) for topic in SHIPPED.topics()} == {5}


def test_no_code_and_no_label_is_there_twice():
    assert max(Counter(code.id for code in SHIPPED.codes).values()) == 1
    for tag in ("sv", "en", "ar"):
        assert max(Counter((code.parent, code.text[tag]) for code in SHIPPED.codes).values()) == 1


def test_an_id_is_a_topic_or_an_english_slug_under_one():
    topics = {topic.id for topic in SHIPPED.topics()}
    for code in SHIPPED.codes:
        assert re.fullmatch(r"T\d+(\.[a-z]+(_[a-z]+)*)?", code.id)
        assert code.parent is None or (code.parent in topics and code.id.startswith(f"{code.parent}."))


def test_a_subcode_counts_towards_its_topic_and_a_topic_towards_itself():
    assert SHIPPED.topic("T9.lighting").id == "T9"
    assert SHIPPED.topic("T9").id == "T9"


@pytest.mark.parametrize("id", ["T13", "T1.", "lighting", "", "t1"])
def test_a_code_that_is_not_in_the_book_is_unknown(id):
    with pytest.raises(UnknownCode):
        SHIPPED.code(id)


def test_an_empty_codebook_knows_no_code():
    with pytest.raises(UnknownCode):
        Codebook(1, ()).topic("T1")


def test_the_problems_residents_rate_are_topics_of_the_codebook():
    assert [problem.id for problem in PROBLEMS] == [topic.id for topic in SHIPPED.topics()][:10]


def test_a_stance_is_a_problem_a_strength_or_a_proposal():
    assert list(STANCES) == ["problem", "strength", "proposal"]

"""Sentences that rules made: plain English where nobody asks, the page's language on a page."""

import pytest

from dialog.languages import Sentence, several
from dialog.web.sentences import whole, worded


def test_a_sentence_is_its_english_text_and_knows_its_parts():
    one = Sentence("%(file)s holds %(lines)s lines.", file="a.csv", lines=1200)
    assert (one, one.msgid, one.values["lines"]) == (
        "a.csv holds 1,200 lines.",
        "%(file)s holds %(lines)s lines.",
        1200,
    )


def test_a_sentence_that_counts_has_two_forms():
    assert [several("%(number)s row.", "%(number)s rows.", number) for number in (0, 1, 1066)] == [
        "0 rows.",
        "1 row.",
        "1,066 rows.",
    ]


@pytest.fixture
def in_swedish(app):
    with app.test_request_context("/sv/"):
        yield


@pytest.mark.usefixtures("in_swedish")
def test_a_page_says_numbers_and_the_names_of_fields_in_its_own_way():
    said = Sentence(
        "%(number)s of %(kind)s: %(inner)s", number=1066, kind="deso", inner=several("%(number)s a", "%(number)s b", 2)
    )
    assert worded(said, {"deso": "DeSO", "2 b": "no"}) == "1\xa0066 of DeSO: 2 b"
    assert worded("as it is") == "as it is"


@pytest.mark.usefixtures("in_swedish")
def test_a_file_may_be_called_as_a_kind_is():
    assert worded(Sentence("%(file)s is %(kind)s", file="deso", kind="deso"), {"deso": "DeSO"}) == "deso is DeSO"


@pytest.mark.usefixtures("in_swedish")
def test_a_reason_becomes_a_sentence_of_its_own():
    assert whole("it lies nowhere at all") == "It lies nowhere at all."

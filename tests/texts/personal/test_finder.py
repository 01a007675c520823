"""Where finds stand, in every script and with every digit, and that nothing a text holds makes it slow."""

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.texts.personal.finder import find_personal
from dialog.texts.personal.folding import fold
from dialog.texts.personal.found import KINDS, Found, without_overlaps
from dialog.texts.personal.names.places import prepare_places

ARABIC, PERSIAN, FULL_WIDTH = (
    str.maketrans("0123456789", "".join(chr(zero + digit) for digit in range(10))) for zero in (0x660, 0x6F0, 0xFF10)
)
NUMBERS = {"070-174 06 05": "phone", "+46 70 174 06 05": "phone", "850709-9805": "personal_number"}


def words(text: str, **more: object) -> list[tuple[str, str]]:
    found = find_personal(text, **({"language": "sv"} | more))  # type: ignore[arg-type]
    return [(one.kind, text[one.start : one.end]) for one in found]


@pytest.mark.parametrize("digits", [ARABIC, PERSIAN, FULL_WIDTH])
@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_is_found_where_it_stands_whatever_its_digits(number, digits):
    written = number.translate(digits)
    assert words(f"👍🏽 İ ßß \u200f{written}\u200e, tack") == [(NUMBERS[number], written)]


def test_ethiopic_digits_and_words_around_a_name_in_social_media():
    assert words("ኢንስታግራም: selam_27 እዩ", language="ti") == [("handle", "selam_27")]
    assert fold("፩፪፫፱") == "1239"


@given(st.text(max_size=200) | st.text(alphabet="07-+@. aKn/:ابم١", max_size=200))
def test_finds_lie_within_the_text_in_order_and_apart(text):
    found = find_personal(text, language=None)
    edges = [edge for one in found for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(0 <= one.start < one.end <= len(text) and one.kind in KINDS for one in found)


@given(st.text(max_size=300))
def test_folding_keeps_every_character_in_its_place(text):
    assert len(fold(text)) == len(text)


@given(
    st.lists(st.lists(st.builds(lambda at, long: Found(at, at + long, "name"), st.integers(0, 60), st.integers(1, 9))))
)
def test_of_finds_that_overlap_the_one_of_the_earlier_group_stands(groups):
    kept = without_overlaps(groups)
    assert all(one.end <= other.start for one, other in pairwise(kept))
    for one in groups[0] if groups else []:
        assert any(other.start < one.end and one.start < other.end for other in kept)


@pytest.mark.parametrize(
    "piece",
    [
        *("0", "0123456789", "+", "+46 70", "a@", "@", "a.", "a.b.@c.", "[at] ", "a (at) ", "0 7 ", "07/", "(0"),
        *("A", "Karin ", "Karin Lind ", "Karin och ", "von ", "A. ", "St. ", "heter karin ", "a-", "a'", "K'"),
        *(
            "Storgatan 1",
            "gatan 1 ",
            "1 Aa Bb Cc ",
            "lgh ",
            "kod: 12",
            "ABC 12",
            "bil abc 123 ",
            "snap: a.",
            "insta_a ",
        ),
        *("instagram.com/", "https://", " ", "\n", "شارع ا ", "محمد ", "و", "ابو ", "\u064b", "ም", "İ", "Mikollesta "),
    ],
)
def test_a_hundred_thousand_characters_of_anything_are_read_through(piece):
    text = (piece * (100_000 // len(piece) + 1))[:100_000]
    assert all(one.end <= len(text) for one in find_personal(text, language="fi"))


def test_a_name_that_is_a_place_around_here_is_none():
    text = "Vid Ulrika är det mörkt, och Karl Dahl centrum är värre."
    assert ("name", "Ulrika") in words(text)
    assert words(text, places=["Ulrika", "Karl Dahl centrum"]) == []
    assert words("Min granne Ulrika Lind såg det.", places=prepare_places(["Ulrika"])) == [("name", "Ulrika Lind")]


@pytest.mark.parametrize(
    "text",
    [
        *("Viktoriagatan och Karl Johans gata", "Elsa Brändströms skola", "Sankt Lars park", "på Kristinas torg"),
        *("organisationsnummer 556016-0680", "den 2024-05-12 18:30", "07.00-22.00 alla dagar", "0771-11 14 00"),
        *("väg 34 och E4", "Riksväg 40", "på Storgatan 20 ungdomar", "BUS 123", "Rum 204", "diarienummer 2025/0412-17"),
        *(
            "Per person 150 kr",
            "Stig av bussen",
            "Maj månad",
            "ring 112 eller 114 14",
            "@polisen_norrby",
            "skriv @ här",
        ),
    ],
)
def test_what_only_looks_like_it_is_left_alone(text):
    assert words(text) == []


def test_a_personal_number_with_a_wrong_check_digit_is_found_but_not_sure():
    assert [(one.kind, one.sure) for one in find_personal("850709-9806", language="sv")] == [("personal_number", False)]


def test_names_are_read_only_when_they_are_needed():
    code = "import sys, dialog.texts.personal.finder as f; from dialog.texts.personal.names.lists import lists;"
    code += "assert lists.cache_info().currsize == 0; f.find_personal('Karin', language='sv');"
    code += "assert lists.cache_info().currsize == 1 and 'faker' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)

"""Finding a name however it was written."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dialog.areas.names.folding import fold
from dialog.areas.names.search import ALIKE, BEGINS_WITH, HAS_WORDS, SAME, Name, NameIndex

CENTRE, NORTH, ELSEWHERE = 1, 2, 3
STREETS = (
    *("Storgatan", "Stora torget", "Norra Kyrkogatan", "Älvgatan", "Kyrkvägen", "Örnvägen", "Åsgränd", "Kvarngatan"),
    *("Drottninggatan", "Idrottsvägen", "Vallagatan", "Skolstigen", "Fridhemsplan", "S:t Olofs väg", "Caféstigen"),
)
NAMES = [Name(number, [text], CENTRE) for number, text in enumerate(STREETS, start=1)]
AREAS = {CENTRE: ("Centrum", "Provby"), NORTH: ("Norrby", "Provby"), ELSEWHERE: ("Annanstans",)}
INDEX = NameIndex(NAMES, AREAS)
LETTERS = st.sampled_from("abcdefghijklmnopqrstuvxyzåäö")


def found(asked: str, index: NameIndex = INDEX) -> list[str]:
    return [hit.spelling for hit in index.search(asked)]


def index_of(*texts: str) -> NameIndex:
    return NameIndex([Name(number, [text]) for number, text in enumerate(texts, start=1)])


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("storgatan", "Storgatan"),
        ("STORGATAN", "Storgatan"),
        ("stor", "Storgatan"),
        ("algatan", "Älvgatan"),
        ("alvgatan", "Älvgatan"),
        ("aelvgatan", "Älvgatan"),
        ("oernvaegen", "Örnvägen"),
        ("aasgrand", "Åsgränd"),
        ("cafestigen", "Caféstigen"),
        ("sotrgatan", "Storgatan"),
        ("strogata", "Storgatan"),
        ("drotninggattan", "Drottninggatan"),
        ("kyrkogatan norra", "Norra Kyrkogatan"),
        ("n. kyrkogatan", "Norra Kyrkogatan"),
        ("n kyrkog", "Norra Kyrkogatan"),
        ("norrakyrkogatan", "Norra Kyrkogatan"),
        ("stor gatan", "Storgatan"),
        ("drottningg.", "Drottninggatan"),
        ("idrottsv.", "Idrottsvägen"),
        ("sankt olofs väg", "S:t Olofs väg"),
        ("st olof", "S:t Olofs väg"),
        ("torget", "Stora torget"),
        ("hemsplan", "Fridhemsplan"),
        ("storgatan 12", "Storgatan"),
        ("vid skolstigen i centrum", "Skolstigen"),
    ],
)
def test_a_street_is_found_however_it_is_written(asked, name):
    assert found(asked)[0] == name


def test_the_same_stands_before_a_beginning_before_words_before_what_is_alike():
    index = index_of("Stortorg", "Lilla Stortorget", "Stortorget", "Stortorgets café", "Stortorgen")
    hits = index.search("stortorget")
    assert [hit.spelling for hit in hits[:3]] == ["Stortorget", "Stortorgets café", "Lilla Stortorget"]
    assert [hit.how for hit in hits] == [SAME, BEGINS_WITH, HAS_WORDS, ALIKE, ALIKE]


def test_of_names_alike_those_of_the_round_stand_first_and_a_better_find_stands_before_them():
    index = NameIndex(
        [Name(1, ["Skolgatan"], ELSEWHERE), Name(2, ["Skolgatan"], NORTH), Name(3, ["Skolga"], ELSEWHERE)], AREAS
    )
    first = index.inside({CENTRE, NORTH})
    assert [hit.id for hit in index.search("skolgatan", first=first)] == [2, 1]
    assert index.search("skolga", first=first)[0].id == 3


def test_a_word_may_say_which_namesake_is_meant():
    index = NameIndex(
        [Name(1, ["Skolgatan"], CENTRE), Name(2, ["Skolgatan"], NORTH), Name(3, ["Norrbygatan"], NORTH)], AREAS
    )
    assert index.search("skolgatan norrby")[0].id == 2
    assert index.search("norrby, skolgatan")[0].id == 2
    assert [hit.id for hit in index.search("norrby")] == [3], "an area alone is no name"


def test_houses_stand_after_their_street_unless_a_number_is_asked_for():
    houses = [Name(number, [f"Storgatan {number}"], is_detail=True) for number in range(1, 20)]
    index = NameIndex([*houses, Name(99, ["Storgatan norra"])])
    assert found("storgatan", index)[0] == "Storgatan norra"
    assert found("storgatan 12", index)[0] == "Storgatan 12"
    assert found("strogatan12", index)[0] == "Storgatan 12"
    assert found("12 storgatan", index)[0] == "Storgatan 12"


@pytest.mark.parametrize(
    "asked",
    [
        "ساحة نوربي",
        "ساحه نوربي",
        "الساحة نوربي",
        "ســاحة نوربي",
        "سَاحَةُ نوربي",
        "نوربي ساحة",
        "ساح",
        "ساحة نوبري",
        "ساحة نوربى",
    ],
)
def test_arabic_is_found_in_any_of_its_spellings(asked):
    index = NameIndex([Name(1, ["Norrby torg", "ساحة نوربي"]), Name(2, ["Skolan", "المدرسة الإبتدائية"])])
    assert found(asked, index)[0] == "ساحة نوربي"


def test_hamza_article_and_digits_of_arabic_make_no_difference():
    assert fold("المدرسة الإبتدائية ٢") == fold("مدرسه ابتداييه 2")
    assert fold("أوكِشتا") == fold("اوكشتا")


def test_a_name_is_found_once_by_any_of_its_spellings():
    index = NameIndex([Name(7, ["Universitetsgatan", "Yliopistonkatu", "Hallituskatu"])])
    assert [(hit.id, hit.spelling) for hit in index.search("hallituskatu")] == [(7, "Hallituskatu")]
    assert len(index.search("universitetsgatan yliopistonkatu")) <= 1


@pytest.mark.parametrize("asked", ["", "   ", "...", "-", "\u064b", "?!"])
def test_nothing_asked_finds_nothing(asked):
    assert INDEX.search(asked) == []
    assert NameIndex([]).search("storgatan") == []


@pytest.mark.parametrize("asked", ["xqzj", "zzzzzzzz", "1234567"])
def test_what_is_like_nothing_finds_nothing(asked):
    assert INDEX.search(asked) == []


def test_no_more_than_the_limit_is_found():
    index = index_of(*(f"Storgatan {chr(97 + number)}" for number in range(20)))
    assert len(index.search("storgatan", limit=5)) == 5


def test_names_without_letters_do_no_harm():
    index = index_of("—", "", "Storgatan")
    assert found("storgatan", index) == ["Storgatan"]


@given(
    name=st.sampled_from(STREETS),
    at=st.integers(0, 30),
    letter=LETTERS,
    change=st.sampled_from(("wrong", "more", "less", "order")),
)
def test_a_name_with_one_letter_wrong_is_found(name, at, letter, change):
    at %= len(name)
    assume(name[at].isalpha() and len(fold(name).split()[-1]) > 3)
    wrong = {
        "wrong": name[:at] + letter + name[at + 1 :],
        "more": name[:at] + letter + name[at:],
        "less": name[:at] + name[at + 1 :],
        "order": name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :],
    }[change]
    assert name in found(wrong)


@given(name=st.sampled_from([one for one in STREETS if " " not in one and len(one) > 8]), data=st.data())
def test_a_long_name_with_two_letters_wrong_is_found(name, data):
    letters = list(name)
    for at in data.draw(st.sets(st.integers(0, len(name) - 1), min_size=2, max_size=2)):
        letters[at] = data.draw(LETTERS)
    wrong = "".join(letters)
    assume(len(fold(wrong)) == len(fold(name)))  # not where the wrong letters make an ae, which is an ä
    assert name in found(wrong)


@given(name=st.sampled_from(STREETS), length=st.integers(3, 20))
def test_a_beginning_is_enough(name, length):
    assert name in found(name[:length])


@given(st.text(max_size=200))
def test_whatever_is_asked_is_answered(asked):
    assert len(INDEX.search(asked)) <= 8


@given(st.lists(st.text(max_size=30), max_size=12), st.text(max_size=30))
def test_whatever_names_there_are_can_be_searched(names, asked):
    index = index_of(*names)
    for hit in index.search(asked):
        assert hit.spelling in names

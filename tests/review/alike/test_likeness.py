"""When texts are near-identical, when they are too short to tell, and how they find each other by keyed hashes."""

from itertools import combinations
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from dialog.demo.voices.everything import OFTEN, ONCE
from dialog.review.alike.finding import Firsts
from dialog.review.alike.hashing import Hashing
from dialog.review.alike.likeness import SHORTEST, are_alike, folded, is_long_enough, likeness

KEY = b"a key of thirty-two bytes at most"
LETTER = "Vi som bor på Kvarngatan kräver att kommunen stänger genomfarten för alla mopeder redan till hösten."
LETTER_AGAIN = "Vi som bor på Kvarngatan kräver att kommunen stänger genomfarten för alla mopeder före hösten!!"

words = st.text(alphabet="abcdeåäö ابتث", min_size=60, max_size=200).map(folded).filter(is_long_enough)


def said() -> list[str]:
    """The demonstration's sayings, each once, but for those of a burst and those that say much the same on purpose."""
    return sorted({folded(one.text) for one in (*ONCE, *OFTEN) if not one.flags & {"wave", "alike"}})


def test_no_two_different_sayings_of_the_demonstration_are_alike():
    assert not [pair for pair in combinations(said(), 2) if are_alike(*pair)]


def test_long_sayings_are_far_from_each_other_and_short_ones_are_not():
    long = [one for one in said() if is_long_enough(one)]
    short = [one for one in said() if not is_long_enough(one)]
    assert max(fuzz.ratio(*pair) for pair in combinations(long, 2)) < 65
    assert max(fuzz.ratio(*pair) for pair in combinations(short, 2)) > 80


def test_what_many_write_in_a_few_words_is_too_short_to_be_suggested():
    assert not [one.text for one in OFTEN if is_long_enough(folded(one.text))]
    assert not are_alike(folded("Mer belysning tack"), folded("Mer belysning tack"))


def test_a_letter_that_many_copy_is_alike_though_each_changes_a_word():
    assert are_alike(folded(LETTER), folded(LETTER_AGAIN))
    assert not are_alike(
        folded(LETTER), folded("Vi som bor här tycker att genomfarten är bra, och kommunen sköter den.")
    )


def test_capitals_accents_and_forms_of_letters_make_no_difference():
    assert folded("MER  Belysning, tack!") == folded("mer belysning tack")
    assert folded("السّاحةُ ١٢") == folded("الساحه 12")


@given(words)
def test_a_text_is_wholly_like_itself_and_finds_itself(text):
    hashing, firsts = Hashing(KEY), Firsts()
    (bands,) = hashing.bands([text], of=[1])
    firsts.add(first := uuid4(), text, bands)
    assert likeness(text, text) == 100
    assert firsts.first_like(text, hashing.bands([text], of=[1])[0]) == first


@given(st.lists(words, min_size=1, max_size=8))
def test_hashes_of_many_are_those_of_each(texts):
    hashing = Hashing(KEY)
    alone = [hashing.bands([text], of=[7])[0] for text in texts]
    assert hashing.bands(texts, of=[7] * len(texts)) == alone


@given(words)
def test_hashes_say_nothing_under_another_key_or_in_another_round(text):
    mine, other = Hashing(KEY), Hashing(b"another installation's key")
    assert not set(mine.bands([text], of=[1])[0]) & set(other.bands([text], of=[1])[0])
    assert not set(mine.bands([text], of=[1])[0]) & set(mine.bands([text], of=[2])[0])
    assert mine.whole(text, of=1) not in (other.whole(text, of=1), mine.whole(text, of=2))


def test_nearly_all_texts_with_a_word_changed_are_found():
    texts = [one for one in said() if len(one) >= 60]
    changed = [" ".join(["mycket", *one.split()[1:]]) for one in texts]
    pairs = [(one, other) for one, other in zip(texts, changed, strict=True) if are_alike(one, other)]
    hashing = Hashing(KEY)
    before = hashing.bands([one for one, _ in pairs], of=[1] * len(pairs))
    after = hashing.bands([other for _, other in pairs], of=[1] * len(pairs))
    found = sum(bool(set(one) & set(other)) for one, other in zip(before, after, strict=True))
    assert len(pairs) > 150 and found / len(pairs) > 0.95


def test_texts_of_no_letters_have_no_hash():
    assert Hashing(KEY).whole(folded("!!! 😡"), of=1) is None
    assert SHORTEST == 40

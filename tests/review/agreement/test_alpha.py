"""Krippendorff's alpha: against published examples, and against a second way to calculate it."""

from collections import Counter
from itertools import permutations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from dialog.review.agreement.alpha import Alpha, alphas, counted, is_reliable, is_tentative

# Krippendorff, "Computing Krippendorff's alpha-reliability" (2011): examples B (two observers, binary) and C (nominal)
TWO_OBSERVERS = ("0100000000", "1110010010")
FOUR_OBSERVERS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def readings(observers):
    """Of each unit, the set of the one value that each observer gave it; units with one observer are left out."""
    units = [[frozenset({value}) for value in unit if value != "."] for unit in zip(*observers, strict=False)]
    return [unit for unit in units if len(unit) > 1]


def overall(units):
    codes = sorted({code for unit in units for used in unit for code in used})
    return alphas(*counted(units, codes))[1]


def by_coincidences(units):
    """Alpha from the matrix of coincidences, as the paper builds it: values are whole sets, unlike if they differ."""
    pairs: Any = Counter()
    for unit in units:
        for one, other in permutations(unit, 2):
            pairs[one, other] += 1 / (len(unit) - 1)
    n = sum(pairs.values())
    margins: Any = Counter()
    for (one, _), count in pairs.items():
        margins[one] += count
    seen = sum(count for (one, other), count in pairs.items() if one != other)
    chance = sum(margins[a] * margins[b] for a in margins for b in margins if a != b) / (n - 1)
    return None if not chance else 1 - seen / chance


def test_two_observers_of_the_paper():
    assert overall(readings(TWO_OBSERVERS)).value == pytest.approx(0.095, abs=0.0005)


def test_four_observers_with_gaps_of_the_paper():
    assert overall(readings(FOUR_OBSERVERS)).value == pytest.approx(0.743, abs=0.0005)


_units = some.lists(some.lists(some.booleans(), min_size=2, max_size=4), min_size=1, max_size=20)


@settings(max_examples=25)
@given(_units)
def test_one_code_agrees_with_the_matrix_of_coincidences(units):
    sets: list[list[frozenset[str]]] = [[frozenset({"T1"}) if used else frozenset() for used in unit] for unit in units]
    expected = by_coincidences(sets)
    found = alphas(*counted(sets, ["T1"]))[0][0].value
    assert (found is None) == (expected is None)
    assert found is None or found == pytest.approx(expected)


@settings(max_examples=25)
@given(_units)
def test_it_does_not_matter_who_is_who_or_which_text_comes_first(units):
    sets: list[list[frozenset[str]]] = [[frozenset({"T1"}) if used else frozenset() for used in unit] for unit in units]
    turned = [list(reversed(unit)) for unit in reversed(sets)]
    one, other = (alphas(*counted(each, ["T1"]))[0][0].value for each in (sets, turned))
    assert one == other or one == pytest.approx(other)


def test_coders_who_agree_on_everything_have_an_alpha_of_one():
    sets: list[list[frozenset[str]]] = [[frozenset({"T1"})] * 2, [frozenset({"T2"})] * 2, [frozenset()] * 3]
    (first, _), whole = alphas(*counted(sets, ["T1", "T2"]))
    assert (first.value, whole.value) == (1, 1)


def known(alpha: Alpha) -> tuple[float, float, float]:
    """Its value and both ends of its interval, which there must be."""
    assert alpha.value is not None and alpha.low is not None and alpha.high is not None
    return alpha.value, alpha.low, alpha.high


def test_coders_who_toss_coins_have_an_alpha_near_nought_and_an_interval_around_it():
    rng = np.random.default_rng(7)
    sets: list[list[frozenset[str]]] = [
        [frozenset({"T1"}) if coin else frozenset() for coin in pair] for pair in rng.random((400, 2)) < 0.3
    ]
    found = alphas(*counted(sets, ["T1"]))[0][0]
    value, low, high = known(found)
    assert abs(value) < 0.1 and low < 0 < high


def test_the_interval_is_the_same_every_time_and_narrower_with_more_texts():
    sets = readings(FOUR_OBSERVERS)
    assert overall(sets) == overall(sets)
    (value, low, high), (_, lowest, highest) = known(overall(sets)), known(overall(sets * 20))
    assert highest - lowest < high - low
    assert low < value < high


def test_a_code_that_nobody_used_or_everybody_on_everything_tells_nothing():
    nobody: list[list[frozenset[str]]] = [[frozenset()] * 2] * 5
    everybody = [[frozenset({"T1"})] * 2] * 5
    for sets in (nobody, everybody, []):
        assert alphas(*counted(sets, ["T1"]))[0] == [Alpha(None, None, None)]


@pytest.mark.parametrize(("value", "words"), [(0.8, (True, False)), (0.7, (False, True)), (0.5, (False, False))])
def test_from_eight_tenths_it_is_reliable_and_from_two_thirds_tentative(value, words):
    alpha = Alpha(value, None, None)
    assert (is_reliable(alpha), is_tentative(alpha)) == words


@pytest.mark.parametrize("readings", [[], [[frozenset(), frozenset()]]])
def test_where_nobody_used_any_code_there_is_nothing_to_tell(readings):
    assert alphas(*counted(readings, [])) == ([], Alpha(None, None, None))

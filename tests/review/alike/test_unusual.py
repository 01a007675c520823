"""When so many on a day, or so many the same within days, are hard to put down to chance."""

from datetime import date, timedelta

import numpy
import pytest

from dialog.review.alike.unusual import crowd, unusual_days

FIRST = date(2026, 10, 1)


def days(*counts: int) -> dict[date, int]:
    return {FIRST + timedelta(days=number): count for number, count in enumerate(counts)}


def found(counts: dict[date, int]) -> list[tuple[int, float]]:
    return [(one.count, one.usual) for one in unusual_days(counts, first=FIRST, last=max(counts))]


def test_a_day_far_above_the_middle_one_stands_out():
    assert found(days(3, 4, 2, 3, 5, 41, 4, 3, 2, 4)) == [(41, 3.5)]


def test_ordinary_scatter_does_not():
    assert found(days(3, 9, 2, 5, 6, 4, 8, 1, 5, 7)) == []


def test_a_few_are_no_burst_however_quiet_it_is_else():
    assert found(days(0, 0, 0, 9, 0, 0, 0)) == []


def test_a_restless_round_needs_more_to_stand_out():
    quiet, restless = days(*[10] * 20, 30), days(*[1, 25] * 10, 30)
    assert found(quiet) and not found(restless)


def test_days_without_any_count_too():
    counts = {FIRST: 12, FIRST + timedelta(days=30): 1}
    assert [one.usual for one in unusual_days(counts, first=FIRST, last=FIRST + timedelta(days=30))] == [0.0]


@pytest.mark.parametrize("mean", [0.5, 3, 20])
def test_rounds_in_which_nothing_happens_show_nothing_nearly_always(mean):
    rng = numpy.random.default_rng(1)
    shown = sum(bool(found(days(*rng.poisson(mean, 40).tolist()))) for _ in range(200))
    assert shown <= 4  # one in a hundred, and chance


def test_the_same_words_on_the_same_days_are_a_crowd():
    every = days(*[20] * 30)
    one = crowd(days(0, 0, 0, 0, 5, 8, 0, 1), every)
    assert one and (one.count, one.total, one.first) == (13, 14, FIRST + timedelta(days=4))
    others_there, all_others = 3 * 20 - 13, 30 * 20 - 14
    assert one.expected == pytest.approx(14 * (others_there + 3) / (all_others + 30))


def test_the_same_few_words_spread_as_everything_is_are_none():
    assert crowd(days(*[2] * 30), days(*[20] * 30)) is None


def test_a_busy_day_makes_no_crowd_of_what_comes_with_it():
    every = days(*[5] * 20, 200, *[5] * 20)
    assert crowd(days(*[0] * 20, 8, *[0] * 10, 1), every) is None


def test_four_of_the_same_are_too_few_to_say_anything():
    assert crowd(days(4), days(*[20] * 30)) is None


def test_a_crowd_is_seen_even_where_little_else_came():
    same, every = days(*[0] * 8, 12), days(*[1] * 8, 13, *[1] * 3)
    one = crowd(same, every)
    assert one and (one.count, one.total) == (12, 12)

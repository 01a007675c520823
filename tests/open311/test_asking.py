"""The arguments of GET requests, and from when on a month may be read."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.open311.asking import DEEPEST, MOST, BadQuestion, newest_month, read_question

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAYS = st.dates(date(2020, 1, 1), date(2035, 1, 1))


def ask(**given: str):
    return read_question(given, now=NOW)


def why(**given: str) -> list[str]:
    with pytest.raises(BadQuestion) as refused:
        ask(**given)
    assert {code for code, _ in refused.value.problems} == {400}
    return [sentence for _, sentence in refused.value.problems]


def test_who_asks_for_nothing_gets_ninety_days():
    question = ask()
    assert (question.first_month, question.last_month) == (date(2026, 9, 1), date(2026, 11, 1))  # from 24 August on
    assert (question.page, question.size, question.is_open, question.ids) == (1, MOST, True, None)


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z", (1, 3)),
        ("2026-01-01T00:00:01Z", "2026-02-28T23:00:00Z", (2, 2)),
        ("2026-01-01T01:00:00+01:00", "2026-03-01T00:00:00Z", (1, 3)),
        ("2026-01-01T01:00:00 01:00", "2026-03-01", (1, 3)),  # a + that nobody encoded
        ("2026-01-01", "", (1, 4)),
        ("", "2026-04-01", (1, 4)),
    ],
)
def test_a_month_counts_by_its_first_moment(start, end, months):
    question = ask(start_date=start, end_date=end)
    assert (question.first_month.month, question.last_month.month) == months


def test_everything_that_is_wrong_is_named():
    said = why(start_date="x", end_date="0001-01-01", status="lost", service_code="pothole", page="0", page_size="1001")
    assert [sentence.split(":")[0] for sentence in said] == [
        "service_code",
        "status",
        "start_date",
        "end_date",
        "page",
        "page_size",
    ]


@pytest.mark.parametrize(
    "given",
    [
        {"start_date": "2026-01-01", "end_date": "2026-04-02"},
        {"start_date": "2026-02-01", "end_date": "2026-01-01"},
        {"start_date": "9999-12-31T23:59:59-14:00"},
        {"end_date": "0001-01-01T00:00:00+14:00"},
        {"page": str(DEEPEST), "page_size": "2"},
        {"page": "9" * 5000},
        {"page": "٣"},
    ],
)
def test_what_can_not_be_answered_is_refused(given):
    assert len(why(**given)) == 1


def test_ids_override_everything_else():
    id = "00000000-0000-4000-8000-000000000000"
    assert ask(service_request_id=f"{id}, 4711,{id}", start_date="x").ids == (UUID(id),)
    assert ask(service_request_id="4711").ids == ()


def test_several_services_and_statuses_are_told_apart_by_commas():
    assert ask(service_code="safe, both").services == {"safe", "both"}
    assert not ask(status="closed").is_open
    assert ask(status="open,closed").is_open


@given(DAYS, st.integers(14, 90))
def test_a_month_is_read_when_its_last_day_is_as_long_ago_as_any_report_must_be(today: date, delay: int):
    last_day = (newest_month(today, delay) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    assert (today - last_day).days > delay


@given(DAYS, st.integers(14, 90))
def test_all_of_a_month_becomes_readable_on_one_day(today: date, delay: int):
    before, after = newest_month(today - timedelta(days=1), delay), newest_month(today, delay)
    assert before == after or (after - before).days in (28, 29, 30, 31)


@given(st.dictionaries(st.sampled_from(["start_date", "end_date", "status", "service_code", "page"]), st.text()))
def test_whatever_is_asked_is_answered_or_refused(given):
    try:
        question = read_question(given, now=NOW)
    except BadQuestion as refused:
        assert refused.problems  # noqa: PT017  (either is right)
    else:
        assert question.last_month >= date(1969, 1, 1)

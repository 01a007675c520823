"""Keeping together what different voices say alike; that it changes no figure; and taking duplicates back."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.picture.columns import Columns
from dialog.picture.voices import hear
from dialog.review.actions import NotADuplicate, NotPossible, mark_duplicate_report, mark_duplicate_text
from dialog.review.alike.actions import NotTogether, dissolve, keep_together, leave, make_head, not_a_duplicate
from dialog.review.alike.groups import NoSuchGroup, find_group, group_of, groups_of_round, members
from dialog.review.coding.actions import add_code
from dialog.review.models import StatusChange
from tests.factories import make_round
from tests.review.factories import AT, DAY, make_report, make_response, make_sending, make_staff, make_text, the_round


@pytest.fixture
def by(session: Session) -> int:
    return make_staff(session)


def actions_of(session: Session, text: Any) -> list[str]:
    own = select(StatusChange.action).where(StatusChange.text_id == text.id).order_by(StatusChange.id)
    return list(session.scalars(own))


def test_texts_that_are_kept_together_have_one_that_stands_for_them(session, by):
    texts = [make_text(session) for _ in range(3)]
    id = keep_together(session, texts, head=texts[1], by=by, at=AT)
    group = find_group(session, id)
    assert (group.head.id, group.size, group.kind, dict(group.statuses)) == (texts[1].id, 3, "text", {"new": 3})
    assert groups_of_round(session, the_round(session).id) == [group] and group_of(session, texts[0]) == group
    make_head(session, texts[2], by=by, at=AT)
    assert find_group(session, id).head.id == texts[2].id


def test_more_can_join_and_what_joins_leaves_where_it_was(session, by):
    texts = [make_text(session) for _ in range(5)]
    first = keep_together(session, texts[:2], head=texts[0], by=by, at=AT)
    second = keep_together(session, texts[2:], head=texts[2], by=by, at=AT)
    assert keep_together(session, [texts[4]], head=texts[0], by=by, at=AT) == first
    assert [find_group(session, id).size for id in (first, second)] == [3, 2]


def test_a_group_of_which_one_is_left_is_none(session, by):
    texts = [make_text(session) for _ in range(3)]
    id = keep_together(session, texts, head=texts[0], by=by, at=AT)
    leave(session, texts[0], by=by, at=AT)
    assert find_group(session, id).head.id in {one.id for one in texts[1:]}
    leave(session, texts[1], by=by, at=AT)
    with pytest.raises(NoSuchGroup):
        find_group(session, id)
    assert group_of(session, texts[2]) is None


def test_each_step_stands_in_the_log_and_stays_there(session, by):
    text, other = make_text(session), make_text(session)
    id = keep_together(session, [text, other], head=text, by=by, at=AT)
    dissolve(session, id, by=by, at=AT)
    assert actions_of(session, text) == ["gathered", "left_group"]
    with pytest.raises(NoSuchGroup):
        members(session, id)


def test_a_text_a_report_and_another_rounds_text_are_not_kept_together(session, by):
    text, report = make_text(session), make_report(session)
    elsewhere = make_text(session, round_id=make_round(session, slug="annan").id)
    for other in (report, elsewhere, text):
        with pytest.raises(NotTogether):
            keep_together(session, [other], head=text, by=by, at=AT)


def test_a_text_that_goes_leaves_its_group(session, by):
    texts = [make_text(session) for _ in range(3)]
    id = keep_together(session, texts, head=texts[0], by=by, at=AT)
    session.delete(texts[0])
    session.flush()
    assert find_group(session, id).size == 2


def test_what_is_no_duplicate_after_all_has_the_status_that_it_had(session, by):
    first, accepted, waiting = make_text(session), make_text(session, status="accepted"), make_text(session)
    for one in (accepted, waiting):
        mark_duplicate_text(session, one, of=first, by=by, at=AT)
        not_a_duplicate(session, one, by=by, at=AT)
    assert (accepted.status, waiting.status, accepted.duplicate_of) == ("accepted", "new", None)
    assert actions_of(session, accepted) == ["duplicate", "no_duplicate"]
    with pytest.raises(NotPossible):
        not_a_duplicate(session, waiting, by=by, at=AT)


# What a picture counts, whatever is kept together or marked

OF_A_CROWD = st.sampled_from(["together", "leave", "dissolve", "head"])
NUMBER = st.integers(0, 3)
any_steps = st.lists(st.tuples(OF_A_CROWD, NUMBER, NUMBER), max_size=10)
on_one_database = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def counted(session: Session) -> list[Counter[Any]]:
    """Everything that a picture counts of the round, row by row, in whatever order the rows come."""
    round = the_round(session)
    heard = hear(session, round.id, [], on=DAY)
    return [Counter(rows_of(columns)) for columns in (heard.responses, heard.reports, heard.codings)]


def rows_of(columns: Columns) -> Iterator[tuple[Any, ...]]:
    values = [[column.values[code] for code in column.codes] for column in columns.columns.values()]
    return zip(*values, strict=True)


@pytest.fixture
def crowd(session: Session, by: int) -> list[Any]:
    """Four texts of voices of their own, coded, and four reports: two voices of one place, two of two."""
    texts = [make_text(session, response_id=make_response(session).id) for _ in range(4)]
    for text in texts:
        add_code(session, text, code="T9.lighting", stance="problem", by=by, at=AT)
    reports = [make_report(session), make_report(session), *make_sending(session, places=2)]
    session.flush()
    return [*texts, *reports]


@given(any_steps)
@on_one_database
def test_keeping_together_changes_nothing_that_a_picture_counts(session, by, crowd, steps):
    before = counted(session)
    savepoint = session.begin_nested()
    for what, one, other in steps:
        items = crowd[:4] if (one + other) % 2 else crowd[4:]
        try:
            take_step(session, what, items[one], items[other], by)
        except NotTogether:
            continue
        assert counted(session) == before
    savepoint.rollback()


def take_step(session: Session, what: str, one: Any, other: Any, by: int) -> None:
    group = group_of(session, one)
    match what:
        case "together":
            keep_together(session, [other], head=one, by=by, at=AT)
        case "leave":
            leave(session, one, by=by, at=AT)
        case "head":
            make_head(session, one, by=by, at=AT)
        case _ if group:
            dissolve(session, group.id, by=by, at=AT)


@given(st.permutations(range(8)), st.integers(1, 8))
@on_one_database
def test_what_is_no_duplicate_after_all_counts_exactly_as_it_did(session, by, crowd, order, number):
    before = counted(session)
    savepoint = session.begin_nested()
    marked = [crowd[place] for place in order[:number]]
    done = [one for one in marked if is_marked(session, one, crowd, by)]
    assert not done or counted(session) != before
    for one in reversed(done):
        not_a_duplicate(session, one, by=by, at=AT)
    assert counted(session) == before
    savepoint.rollback()


def is_marked(session: Session, item: Any, crowd: list[Any], by: int) -> bool:
    """Mark it as a duplicate of another of its kind, unless that is its duplicate."""
    mark: Any = mark_duplicate_text if item in crowd[:4] else mark_duplicate_report
    others = crowd[:4] if item in crowd[:4] else crowd[4:]
    try:
        mark(session, item, of=others[others.index(item) - 1], by=by, at=AT)
    except NotADuplicate:
        return False
    session.flush()
    return True


def test_what_the_same_person_sent_twice_counts_once(session, by):
    first, again = make_report(session), make_report(session)
    text = make_text(session, report_id=again.id, question="what")
    add_code(session, text, code="T9.lighting", stance="problem", by=by, at=AT)
    session.flush()
    assert [sum(one.values()) for one in counted(session)] == [0, 2, 1]
    mark_duplicate_report(session, again, of=first, by=by, at=AT)
    session.flush()
    assert [sum(one.values()) for one in counted(session)] == [0, 1, 0]

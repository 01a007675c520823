"""The queue: its order, its pages, its filters, and how little it asks of the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.areas.models import Area
from dialog.review.coding import add_code
from dialog.review.queue import (
    MOST_COUNTED,
    REPORT,
    TEXT,
    Counts,
    Filters,
    Waiting,
    how_many,
    neighbours,
    position_of,
    queue_from,
    queue_until,
)
from tests.factories import make_round
from tests.review.factories import AT, DAY, make_report, make_response, make_text


@contextmanager
def statements(app: Flask) -> Iterator[list[tuple[str, Any]]]:
    """What the database is asked meanwhile."""
    engine, asked = app.extensions["sessions"].kw["bind"], []

    def note(_connection, _cursor, statement, parameters, *_):
        asked.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


def area_of(session: Session, code: str) -> Area:
    return session.scalars(select(Area).where(Area.code == code)).one()


def test_the_oldest_day_comes_first_whatever_its_kind(session):
    late = make_text(session, received_on=DAY + timedelta(2))
    report = make_report(session, received_on=DAY + timedelta(1))
    early = make_text(session, received_on=DAY)
    assert list(queue_from(session, Filters()).items) == [early, report, late]


def test_pages_follow_each_other_without_gap_or_repeat_in_both_directions(session):
    response = make_response(session)
    for number in range(9):
        make_text(session, response_id=response.id, received_on=DAY + timedelta(number // 4))
        make_report(session, received_on=DAY + timedelta(number // 3))
    whole = list(queue_from(session, Filters(), limit=100).items)
    forwards: list[Waiting] = []
    page = queue_from(session, Filters(), limit=5)
    while page.items:
        forwards += page.items
        page = queue_from(session, Filters(), after=position_of(page.items[-1]), limit=5)
    backwards: list[Waiting] = []
    page = queue_until(session, Filters(), limit=5)
    while page.items:
        backwards = [*page.items, *backwards]
        page = queue_until(session, Filters(), before=position_of(page.items[0]), limit=5)
    assert forwards == backwards == whole
    assert len(whole) == 18


def test_a_page_knows_whether_there_are_others(session):
    for _ in range(3):
        make_text(session)
    first = queue_from(session, Filters(), limit=2)
    last = queue_until(session, Filters(), limit=2)
    assert (first.has_earlier, first.has_later, last.has_earlier, last.has_later) == (False, True, True, False)
    assert queue_from(session, Filters(), limit=3).has_later is False


def test_a_position_stays_good_when_what_stood_there_has_left_the_queue(session):
    first, second, third = (make_text(session, received_on=DAY + timedelta(number)) for number in range(3))
    second.status = "accepted"
    session.flush()
    assert neighbours(session, Filters(), position_of(second)) == (first, third)
    assert neighbours(session, Filters(), position_of(third)) == (first, None)


def test_each_filter_leaves_the_rest_out(session):
    make_round(session)
    other = make_round(session, slug="annan")
    north = area_of(session, "north")
    text = make_text(session, language="ar", area_id=north.id)
    report = make_report(session, round_id=other.id)
    accepted = make_text(session, status="accepted")

    def found(**chosen):
        return list(queue_from(session, Filters(**chosen)).items)

    assert found(kind=TEXT) == [text]
    assert found(kind=REPORT) == [report]
    assert found(language="ar") == [text]
    assert found(round_id=other.id) == [report]
    assert found(area_id=north.id) == [text]
    assert found(status="accepted") == [accepted]


def test_an_area_holds_every_area_within_it(session):
    text = make_text(session, area_id=None)
    north = area_of(session, "north")
    text.area_id = north.id
    make_text(session)
    session.flush()
    assert list(queue_from(session, Filters(area_id=north.parent_id)).items) == [text]


def test_counts_stop_where_counting_would_take_long(session, monkeypatch):
    monkeypatch.setattr("dialog.review.queue.MOST_COUNTED", 3)
    response = make_response(session)
    for _ in range(6):
        make_text(session, response_id=response.id)
    make_report(session)
    assert how_many(session, Filters()) == Counts(texts=4, reports=1)
    assert how_many(session, Filters(kind=REPORT)) == Counts(texts=0, reports=1)
    assert MOST_COUNTED == 1_000


@pytest.mark.parametrize("address", ["/staff/", "/staff/?last=1", "/staff/?language=sv&area=1&round=1"])
def test_the_queue_asks_the_database_as_often_for_many_as_for_few(app, session, signed_in, address):
    client = signed_in("reviewer")

    def asked() -> int:
        with statements(app) as made:
            assert client.get(address).status_code == 200
        return len(made)

    north = make_round(session) and area_of(session, "north")
    make_text(session, area_id=north.id)
    make_report(session, area_id=north.id)
    session.commit()
    asked()  # what a process asks once and then remembers
    few = asked()
    other, south = make_round(session, slug="annan"), area_of(session, "south")
    for number in range(40):
        make_text(session, area_id=(north if number % 2 else south).id, received_on=DAY + timedelta(number))
        make_report(session, round_id=other.id, area_id=south.id)
    session.commit()
    assert asked() == few


def test_a_text_asks_the_database_as_often_with_a_long_history_as_with_none(app, session, signed_in):
    client = signed_in("reviewer")
    text = make_text(session)
    address = f"/staff/texts/{text.id}"
    session.commit()

    def asked() -> int:
        with statements(app) as made:
            assert client.get(address).status_code == 200
        return len(made)

    asked()
    short = asked()
    by = session.scalars(select(Staff.id)).one()
    for code in ("T1", "T2", "T3", "T9.lighting"):
        add_code(session, text, code=code, stance="problem", by=by, at=AT)
    for _ in range(5):
        make_text(session)
    session.commit()
    assert asked() == short


@pytest.mark.sqlite  # PostgreSQL plans by what the tables hold, which is nothing here
@pytest.mark.parametrize("filters", [Filters(), Filters(round_id=1), Filters(language="sv", area_id=1)])
def test_a_page_is_read_off_an_index_and_not_sorted(app, session, filters):
    text = make_text(session)
    with statements(app) as made:
        queue_from(session, filters, after=position_of(text))
    plan = "\n".join(str(row) for one in made[:2] for row in explained(session, *one))
    assert "USING INDEX ix_text_queue" in plan and "USING INDEX ix_report_queue" in plan
    assert "TEMP B-TREE" not in plan


def explained(session: Session, statement: str, parameters: tuple[Any, ...]) -> list[object]:
    return list(session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters))

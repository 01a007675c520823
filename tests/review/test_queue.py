"""The queue: its order, its pages, its filters, and how little it asks of the database."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.areas.models import Area
from dialog.review.coding.actions import add_code
from dialog.review.waiting.assigning import write_assignments
from dialog.review.waiting.counting import counts_of, how_many
from dialog.review.waiting.filters import MOST_COUNTED, Filters
from dialog.review.waiting.kinds import PHOTO, REPORT, TEXT, Waiting
from dialog.review.waiting.paging import neighbours, position_of, queue_from, queue_until
from dialog.texts.searching.actions import index_text
from dialog.texts.searching.folding import question_of
from tests.factories import make_round
from tests.review.asking import statements
from tests.review.factories import AT, DAY, make_photo, make_report, make_response, make_staff, make_text


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

    assert found(session, kind=TEXT) == {text}
    assert found(session, kind=REPORT) == {report}
    assert found(session, language="ar") == {text}
    assert found(session, round_id=other.id) == {report}
    assert found(session, area_id=north.id) == {text}
    assert found(session, status="accepted") == {accepted}


def test_an_area_holds_every_area_within_it(session):
    text = make_text(session, area_id=None)
    north = area_of(session, "north")
    text.area_id = north.id
    make_text(session)
    session.flush()
    assert list(queue_from(session, Filters(area_id=north.parent_id)).items) == [text]


def found(session: Session, **chosen: Any) -> set[Waiting]:
    return set(queue_from(session, Filters(**chosen)).items)


def test_photos_wait_too_and_are_about_what_their_report_is_about(session):
    report = make_report(session, language="ar", channel="paper", status="accepted")
    photo = make_photo(session, report)
    spam = make_photo(session, make_report(session, status="set_aside"))
    assert found(session) == found(session, kind=PHOTO) == found(session, language="ar") == {photo}
    assert found(session, language="ar", channel="paper", round_id=report.round_id, kind=PHOTO) == {photo}
    assert found(session, language="sv") == set() and spam.status == "new"


def test_filters_by_suspicion_channel_and_age(session):
    plain = make_text(session, channel="paper")
    suspect = make_text(session, suspicion="personal", received_on=DAY + timedelta(5))
    held = make_text(session, suspicion="accusation", held=True, received_on=DAY + timedelta(9))
    report = make_report(session, channel="paper", received_on=DAY + timedelta(9))
    assert found(session, suspicion="any") == {suspect, held}
    assert found(session, suspicion="personal") == {suspect}
    assert found(session, suspicion="held") == found(session, suspicion="accusation", language="sv") == {held}
    assert found(session, channel="paper") == {plain, report}
    assert found(session, received_until=DAY + timedelta(5)) == {plain, suspect}
    assert found(session, received_from=DAY + timedelta(6)) == {held, report}


def test_a_filter_by_code_finds_the_codes_beneath_it_whoever_used_them(session):
    by, text, other = make_staff(session), make_text(session), make_text(session)
    add_code(session, text, code="T9.lighting", stance="problem", by=by, at=AT)
    add_code(session, other, code="T10", stance="problem", by=by, at=AT)
    assert found(session, status="accepted", code="T9") == {text}
    assert found(session, status="accepted", code="T9.lighting") == {text}
    assert found(session, status="accepted", code="T1") == set()
    assert found(session, status="any") == {text, other}


def test_a_filter_by_whose_task_it_is(session):
    me, other = make_staff(session), make_staff(session, "Olle Berg")
    mine, his, free = (make_text(session) for _ in range(3))
    write_assignments(session, TEXT, {mine.id: me, his.id: other})
    assert found(session, assigned="me", reader=me) == {mine}
    assert found(session, assigned="somebody") == {mine, his}
    assert found(session, assigned="nobody") == {free}


@pytest.mark.parametrize("few", [1_000, 0], ids=["few", "many"])
def test_every_filter_finds_the_same_whether_few_or_many_fit(session, monkeypatch, few):
    """What leads, a small set or the order of the queue, changes nothing but the time it takes."""
    monkeypatch.setattr("dialog.review.waiting.choosing.FEW", few)
    north, by = (make_round(session), area_of(session, "north"))[1], make_staff(session)
    report = make_report(session, area_id=north.id)
    inside = make_text(session, "Lampan är trasig", report_id=report.id, area_id=north.id)
    text = make_text(session, "Lampor saknas", area_id=north.id)
    other = make_text(session, "Mer vuxna ute")
    for one in (inside, text, other):
        index_text(session, one)
    write_assignments(session, TEXT, {text.id: by})
    photo = make_photo(session, report)
    assert found(session, area_id=north.parent_id) == {report, inside, text, photo}
    assert found(session, question=question_of("lampa")) == {inside}
    assert found(session, question=question_of("lamp"), channel="web") == {inside, text}
    assert found(session, question=question_of("lamp"), kind=REPORT) == set()
    assert [number.number for number in how_many(session, Filters(question=question_of("lamp"))).kinds.values()] == [
        2,
        0,
        0,
    ]
    assert found(session, question=question_of("saknas lampor"), area_id=north.parent_id) == {text}
    assert found(session, assigned="me", reader=by, area_id=north.parent_id) == {text}
    page = queue_from(session, Filters(area_id=north.parent_id), limit=2)
    rest = queue_from(session, Filters(area_id=north.parent_id), after=position_of(page.items[-1]))
    assert {*page.items, *rest.items} == {report, inside, text, photo} and len(rest.items) == 2


@pytest.mark.parametrize("few", [1_000, 0], ids=["few", "many"])
def test_words_are_found_within_days_and_counted_by_status(session, monkeypatch, few):
    monkeypatch.setattr("dialog.review.waiting.choosing.FEW", few)
    days = [DAY + timedelta(number) for number in range(4)]
    texts = [make_text(session, "Lampan är trasig", received_on=day) for day in days]
    texts[2].status = "accepted"
    for one in texts:
        index_text(session, one)
    words = question_of("lampan")
    assert found(session, question=words, received_from=days[1], status="any") == {*texts[1:]}
    assert found(session, question=words, received_from=days[1], received_until=days[2]) == {texts[1]}
    assert found(session, question=words, received_from=date.min, received_until=date.max, status="any") == {*texts}
    counts = counts_of(session, Filters(question=words, received_from=days[1], status="accepted"))
    assert counts.kinds[TEXT] == (1, False)
    assert [counts.shares["status"].of(status) for status in ("new", "accepted", "duplicate")] == [2, 1, 0]


def test_counts_stop_where_counting_would_take_long(session, monkeypatch):
    monkeypatch.setattr("dialog.review.waiting.counting.MOST_COUNTED", 3)
    response = make_response(session)
    for _ in range(6):
        make_text(session, response_id=response.id)
    make_report(session)
    assert how_many(session, Filters()).kinds == {TEXT: (3, True), REPORT: (1, False), PHOTO: (0, False)}
    assert how_many(session, Filters(kind=REPORT)).kinds == {REPORT: (1, False)}
    assert counts_of(session, Filters()).shares["language"].is_least
    assert MOST_COUNTED == 1_000


def test_each_value_of_a_filter_is_counted_as_if_it_were_chosen(session):
    make_round(session)
    north = area_of(session, "north")
    make_text(session, language="ar", area_id=north.id)
    make_text(session, language="ar", channel="paper")
    make_text(session, language="sv", status="accepted")
    make_report(session, language="sv", area_id=north.id)
    shares = counts_of(session, Filters(language="ar")).shares
    assert (shares["language"].of("ar"), shares["language"].of("sv"), shares["language"].of("so")) == (2, 1, 0)
    assert (shares["kind"].of(TEXT), shares["kind"].of(REPORT)) == (2, 0)
    assert (shares["area"].of(north.id), shares["area"].of(north.parent_id)) == (1, 1)
    assert (shares["channel"].of("web"), shares["channel"].of("paper")) == (1, 1)
    assert (shares["status"].of("new"), shares["status"].of("accepted")) == (2, 0)
    assert not shares["language"].is_least


@pytest.mark.parametrize(
    "address", ["/staff/", "/staff/?last=1", "/staff/?language=sv&area=1&round=1", "/staff/?q=lampan"]
)
def test_the_queue_asks_the_database_as_often_for_many_as_for_few(app, session, signed_in, address):
    client = signed_in("reviewer")

    def asked() -> int:
        with statements(app) as made:
            assert client.get(address).status_code == 200
        return len(made)

    make_round(session)
    north = area_of(session, "north")
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
    for day in (-1, 1):
        make_text(session, received_on=DAY + timedelta(day))
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
@pytest.mark.parametrize("filters", [Filters(), Filters(round_id=1), Filters(language="sv", area_id=2)])
def test_a_page_is_read_off_an_index_and_not_sorted(app, session, filters):
    text = make_text(session)
    with statements(app) as made:
        queue_from(session, filters, after=position_of(text))
    read = [one for one in made if "LIMIT" in one[0] and "OFFSET ?" in one[0] and "photo" not in one[0]]
    plan = "\n".join(str(row) for one in read for row in explained(session, *one))
    assert "COVERING INDEX ix_text_" in plan and "COVERING INDEX ix_report_" in plan
    assert "TEMP B-TREE" not in plan


def explained(session: Session, statement: str, parameters: tuple[Any, ...]) -> list[object]:
    return list(session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters))

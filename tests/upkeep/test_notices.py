"""What waits: a box on the first page, and a letter for those who wish; how much, never what."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event, select

from dialog.accounts.models import StaffRole
from dialog.review.waiting.models import Assignment
from dialog.upkeep.models import Backup, DigestWish
from dialog.upkeep.notices import waiting
from dialog.upkeep.notices.actions import send_digests, wish
from dialog.upkeep.notices.waiting import MOST, Notice, notices
from tests.forms import submit
from tests.review.factories import AT, make_exact_point, make_report, make_staff, make_text, the_round
from tests.upkeep.factories import make_photo
from tests.upkeep.places import in_english


def counted(session, *roles: str, by: int = 0) -> dict[str, int]:
    return {one.what: one.number for one in notices(session, roles, staff_id=by, now=AT)}


def test_a_reviewer_is_told_what_waits_kind_by_kind(session):
    by = make_staff(session)
    make_text(session, held=True)
    texts = [make_text(session) for _ in range(3)]
    make_text(session, status="accepted")
    make_photo(session, make_report(session))
    session.add(Assignment(item_id=texts[0].id, kind="text", staff_id=by))
    session.flush()
    expected = {waiting.TEXTS: 3, waiting.HELD: 1, waiting.REPORTS: 1, waiting.PHOTOS: 1, waiting.MINE: 1}
    assert counted(session, "reviewer", by=by) == expected
    assert counted(session, "facilitator") == {}


def test_administrators_are_told_of_backups_and_of_points_past_their_day(session):
    assert counted(session, "admin") == {waiting.BACKUPS: 1}
    session.add(Backup(made_at=AT, file="a", size=1, rows=1, revision="0011"))
    make_exact_point(session, make_report(session), erase_on=AT.date() - timedelta(1))
    assert counted(session, "admin") == {waiting.OVERDUE: 1}


def test_rounds_that_need_somebody_are_told(session):
    round = the_round(session)
    round.closes_on = AT.date() - timedelta(1)
    session.flush()
    assert counted(session, "facilitator", "analyst") == {waiting.ENDING: 1}
    round.state = "ended"
    session.flush()
    assert counted(session, "facilitator", "analyst") == {waiting.UNRELEASED: 1}


def test_counting_stops_at_a_hundred_and_asks_as_often_for_a_thousand(app, session):
    asked: list[str] = []
    event.listen(session.get_bind(), "before_cursor_execute", lambda *said: asked.append(said[2]))
    response = make_text(session).response_id
    for _ in range(MOST + 5):
        make_text(session, response_id=response)
    asked.clear()
    assert counted(session, "reviewer") == {waiting.TEXTS: MOST} and len(asked) == 6


def test_the_first_page_has_a_box_and_no_other(signed_in, session):
    make_text(session, "Kalle bor här.")
    session.commit()
    reviewer = in_english(signed_in("reviewer"))
    assert "1 text waits." in reviewer.get("/staff/").text
    assert "1 text waits." not in reviewer.get("/staff/photos").text
    assert "The last backup is more than two days old" in in_english(signed_in("admin")).get("/admin/").text


def test_a_letter_goes_once_a_day_to_those_who_wish_and_says_only_how_much(session):
    letters: list[tuple[str, list[Notice]]] = []

    def send(to: str, found: list[Notice]) -> bool:
        letters.append((to, found))
        return True

    for name in ("Maja Lind", "Amir Haddad"):
        make_staff(session, name)
    maja = make_staff(session, "Eva Ek")
    make_text(session, "Kalle bor här.")
    wish(session, maja, wanted=True)
    session.flush()
    day: dict[str, Any] = {"now": AT, "today": AT.date()}
    assert list(send_digests(session, send, **day)) == []  # no role, nothing waits for her
    add_role(session, maja, "reviewer")
    assert list(send_digests(session, send, **day)) == [True]
    assert list(send_digests(session, send, **day)) == []
    assert letters == [("eva@test.example", [Notice(waiting.TEXTS, 1)])]
    assert list(send_digests(session, lambda *_: False, now=AT, today=date(2026, 10, 7))) == [False]
    wish(session, maja, wanted=False)
    session.flush()
    assert session.scalars(select(DigestWish)).all() == []


def add_role(session, staff_id: int, role: str) -> None:
    session.add(StaffRole(staff_id=staff_id, role=role))
    session.flush()
    session.expire_all()


@pytest.mark.parametrize("wanted", [True, False])
def test_everybody_says_for_themselves_whether_to_get_letters(signed_in, session, wanted):
    facilitator = in_english(signed_in("facilitator"))
    assert "No letters are sent at present" in facilitator.get("/staff/account/digest").text
    submit(facilitator, "/staff/account/digest", {"digest": "yes"} if wanted else {})
    assert len(session.scalars(select(DigestWish)).all()) == int(wanted)

"""Two reviewers at one queue: what one is at work on, the other can't take or decide about."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from dialog.accounts.models import Staff
from dialog.audit.models import AuditEvent
from dialog.places.models import Report
from dialog.review.holding.models import Holding
from dialog.review.models import Coding
from dialog.review.waiting.assigning import assignees, write_assignments
from dialog.review.waiting.filters import Filters
from dialog.review.waiting.kinds import PHOTO, REPORT, TEXT, Waiting
from dialog.review.waiting.models import Assignment, DoneStep, Taking
from dialog.review.waiting.paging import position_of
from dialog.review.waiting.taking import LASTS, forget_items, holders, release, take, take_next
from dialog.texts.models import Text
from tests.forms import submit
from tests.review.factories import AT, DAY, make_photo, make_report, make_response, make_staff, make_text

LATER = AT + LASTS


@pytest.fixture
def two(session: Session) -> tuple[int, int]:
    return make_staff(session), make_staff(session, "Olle Berg")


def test_what_somebody_has_taken_nobody_else_can_take_until_time_is_up(session, two):
    me, other = two
    text = make_text(session)
    assert take(session, TEXT, text.id, by=me, at=AT)
    assert not take(session, TEXT, text.id, by=other, at=LATER - timedelta(seconds=1))
    assert holders(session, [text.id], at=AT)[text.id].name == "Maja Lind"
    assert take(session, TEXT, text.id, by=other, at=LATER)
    assert not take(session, TEXT, text.id, by=me, at=LATER)


def test_working_on_makes_it_last_longer_and_releasing_ends_it(session, two):
    me, other = two
    text = make_text(session)
    take(session, TEXT, text.id, by=me, at=AT)
    assert take(session, TEXT, text.id, by=me, at=AT + timedelta(minutes=9))
    assert not take(session, TEXT, text.id, by=other, at=LATER)
    release(session, text.id, by=other)
    assert not take(session, TEXT, text.id, by=other, at=LATER)
    release(session, text.id, by=me)
    assert take(session, TEXT, text.id, by=other, at=LATER)


def test_next_passes_over_what_others_have_taken_and_what_is_their_task(session, two):
    me, other = two
    taken, task, free, last = (make_text(session, received_on=DAY + timedelta(day)) for day in range(4))
    take(session, TEXT, taken.id, by=other, at=AT)
    write_assignments(session, TEXT, {task.id: other})
    assert take_next(session, Filters(), by=me, at=AT) == free
    assert take_next(session, Filters(), after=position_of(free), by=me, at=AT) == last
    assert take_next(session, Filters(), after=position_of(last), by=me, at=AT) is None
    assert take_next(session, Filters(), by=other, at=AT) == taken
    assert take_next(session, Filters(), by=me, at=LATER) == taken


def test_next_may_be_of_any_kind(session, two):
    report = make_report(session, received_on=DAY + timedelta(1), status="accepted")
    photo = make_photo(session, report, received_on=DAY)
    assert take_next(session, Filters(), by=two[0], at=AT) == photo


def test_many_reviewers_who_press_next_at_once_all_get_something_else(app, session):
    sessions: sessionmaker[Session] = app.extensions["sessions"]
    people = [make_staff(session, f"P{number} P") for number in range(4)]
    response = make_response(session)
    for _ in range(12):
        make_text(session, response_id=response.id)
    session.commit()

    def work(by: int) -> list[UUID]:
        got: list[UUID] = []
        while True:
            with sessions.begin() as own:
                item = take_next(own, Filters(), by=by, at=AT)
                if item is None:
                    return got
                item.status = "accepted"
                got.append(item.id)

    with ThreadPoolExecutor(len(people)) as pool:
        shares = list(pool.map(work, people))
    got = [id for share in shares for id in share]
    assert len(got) == len(set(got)) == 12


def test_of_what_is_gone_for_good_nothing_is_kept(session, two):
    text = make_text(session)
    take(session, TEXT, text.id, by=two[0], at=AT)
    write_assignments(session, TEXT, {text.id: two[1]})
    forget_items(session, [text.id])
    assert not session.scalars(select(Taking)).all() and not session.scalars(select(Assignment)).all()


@pytest.fixture
def reviewer(signed_in) -> FlaskClient:
    client = signed_in("reviewer")
    client.get("/staff/?lang=en")
    return client


@pytest.fixture
def colleague(reviewer: FlaskClient, session: Session) -> int:
    by = make_staff(session, "Olle Berg")
    session.commit()
    return by


def taken_by_colleague(session: Session, item: Waiting, colleague: int, kind: str = TEXT) -> None:
    from_now = session.scalar(select(AuditEvent.at).order_by(AuditEvent.id.desc()).limit(1))
    assert from_now and take(session, kind, item.id, by=colleague, at=from_now)
    session.commit()


def test_the_page_of_what_a_colleague_is_at_can_be_read_but_not_decided(reviewer, session, colleague):
    text = make_text(session, "Mörkt i tunneln.")
    taken_by_colleague(session, text, colleague)
    page = reviewer.get(f"/staff/texts/{text.id}").text
    assert "Mörkt i tunneln." in page and "Olle Berg is working on this until" in page
    assert 'value="accept"' not in page
    assert "Olle Berg is working on it" in reviewer.get("/staff/").text
    for to, data in (("decision", {"do": "accept"}), ("masks", {"words": "Mörkt", "label": "other"})):
        refused = submit(reviewer, f"/staff/texts/{text.id}", data, to=f"/staff/texts/{text.id}/{to}")
        assert refused.status_code == 409
        assert "A colleague is working on this just now." in refused.text
    session.expire_all()
    assert session.get_one(Text, text.id).status == "new"


def test_reading_takes_nothing_but_pressing_next_does(reviewer, session):
    first, second = (make_text(session, received_on=DAY + timedelta(day)) for day in range(2))
    session.commit()
    reviewer.get(f"/staff/texts/{first.id}")
    assert session.scalars(select(Taking)).all() == []
    gone = submit(reviewer, "/staff/", {}, to="/staff/next?language=sv")
    assert (gone.status_code, gone.location) == (303, f"/staff/texts/{first.id}?language=sv")
    on = submit(reviewer, f"/staff/texts/{first.id}", {}, to="/staff/next")
    assert on.location == f"/staff/texts/{second.id}"
    session.expire_all()
    assert [one.item_id for one in session.scalars(select(Taking))] == [second.id]
    end = submit(reviewer, f"/staff/texts/{second.id}", {}, to="/staff/next")
    assert end.location == "/staff/"
    assert "Nothing more in this queue is free." in reviewer.get("/staff/").text


def test_a_decision_leads_on_to_the_next_in_the_same_filter(reviewer, session):
    first, other, last = (
        make_text(session, language=tag, received_on=DAY + timedelta(day)) for day, tag in enumerate(("ar", "sv", "ar"))
    )
    session.commit()
    page = f"/staff/texts/{first.id}"
    done = submit(reviewer, f"{page}?language=ar", {"do": "accept"}, to=f"{page}/decision?language=ar")
    assert done.location == f"/staff/texts/{last.id}?language=ar"
    session.expire_all()
    assert session.get_one(Text, first.id).status == "accepted"
    assert [one.item_id for one in session.scalars(select(Taking))] == [last.id]
    assert session.get_one(Text, other.id).status == "new"


def test_it_can_be_taken_left_and_made_a_task_on_its_page(reviewer, session, colleague):
    text = make_text(session)
    session.commit()
    page, to = f"/staff/texts/{text.id}?kind=text&language=sv", f"/staff/waiting/text/{text.id}"
    submit(reviewer, page, {"do": "take"}, to=f"{to}/taking")
    assert "You are working on this until" in reviewer.get(page).text
    submit(reviewer, page, {"do": "release"}, to=f"{to}/taking")
    assert session.scalars(select(Taking)).all() == []
    me = session.scalars(select(Staff.id).where(Staff.email == "reviewer@test.example")).one()
    submit(reviewer, page, {"to": me}, to=f"{to}/task")
    assert assignees(session, [text.id])[text.id][0] == me
    assert "task of reviewer" in reviewer.get("/staff/?assigned=me").text
    assert "Nothing is here" in reviewer.get("/staff/?assigned=nobody").text
    submit(reviewer, page, {"to": "999"}, to=f"{to}/task")
    assert "Choose somebody in the list." in reviewer.get(page).text
    submit(reviewer, page, {"to": ""}, to=f"{to}/task")
    session.expire_all()
    assert assignees(session, [text.id]) == {}
    logged = {one.action for one in session.scalars(select(AuditEvent).where(AuditEvent.subject == f"text {text.id}"))}
    assert {"assigned", "assignment ended"} <= logged


@pytest.mark.parametrize(
    "address", ["text/00000000-0000-4000-8000-000000000000", "x/00000000-0000-4000-8000-000000000000"]
)
def test_what_is_not_there_cannot_be_taken(reviewer, address):
    assert submit(reviewer, "/staff/", {"do": "take"}, to=f"/staff/waiting/{address}/taking").status_code == 404


def test_the_last_step_is_undone_whatever_it_was(reviewer, session):
    text = make_text(session, "Karin såg allt.")
    session.commit()
    page = f"/staff/texts/{text.id}"
    submit(reviewer, page, {"words": "Karin", "label": "name"}, to=f"{page}/masks")
    submit(reviewer, page, {"codes": ["T1"], "stance": "problem", "code_words": ""}, to=f"{page}/codes")
    submit(reviewer, page, {"do": "set_aside"}, to=f"{page}/decision")

    def undone() -> tuple[str, int, int]:
        answer = submit(reviewer, "/staff/", {}, to="/staff/undo")
        assert answer.location == page
        session.expire_all()
        now = session.get_one(Text, text.id)
        return now.status, len(now.masks), reviewer.get(page).text.count('class="chip"')

    assert undone() == ("accepted", 1, 1)
    assert undone() == ("new", 1, 0)
    assert undone() == ("new", 0, 0)
    assert submit(reviewer, page, {}, to="/staff/undo").location == "/staff/"
    assert "There is nothing of yours to undo." in reviewer.get("/staff/").text


def test_a_code_that_was_removed_is_put_back_and_a_note_that_is_gone_is_said(reviewer, session):
    text = make_text(session, "Karin såg allt.")
    session.commit()
    page, key = f"/staff/texts/{text.id}", {"code": "T1", "stance": "problem", "start": "0", "end": "5"}
    submit(reviewer, page, {"codes": ["T1"], "stance": "problem", "code_words": "Karin"}, to=f"{page}/codes")
    submit(reviewer, page, key, to=f"{page}/codes/off")
    assert not session.scalars(select(Coding)).all()
    assert submit(reviewer, "/staff/", {}, to="/staff/undo").location == page
    session.expire_all()
    assert [(one.code, one.start, one.end) for one in session.scalars(select(Coding))] == [("T1", 0, 5)]
    assert "The note beside the code is gone" not in reviewer.get(page).text
    noted = {"codes": ["T1"], "stance": "problem", "code_words": "Karin", "note": "Se protokollet"}
    submit(reviewer, page, noted, to=f"{page}/codes")
    submit(reviewer, page, key, to=f"{page}/codes/off")
    submit(reviewer, "/staff/", {}, to="/staff/undo")
    assert "The note beside the code is gone" in reviewer.get(page).text
    assert "protokollet" not in str([(one.was, one.became) for one in session.scalars(select(DoneStep))])


def test_what_was_done_with_a_held_text_is_undone_and_holding_by_hand_is_not(signed_in, session):
    text = make_text(session, held=True, suspicion="accusation")
    session.commit()
    page = f"/staff/texts/{text.id}"

    def accepted(client: FlaskClient) -> str:
        submit(client, page, {"do": "accept", "then": ""}, to=f"{page}/decision")
        return client.get(page).text

    def undone(client: FlaskClient) -> tuple[str, bool, int | None]:
        submit(client, page, {}, to="/staff/undo")
        session.expire_all()
        now, holding = session.get_one(Text, text.id), session.get_one(Holding, text.id)
        return now.status, now.held, holding.first_by

    one, other = signed_in("reviewer"), signed_in("reviewer", "analyst")
    for client in (one, other):
        client.get("/staff/?lang=en")
    said = accepted(one)
    assert "You have seen it first." in said and "The text is accepted." not in said
    assert undone(one) == ("new", True, None)
    accepted(one)
    assert "The text is accepted." in accepted(other)
    status, held, first_by = undone(other)
    assert (status, held) == ("new", True) and first_by
    free = make_text(session)
    session.commit()
    submit(one, f"/staff/texts/{free.id}", {"reason": "crime"}, to=f"/staff/texts/{free.id}/holding")
    submit(one, page, {}, to="/staff/undo")
    assert "Somebody else has to accept it too." in one.get("/staff/").text
    assert session.get_one(Text, free.id, populate_existing=True).held


def test_a_decision_about_a_report_leads_on_too(reviewer, session):
    first, last = (make_report(session, received_on=DAY + timedelta(day)) for day in range(2))
    session.commit()
    page = f"/staff/reports/{first.id}"
    done = submit(reviewer, f"{page}?kind=report", {"do": "accept"}, to=f"{page}/decision?kind=report")
    assert done.location == f"/staff/reports/{last.id}?kind=report"
    session.expire_all()
    assert session.get_one(Report, first.id).status == "accepted"
    assert [one.item_id for one in session.scalars(select(Taking))] == [last.id]


def test_what_a_colleague_is_at_of_reports_and_photos_is_not_decided(reviewer, session, colleague):
    report = make_report(session)
    photo = make_photo(session, report)
    for kind, item in ((REPORT, report), (PHOTO, photo)):
        taken_by_colleague(session, item, colleague, kind)
        page = f"/staff/{kind}s/{item.id}"
        shown = reviewer.get(page).text
        assert "Olle Berg is working on this until" in shown and 'value="accept"' not in shown
        refused = submit(reviewer, page, {"do": "accept"}, to=f"{page}/decision")
        assert refused.status_code == 409 and "A colleague is working on this just now." in refused.text
        session.refresh(item)
        assert item.status == "new"


def test_what_somebody_has_changed_since_is_not_undone(reviewer, session, colleague):
    text = make_text(session)
    session.commit()
    page = f"/staff/texts/{text.id}"
    submit(reviewer, page, {"do": "accept"}, to=f"{page}/decision")
    session.get_one(Text, text.id, populate_existing=True).status = "set_aside"
    session.commit()
    submit(reviewer, "/staff/", {}, to="/staff/undo")
    assert "It has been changed since" in reviewer.get("/staff/").text
    assert session.get_one(Text, text.id, populate_existing=True).status == "set_aside"


def test_only_so_many_steps_are_kept_and_none_with_words(reviewer, session, monkeypatch):
    monkeypatch.setattr("dialog.review.waiting.undoing.MOST_STEPS", 2)
    texts = [make_text(session, "Karin såg allt.") for _ in range(3)]
    session.commit()
    for text in texts:
        page = f"/staff/texts/{text.id}"
        submit(reviewer, page, {"words": "Karin", "label": "name"}, to=f"{page}/masks")
    steps = session.scalars(select(DoneStep)).all()
    assert len(steps) == 2 and "Karin" not in str([(one.was, one.became) for one in steps])
    assert REPORT not in {one.kind for one in steps}

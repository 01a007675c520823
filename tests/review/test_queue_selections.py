"""Deciding about many at once: exactly what was previewed, and undone as a whole."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from dialog.accounts.models import Staff
from dialog.audit.models import AuditEvent
from dialog.places.models import Report
from dialog.review.models import StatusChange
from dialog.review.waiting.assigning import assignees, write_assignments
from dialog.review.waiting.kinds import TEXT
from dialog.review.waiting.models import Selection
from dialog.review.waiting.taking import take
from dialog.texts.models import Text
from tests.forms import submit
from tests.review.asking import statements
from tests.review.factories import DAY, make_photo, make_report, make_staff, make_text


@pytest.fixture
def reviewer(signed_in) -> FlaskClient:
    client = signed_in("reviewer")
    client.get("/staff/?lang=en")
    return client


def choose(client: FlaskClient, action: str, address: str = "", **data: object) -> str:
    """Preview what a filter selects; the address of the preview."""
    answer = submit(client, "/staff/", {"action": action, **data}, to=f"/staff/selections{address}")
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def confirm(client: FlaskClient, selection: str) -> TestResponse:
    return submit(client, selection, {}, to=f"{selection}/decision")


def undo(client: FlaskClient, selection: str) -> TestResponse:
    return submit(client, selection, {}, to=f"{selection}/off")


def statuses(session: Session, *items: Text | Report) -> list[str]:
    session.expire_all()
    return [item.status for item in items]


def test_what_was_previewed_is_accepted_and_not_what_came_since(reviewer, session):
    arabic = [make_text(session, f"نص {number}", language="ar") for number in range(3)]
    other = make_text(session)
    session.commit()
    selection = choose(reviewer, "accept", "?language=ar")
    preview = reviewer.get(selection).text
    assert "Accept 3 of the queue" in preview and "نص 1" in preview and "All of them" in preview
    assert statuses(session, *arabic) == ["new"] * 3
    late = make_text(session, language="ar")
    session.commit()
    confirm(reviewer, selection)
    assert statuses(session, *arabic, other, late) == ["accepted"] * 3 + ["new", "new"]
    assert "Done with all 3." in reviewer.get(selection).text
    assert session.scalar(select(func.count()).select_from(StatusChange)) == 3
    logged = session.scalars(select(AuditEvent).where(AuditEvent.action == "selection: accept")).one()
    assert logged.details["number"] == 3


def test_one_undo_takes_the_whole_back(reviewer, session):
    text, report = make_text(session), make_report(session)
    inside = make_text(session, report_id=report.id)
    session.commit()
    selection = choose(reviewer, "set_aside")
    confirm(reviewer, selection)
    assert statuses(session, text, report, inside) == ["set_aside"] * 3
    undo(reviewer, selection)
    assert statuses(session, text, report, inside) == ["new"] * 3
    assert "It has been undone." in reviewer.get(selection).text
    assert session.scalars(select(Selection)).one().state == "undone"


def test_what_has_changed_since_is_left_as_it_is_and_said(reviewer, session):
    first, second = make_text(session), make_text(session)
    session.commit()
    selection = choose(reviewer, "accept")
    second.status = "duplicate"
    session.commit()
    confirm(reviewer, selection)
    page = reviewer.get(selection).text
    assert "Done with 1 of 2." in page and "1 is left as it is: somebody was quicker." in page
    first.status = "set_aside"
    session.commit()
    undo(reviewer, selection)
    assert statuses(session, first, second) == ["set_aside", "duplicate"]


def test_what_a_colleague_is_at_and_what_is_held_is_left_out(reviewer, session):
    plain, held, taken = make_text(session), make_text(session, held=True, suspicion="crime"), make_text(session)
    make_photo(session, make_report(session, status="accepted"))
    other = make_staff(session)
    at = session.scalars(select(AuditEvent.at).order_by(AuditEvent.id.desc())).first()
    assert at and take(session, TEXT, taken.id, by=other, at=at)
    session.commit()
    selection = choose(reviewer, "accept")
    assert "Accept 1 of the queue" in reviewer.get(selection).text
    confirm(reviewer, selection)
    assert statuses(session, plain, held, taken) == ["accepted", "new", "new"]


def test_many_become_a_task_and_are_given_back(reviewer, session):
    other = make_staff(session)
    me = session.scalars(select(Staff.id).where(Staff.email == "reviewer@test.example")).one()
    free, his = make_text(session), make_text(session)
    write_assignments(session, TEXT, {his.id: other})
    session.commit()
    selection = choose(reviewer, "assign", to=me)
    assert "They become the task of reviewer." in reviewer.get(selection).text
    confirm(reviewer, selection)
    assert {id for id, _ in assignees(session, [free.id, his.id]).values()} == {me}
    undo(reviewer, selection)
    session.expire_all()
    assert {item: id for item, (id, _) in assignees(session, [free.id, his.id]).items()} == {his.id: other}


def test_pressing_twice_does_it_once(reviewer, session):
    make_text(session)
    session.commit()
    selection = choose(reviewer, "accept")
    confirm(reviewer, selection)
    reviewer.get(selection)
    confirm(reviewer, selection)
    assert "That is done already." in reviewer.get(selection).text
    assert session.scalar(select(func.count()).select_from(StatusChange)) == 1
    undo(reviewer, selection)
    undo(reviewer, selection)
    assert session.scalar(select(func.count()).select_from(StatusChange)) == 2


def test_only_so_many_are_selected_the_oldest(reviewer, session, monkeypatch):
    monkeypatch.setattr("dialog.review.waiting.selecting.MOST_SELECTED", 2)
    monkeypatch.setattr("dialog.review.waiting.staff_selecting.MOST_SELECTED", 2)
    texts = [make_text(session, received_on=DAY + timedelta(day)) for day in range(3)]
    session.commit()
    selection = choose(reviewer, "accept")
    assert "These are the oldest 2; there may be more." in reviewer.get(selection).text
    confirm(reviewer, selection)
    assert statuses(session, *texts) == ["accepted", "accepted", "new"]


def test_nothing_to_select_is_said(reviewer, session):
    assert choose(reviewer, "accept") == "/staff/"
    assert "There is nothing here that this can be done to." in reviewer.get("/staff/").text
    make_text(session)
    session.commit()
    assert choose(reviewer, "assign", to="999") == "/staff/"
    assert submit(reviewer, "/staff/", {"action": "destroy"}, to="/staff/selections").status_code == 400


def test_a_selection_is_nobody_elses(reviewer, signed_in, session):
    make_text(session)
    session.commit()
    selection = choose(reviewer, "accept")
    colleague = signed_in("reviewer", "analyst")
    assert colleague.get(selection).status_code == 404


def test_a_preview_asks_the_database_as_often_for_many_as_for_few(reviewer, session, app):
    def asked() -> int:
        selection = choose(reviewer, "accept")
        with statements(app) as made:
            reviewer.get(selection)
        return len(made)

    make_text(session)
    session.commit()
    asked()
    few = asked()
    for _ in range(9):
        make_text(session)
    session.commit()
    assert asked() == few

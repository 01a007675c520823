"""Administrators search the log, take it out and look whether it is whole."""

import csv
import io
import json
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, select, text
from sqlalchemy.orm import Session

from dialog.accounts.queries import staff_by_email
from dialog.accounts.trail.asked import address_of, wanted_from
from dialog.audit.actions import record
from dialog.audit.looks import look, look_at_list
from dialog.audit.models import AuditEvent
from dialog.audit.queries import Wanted, every_event, find_events, known_actions
from tests.audit.test_chain import without_triggers
from tests.forms import submit

LOG = "/admin/log"
SEEN, LISTED = uuid4(), uuid4()


@pytest.fixture
def admin(signed_in) -> FlaskClient:
    return signed_in("admin")


@pytest.fixture
def busy(session: Session, signed_in) -> int:
    """A log with looks of a reviewer, whose id it gives."""
    signed_in("reviewer")
    found = staff_by_email(session, "reviewer@test.example")
    assert found
    look(session, "text", SEEN, by=found.id)
    look_at_list(session, "text", [SEEN, LISTED], by=found.id)
    look_at_list(session, "text", [], by=found.id)
    record(session, "areas loaded", "division deso", areas=3)
    session.commit()
    return found.id


def found(session: Session, **wanted) -> list[str]:
    return [event.action for event in find_events(session, Wanted(**wanted))]


def test_lines_are_found_by_who_what_and_when(session: Session, busy: int) -> None:
    assert found(session, staff_id=busy) == ["texts listed", "text seen", "signed in"]
    assert found(session, staff_id=0) == ["areas loaded", "staff added"]
    assert found(session, action="areas loaded") == ["areas loaded"]
    today = datetime.now(UTC).date()
    assert len(found(session, since=today, until=today)) == 5
    assert found(session, until=today - timedelta(days=1)) == []
    assert found(session, since=today + timedelta(days=1)) == []


def test_a_look_is_found_by_the_thing_also_where_it_stood_in_a_list(session: Session, busy: int) -> None:
    assert found(session, kind="text", id=str(SEEN)) == ["texts listed", "text seen"]
    assert found(session, kind="text", id=str(LISTED)) == ["texts listed"]
    assert found(session, kind="text") == ["text seen"]
    assert found(session, kind="tex_") == found(session, kind="text", id="%") == []


def test_the_pages_of_the_log_go_on_by_line(admin, session: Session) -> None:
    for number in range(120):
        record(session, "text seen", f"text {number}")
        session.commit()
    page, seen = LOG, []
    while page:
        html = admin.get(page).text
        seen += [int(part.split("<")[0]) for part in html.split('<th scope="row">')[1:]]
        page = (
            html.split('rel="next"')[0].rpartition('href="')[2].split('"')[0].replace("&amp;", "&")
            if 'rel="next"' in html
            else ""
        )
    assert seen == sorted(seen, reverse=True) and len(seen) == len(set(seen)) == 122
    back = admin.get(f"{LOG}?after={seen[50]}").text
    assert f'<th scope="row">{seen[49]}</th>' in back and f'<th scope="row">{seen[50]}</th>' not in back


@pytest.mark.parametrize(
    "asked",
    [
        "who=x&since=never&until=9999-99-99",
        "kind=%00&id=x&action=%27",
        "before=abc&after=-1",
        "who=99999999999",
        "before=1",
    ],
)
def test_a_question_that_makes_no_sense_is_answered(admin, asked: str) -> None:
    assert admin.get(f"{LOG}?{asked}").status_code == 200


def test_what_is_asked_stands_in_the_address_and_comes_back() -> None:
    asked = {"who": "0", "action": "text seen", "kind": "text", "id": "1", "since": "2026-01-02", "until": "2026-01-03"}
    wanted = wanted_from(asked)
    assert wanted == Wanted(0, "text seen", "text", "1", date(2026, 1, 2), date(2026, 1, 3))
    assert address_of(wanted) == asked
    assert wanted_from({"kind": "text", "id": " 1 "}) == Wanted(kind="text", id="1")
    assert wanted_from({"kind": "text"}) == Wanted(kind="text")
    assert wanted_from({"id": "1"}) == Wanted()


def test_the_log_is_taken_out_as_csv_that_no_spreadsheet_runs(admin, busy: int, session: Session) -> None:
    record(session, "areas loaded", "division =1+1", source="=HYPERLINK(1)")
    session.commit()
    answer = admin.get(f"{LOG}/export.csv?action=areas+loaded")
    assert answer.mimetype == "text/csv" and "attachment" in answer.headers["Content-Disposition"]
    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert [row[5] for row in rows] == ["subject", "division deso", "division =1+1"]
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_the_log_is_taken_out_as_json_with_its_seals_and_that_is_logged(admin, busy: int, session: Session) -> None:
    lines = json.loads(admin.get(f"{LOG}/export.json?who={busy}").text)
    assert [line["action"] for line in lines] == ["signed in", "text seen", "texts listed"]
    kept = session.scalars(select(AuditEvent).where(AuditEvent.staff_id == busy).order_by(AuditEvent.id)).all()
    assert [line["seal"] for line in lines] == [event.seal for event in kept]
    taken = session.scalars(select(AuditEvent).where(AuditEvent.action == "log taken out")).one()
    assert taken.details == {"format": "json", "asked": {"who": str(busy)}}
    assert json.loads(admin.get(f"{LOG}/export.json?action=nothing").text) == []
    assert admin.get(f"{LOG}/export.xlsx").status_code == 404


def test_an_export_of_many_lines_reads_them_a_thousand_at_a_time(app: Flask, session: Session) -> None:
    for number in range(2_100):
        record(session, "text seen", f"text {number}")
    session.commit()
    statements: list[str] = []
    engine = app.extensions["sessions"].kw["bind"]
    note = lambda *args: statements.append(args[2])  # noqa: E731
    event.listen(engine, "before_cursor_execute", note)
    with app.extensions["sessions"]() as own:
        assert [line.id for line in every_event(own, Wanted())] == list(range(1, 2_101))
    event.remove(engine, "before_cursor_execute", note)
    assert len(statements) == 3


def test_what_the_log_tells_of_is_listed_once(session: Session, busy: int) -> None:
    assert known_actions(session) == ["areas loaded", "signed in", "staff added", "text seen", "texts listed"]


def test_the_log_page_takes_as_many_questions_for_many_lines_as_for_few(app: Flask, admin, session: Session) -> None:
    def asked() -> int:
        statements: list[str] = []
        engine = app.extensions["sessions"].kw["bind"]
        note = lambda *args: statements.append(args[2])  # noqa: E731
        event.listen(engine, "before_cursor_execute", note)
        assert admin.get(LOG).status_code == 200
        event.remove(engine, "before_cursor_execute", note)
        return len(statements)

    few = asked()
    for number in range(40):
        record(session, "signed in", f"staff {number}")
    session.commit()
    assert asked() == few


def test_a_whole_log_is_said_to_be_whole_and_a_broken_line_is_named(admin, session: Session, busy: int) -> None:
    whole = submit(admin, LOG, {}, to=f"{LOG}/verify").text
    assert session.scalars(select(AuditEvent.seal).order_by(AuditEvent.id.desc())).all()[1] in whole
    assert 'class="callout callout-good"' in whole
    without_triggers(session, "UPDATE audit_event SET subject = 'text 9' WHERE id = 2")
    session.commit()
    broken = submit(admin, LOG, {}, to=f"{LOG}/verify").text
    assert 'class="callout"' in broken and " 2 " in broken.split('class="callout"')[1][:400]
    if session.get_bind().dialect.name == "postgresql":
        for table in ("audit_event", "audit_anchor"):
            session.execute(text(f"ALTER TABLE {table} ENABLE TRIGGER USER"))
        session.commit()

"""The log is chained: what is changed, taken out, put in or cut off is found, and named."""

import json
from datetime import datetime, timedelta
from threading import Barrier, Thread

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from dialog.audit.actions import NotAppendOnly, record
from dialog.audit.chain import Broken, Line, canonical, first_broken, seal_line
from dialog.audit.models import AuditEvent, AuditHead
from dialog.audit.verifying import bears, verify_log
from dialog.db import sessions
from dialog.survey.actions import submit_response
from tests.factories import make_round

KEY = b"a key of thirty-two bytes in all"
AT = datetime(2026, 10, 1, 12, 0)
WORDS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"))
DETAILS = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)


def chain(number: int) -> list[tuple[Line, str]]:
    lines, seal = [], ""
    for id in range(1, number + 1):
        line = Line(id, AT + timedelta(seconds=id), 1, "text seen", f"text {id}", {"number": id}, seal)
        seal = seal_line(KEY, line)
        lines.append((line, seal))
    return lines


def test_a_chain_that_nobody_touched_is_whole():
    broken, last, _seal = first_broken(KEY, chain(9))
    assert (broken, last) == (None, 9)


@given(st.integers(1, 8), st.sampled_from(["at", "staff_id", "action", "subject", "details"]))
def test_a_changed_line_is_named_whatever_of_it_was_changed(place, part):
    lines = chain(8)
    line, seal = lines[place - 1]
    other = {"at": AT, "staff_id": 2, "action": "x", "subject": "text 0", "details": {}}[part]
    kept = {name: getattr(line, name) for name in Line.__slots__}
    lines[place - 1] = (Line(**(kept | {part: other})), seal)
    assert first_broken(KEY, lines)[0] == Broken(place, "changed")


@given(st.integers(1, 7))
def test_a_line_taken_out_is_missed_by_the_next(place):
    lines = chain(8)
    del lines[place - 1]
    assert first_broken(KEY, lines)[0] == Broken(place + 1, "gap")


def test_whoever_has_only_the_database_can_not_seal_a_line_anew():
    lines = chain(3)
    line, _seal = lines[1]
    forged = Line(2, line.at, line.staff_id, "signed in", line.subject, line.details, line.previous)
    lines[1] = (forged, seal_line(b"a key that somebody else guessed", forged))
    assert first_broken(KEY, lines)[0] == Broken(2, "changed")


@given(DETAILS)
def test_what_is_sealed_reads_the_same_after_the_database_kept_it_as_json(details):
    assert canonical(json.loads(canonical(details))) == canonical(details)


def test_recorded_lines_are_chained_in_their_order(session: Session) -> None:
    for number in range(3):
        record(session, "text seen", f"text {number}", by=None, words=["å", "ä"], number=number)
        session.commit()
    record(session, "text seen", "text 3")
    record(session, "text seen", "text 4")
    session.commit()
    verdict = verify_log(session)
    assert (verdict.lines, verdict.last, verdict.broken) == (5, 5, None)
    subjects = session.scalars(select(AuditEvent.subject).order_by(AuditEvent.id)).all()
    assert subjects == [f"text {number}" for number in range(5)]


def test_the_newest_lines_alone_can_be_looked_at(session: Session) -> None:
    write(session, 9)
    verdict = verify_log(session, newest=4)
    assert (verdict.lines, verdict.older, verdict.last, verdict.broken) == (4, 5, 9, None)
    assert verify_log(session, newest=20).lines == 9
    without_triggers(session, "UPDATE audit_event SET subject = 'x' WHERE id = 7")
    assert verify_log(session, newest=4).broken == Broken(7, "changed")
    session.rollback()


def test_a_line_can_be_read_before_the_commit_by_who_recorded_it(session: Session) -> None:
    record(session, "text seen", "text 1")
    assert session.scalars(select(AuditEvent.action)).all() == ["text seen"]
    session.commit()
    assert verify_log(session).lines == 1


def test_what_is_rolled_back_leaves_no_line(session: Session) -> None:
    record(session, "text seen", "text 1")
    session.rollback()
    record(session, "text seen", "text 2")
    session.commit()
    assert session.scalars(select(AuditEvent.subject)).all() == ["text 2"]


def test_what_a_savepoint_takes_back_leaves_no_line(session: Session) -> None:
    record(session, "text seen", "text 1")
    session.execute(text("UPDATE staff SET name = name"))  # SQLite begins only when something is written
    savepoint = session.begin_nested()
    record(session, "text seen", "text 2")
    savepoint.rollback()
    with session.begin_nested():
        record(session, "text seen", "text 3")
    session.commit()
    assert session.scalars(select(AuditEvent.subject).order_by(AuditEvent.id)).all() == ["text 1", "text 3"]


def test_a_session_that_was_closed_takes_its_lines_with_it(app: Flask) -> None:
    with app.extensions["sessions"]() as session:
        record(session, "text seen", "text 1")
        session.close()
        session.execute(text("SELECT 1"))
        session.commit()
        assert verify_log(session).lines == 0


def test_without_the_key_nothing_is_recorded(database_url: str) -> None:
    maker = sessions(database_url)
    with maker() as session:
        record(session, "text seen", "text 1")
        with pytest.raises(ValueError, match="log_key"):
            session.commit()
    maker.kw["bind"].dispose()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit_event SET subject = 'text 9' WHERE id = 1",
        "UPDATE audit_event SET id = 9 WHERE id = 2",
        "DELETE FROM audit_event WHERE id = 1",
        "DELETE FROM audit_event",
    ],
)
def test_the_database_itself_refuses_to_change_the_log(session: Session, change: str) -> None:
    write(session, 2)
    with pytest.raises(DBAPIError, match="only added to"):
        session.execute(text(change))
    session.rollback()
    assert verify_log(session).broken is None


@pytest.mark.postgres
def test_postgresql_refuses_to_empty_the_log(session: Session) -> None:
    write(session, 1)
    with pytest.raises(DBAPIError, match="only added to"):
        session.execute(text("TRUNCATE audit_event"))


def test_an_object_of_the_log_can_be_neither_changed_nor_deleted(session: Session) -> None:
    write(session, 1)
    line = session.scalars(select(AuditEvent)).one()
    line.action = "nothing happened"
    with pytest.raises(NotAppendOnly):
        session.flush()
    session.rollback()
    session.delete(session.scalars(select(AuditEvent)).one())
    with pytest.raises(NotAppendOnly):
        session.flush()


TAMPERED = [
    ("UPDATE audit_event SET subject = 'text 9' WHERE id = 2", Broken(2, "changed")),
    ("DELETE FROM audit_event WHERE id = 1", Broken(2, "gap")),
    ("DELETE FROM audit_event WHERE id = 2", Broken(3, "gap")),
    ("DELETE FROM audit_event WHERE id = 3", Broken(3, "cut")),
    ("DELETE FROM audit_head", Broken(1, "cut")),
    (
        "INSERT INTO audit_anchor (last, last_seal, lines, at, decision, seal) "
        "VALUES (2, (SELECT seal FROM audit_event WHERE id = 2), 2, '2026-01-01 00:00:00', 'none', 'x')",
        Broken(2, "anchor"),
    ),
]


@pytest.mark.parametrize(("tampering", "expected"), TAMPERED)
def test_whoever_takes_the_triggers_away_is_found_out_all_the_same(session: Session, tampering, expected) -> None:
    write(session, 3)
    without_triggers(session, tampering)
    assert verify_log(session).broken == expected
    session.rollback()


def test_who_cuts_the_end_off_and_mends_the_head_is_found_by_a_seal_noted_elsewhere(session: Session) -> None:
    write(session, 3)
    noted = verify_log(session).head
    assert bears(session, noted)
    seal = session.get_one(AuditEvent, 2).seal
    without_triggers(session, "DELETE FROM audit_event WHERE id = 3")
    session.execute(text("UPDATE audit_head SET last = 2, seal = :seal"), {"seal": seal})
    assert verify_log(session).broken is None
    assert not bears(session, noted)
    session.rollback()


def test_many_who_write_at_once_make_one_chain(app: Flask) -> None:
    together = Barrier(6)

    def work(who: int) -> None:
        together.wait()
        for number in range(5):
            with app.extensions["sessions"].begin() as session:
                record(session, "text seen", f"text {who}-{number}")

    threads = [Thread(target=work, args=(who,)) for who in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with app.extensions["sessions"]() as session:
        verdict = verify_log(session)
        assert (verdict.lines, verdict.last, verdict.broken) == (30, 30, None)


@pytest.mark.postgres
def test_a_resident_does_not_wait_for_who_writes_to_the_log(app: Flask, session: Session) -> None:
    """The end of the chain is held until the commit; what residents send does not touch it."""
    round_id = make_round(session)
    session.commit()
    with app.extensions["sessions"]() as staff:
        record(staff, "text seen", "text 1")
        staff.scalars(select(AuditEvent)).all()  # takes hold of the end
        session.execute(text("SET LOCAL lock_timeout = '2s'"))
        submit_response(
            session, round=round_id, language="sv", channel="web", area_id=None, answers={}, texts={}, on=AT.date()
        )
        session.commit()
        with app.extensions["sessions"]() as other:
            other.execute(text("SET lock_timeout = '50ms'"))
            record(other, "text seen", "text 2")
            with pytest.raises(DBAPIError, match="lock timeout"):
                other.commit()
        staff.commit()


def write(session: Session, number: int) -> None:
    for line in range(1, number + 1):
        record(session, "text seen", f"text {line}")
        session.commit()


def without_triggers(session: Session, change: str) -> None:
    """As somebody would who owns the database; in a transaction that the test takes back."""
    if session.get_bind().dialect.name == "postgresql":
        for table in ("audit_event", "audit_anchor"):
            session.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
    else:
        for name in session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all():
            session.execute(text(f"DROP TRIGGER {name}"))
    session.execute(text(change))


def test_the_head_is_one_row(session: Session) -> None:
    write(session, 3)
    assert [(head.id, head.last) for head in session.scalars(select(AuditHead))] == [(1, 3)]

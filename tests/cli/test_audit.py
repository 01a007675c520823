"""flask audit …"""

from sqlalchemy import text

from dialog.audit.actions import record
from tests.audit.test_chain import without_triggers


def test_a_whole_log_ends_with_0_and_gives_a_seal_to_note(run, session):
    record(session, "text seen", "text 1")
    session.commit()
    ended = run("audit", "verify")
    assert ended.code == 0 and "1 lines up to line 1" in ended.out
    seal = ended.out.split()[-1]
    assert run("audit", "verify", "--noted", seal).code == 0
    assert run("audit", "verify", "--noted", "f" * 64).code == 1


def test_an_empty_log_is_whole(run):
    assert run("audit", "verify").code == 0


def test_a_broken_log_ends_with_1_and_the_line_is_named(run, session):
    for number in range(3):
        record(session, "text seen", f"text {number}")
    session.commit()
    without_triggers(session, "UPDATE audit_event SET action = 'x' WHERE id = 2")
    session.commit()
    ended = run("audit", "verify")
    assert (ended.code, ended.out) == (1, "") and "Line 2 is not as it was written" in ended.err
    if session.get_bind().dialect.name == "postgresql":
        for table in ("audit_event", "audit_anchor"):
            session.execute(text(f"ALTER TABLE {table} ENABLE TRIGGER USER"))
        session.commit()


def test_a_log_that_can_not_be_read_ends_with_2(run, session):
    version = session.scalar(text("SELECT version_num FROM alembic_version"))
    session.execute(text("DELETE FROM alembic_version"))
    session.commit()
    ended = run("audit", "verify")
    session.execute(text("INSERT INTO alembic_version VALUES (:version)"), {"version": version})
    session.commit()
    assert ended.refused("The database is not ready")

"""What was in the log before it was chained becomes the beginning of the chain."""

from datetime import datetime

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.audit.verifying import verify_log
from dialog.db import downgrade, make_engine, sessions, upgrade

KEY = b"a key of thirty-two bytes in all"
OLD = text("INSERT INTO audit_event (id, at, action, subject, details) VALUES (:id, :at, 'x', 'text å', :details)")


@pytest.fixture
def engine(database_url: str):
    engine = make_engine(database_url)
    yield engine
    upgrade(engine, log_key=KEY)
    engine.dispose()


def test_old_lines_are_chained_in_their_order_and_new_ones_follow(engine, database_url: str) -> None:
    downgrade(engine, "0009")
    with Session(engine) as session, session.begin():
        for id in (2, 5, 6):  # a transaction that failed leaves a gap
            details = '{"number": 3, "words": ["å", null]}'
            session.execute(OLD, {"id": id, "at": datetime(2026, 5, 4, 12, id), "details": details})
    upgrade(engine, log_key=KEY)
    maker = sessions(database_url, log_key=KEY)
    with maker() as session:
        verdict = verify_log(session)
        assert (verdict.lines, verdict.last, verdict.broken) == (3, 3, None)
        record(session, "text seen", "text 1")
        session.commit()
        assert verify_log(session).last == 4
    maker.kw["bind"].dispose()
    downgrade(engine, "0009")
    with Session(engine) as session:
        assert session.execute(text("SELECT count(*) FROM audit_event")).scalar_one() == 4


def test_without_the_key_nothing_is_migrated(engine) -> None:
    downgrade(engine, "0009")
    with Session(engine) as session, session.begin():
        session.execute(OLD, {"id": 1, "at": datetime(2026, 5, 4), "details": "{}"})
    with pytest.raises(RuntimeError, match="knows the key"):
        upgrade(engine)

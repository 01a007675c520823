"""Old lines of the log go one way only, and leave a note that can't be forged."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from dialog.audit import actions
from dialog.audit.actions import record
from dialog.audit.models import AuditAnchor, AuditEvent
from dialog.audit.purging import TooYoung, purge_log, purgeable_lines
from dialog.audit.verifying import bears, verify_log

TODAY = datetime.now(UTC).date()
DECISION = "KS 2026/17 § 4"


@pytest.fixture
def old_log(session: Session, monkeypatch: pytest.MonkeyPatch) -> Session:
    """Five lines: three from three years ago, two from last month."""
    for days in (1100, 1099, 1098, 31, 30):
        monkeypatch.setattr(actions, "datetime", _clock(days))
        record(session, "text seen", f"text {days}")
        session.commit()
    monkeypatch.undo()
    return session


def _clock(days: int) -> type[datetime]:
    class Earlier(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) - timedelta(days=days)

    return Earlier


def test_what_would_go_is_counted_before_it_goes(old_log: Session) -> None:
    assert purgeable_lines(old_log, before=TODAY - timedelta(days=730)) == 3


def test_old_lines_go_and_the_rest_is_still_a_whole_chain(old_log: Session) -> None:
    noted = old_log.get_one(AuditEvent, 3).seal
    assert purge_log(old_log, before=TODAY - timedelta(days=730), decision=DECISION) == 3
    old_log.commit()
    verdict = verify_log(old_log)
    assert (verdict.broken, verdict.lines, verdict.last) == (None, 3, 6)
    assert old_log.scalars(select(AuditEvent.action).order_by(AuditEvent.id)).all()[-1] == "log purged"
    anchor = old_log.scalars(select(AuditAnchor)).one()
    assert (anchor.last, anchor.lines, anchor.decision) == (3, 3, DECISION)
    assert bears(old_log, noted)  # a seal noted of a line that went is still known


def test_purging_twice_leaves_two_notes(old_log: Session) -> None:
    purge_log(old_log, before=TODAY - timedelta(days=1098), decision=DECISION)
    purge_log(old_log, before=TODAY - timedelta(days=730), decision=DECISION)
    old_log.commit()
    assert verify_log(old_log).broken is None
    assert [one.last for one in old_log.scalars(select(AuditAnchor).order_by(AuditAnchor.last))] == [2, 3]


def test_a_note_can_not_be_changed_and_opens_no_way_to_younger_lines(old_log: Session) -> None:
    purge_log(old_log, before=TODAY - timedelta(days=730), decision=DECISION)
    old_log.commit()
    for change in ("UPDATE audit_anchor SET lines = 1", "DELETE FROM audit_anchor", "DELETE FROM audit_event"):
        with pytest.raises(DBAPIError, match="only added to"):
            old_log.execute(text(change))
        old_log.rollback()


def test_lines_of_the_last_year_stay(old_log: Session) -> None:
    with pytest.raises(TooYoung):
        purge_log(old_log, before=TODAY - timedelta(days=364), decision=DECISION)


def test_nothing_goes_without_a_decision(old_log: Session) -> None:
    with pytest.raises(ValueError, match="decision"):
        purge_log(old_log, before=date(2024, 1, 1), decision=" ")


def test_where_nothing_is_old_nothing_is_noted(old_log: Session) -> None:
    assert purge_log(old_log, before=TODAY - timedelta(days=2000), decision=DECISION) == 0
    assert not old_log.scalars(select(AuditAnchor)).all()

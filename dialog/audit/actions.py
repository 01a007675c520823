"""Writing the log: lines are kept aside until the transaction ends, and only then sealed and added.

So nobody holds the end of the chain, for which all who add to the log have to wait, longer than it takes to commit.
"""

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import event, update
from sqlalchemy.orm import ORMExecuteState, Session, SessionTransaction

from dialog.audit.chain import BEGINNING, Line, canonical, seal_line
from dialog.audit.models import AuditEvent, AuditHead
from dialog.db import upsert

_ASIDE = "log lines"  # in session.info: [(savepoint or None, line)]


class NotAppendOnly(RuntimeError):
    """Someone tried to change or delete a row of the log."""


def record(session: Session, action: str, subject: str, *, by: int | None = None, **details: Any) -> None:
    """Add one line to the log, in the transaction of what it tells of.

    Details are words, whole numbers, and lists and dicts of them; never what a resident wrote.
    """
    if not session.in_transaction():
        session.begin()  # so that what ends this transaction, whatever it is, ends the line's waiting too
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    line = AuditEvent(at=now, staff_id=by, action=action, subject=subject, details=json.loads(canonical(details)))
    session.info.setdefault(_ASIDE, []).append((session.get_nested_transaction(), line))


def lines_aside(session: Session) -> int:
    """How many lines were recorded and wait for the commit."""
    return len(session.info.get(_ASIDE, ()))


def _add_lines(session: Session) -> None:
    """Seal what is kept aside and add it to the chain, whose end is ours until this transaction is over."""
    session.flush()
    lines = [line for _savepoint, line in session.info.pop(_ASIDE)]
    last, seal = _hold_end(session, len(lines))
    for place, line in enumerate(lines, start=last - len(lines) + 1):
        line.id, line.previous = place, seal
        line.seal = seal = seal_line(session.info.get("log_key", b""), _sealed_part(line))
    session.add_all(lines)
    session.flush()
    session.execute(update(AuditHead).values(seal=seal))


def _sealed_part(line: AuditEvent) -> Line:
    return Line(line.id, line.at, line.staff_id, line.action, line.subject, line.details, line.previous)


def _hold_end(session: Session, more: int) -> tuple[int, str]:
    """The place of the last line when `more` are added, and the seal of the last one that is there.

    Writing first is what makes others wait: PostgreSQL locks the row, SQLite the file.
    """
    first = upsert(session, AuditHead).values(id=1, last=more, seal=BEGINNING)
    held = first.on_conflict_do_update(index_elements=["id"], set_={"last": AuditHead.last + more})
    row = session.execute(held.returning(AuditHead.last, AuditHead.seal)).one()
    return row.last, row.seal


@event.listens_for(Session, "before_commit")
def _before_commit(session: Session) -> None:
    if session.info.get(_ASIDE) and not session.in_nested_transaction():
        _add_lines(session)


@event.listens_for(Session, "do_orm_execute")
def _before_reading(state: ORMExecuteState) -> None:
    """Whoever reads the log in the same transaction finds the own lines there."""
    if not state.session.info.get(_ASIDE):  # asked first: it is so for every query of every resident
        return
    if state.is_select and any(mapper.class_ is AuditEvent for mapper in state.all_mappers):
        _add_lines(state.session)


@event.listens_for(Session, "after_soft_rollback")
def _after_rollback(session: Session, undone: SessionTransaction) -> None:
    if aside := session.info.get(_ASIDE):
        session.info[_ASIDE] = [(savepoint, line) for savepoint, line in aside if savepoint is not undone]


@event.listens_for(Session, "after_transaction_end")
def _after_transaction(session: Session, ended: SessionTransaction) -> None:
    if ended.parent is None:
        session.info.pop(_ASIDE, None)


@event.listens_for(AuditEvent, "before_update")
@event.listens_for(AuditEvent, "before_delete")
def _refuse(*_: object) -> None:
    raise NotAppendOnly("the log is only added to")

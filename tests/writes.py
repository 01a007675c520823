"""Watches what pages write: all of it committed, and none of it by a GET, which may only add to the audit log."""

from flask import Flask, Response, g, has_request_context, request
from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction, sessionmaker

from dialog.audit.actions import lines_aside

# staff_session: when somebody signed in was last seen. audit_head: where the log's chain ends.
BY_A_GET = {"audit_event", "audit_head", "staff_session"}
# Whoever comes back from a sign-on service does so by a GET; the state that it bears takes the place of a form's token.
BACK_FROM_ELSEWHERE = {"staff", "staff_role", "staff_identity", "second_factor"}


def watch_writes(app: Flask) -> None:
    sessions: sessionmaker[Session] = app.extensions["sessions"]
    event.listen(sessions, "after_flush", _note_flush)
    event.listen(sessions, "do_orm_execute", _note_statement)
    event.listen(sessions, "after_commit", _forget)
    event.listen(sessions, "after_rollback", _forget)
    app.after_request(_nothing_left_unsaved)


def _note_flush(session: Session, _context: UOWTransaction) -> None:
    changed = [*session.new, *session.deleted, *(one for one in session.dirty if session.is_modified(one))]
    _note(session, {str(one.__tablename__) for one in changed})


def _note_statement(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        table = getattr(state.statement, "table", None)
        _note(state.session, {str(getattr(table, "name", table))})


def _note(session: Session, tables: set[str]) -> None:
    if tables and has_request_context():
        session.info.setdefault("unsaved", set()).update(tables)
        g.setdefault("written", set()).update(tables)


def _forget(session: Session) -> None:
    session.info.pop("unsaved", None)


def _nothing_left_unsaved(response: Response) -> Response:
    session: Session | None = g.get("db")
    if session is not None:
        pending = [*session.new, *session.deleted, *(one for one in session.dirty if session.is_modified(one))]
        unsaved = session.info.get("unsaved", set()) | {str(one.__tablename__) for one in pending}
        assert not unsaved, f"{request.method} {request.path} wrote to {unsaved} without commit()"
        assert not lines_aside(session), f"{request.method} {request.path} recorded something without commit()"
    if request.method in ("GET", "HEAD"):
        back = request.endpoint == "staff_door.back_from_elsewhere"
        written = g.get("written", set()) - BY_A_GET - (BACK_FROM_ELSEWHERE if back else set())
        assert not written, f"GET {request.path} wrote to {written}"
    return response

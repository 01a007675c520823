"""What reviewers press to go on, to take and release, to make something a colleague's task, and to undo."""

from uuid import UUID

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.review.changes import Answer
from dialog.review.forms import number_from, position_from, same_filters
from dialog.review.frame import go_on, page_of
from dialog.review.sentences import PROBLEMS
from dialog.review.waiting.asked import uuid_from
from dialog.review.waiting.assigning import assign
from dialog.review.waiting.kinds import KINDS, Waiting, kind_of
from dialog.review.waiting.taking import TakenByAnother, insist_on_taking, release, take
from dialog.review.waiting.undoing import undo_last
from dialog.web.requests import db_session

_DONE = {
    "take": _l("It is yours for ten minutes from the last thing you do."),
    "release": _l("Others can take it now."),
}


def next_item() -> Answer:
    """Leave what one is at, and take what stands next."""
    session = db_session()
    if left := uuid_from(request.form.get("left", "")):
        release(session, left, by=staff_id())
        session.commit()
    return redirect(go_on(session, position_from(request.form.get("after", ""))), 303)


def take_or_release(of: str, item_id: UUID) -> Answer:
    item = _item_or_404(of, item_id)
    session, do = db_session(), request.form.get("do", "")
    if do == "release":
        release(session, item_id, by=staff_id())
    elif do != "take":
        abort(400)
    elif not take(session, of, item_id, by=staff_id(), at=now()):
        return _refused(TakenByAnother(), page_of(item))
    address = page_of(item)
    session.commit()
    flash(str(_DONE[do]))
    return redirect(address, 303)


def make_task(of: str, item_id: UUID) -> Answer:
    """Of one reviewer, or of nobody."""
    item = _item_or_404(of, item_id)
    session, to = db_session(), number_from(request.form.get("to", ""))
    address = page_of(item)
    try:
        insist_on_taking(session, of, item_id, by=staff_id(), at=now())
        assign(session, of, item_id, to=to or None, by=staff_id())
        if to and to != staff_id():
            release(session, item_id, by=staff_id())
    except tuple(PROBLEMS) as problem:
        return _refused(problem, address)
    session.commit()
    flash(_("It is a task now.") if to else _("It is nobody's task now."))
    return redirect(address, 303)


def undo() -> Answer:
    """Undo one's last step, and go to what it changed."""
    session = db_session()
    try:
        undone = undo_last(session, by=staff_id(), at=now())
        item = undone.item
        take(session, kind_of(item).id, item.id, by=staff_id(), at=now())
    except tuple(PROBLEMS) as problem:
        return _refused(problem, url_for("staff.review.queue", **same_filters()))
    address = page_of(item)
    session.commit()
    flash(_("Your last step is undone."))
    if undone.is_note_lost:
        flash(_("The note beside the code is gone: what is removed is kept nowhere. Write it again."), "warning")
    return redirect(address, 303)


def _refused(problem: Exception, back: str) -> Response:
    db_session().rollback()
    flash(str(PROBLEMS[type(problem)]), "error")
    return redirect(back, 303)


def _item_or_404(kind: str, item_id: UUID) -> Waiting:
    found = db_session().get(KINDS[kind].table, item_id) if kind in KINDS else None
    return found or abort(404)

"""Pages where administrators see who works here and what was done."""

from flask import Blueprint, abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from dialog.accounts.actions import unlock
from dialog.accounts.gates import now, staff_id
from dialog.accounts.log import of_what, what
from dialog.accounts.models import Staff
from dialog.accounts.queries import all_staff, locked_out
from dialog.audit.queries import latest_events
from dialog.web.requests import db_session
from dialog.web.tokens import keyed_hash

bp = Blueprint("accounts", __name__)


@bp.get("/")
def staff() -> str:
    session = db_session()
    everybody = all_staff(session)
    hashes = {_hash(one): one.id for one in everybody}
    waiting = {hashes[hash] for hash in locked_out(session, list(hashes), now=now())}
    names: dict[int | None, str] = {one.id: one.name for one in everybody}
    events = [
        {"at": event.at, "who": names.get(event.staff_id), "what": what(event.action), "of": of_what(event.subject)}
        for event in latest_events(session)
    ]
    return render_template("admin/staff.html", everybody=everybody, waiting=waiting, events=events)


@bp.post("/staff/<int:id>/unlock")
def let_in(id: int) -> Response:
    session = db_session()
    found = session.get(Staff, id) or abort(404)
    unlock(session, email=found.email, email_hash=_hash(found), by=staff_id())
    session.commit()
    return redirect(url_for(".staff"), 303)


def _hash(staff: Staff) -> str:
    return keyed_hash("sign-in", staff.email)

"""Who is signed in, and gates that let pass who may."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from flask import Response as FlaskResponse
from flask import abort, current_app, g, redirect, request, url_for
from flask import session as cookie
from flask_wtf.csrf import CSRFProtect
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from dialog.accounts.models import Staff, StaffSession
from dialog.accounts.signing.actions import hash_of, mark_seen
from dialog.accounts.signing.queries import signed_in
from dialog.audit.looks import look, look_at_list, untold
from dialog.web.requests import db_session, in_staff_house

csrf = CSRFProtect()
Gate = Callable[[], Response | None]


def now() -> datetime:
    """UTC, to the second, as the database keeps it."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def current_staff() -> Staff | None:
    """The member of staff behind this request; never asked for on residents' pages."""
    found = current_sign_in()
    return found[0] if found else None


def current_sign_in() -> tuple[Staff, StaffSession] | None:
    """The same, with the sign-in."""
    if not in_staff_house():
        return None
    if "signed_in" not in g:
        g.signed_in = _find()
    return g.signed_in


def forget_sign_in() -> None:
    """Somebody has just signed in or out in this request: look again."""
    g.pop("signed_in", None)


def staff_id() -> int:
    """The id of who is signed in. A page behind a gate can rely on there being somebody."""
    return me().id


def me() -> Staff:
    """Who is signed in, on a page behind a gate."""
    staff = current_staff()
    assert staff is not None, "a page that asks who is signed in stands outside the gates"
    return staff


def longest_and_idle() -> tuple[timedelta, timedelta]:
    """How long a sign-in lasts, and how long without anything being done."""
    config = current_app.config
    return timedelta(hours=config["SESSION_HOURS"]), timedelta(minutes=config["IDLE_MINUTES"])


def _find() -> tuple[Staff, StaffSession] | None:
    token = cookie.get("token")
    if not token:
        return None
    longest, idle = longest_and_idle()
    found = signed_in(db_session(), hash_of(token), now=now(), longest=longest, idle=idle)
    if found and found[1].seen_at < now() - timedelta(minutes=1):
        _mark_seen(found[1].token_hash)
    return found


def _mark_seen(token_hash: str) -> None:
    """In a transaction of its own, so that the page's own writes stay the page's own business."""
    with current_app.extensions["sessions"].begin() as session:
        mark_seen(session, token_hash, now=now())


def only(role: str) -> Gate:
    """A gate for one role: a stranger's GET goes to sign-in, everything else that may not pass gets 403."""
    return lambda: _let_pass(lambda staff: role in staff.roles)


def anybody_signed_in() -> Response | None:
    """A gate for all who work here, whatever their roles."""
    return _let_pass(lambda _staff: True)


def tell_of_looks(response: FlaskResponse) -> FlaskResponse:
    """After a page: put down what it showed that only some may see, in a transaction of its own."""
    session: Session | None = g.get("db")
    sign_in = g.get("signed_in_as")
    if session is None or sign_in is None or response.status_code in (302, 303):
        return response
    for kind, ids in untold(session).items():
        with current_app.extensions["sessions"].begin() as own:
            if len(ids) == 1:
                look(own, kind, ids[0], by=sign_in)
            else:
                look_at_list(own, kind, ids, by=sign_in)
    return response


def _let_pass(may: Callable[[Staff], bool]) -> Response | None:
    staff = current_staff()
    if staff is None and request.method in ("GET", "HEAD"):
        return redirect(url_for("staff_door.sign_in", next=request.full_path.rstrip("?")))
    if staff is None or not may(staff):
        abort(403)
    csrf.protect()
    g.signed_in_as = staff.id  # for after the page, when a row may have to be read anew
    return None

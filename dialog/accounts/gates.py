"""Who is signed in, and gates that let one role pass."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from flask import abort, current_app, g, redirect, request, url_for
from flask import session as cookie
from flask_wtf.csrf import CSRFProtect
from werkzeug.wrappers import Response

from dialog.accounts.actions import hash_of, mark_seen
from dialog.accounts.models import Staff
from dialog.accounts.queries import signed_in
from dialog.web.requests import db_session, in_staff_house

csrf = CSRFProtect()
Gate = Callable[[], Response | None]


def now() -> datetime:
    """UTC, to the second, as the database keeps it."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def current_staff() -> Staff | None:
    """The member of staff behind this request; never asked for on residents' pages."""
    if not in_staff_house():
        return None
    if "staff" not in g:
        g.staff = _find()
    return g.staff


def staff_id() -> int:
    """The id of who is signed in. A page behind a gate can rely on there being somebody."""
    staff = current_staff()
    assert staff is not None, "a page that writes as staff stands outside the gates"
    return staff.id


def _find() -> Staff | None:
    token = cookie.get("token")
    if not token:
        return None
    config = current_app.config
    found = signed_in(
        db_session(),
        hash_of(token),
        now=now(),
        longest=timedelta(hours=config["SESSION_HOURS"]),
        idle=timedelta(minutes=config["IDLE_MINUTES"]),
    )
    if not found:
        return None
    staff, sign_in = found
    if sign_in.seen_at < now() - timedelta(minutes=1):
        _mark_seen(sign_in.token_hash)
    return staff


def _mark_seen(token_hash: str) -> None:
    """In a transaction of its own, so that the page's own writes stay the page's own business."""
    with current_app.extensions["sessions"].begin() as session:
        mark_seen(session, token_hash, now=now())


def only(role: str) -> Gate:
    """A gate for one role: a stranger's GET goes to sign-in, everything else that may not pass gets 403."""

    def gate() -> Response | None:
        staff = current_staff()
        if staff is None and request.method in ("GET", "HEAD"):
            return redirect(url_for("staff_door.sign_in", next=request.full_path.rstrip("?")))
        if staff is None or role not in staff.roles:
            abort(403)
        csrf.protect()
        return None

    return gate

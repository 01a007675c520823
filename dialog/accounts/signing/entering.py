"""What follows when somebody has shown who they are: the cookie, and the page they came for."""

from datetime import timedelta
from urllib.parse import urlsplit

from flask import current_app, redirect, request, url_for
from flask import session as cookie
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from dialog.accounts.factor.actions import propose_factor
from dialog.accounts.factor.installation import vault
from dialog.accounts.factor.queries import has_factor
from dialog.accounts.gates import forget_sign_in
from dialog.accounts.models import Staff
from dialog.accounts.signing.actions import Started
from dialog.web.requests import STAFF_GATES

HOME = {"reviewer": "staff", "analyst": "analyst", "facilitator": "facilitator", "admin": "admin"}


def let_in(session: Session, started: Started, *, asked: str) -> Response:
    """Commit the sign-in and lead on: to the page that was asked for, or to the second step."""
    staff, has_one = started.staff, started.whole or has_factor(session, started.staff.id)
    if not has_one:
        propose_factor(session, staff, vault=vault())
    target = where_to(staff, asked)
    session.commit()
    hand_over(started.token)
    if started.whole:
        return redirect(target, 303)
    return redirect(url_for("staff_door.code" if has_one else "staff_door.device", next=asked or None), 303)


def hand_over(token: str) -> None:
    """A fresh cookie, so that nothing from before the sign-in lives on."""
    chosen = cookie.get("lang")
    cookie.clear()
    cookie.update(token=token, **({"lang": chosen} if chosen else {}))
    cookie.permanent = True
    current_app.permanent_session_lifetime = timedelta(hours=current_app.config["SESSION_HOURS"])
    forget_sign_in()


def asked_page() -> str:
    """The address that somebody wanted before they had to sign in."""
    return request.args.get("next", "")


def where_to(staff: Staff, asked: str) -> str:
    """The page that was asked for, if it is one of ours behind a gate; else the first one this person may open."""
    parts = urlsplit(asked)
    if asked.startswith("/") and not parts.netloc and not parts.scheme and _is_plain(asked):
        return asked
    return next((f"/{gate}/" for role, gate in HOME.items() if role in staff.roles), url_for("account.own.overview"))


def _is_plain(address: str) -> bool:
    return address.isprintable() and "\\" not in address and address.split("/")[1] in STAFF_GATES

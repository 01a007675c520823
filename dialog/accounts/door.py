"""The door of the staff house: signing in and out. It stands before the gates."""

from datetime import timedelta
from urllib.parse import urlsplit

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask import session as cookie
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.actions import LockedOut, WrongPassword, sign_in, sign_out
from dialog.accounts.forms import SignInForm
from dialog.accounts.gates import csrf, current_staff, now
from dialog.web.requests import STAFF_GATES, db_session
from dialog.web.tokens import keyed_hash

bp = Blueprint("staff_door", __name__)
HOME = {"reviewer": "staff", "analyst": "analyst", "facilitator": "facilitator", "admin": "admin"}


@bp.route("/sign-in", methods=["GET", "POST"], endpoint="sign_in")
def show_sign_in() -> Response | tuple[str, int] | str:
    form = SignInForm()
    if request.method == "POST":
        csrf.protect()
    if not form.validate_on_submit():
        return render_template("staff/sign_in.html", form=form), 422 if form.errors else 200
    session = db_session()
    email = str(form.email.data)
    try:
        token = sign_in(
            session,
            email=email,
            password=str(form.password.data),
            email_hash=keyed_hash("sign-in", email.strip().lower()),
            now=now(),
        )
    except (WrongPassword, LockedOut) as refusal:
        session.commit()
        return _refuse(form, locked=isinstance(refusal, LockedOut))
    session.commit()
    _hand_over(token)
    return redirect(_where_to(), 303)


@bp.post("/sign-out", endpoint="sign_out")
def show_sign_out() -> Response:
    csrf.protect()
    session = db_session()
    if token := cookie.get("token"):
        sign_out(session, token)
        session.commit()
    cookie.clear()
    return redirect(url_for(".sign_in"), 303)


def _refuse(form: SignInForm, *, locked: bool) -> tuple[str, int]:
    wrong = _("The e-mail address or the password is wrong. Try again.")
    wait = _("Too many wrong passwords. Wait a quarter of an hour and try again.")
    return render_template("staff/sign_in.html", form=form, refusal=wait if locked else wrong), 429 if locked else 422


def _hand_over(token: str) -> None:
    """A fresh cookie, so that nothing from before the sign-in lives on."""
    chosen = cookie.get("lang")
    cookie.clear()
    cookie.update(token=token, **({"lang": chosen} if chosen else {}))
    cookie.permanent = True
    current_app.permanent_session_lifetime = timedelta(hours=current_app.config["SESSION_HOURS"])


def _where_to() -> str:
    """The page that was asked for, if it is one of ours behind a gate; else the first one this person may open."""
    asked = request.args.get("next", "")
    parts = urlsplit(asked)
    if asked.startswith("/") and not parts.netloc and not parts.scheme and _is_plain(asked):
        return asked
    staff = current_staff()
    roles = staff.roles if staff else set()
    return next(f"/{gate}/" for role, gate in HOME.items() if role in roles)


def _is_plain(address: str) -> bool:
    return address.isprintable() and "\\" not in address and address.split("/")[1] in STAFF_GATES

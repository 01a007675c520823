"""The door of the staff house: signing in and out. It stands before the gates."""

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask import session as cookie
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.elsewhere import door as elsewhere
from dialog.accounts.factor.installation import needs_more, password_attempts
from dialog.accounts.forms import SignInForm
from dialog.accounts.gates import csrf, now
from dialog.accounts.inviting import door as inviting
from dialog.accounts.signing import second_step
from dialog.accounts.signing.actions import WrongPassword, sign_in, sign_out
from dialog.accounts.signing.attempts import LockedOut
from dialog.accounts.signing.browser import coarsely
from dialog.accounts.signing.entering import asked_page, let_in
from dialog.web.requests import db_session

bp = Blueprint("staff_door", __name__)
BOTH = ["GET", "POST"]
bp.add_url_rule("/sign-in/code", "code", second_step.code, methods=BOTH)
bp.add_url_rule("/sign-in/device", "device", second_step.device, methods=BOTH)
bp.add_url_rule("/sign-in/elsewhere", "elsewhere", elsewhere.leave)
bp.add_url_rule("/sign-in/elsewhere/back", "back_from_elsewhere", elsewhere.come_back)
bp.add_url_rule("/invitation/<token>", "invitation", inviting.invitation, methods=BOTH)


@bp.route("/sign-in", methods=BOTH, endpoint="sign_in")
def show_sign_in() -> Response | tuple[str, int] | str:
    form = SignInForm()
    if request.method == "POST":
        csrf.protect()
    if not form.validate_on_submit():
        return _page(form, 422 if form.errors else 200)
    session, email = db_session(), str(form.email.data)
    try:
        started = sign_in(
            session,
            email=email,
            password=str(form.password.data),
            email_hash=password_attempts(email),
            now=now(),
            browser=coarsely(request.user_agent.string),
            needs_more=needs_more,
        )
    except WrongPassword:
        session.commit()
        return _page(form, 422, _("The e-mail address or the password is wrong. Try again."))
    except LockedOut:
        session.commit()
        return _page(form, 429, _("Too many wrong passwords. Wait a quarter of an hour and try again."))
    return let_in(session, started, asked=asked_page())


@bp.post("/sign-out", endpoint="sign_out")
def show_sign_out() -> Response:
    csrf.protect()
    session = db_session()
    if token := cookie.get("token"):
        sign_out(session, token)
        session.commit()
    cookie.clear()
    return redirect(url_for(".sign_in"), 303)


def _page(form: SignInForm, status: int, refusal: str = "") -> tuple[str, int]:
    name = current_app.config["OIDC_ISSUER"] and current_app.config["OIDC_NAME"]
    html = render_template("staff/sign_in.html", form=form, refusal=refusal, elsewhere=name, asked=asked_page())
    return html, status

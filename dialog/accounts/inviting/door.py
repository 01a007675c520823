"""Where a link leads: somebody chooses a password, and goes on to sign in."""

from flask import make_response, render_template, request
from werkzeug.wrappers import Response

from dialog.accounts.actions import BadAccount
from dialog.accounts.factor.installation import code_attempts, needs_more, password_attempts
from dialog.accounts.forms import NewPasswordForm
from dialog.accounts.gates import csrf, now
from dialog.accounts.inviting.actions import staff_of_link, use_link
from dialog.accounts.models import Staff
from dialog.accounts.passwords.sentences import problem_with
from dialog.accounts.signing.actions import start
from dialog.accounts.signing.attempts import forget_attempts
from dialog.accounts.signing.browser import coarsely
from dialog.accounts.signing.entering import let_in
from dialog.web.requests import db_session


def invitation(token: str) -> Response:
    """A GET changes nothing: programs that open links in mail leave it good."""
    if request.method == "POST":
        csrf.protect()
    session = db_session()
    staff = staff_of_link(session, token, now=now())
    if staff is None:
        return _page(404, staff=None)
    form = NewPasswordForm()
    if not form.validate_on_submit():
        return _page(422 if form.errors else 200, staff=staff, form=form)
    password = str(form.password.data)
    if problem := problem_with(password, again=str(form.again.data), email=staff.email):
        return _page(422, staff=staff, form=form, refusal=problem)
    try:
        found = use_link(session, token, password, now=now())
    except BadAccount:
        found = None
    if found is None:
        session.rollback()
        return _page(404, staff=None)
    forget_attempts(session, password_attempts(found.email), code_attempts(found.email))
    browser = coarsely(request.user_agent.string)
    return let_in(
        session,
        start(session, found, now=now(), browser=browser, whole=not needs_more(found)),
        asked="",
    )


def _page(status: int, *, staff: Staff | None, form: NewPasswordForm | None = None, refusal: str = "") -> Response:
    """The address holds a secret: nobody who is linked to learns it."""
    html = render_template("staff/invitation.html", staff=staff, form=form, refusal=refusal)
    response = make_response(html, status)
    response.headers["Referrer-Policy"] = "no-referrer"
    return response

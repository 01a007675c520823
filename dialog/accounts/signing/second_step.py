"""The second step of signing in: a code, or setting up what makes them."""

from flask import redirect, render_template, request, url_for
from flask import session as cookie
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.factor.actions import WrongCode, proposed_secret, take_factor_into_use, use_code
from dialog.accounts.factor.installation import code_attempts, hash_of_code, how_to_add, vault
from dialog.accounts.factor.queries import has_factor
from dialog.accounts.factor.vault import CanNotOpen
from dialog.accounts.forms import CodeForm
from dialog.accounts.gates import csrf, now
from dialog.accounts.models import Staff, StaffSession
from dialog.accounts.signing.actions import hash_of, make_whole
from dialog.accounts.signing.attempts import LockedOut, count_attempt, forget_attempts
from dialog.accounts.signing.entering import asked_page, hand_over, let_in, where_to
from dialog.accounts.signing.queries import half_signed_in
from dialog.web.requests import db_session

Answer = Response | tuple[str, int] | str


def code() -> Answer:
    """A code of the app, or one on paper."""
    if request.method == "POST":
        csrf.protect()
    if not (half := _half()):
        return _from_the_beginning()
    staff, sign_in = half
    form, session = CodeForm(), db_session()
    if not form.validate_on_submit():
        return _code_page(form)
    try:
        count_attempt(session, code_attempts(staff.email), now=now())
        use_code(session, staff, str(form.code.data), vault=vault(), hash=hash_of_code, now=now())
    except (LockedOut, WrongCode, CanNotOpen) as refusal:
        session.commit()
        return _code_page(form, refusal)
    forget_attempts(session, code_attempts(staff.email))
    return let_in(session, make_whole(session, sign_in, staff, now=now()), asked=asked_page())


def device() -> Answer:
    """The first sign-in of somebody who needs a second factor and has none: they set it up now."""
    if request.method == "POST":
        csrf.protect()
    half, session = _half(), db_session()
    if not half or has_factor(session, half[0].id):
        return redirect(url_for(".code")) if half else _from_the_beginning()
    staff, sign_in = half
    form, key = CodeForm(), vault()
    secret = proposed_secret(session, staff, vault=key)
    if not secret:
        return _from_the_beginning()
    if not form.validate_on_submit():
        return _device_page(form, staff, secret)
    try:
        made = take_factor_into_use(session, staff, str(form.code.data), vault=key, hash=hash_of_code, now=now())
    except WrongCode as refusal:
        return _device_page(form, staff, secret, refusal)
    started = make_whole(session, sign_in, staff, now=now())
    on = where_to(staff, asked_page())
    session.commit()
    hand_over(started.token)
    return render_template("staff/recovery_codes.html", codes=made, on=on)


def sentence_for(refusal: Exception) -> str:
    """Why a code was not taken."""
    if isinstance(refusal, LockedOut):
        return _("Too many wrong codes. Wait a quarter of an hour and try again.")
    if isinstance(refusal, CanNotOpen):
        return _("The key of this installation was changed, so that your app no longer fits. Ask an administrator.")
    return _("The code is wrong, or it was used already. Wait for the next one and try again.")


def _half() -> tuple[Staff, StaffSession] | None:
    token = cookie.get("token")
    return half_signed_in(db_session(), hash_of(token), now=now()) if token else None


def _from_the_beginning() -> Response:
    return redirect(url_for(".sign_in", next=asked_page() or None), 303 if request.method == "POST" else 302)


def _code_page(form: CodeForm, refusal: Exception | None = None) -> Answer:
    said = sentence_for(refusal) if refusal else (form.code.errors or [""])[0]
    html = render_template("staff/sign_in_code.html", refusal=said)
    return html, 429 if isinstance(refusal, LockedOut) else 422 if said else 200


def _device_page(form: CodeForm, staff: Staff, secret: str, refusal: Exception | None = None) -> Answer:
    said = sentence_for(refusal) if refusal else (form.code.errors or [""])[0]
    html = render_template("staff/device.html", refusal=said, **how_to_add(staff, secret))
    return html, 422 if said else 200

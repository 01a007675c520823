"""What everybody who works here sees of the own account: where one is signed in, the password, the second factor."""

from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask import session as cookie
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.actions import set_password
from dialog.accounts.factor.actions import (
    WrongCode,
    propose_factor,
    proposed_secret,
    renew_recovery_codes,
    take_factor_into_use,
)
from dialog.accounts.factor.installation import hash_of_code, how_to_add, password_attempts, vault
from dialog.accounts.factor.queries import has_factor, recovery_codes_left
from dialog.accounts.factor.vault import CanNotOpen
from dialog.accounts.forms import ChangePasswordForm, CodeForm
from dialog.accounts.gates import current_sign_in, longest_and_idle, me, now
from dialog.accounts.passwords.hashing import is_password
from dialog.accounts.passwords.sentences import problem_with
from dialog.accounts.signing.actions import end_sign_in, end_sign_ins
from dialog.accounts.signing.attempts import LockedOut, count_attempt, forget_attempts
from dialog.accounts.signing.queries import sign_ins_of
from dialog.accounts.signing.second_step import sentence_for
from dialog.web.requests import db_session

bp = Blueprint("own", __name__)
Answer = Response | tuple[str, int] | str


@bp.get("/")
def overview() -> Answer:
    return _overview()


@bp.post("/sign-ins/<uuid:key>/end")
def end(key: UUID) -> Answer:
    session = db_session()
    end_sign_in(session, me(), key, by=me().id) or abort(404)
    session.commit()
    flash(_("That sign-in has ended."))
    return redirect(url_for(".overview"), 303)


@bp.post("/sign-ins/end")
def end_others() -> Answer:
    session = db_session()
    end_sign_ins(session, me(), by=me().id, but=cookie["token"])
    session.commit()
    flash(_("You are signed in only here now."))
    return redirect(url_for(".overview"), 303)


@bp.post("/sign-ins/rule")
def choose() -> Answer:
    """Whether each sign-in shall end all others: one's own choice, for screens that others use too."""
    me().one_sign_in = "one_sign_in" in request.form
    db_session().commit()
    flash(_("Saved."))
    return redirect(url_for(".overview"), 303)


@bp.route("/password", methods=["GET", "POST"])
def password() -> Answer:
    form, session, staff = ChangePasswordForm(), db_session(), me()
    if not form.validate_on_submit():
        return _password_page(form, [(name, errors[0]) for name, errors in form.errors.items()])
    new = str(form.password.data)
    if problem := problem_with(new, again=str(form.again.data), email=staff.email):
        return _password_page(form, [("password", problem)])
    if refusal := _wrong_password(str(form.current.data)):
        return _password_page(form, [("current", refusal)])
    set_password(session, staff, new, by=staff.id, but=cookie["token"])
    session.commit()
    flash(_("Your password is changed. You are signed out everywhere else."))
    return redirect(url_for(".overview"), 303)


@bp.post("/device/new")
def new_device() -> Answer:
    """Begin to set up a second factor, or another one; the one in use stays until the new one has shown a code."""
    if refusal := _wrong_password(request.form.get("password", "")):
        return _overview([("password", refusal)])
    session = db_session()
    propose_factor(session, me(), vault=vault())
    session.commit()
    return redirect(url_for(".device"), 303)


@bp.route("/device", methods=["GET", "POST"])
def device() -> Answer:
    form, session, staff = CodeForm(), db_session(), me()
    try:
        secret = proposed_secret(session, staff, vault=vault())
    except CanNotOpen:
        secret = None
    if not secret:
        return redirect(url_for(".overview"), 303 if request.method == "POST" else 302)
    if not form.validate_on_submit():
        return _device_page(secret, (form.code.errors or [""])[0])
    try:
        made = take_factor_into_use(session, staff, str(form.code.data), vault=vault(), hash=hash_of_code, now=now())
    except WrongCode as refusal:
        return _device_page(secret, sentence_for(refusal))
    session.commit()
    return render_template("staff/recovery_codes.html", codes=made, on=url_for(".overview"))


@bp.post("/recovery-codes")
def renew_codes() -> Answer:
    session = db_session()
    if not has_factor(session, me().id):
        abort(404)
    if refusal := _wrong_password(request.form.get("password", "")):
        return _overview([("password", refusal)])
    made = renew_recovery_codes(session, me(), hash=hash_of_code)
    session.commit()
    return render_template("staff/recovery_codes.html", codes=made, on=url_for(".overview"))


def _wrong_password(password: str) -> str:
    """Why what was typed does not show that it is really them; "" when it does, or there is no password to ask for.

    Whoever finds a screen unlocked shall not be able to guess here either: attempts count as at the door.
    """
    staff, session = me(), db_session()
    if not staff.password_hash:
        return ""
    matches, attempts = is_password(staff.password_hash, password), password_attempts(staff.email)
    try:
        count_attempt(session, attempts, now=now())
    except LockedOut:
        session.commit()
        return _("Too many wrong passwords. Wait a quarter of an hour and try again.")
    if matches:
        forget_attempts(session, attempts)
        return ""
    session.commit()
    return _("The password is wrong.")


def _overview(problems: list[tuple[str, str]] | None = None) -> Answer:
    session, staff, found = db_session(), me(), current_sign_in()
    longest, idle = longest_and_idle()
    shown: dict[str, Any] = {
        "sign_ins": sign_ins_of(session, staff.id, now=now(), longest=longest, idle=idle),
        "here": found[1].key if found else None,
        "has_factor": has_factor(session, staff.id),
        "codes_left": recovery_codes_left(session, staff.id),
        "asks_password": bool(staff.password_hash),
    }
    return render_template("staff/account.html", problems=problems or [], **shown), 422 if problems else 200


def _password_page(form: ChangePasswordForm, problems: list[tuple[str, str]]) -> Answer:
    return render_template("staff/password.html", form=form, problems=problems), 422 if problems else 200


def _device_page(secret: str, refusal: str) -> Answer:
    html = render_template("staff/device.html", refusal=refusal, signed_in=True, **how_to_add(me(), secret))
    return html, 422 if refusal else 200

"""Pages where an administrator adds people, changes what they are, and helps those who can't get in."""

from typing import Any
from uuid import UUID

from flask import abort, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.actions import BadAccount, LastAdministrator, add_staff, change_staff
from dialog.accounts.factor.actions import reset_factor
from dialog.accounts.factor.installation import code_attempts, password_attempts
from dialog.accounts.factor.queries import has_factor, recovery_codes_left, with_factor
from dialog.accounts.forms import KnownPersonForm, NewPersonForm, PersonForm
from dialog.accounts.gates import longest_and_idle, now, staff_id
from dialog.accounts.inviting.actions import make_link
from dialog.accounts.inviting.queries import open_links
from dialog.accounts.managing.letters import send_link
from dialog.accounts.managing.unlocking import unlock
from dialog.accounts.models import Staff
from dialog.accounts.queries import all_staff, staff_by_email
from dialog.accounts.signing.actions import end_sign_in, end_sign_ins
from dialog.accounts.signing.queries import locked_out, sign_ins_of
from dialog.web.requests import db_session

Answer = Response | tuple[str, int] | str
Problems = list[tuple[str, str]]


def everybody() -> str:
    session = db_session()
    people = all_staff(session)
    return render_template(
        "admin/staff.html",
        everybody=people,
        waiting=_who_waits(people),
        invited=open_links(session, now=now()),
        secured=set(with_factor(session)),
    )


def new() -> Answer:
    form = NewPersonForm()
    if not form.validate_on_submit():
        return _new_page(form, _wrong(form))
    session = db_session()
    if staff_by_email(session, str(form.email.data)):
        return _new_page(form, [("email", _("Somebody has an account with this address already."))])
    try:
        added = add_staff(
            session,
            email=str(form.email.data),
            name=str(form.name.data).strip(),
            password=None,
            roles=form.roles.data,
            authority=form.authority.data,
            by=staff_id(),
        )
    except BadAccount:
        return _new_page(form, [("email", _("Write an e-mail address."))])
    return _hand_over_link(added)


def person(id: int) -> Answer:
    staff, form = _person_or_404(id), KnownPersonForm()
    if request.method == "GET":
        return _person_page(staff, [])
    if not form.validate():
        return _person_page(staff, _wrong(form), form)
    try:
        change_staff(
            db_session(),
            staff,
            name=str(form.name.data).strip(),
            roles=form.roles.data,
            authority=form.authority.data,
            active=bool(form.active.data),
            by=staff_id(),
        )
    except LastAdministrator:
        db_session().rollback()
        refusal = _("Somebody must be administrator. Give another person the role first.")
        return _person_page(_person_or_404(id), [("roles", refusal)], form)
    db_session().commit()
    flash(_("Saved."))
    return _back(id)


def link(id: int) -> Answer:
    """A link to choose a password with: an invitation, or for whoever forgot it."""
    staff = _person_or_404(id)
    if not staff.active:
        abort(404)
    return _hand_over_link(staff)


def let_in_again(id: int) -> Answer:
    staff, session = _person_or_404(id), db_session()
    unlock(session, staff, keys=_attempts(staff), by=staff_id())
    session.commit()
    flash(_("They can try again at once."))
    return _back(id)


def take_factor_away(id: int) -> Answer:
    staff, session = _person_or_404(id), db_session()
    reset_factor(session, staff, by=staff_id())
    session.commit()
    flash(_("The second factor is taken away. At the next sign-in they set it up anew."))
    return _back(id)


def sign_out_one(id: int, key: UUID) -> Answer:
    staff, session = _person_or_404(id), db_session()
    end_sign_in(session, staff, key, by=staff_id()) or abort(404)
    session.commit()
    flash(_("That sign-in has ended."))
    return _back(id)


def sign_out_everywhere(id: int) -> Answer:
    staff, session = _person_or_404(id), db_session()
    end_sign_ins(session, staff, by=staff_id())
    session.commit()
    flash(_("They are signed out everywhere."))
    return _back(id)


def _person_or_404(id: int) -> Staff:
    return db_session().get(Staff, id) or abort(404)


def _back(id: int) -> Response:
    return redirect(url_for(".person", id=id), 303)


def _attempts(staff: Staff) -> list[str]:
    return [password_attempts(staff.email), code_attempts(staff.email)]


def _who_waits(people: Any) -> set[int]:
    whose = {key: one.id for one in people for key in _attempts(one)}
    return {whose[key] for key in locked_out(db_session(), list(whose), now=now())}


def _wrong(form: PersonForm) -> Problems:
    return [(name, errors[0]) for name, errors in form.errors.items()]


def _hand_over_link(staff: Staff) -> Response:
    """The link stands in the answer to the form, once: it can't be fetched again."""
    session = db_session()
    token = make_link(session, staff, now=now(), by=staff_id())
    name, address = staff.name, url_for("staff_door.invitation", token=token, _external=True)
    session.commit()
    sent = send_link(staff, address)
    html = render_template("admin/staff_link.html", name=name, id=staff.id, email=staff.email, link=address, sent=sent)
    response = make_response(html)
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _new_page(form: NewPersonForm, problems: Problems) -> Answer:
    return render_template("admin/staff_new.html", form=form, problems=problems), 422 if problems else 200


def _person_page(staff: Staff, problems: Problems, form: KnownPersonForm | None = None) -> Answer:
    session = db_session()
    longest, idle = longest_and_idle()
    html = render_template(
        "admin/staff_person.html",
        one=staff,
        problems=problems,
        name=form.name.data if form else staff.name,
        roles=form.roles.data if form else staff.roles,
        authority=form.authority.data if form else staff.authority,
        active=bool(form.active.data) if form else staff.active,
        is_waiting=bool(_who_waits([staff])),
        link_until=open_links(session, now=now()).get(staff.id),
        has_factor=has_factor(session, staff.id),
        codes_left=recovery_codes_left(session, staff.id),
        sign_ins=sign_ins_of(session, staff.id, now=now(), longest=longest, idle=idle),
    )
    return html, 422 if problems else 200

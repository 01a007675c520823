"""Pages where administrators keep the owners that reports are sent on to."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import staff_id
from dialog.audit.actions import record
from dialog.review.owners.actions import NameTaken, UnknownKind, add_owner, change_owner
from dialog.review.owners.forms import OwnerForm
from dialog.review.owners.models import Owner
from dialog.review.owners.queries import NoSuchOwner, all_owners, find_owner, reports_by_owner
from dialog.review.sentences import OWNER_WORDS
from dialog.web.requests import db_session

bp = Blueprint("owners", __name__)
Answer = str | Response | tuple[str, int]


@bp.get("/owners")
def owners() -> str:
    session = db_session()
    counts = reports_by_owner(session)
    return render_template("admin/owners.html", owners=all_owners(session), counts=counts, kinds=OWNER_WORDS)


@bp.get("/owners/new")
def new() -> str:
    return _form({"organisation": True, "active": True})


@bp.post("/owners/new")
def add() -> Answer:
    form = OwnerForm()
    if not form.validate():
        return _form(form.data, form.errors), 422
    session = db_session()
    if any(one.name == form.name.data for one in all_owners(session)):
        return _form(form.data, {"name": [_("There is an owner of that name already.")]}), 422
    try:
        owner = add_owner(session, name=str(form.name.data), kind=str(form.kind.data), contact=form.contact)
    except UnknownKind:
        abort(400)
    return _kept(owner, "owner added", _("The owner is added."))


@bp.get("/owners/<int:owner_id>")
def owner(owner_id: int) -> str:
    return _form(vars(_owner_or_404(owner_id)), owner_id=owner_id)


@bp.post("/owners/<int:owner_id>")
def change(owner_id: int) -> Answer:
    form, found = OwnerForm(), _owner_or_404(owner_id)
    if not form.validate():
        return _form(form.data, form.errors, owner_id=owner_id), 422
    try:
        change_owner(db_session(), found, name=str(form.name.data), kind=str(form.kind.data), contact=form.contact)
    except UnknownKind:
        abort(400)
    except NameTaken:
        problem = {"name": [_("There is an owner of that name already.")]}
        return _form(form.data, problem, owner_id=owner_id), 422
    return _kept(found, "owner changed", _("The owner is changed."))


def _kept(owner: Owner, action: str, said: str) -> Response:
    session = db_session()
    record(session, action, f"owner {owner.id}", by=staff_id(), active=int(owner.active))
    session.commit()
    flash(said)
    return redirect(url_for(".owners"), 303)


def _form(given: object, errors: object = None, *, owner_id: int | None = None) -> str:
    return render_template(
        "admin/owner.html",
        given=given,
        errors={name: str(said[0]) for name, said in dict(errors or {}).items()},  # type: ignore[call-overload]
        kinds=OWNER_WORDS,
        owner_id=owner_id,
        is_sent=request.method == "POST",
    )


def _owner_or_404(owner_id: int) -> Owner:
    try:
        return find_owner(db_session(), owner_id)
    except NoSuchOwner:
        abort(404)

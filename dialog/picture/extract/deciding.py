"""What the second person does, the same on the pages of analysts and of administrators."""

from flask import abort, flash, request
from flask_babel import gettext as _

from dialog.accounts.gates import now, staff_id
from dialog.picture.extract.actions import IsDecided, OwnRequest, decide
from dialog.picture.extract.models import Extract
from dialog.picture.extract.queries import NoSuchExtract, find_extract
from dialog.web.requests import db_session


def found_extract(extract_id: int) -> Extract:
    try:
        return find_extract(db_session(), extract_id)
    except NoSuchExtract:
        abort(404)


def decide_as_asked(extract_id: int) -> None:
    """Grant or turn down, as the form says, and tell what came of it."""
    session, granted = db_session(), request.form.get("do") == "grant"
    try:
        decide(session, found_extract(extract_id), granted=granted, at=now(), by=staff_id())
    except OwnRequest:
        flash(_("Somebody else has to decide on what you asked for."), "error")
    except IsDecided:
        flash(_("It has been decided already."), "error")
    else:
        session.commit()
        flash(_("The extract is granted.") if granted else _("The extract is turned down."), "message")

"""The page where somebody who works here says whether to get what waits by e-mail."""

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import staff_id
from dialog.settings.queries import settings_in_force
from dialog.upkeep.models import DigestWish
from dialog.upkeep.notices.actions import wish
from dialog.web.mail import can_send_mail
from dialog.web.requests import db_session

bp = Blueprint("digest", __name__)


@bp.get("/digest")
def digest() -> str:
    session = db_session()
    return render_template(
        "staff/digest.html",
        wished=session.get(DigestWish, staff_id()) is not None,
        possible=can_send_mail() and settings_in_force(session, current_app.config).digest,
    )


@bp.post("/digest")
def change() -> Response:
    wish(db_session(), staff_id(), wanted="digest" in request.form)
    db_session().commit()
    flash(_("Your wish is kept."))
    return redirect(url_for(".digest"), 303)

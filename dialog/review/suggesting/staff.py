"""The page where reviewers see how good the suggested codes are, and have them made anew."""

from datetime import datetime

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.review.suggesting.examples import MOST, how_many_codings
from dialog.review.suggesting.measuring import FEWEST, LIKELY, POSSIBLE
from dialog.review.suggesting.showing import installation, measured
from dialog.review.suggesting.store import current_model
from dialog.review.suggesting.training import NotTrained, is_due, train
from dialog.web.requests import db_session

bp = Blueprint("suggesting", __name__)


@bp.get("/codes/suggestions")
def suggestions() -> str:
    session = db_session()
    model = current_model(installation())
    return render_template(
        "staff/coding_suggestions.html",
        report=model.report if model else None,
        trained_at=datetime.fromisoformat(model.report["trained_at"]) if model else None,
        measured=measured(model) if model else None,
        codings=how_many_codings(session),
        is_due=is_due(session, installation()),
        likely=LIKELY,
        possible=POSSIBLE,
        fewest=FEWEST,
        most=MOST,
    )


@bp.post("/codes/suggestions")
def make_anew() -> Response:
    session = db_session()
    try:
        model = train(session, installation(), by=staff_id(), at=now())
    except NotTrained:
        session.rollback()
        flash(_("The suggestions could not be made anew. Those from before are still used."), "error")
        return redirect(url_for(".suggestions"), 303)
    session.commit()
    flash(_("The suggestions are made anew, from %(texts)s coded texts.", texts=model.report["texts"]))
    return redirect(url_for(".suggestions"), 303)

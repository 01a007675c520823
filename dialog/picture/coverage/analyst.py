"""The page where analysts see who has answered an open round, and whom to reach while there is time."""

from datetime import date

from flask import Blueprint, abort, current_app, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import staff_id
from dialog.picture.coverage.actions import count_coverage
from dialog.picture.coverage.queries import coverage_of
from dialog.picture.coverage.view import coverage_view
from dialog.picture.disclosure import Rule
from dialog.settings.queries import settings_in_force
from dialog.survey.models import Round
from dialog.survey.queries import find_resident_round
from dialog.web.requests import db_session

bp = Blueprint("coverage", __name__)


@bp.get("/rounds/<int:round_id>/coverage")
def coverage(round_id: int) -> str:
    counted = coverage_of(db_session(), round_id)
    return render_template(
        "analyst/coverage.html",
        round=_round(round_id),
        made_on=counted[0].made_on if counted else None,
        picture=counted[1] if counted else None,
        view=coverage_view(counted[1]) if counted else None,
    )


@bp.post("/rounds/<int:round_id>/coverage")
def count_again(round_id: int) -> Response:
    session, round = db_session(), _round(round_id)
    in_force = settings_in_force(session, current_app.config)
    rule = Rule(in_force.cell_minimum, in_force.group_minimum)
    count_coverage(session, round=round, rule=rule, on=date.today(), by=staff_id())
    session.commit()
    flash(_("Who has answered is counted anew."), "message")
    return redirect(url_for(".coverage", round_id=round_id), 303)


def _round(round_id: int) -> Round:
    return find_resident_round(db_session(), round_id) or abort(404)

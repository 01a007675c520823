"""Where facilitators fetch released editions as files."""

from flask import Blueprint, render_template

from dialog.picture.queries import editions_of
from dialog.web.requests import db_session

bp = Blueprint("picture", __name__)


@bp.get("/")
def editions() -> str:
    return render_template("facilitator/editions.html", editions=editions_of(db_session()))

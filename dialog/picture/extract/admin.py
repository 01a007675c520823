"""The page where administrators decide on extracts; they can't take any."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.picture.extract.deciding import decide_as_asked
from dialog.picture.extract.queries import latest_extracts
from dialog.web.requests import db_session

bp = Blueprint("extracts", __name__)


@bp.get("/extracts")
def extracts() -> str:
    return render_template("admin/extracts.html", asked=latest_extracts(db_session()), me=staff_id(), now=now())


@bp.post("/extracts/<int:extract_id>")
def settle(extract_id: int) -> Response:
    decide_as_asked(extract_id)
    return redirect(url_for(".extracts"), 303)

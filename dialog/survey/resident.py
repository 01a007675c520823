"""Pages where a resident begins, and answers a round's dialogue."""

from flask import Blueprint, Response, abort, render_template

from dialog.places.maps import names_answer, outlines_answer
from dialog.survey.answering import Answer, answered, first_view, way_of
from dialog.survey.models import OPEN, PLANNED, Round
from dialog.survey.queries import NoSuchRound, as_reporting, find_round, open_rounds
from dialog.web.requests import db_session

bp = Blueprint("survey", __name__)


@bp.get("/")
def home() -> str:
    return render_template("resident/home.html", rounds=open_rounds(db_session()))


@bp.get("/dialogue/<name>")
def dialogue(name: str) -> Answer:
    round = _round(name)
    if round.state != OPEN:
        return render_template("resident/not_open.html", round=round, kept=[])
    return first_view(way_of(round))


@bp.post("/dialogue/<name>")
def answer(name: str) -> Answer:
    return answered(way_of(_round(name)))


@bp.get("/dialogue/<name>/areas.geojson")
def areas(name: str) -> Response:
    """The outlines that the maps of its questions draw."""
    return outlines_answer(as_reporting(_round(name)))


@bp.get("/dialogue/<name>/names.geojson")
def names(name: str) -> Response:
    """Names of spots for maps that have no base map."""
    return names_answer(as_reporting(_round(name)))


def _round(name: str) -> Round:
    """A round of residents that they may know of."""
    try:
        round = find_round(db_session(), name)
    except NoSuchRound:
        abort(404)
    if round.state == PLANNED or round.is_of_staff:
        abort(404)
    return round

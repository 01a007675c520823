"""Names of spots for whoever searches them while typing; without script the report form searches itself."""

from flask import Blueprint, Response, current_app, jsonify, request

from dialog.areas.names.queries import FoundName, search_names
from dialog.areas.names.search import MOST_ASKED
from dialog.web.pages import lang_of, say
from dialog.web.requests import db_session

bp = Blueprint("areas", __name__)


@bp.post("/places.json")
def places() -> Response:
    """What `q` finds, best first. By POST, so that what somebody looks for stands in no address and no log."""
    session = db_session()
    asked = request.form.get("q", "")[:MOST_ASKED]
    round = current_app.extensions["reporting_round"](session)
    found = search_names(session, asked, root_id=round.area_id if round else None) if asked.strip() else []
    return jsonify([_document(one) for one in found])


def _document(found: FoundName) -> dict[str, object]:
    return {
        "id": found.id,
        "name": say(found.name),
        "lang": lang_of(found.name),
        "also": found.also(say(found.name)),
        "kind": say(found.sort),
        "area": say(found.area),
        "lat": found.lat,
        "lon": found.lon,
    }

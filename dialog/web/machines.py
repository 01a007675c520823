"""The front door, and what machines ask: is it alive, is it ready."""

from flask import Blueprint, Response, current_app, jsonify, redirect
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.wrappers import Response as AnyResponse

from dialog.db import is_migrated
from dialog.languages import proposed_language
from dialog.web.requests import accepted_languages, offered_languages

bp = Blueprint("front", __name__)


@bp.get("/")
def pick_language() -> AnyResponse:
    """The browser's language proposes; the address then says which it is."""
    response = redirect(f"/{proposed_language(accepted_languages(), offered_languages())}/", 302)
    response.vary.add("Accept-Language")
    return response


@bp.get("/healthz")
def healthz() -> Response:
    return jsonify(status="ok")


@bp.get("/readyz")
def readyz() -> tuple[Response, int]:
    """200 when the database answers and stands at the newest migration, else 503."""
    database, migrations = "ok", "ok"
    try:
        if not is_migrated(current_app.extensions["sessions"].kw["bind"]):
            migrations = "behind"
    except SQLAlchemyError:
        database = migrations = "unreachable"
    ready = database == migrations == "ok"
    return jsonify(database=database, migrations=migrations), 200 if ready else 503

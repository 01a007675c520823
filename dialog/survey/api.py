"""What machines can rely on of questionnaires: read-only, open to all, without a cookie."""

from pathlib import Path

from flask import Blueprint, Response

bp = Blueprint("survey", __name__, url_prefix="/api/v1")
HERE = Path(__file__).parent


@bp.get("/schemas/questionnaire.json")
def schema() -> Response:
    """The JSON Schema of a questionnaire's document."""
    text = (HERE / "questionnaire.schema.json").read_text(encoding="utf-8")
    return Response(text, content_type="application/schema+json; charset=utf-8")

"""Released pictures for machines: read-only, open to all, without a cookie."""

import json
from pathlib import Path

from flask import Blueprint, Response, abort, jsonify, request, url_for

from dialog.languages import LANGUAGES, MAIN, pick
from dialog.picture.content import from_document
from dialog.picture.documents.queries import superseded
from dialog.picture.exports.edition import Edition, Wrong
from dialog.picture.exports.parts import sheets
from dialog.picture.exports.sheets import sheet_to_csv
from dialog.picture.exports.to_csv import to_csv
from dialog.picture.exports.to_geojson import to_geojson
from dialog.picture.exports.to_gpkg import to_gpkg
from dialog.picture.exports.to_json import to_json
from dialog.picture.exports.to_xlsx import to_xlsx
from dialog.picture.queries import NoSuchEdition, editions_of, find_edition
from dialog.web.requests import db_session

bp = Blueprint("api", __name__, url_prefix="/api/v1")
HERE = Path(__file__).parent
KINDS = ("json", "xlsx", "csv", "geojson", "gpkg")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.get("/pictures")
def pictures() -> Response:
    """The editions, the newest first, and where each of their files is."""
    listed = [
        {
            "edition": one.number,
            "round": one.round,
            "title": pick(one.title, _language())[0],
            "period": one.period,
            "released_on": one.released_on.isoformat(),
            "files": {kind: url_for(f".picture_{kind}", edition=one.number) for kind in KINDS},
        }
        for one in editions_of(db_session())
    ]
    return jsonify(listed)


@bp.get("/pictures/<int:edition>.json")
def picture_json(edition: int) -> Response:
    return _text(json.dumps(to_json(_edition(edition)), ensure_ascii=False), "application/json")


@bp.get("/pictures/<int:edition>.geojson")
def picture_geojson(edition: int) -> Response:
    return _text(json.dumps(to_geojson(_edition(edition)), ensure_ascii=False), "application/geo+json")


@bp.get("/pictures/<int:edition>.csv")
def picture_csv(edition: int) -> Response:
    lines = to_csv(_edition(edition), bom=request.args.get("bom") == "1")
    return _attached(Response(lines, content_type="text/csv; charset=utf-8"), f"picture-{edition}.csv")


@bp.get("/pictures/<int:edition>/<part>.csv")
def picture_part(edition: int, part: str) -> Response:
    """What an edition says beside its tables: a file for each sheet of the workbook."""
    found = _edition(edition)
    sheet = next((one for one in sheets(found) if one.id == part), None) or abort(404)
    lines = sheet_to_csv(found, sheet, bom=request.args.get("bom") == "1")
    return _attached(Response(lines, content_type="text/csv; charset=utf-8"), f"picture-{edition}-{part}.csv")


@bp.get("/pictures/<int:edition>.xlsx")
def picture_xlsx(edition: int) -> Response:
    return _attached(Response(to_xlsx(_edition(edition)), content_type=XLSX), f"picture-{edition}.xlsx")


@bp.get("/pictures/<int:edition>.gpkg")
def picture_gpkg(edition: int) -> Response:
    content = to_gpkg(_edition(edition))
    return _attached(Response(content, content_type="application/geopackage+sqlite3"), f"picture-{edition}.gpkg")


@bp.get("/schemas/picture.json")
def schema() -> Response:
    return _text((HERE / "picture.schema.json").read_text(encoding="utf-8"), "application/schema+json")


@bp.get("/openapi.json")
def openapi() -> Response:
    return _text((HERE / "openapi.json").read_text(encoding="utf-8"), "application/json")


def _edition(number: int) -> Edition:
    try:
        found = find_edition(db_session(), number)
    except NoSuchEdition:
        abort(404)
    mark = superseded(db_session(), number)
    wrong = Wrong(mark.since, mark.why, mark.by_edition) if mark else None
    return Edition(found.edition, found.released_on, from_document(found.content), _language(), wrong)


def _language() -> str:
    asked = request.args.get("lang", MAIN)
    return asked if asked in LANGUAGES else MAIN


def _text(text: str, kind: str) -> Response:
    return Response(text, content_type=f"{kind}; charset=utf-8")


def _attached(response: Response, name: str) -> Response:
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response

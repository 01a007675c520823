"""Pages where anybody reads an edition as a document, and fetches its files."""

from flask import Blueprint, abort, make_response, render_template
from werkzeug.wrappers import Response

from dialog.picture.documents.blocks import EASY, VERSIONS
from dialog.picture.documents.labels import labels
from dialog.picture.documents.names import KINDS, parse_name
from dialog.picture.documents.queries import bound_edition, files_of, find_file
from dialog.picture.documents.view import Wanted, view_of
from dialog.picture.models import Release
from dialog.picture.queries import NoSuchEdition, find_edition
from dialog.web.requests import db_session, page_language

bp = Blueprint("documents", __name__)


@bp.get("/pictures/<int:number>/<version>")
def document(number: int, version: str) -> str:
    if version not in VERSIONS:
        abort(404)
    session, release = db_session(), _edition(number)
    bound, wanted = bound_edition(session, release), Wanted(version, language=page_language())
    view = view_of(bound.picture, bound.paper, bound.stamp, wanted)
    if version == EASY and not view.chapters:
        abort(404)
    files = [one for one in files_of(session, number) if one.name.startswith(f"{version}-{wanted.tag}.")]
    return render_template(
        "public/pictures_document.html", edition=release, view=view, words=labels(view), version=version, files=files
    )


@bp.get("/pictures/<int:number>/files/<name>")
def file(number: int, name: str) -> Response:
    try:
        kind = parse_name(name).kind
    except ValueError:
        abort(404)
    found = find_file(db_session(), number, name) or abort(404)
    answer = make_response(found.content)
    answer.headers["Content-Type"] = KINDS[kind]
    answer.headers["Content-Disposition"] = f'attachment; filename="picture-{number}-{name}"'
    return answer


def _edition(number: int) -> Release:
    try:
        return find_edition(db_session(), number)
    except NoSuchEdition:
        abort(404)

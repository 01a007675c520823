"""Pages where analysts see a document as it will be read, and have files made of it."""

from urllib.parse import urlencode

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.jobs.actions import ask_for_job
from dialog.languages import LANGUAGES, MAIN
from dialog.picture.documents.actions import DRAFT_FILE, ask_for_edition_files
from dialog.picture.documents.analyst import found_draft
from dialog.picture.documents.blocks import FULL, VERSIONS
from dialog.picture.documents.choices import VERSION_NAMES
from dialog.picture.documents.labels import labels
from dialog.picture.documents.names import parse_name
from dialog.picture.documents.prompts import PROMPTS
from dialog.picture.documents.queries import bound_draft
from dialog.picture.documents.view import Wanted, view_of
from dialog.picture.queries import NoSuchEdition, find_edition
from dialog.web.requests import db_session

bp = Blueprint("files", __name__)
INTERNAL, PUBLIC = "internal", "public"


@bp.get("/drafts/<int:draft_id>/document/preview")
def preview(draft_id: int) -> str:
    draft = found_draft(draft_id)
    wanted = Wanted(_version(), internal=_audience() == INTERNAL, language=_language())
    bound = bound_draft(db_session(), draft)
    view = view_of(bound.picture, bound.paper, bound.stamp, wanted, prompts=wanted.internal)
    return render_template(
        "analyst/document_preview.html",
        draft=draft,
        view=view,
        words=labels(view),
        wanted=wanted,
        prompts=PROMPTS,
        version_name=VERSION_NAMES[wanted.version],
    )


@bp.post("/drafts/<int:draft_id>/document/files")
def make(draft_id: int) -> Response:
    session, draft = db_session(), found_draft(draft_id)
    asked = {"version": _version(), "audience": _audience(), "in": _language()}
    if request.form.get("kind") == "preview":
        return redirect(f"{url_for('.preview', draft_id=draft_id)}?{urlencode(asked)}", 303)
    try:
        name = parse_name(f"{_version()}-{Wanted(_version(), language=_language()).tag}.{request.form.get('kind')}")
    except ValueError:
        abort(400)
    internal = _audience() == INTERNAL
    job = ask_for_job(session, DRAFT_FILE, at=now(), by=staff_id(), draft=draft.id, name=str(name), internal=internal)
    session.commit()
    return redirect(url_for("analyst.jobs.job", job_id=job.id), 303)


@bp.post("/editions/<int:number>/files")
def make_again(number: int) -> Response:
    """The files of an edition, for one of before there were such files, or when making them went wrong."""
    session = db_session()
    try:
        find_edition(session, number)
    except NoSuchEdition:
        abort(404)
    job = ask_for_edition_files(session, number, at=now(), by=staff_id())
    session.commit()
    return redirect(url_for("analyst.jobs.job", job_id=job.id), 303)


def _version() -> str:
    asked = request.values.get("version", FULL)
    return asked if asked in VERSIONS else abort(400)


def _audience() -> str:
    asked = request.values.get("audience", INTERNAL)
    return asked if asked in (INTERNAL, PUBLIC) else abort(400)


def _language() -> str:
    asked = request.values.get("in", MAIN)
    return asked if asked in LANGUAGES else abort(400)

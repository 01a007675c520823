"""Pages where questionnaires are listed, begun and given out as files."""

from dataclasses import replace
from io import BytesIO

from flask import Blueprint, abort, flash, redirect, render_template, request, send_file, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.audit.actions import record
from dialog.survey.comparability import decided, series
from dialog.survey.making import (
    bank_pages,
    file_pages,
    preview_pages,
    publishing_pages,
    question_pages,
    section_pages,
)
from dialog.survey.making import facilitator as draft_pages
from dialog.survey.making.about_form import blank
from dialog.survey.making.drafts import DraftThere, begin_draft
from dialog.survey.making.file_pages import language_in_form, languages
from dialog.survey.making.formats import FORMATS
from dialog.survey.making.given import line_of
from dialog.survey.making.ids import key_from
from dialog.survey.making.naming import language_called, said
from dialog.survey.making.opening import draft_or_404, moment
from dialog.survey.making.queries import listed, read, rounds_of, taken_keys, version_before
from dialog.survey.models import QuestionnaireVersion
from dialog.survey.questionnaire import Questionnaire
from dialog.web.requests import db_session

bp = Blueprint("survey", __name__, url_prefix="/questionnaires")
for pages in (bank_pages, draft_pages, file_pages, preview_pages, publishing_pages, question_pages, section_pages):
    bp.register_blueprint(pages.bp)
Answer = str | Response | tuple[str, int]


@bp.get("")
def questionnaires() -> str:
    return render_template("facilitator/questionnaires.html", questionnaires=listed(db_session()), moment=moment)


@bp.get("/new")
def new() -> str:
    return _new()


@bp.post("/new")
def begin() -> Answer:
    """From nothing but a title."""
    session, title, main = db_session(), line_of(request.form.get("title", "")), language_in_form()
    if not title:
        return _new({"title": _("Write a title.")}), 422
    key = key_from(title, taken_keys(session))
    return _begun(blank(key=key, title=title, main=main), "questionnaire begun")


@bp.get("/versions/<int:version_id>")
def version(version_id: int) -> str:
    """What a version asks, and what stayed comparable with the one before."""
    session, found = db_session(), _version_or_404(version_id)
    questionnaire, before = read(found), version_before(session, found)
    compared = series(read(before), questionnaire) if before else []
    return render_template(
        "facilitator/questionnaire_version.html",
        version=found,
        questionnaire=questionnaire,
        title=said(questionnaire.title, questionnaire.main),
        rounds=rounds_of(session, version_id),
        before=before,
        changes=[(one, decided(one, found.changes or {})) for one in compared if one.asks_for_a_reason],
        kept=sum(one.is_kept for one in compared),
        formats=FORMATS,
        said=said,
        language_called=language_called,
    )


@bp.post("/versions/<int:version_id>/correct")
def correct(version_id: int) -> Answer:
    """A draft of the next version."""
    return _begun(read(_version_or_404(version_id)), "questionnaire corrected")


@bp.post("/versions/<int:version_id>/copy")
def copy(version_id: int) -> Answer:
    """A draft of a questionnaire of its own."""
    source = read(_version_or_404(version_id))
    key = key_from(source.id.replace("-", " "), taken_keys(db_session()))
    return _begun(replace(source, id=key), "questionnaire copied")


@bp.get("/versions/<int:version_id>/file.<kind>")
def version_file(version_id: int, kind: str) -> Response:
    return _file(read(_version_or_404(version_id)), kind, back=url_for(".version", version_id=version_id))


@bp.get("/<int:draft_id>/file.<kind>")
def draft_file(draft_id: int, kind: str) -> Response:
    return _file(read(draft_or_404(draft_id)), kind, back=url_for(".drafts.draft", draft_id=draft_id))


def _begun(questionnaire: Questionnaire, done: str) -> Response:
    session = db_session()
    try:
        draft = begin_draft(session, questionnaire, by=staff_id(), at=now())
    except DraftThere as there:
        flash(_("There is a draft of it already: this is it."))
        return redirect(url_for(".drafts.draft", draft_id=there.draft_id), 303)
    record(session, done, f"questionnaire {draft.key}", by=staff_id())
    session.commit()
    return redirect(url_for(".drafts.draft", draft_id=draft.id), 303)


def _new(errors: dict[str, str] | None = None) -> str:
    return render_template("facilitator/questionnaire_new.html", languages=languages(), errors=errors or {})


def _file(questionnaire: Questionnaire, kind: str, *, back: str) -> Response:
    found = next((one for one in FORMATS if one.kind == kind), None)
    if found is None:
        abort(404)
    name = f"{questionnaire.id}-{questionnaire.version}.{kind}"
    try:
        content = found.write(questionnaire)
    except ValueError as problem:
        flash(_("The file can't be written yet: %(problem)s", problem=problem), "error")
        return redirect(back, 303)
    return send_file(BytesIO(content), found.mimetype, as_attachment=True, download_name=name)


def _version_or_404(version_id: int) -> QuestionnaireVersion:
    return db_session().get(QuestionnaireVersion, version_id) or abort(404)

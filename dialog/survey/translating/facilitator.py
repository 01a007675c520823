"""Pages where facilitators translate a questionnaire in the making."""

from collections.abc import Callable
from io import BytesIO

from flask import Blueprint, abort, flash, redirect, render_template, request, send_file, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.audit.actions import record
from dialog.languages import N_
from dialog.rows.row import UnreadableFile
from dialog.survey.making.opening import draft_or_404
from dialog.survey.making.queries import read
from dialog.survey.models import QuestionnaireDraft
from dialog.survey.questionnaire import Questionnaire
from dialog.survey.translating.entries import NotTranslations, Taken, take
from dialog.survey.translating.files import MIMETYPES, read_translations, write_translations
from dialog.survey.translating.keeping import change_languages, keep, sources_before
from dialog.survey.translating.leafing import Leaf, leaf
from dialog.survey.translating.merging import Merged, merge, with_language, without_language
from dialog.survey.translating.names import name_of
from dialog.survey.translating.sentences import kept_sentences, remark_sentence
from dialog.survey.translating.sheet import overview, page_of_texts
from dialog.survey.translating.tags import UnknownLanguage, canonical, name_in
from dialog.survey.translating.typed import Unseen, wishes
from dialog.survey.translating.wordings import Earlier, progress, wordings
from dialog.web.requests import db_session, page_language

bp = Blueprint("languages", __name__)
NO_FILE = N_("Choose a file.")
Answer = str | Response | tuple[str, int]


@bp.get("/questionnaires/<int:draft_id>/languages")
def languages(draft_id: int) -> str:
    draft = draft_or_404(draft_id)
    return overview(draft, read(draft))


@bp.post("/questionnaires/<int:draft_id>/languages")
def add_language(draft_id: int) -> Answer:
    draft = draft_or_404(draft_id)
    given = request.form.get("other", "").strip() or request.form.get("language", "")
    try:
        tag = canonical(given)
    except UnknownLanguage:
        problem = _("Choose a language in the list, or write a tag that is known, such as pt-BR.")
        return overview(draft, read(draft), given=given, problem=problem), 422
    if tag == read(draft).main:
        return overview(draft, read(draft), given=given, problem=_("This is the main language.")), 422
    _change_languages(draft, "language added", tag, lambda questionnaire: with_language(questionnaire, tag))
    return redirect(url_for(".translate", draft_id=draft_id, tag=tag), 303)


@bp.post("/questionnaires/<int:draft_id>/languages/<tag>/remove")
def remove_language(draft_id: int, tag: str) -> Answer:
    """Only a language in which nothing is written."""
    draft = draft_or_404(draft_id)
    _change_languages(draft, "language removed", tag, lambda questionnaire: without_language(questionnaire, tag))
    return redirect(url_for(".languages", draft_id=draft_id), 303)


@bp.get("/questionnaires/<int:draft_id>/languages/<tag>")
def translate(draft_id: int, tag: str) -> str:
    draft = draft_or_404(draft_id)
    questionnaire = _spoken_or_404(draft, tag)
    rows = list(wordings(questionnaire, tag, _earlier(draft, questionnaire, tag)))
    page = leaf(rows, request.args.get("show", ""), request.args.get("after", ""))
    return page_of_texts(draft, questionnaire, tag, page)


@bp.post("/questionnaires/<int:draft_id>/languages/<tag>")
def save(draft_id: int, tag: str) -> Answer:
    session, draft, go = db_session(), draft_or_404(draft_id), request.form.get("go", "")
    _spoken_or_404(draft, tag)
    try:
        wished = wishes(request.form, all_checked=go == "checked")
    except Unseen:
        abort(400)
    merged = keep(session, draft, lambda found: merge(found, tag, wished), by=staff_id(), at=now())
    if merged.taken:
        record(session, "texts translated", f"draft {draft.key}", by=staff_id(), language=tag, number=len(merged.taken))
    session.commit()
    for category, sentence in kept_sentences(merged):
        flash(sentence, category)
    if merged.conflicts:
        return _with_conflicts(draft, merged, tag), 409
    after = request.form.get("last" if go == "next" else "after") or None
    show = request.args.get("show") or None
    return redirect(url_for(".translate", draft_id=draft_id, tag=tag, show=show, after=after), 303)


@bp.get("/questionnaires/<int:draft_id>/languages/<tag>/texts.<kind>")
def download(draft_id: int, tag: str, kind: str) -> Response:
    draft = draft_or_404(draft_id)
    questionnaire = _spoken_or_404(draft, tag)
    if kind not in MIMETYPES:
        abort(404)
    earlier = _earlier(draft, questionnaire, tag)
    content = write_translations(questionnaire, tag, kind, _, at=now(), earlier=earlier)
    return send_file(BytesIO(content), MIMETYPES[kind], as_attachment=True, download_name=f"{draft.key}-{tag}.{kind}")


@bp.get("/questionnaires/<int:draft_id>/languages/import")
def choose_file(draft_id: int) -> str:
    draft = draft_or_404(draft_id)
    return render_template("facilitator/translations_import.html", draft=draft, title=read(draft).title, problem="")


@bp.post("/questionnaires/<int:draft_id>/languages/import")
def take_file(draft_id: int) -> Answer:
    draft = draft_or_404(draft_id)
    try:
        taken = _taken(draft)
    except UnreadableFile as problem:
        words = {"draft": draft, "title": read(draft).title, "problem": _worded(problem)}
        return render_template("facilitator/translations_import.html", **words), 422
    remarks = [(one, name_of(one.path, _), remark_sentence(one)) for one in taken.remarks]
    into = name_in(taken.tag, page_language())
    return render_template("facilitator/translations_taken.html", draft=draft, taken=taken, into=into, remarks=remarks)


def _taken(draft: QuestionnaireDraft) -> Taken:
    """What has become of the file that was sent. Raises UnreadableFile."""
    session, sent = db_session(), request.files.get("file")
    if not sent or not sent.filename:
        raise NotTranslations(NO_FILE, "")
    file = read_translations(sent.read(), sent.filename)
    results: list[Taken] = []

    def taking(questionnaire: Questionnaire) -> Merged:
        results.append(take(questionnaire, file, by_machine="by_machine" in request.form))
        return results[-1].merged

    keep(session, draft, taking, by=staff_id(), at=now())
    number = results[-1].number
    record(session, "texts imported", f"draft {draft.key}", by=staff_id(), language=results[-1].tag, number=number)
    session.commit()
    return results[-1]


def _with_conflicts(draft: QuestionnaireDraft, merged: Merged, tag: str) -> str:
    """The same page, with what others have written meanwhile beside what was typed."""
    questionnaire = merged.questionnaire
    rows = wordings(questionnaire, tag, _earlier(draft, questionnaire, tag))
    page = Leaf([one for one in rows if f"text-{one.path}" in request.form])
    return page_of_texts(draft, questionnaire, tag, page, conflicts=merged.conflicts, typed=request.form)


def _change_languages(
    draft: QuestionnaireDraft, done: str, tag: str, change: Callable[[Questionnaire], Questionnaire]
) -> None:
    session = db_session()
    change_languages(session, draft, change, by=staff_id(), at=now())
    record(session, done, f"draft {draft.key}", by=staff_id(), language=tag)
    session.commit()


def _earlier(draft: QuestionnaireDraft, questionnaire: Questionnaire, tag: str) -> Earlier:
    """What sources have said, if anybody needs to know."""
    return sources_before(db_session(), draft.key) if progress(questionnaire, tag).get("outdated") else {}


def _worded(problem: UnreadableFile) -> str:
    return _(problem.sentence) % {"file": problem.file} if isinstance(problem, NotTranslations) else str(problem)


def _spoken_or_404(draft: QuestionnaireDraft, tag: str) -> Questionnaire:
    """The questionnaire, if it is spoken in the language, and this is not the one it is written in."""
    questionnaire = read(draft)
    if tag == questionnaire.main or tag not in questionnaire.languages:
        abort(404)
    return questionnaire

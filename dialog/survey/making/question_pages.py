"""The pages of one question of a draft."""

from flask import Blueprint, abort, flash, jsonify, redirect, render_template, request, url_for
from flask_babel import format_time
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import now
from dialog.survey.bank import entry_of, restored
from dialog.survey.editing import NoSuchPart, change_question, find_question, remove_question
from dialog.survey.making.adding import with_new_question
from dialog.survey.making.condition_lines import askable
from dialog.survey.making.consequences import of_removing
from dialog.survey.making.drafts import ChangedMeanwhile
from dialog.survey.making.given import Given, NotUsable, first
from dialog.survey.making.lines import ids_of_lines
from dialog.survey.making.opening import added, changed, draft_or_404, given_in_form, wants_json, who_and_when
from dialog.survey.making.problem_words import sentences
from dialog.survey.making.queries import bank_entries, read, spent_ids
from dialog.survey.making.question_form import apply_form, given_of
from dialog.survey.making.question_view import question_view, series_of
from dialog.survey.making.seen import digest_of, of_question
from dialog.survey.making.side_by_side import difference, shown
from dialog.survey.making.steps import step, without_line
from dialog.survey.models import QuestionnaireDraft
from dialog.survey.questionnaire import BadQuestionnaire, Question, Questionnaire
from dialog.web.requests import db_session

bp = Blueprint("questions", __name__)
Answer = str | Response | tuple[str | Response, int]
STAYS = ("when_drop", "option_up", "option_down", "option_drop", "row_up", "row_down", "row_drop", "part_drop")


@bp.post("/<int:draft_id>/questions")
def add(draft_id: int) -> Response:
    """A new question at the end of a section; its own page comes next."""
    session, draft, given = db_session(), draft_or_404(draft_id), given_in_form()
    spent = spent_ids(session, draft.key)
    new: list[str] = []

    def change(found: Questionnaire) -> Questionnaire:
        longer, id = with_new_question(found, given, spent)
        new[:] = [id]
        return longer

    try:
        added(draft, change)
    except (BadQuestionnaire, NoSuchPart, NotUsable):
        flash(_("Write the question and choose its kind."), "error")
        return redirect(url_for("facilitator.survey.drafts.draft", draft_id=draft_id), 303)
    session.commit()
    return redirect(url_for(".question", draft_id=draft_id, question_id=new[0]), 303)


@bp.get("/<int:draft_id>/questions/<question_id>")
def question(draft_id: int, question_id: str) -> str:
    draft = draft_or_404(draft_id)
    questionnaire, found = _found(draft, question_id)
    return _page(draft, questionnaire, found)


@bp.post("/<int:draft_id>/questions/<question_id>")
def keep(draft_id: int, question_id: str) -> Answer:
    session, draft, given = db_session(), draft_or_404(draft_id), given_in_form()
    go, fields = first(given, "go"), without_line(given, first(given, "go"))
    spent = spent_ids(session, draft.key).get(question_id, set())
    try:
        kept = changed(
            draft,
            of_question(question_id),
            lambda found: step(apply_form(found, question_id, fields, spent=spent), question_id, go),
        )
    except NotUsable as unusable:
        return _not_kept(draft, question_id, given, unusable)
    except ChangedMeanwhile as conflict:
        return _conflict(draft, question_id, given, conflict), 409
    except (NoSuchPart, BadQuestionnaire):
        abort(400)
    session.commit()
    if wants_json():
        return _saved(draft, kept, question_id, given)
    return redirect(_next(draft_id, question_id, given), 303)


@bp.post("/<int:draft_id>/questions/<question_id>/restore")
def restore(draft_id: int, question_id: str) -> Answer:
    """The wording, options and rows of the bank."""
    session, draft = db_session(), draft_or_404(draft_id)
    entries = bank_entries(session)

    def change(found: Questionnaire) -> Questionnaire:
        own = find_question(found, question_id)
        entry = entry_of(own, entries)
        return change_question(found, question_id, **_parts(restored(own, entry))) if entry else found

    try:
        changed(draft, of_question(question_id), change)
    except (ChangedMeanwhile, NoSuchPart):
        flash(_("Somebody else has changed the question meanwhile. Look at it, and do it again."), "error")
    else:
        flash(_("The question has the bank's wording again."))
    session.commit()
    return redirect(url_for(".question", draft_id=draft_id, question_id=question_id), 303)


@bp.get("/<int:draft_id>/questions/<question_id>/remove")
def confirm_removal(draft_id: int, question_id: str) -> str:
    draft = draft_or_404(draft_id)
    questionnaire, found = _found(draft, question_id)
    return _removal(draft, questionnaire, found)


@bp.post("/<int:draft_id>/questions/<question_id>/remove")
def remove(draft_id: int, question_id: str) -> Answer:
    session, draft = db_session(), draft_or_404(draft_id)
    try:
        changed(draft, of_question(question_id), lambda found: remove_question(found, question_id))
    except (ChangedMeanwhile, NoSuchPart):
        flash(_("Somebody else has changed the question meanwhile. Look at it, and do it again."), "error")
        return redirect(url_for("facilitator.survey.drafts.draft", draft_id=draft_id), 303)
    session.commit()
    flash(_("The question is removed."))
    return redirect(url_for("facilitator.survey.drafts.draft", draft_id=draft_id), 303)


def _found(draft: QuestionnaireDraft, question_id: str) -> tuple[Questionnaire, Question]:
    questionnaire = read(draft)
    try:
        return questionnaire, find_question(questionnaire, question_id)
    except NoSuchPart:
        abort(404)


def _page(
    draft: QuestionnaireDraft,
    questionnaire: Questionnaire,
    found: Question,
    given: Given | None = None,
    problems: dict[str, str] | None = None,
) -> str:
    view = question_view(db_session(), draft, questionnaire, found, given, ask=request.args.get("ask", ""))
    order = [one.id for one in questionnaire.questions()]
    at = order.index(found.id)
    return render_template(
        "facilitator/questionnaire_question.html",
        draft=draft,
        questionnaire=questionnaire,
        view=view,
        errors=problems or {},
        before=order[at - 1] if at else "",
        after=order[at + 1] if at + 1 < len(order) else "",
        at=request.args.get("at", ""),
    )


def _not_kept(draft: QuestionnaireDraft, question_id: str, given: Given, unusable: NotUsable) -> Answer:
    if wants_json():
        return jsonify(problems=sentences(unusable)), 422
    questionnaire, found = _found(draft, question_id)
    return _page(draft, questionnaire, found, given, sentences(unusable)), 422


def _conflict(draft: QuestionnaireDraft, question_id: str, given: Given, conflict: ChangedMeanwhile) -> str:
    """What was written, and what somebody else has kept meanwhile, side by side."""
    known = askable(conflict.questionnaire, question_id)
    mine = shown(given, conflict.questionnaire, known)
    theirs = next((one for one in conflict.questionnaire.questions() if one.id == question_id), None)
    said = shown(given_of(conflict.questionnaire, theirs), conflict.questionnaire, known) if theirs else []
    return render_template(
        "facilitator/questionnaire_conflict.html",
        draft=draft,
        rows=difference(mine, said),
        mine=mine,
        who=who_and_when(conflict),
        is_gone=theirs is None,
        kept=[(name, value) for name, values in given.items() if name not in OWN for value in values],
        revision=conflict.revision,
        seen=digest_of(conflict.questionnaire, of_question(question_id)),
        sections=conflict.questionnaire.sections,
        question_id=question_id,
    )


OWN = ("csrf_token", "revision", "seen", "go")


def _saved(draft: QuestionnaireDraft, kept: Questionnaire, question_id: str, given: Given) -> Response:
    """For script: when it was kept, and what the form needs to keep the next change."""
    found = find_question(kept, question_id)
    return jsonify(
        saved=_("Saved %(time)s", time=format_time(now(), "HH:mm")),
        revision=draft.revision,
        seen=digest_of(kept, of_question(question_id)),
        options=ids_of_lines(found, given, "option"),
        rows=ids_of_lines(found, given, "row"),
        series=[one.sentence for one in series_of(db_session(), draft.key, kept, question_id)],
    )


def _next(draft_id: int, question_id: str, given: Given) -> str:
    """Where a button of the form leads."""
    go = first(given, "go")
    if go == "back":
        return url_for("facilitator.survey.drafts.draft", draft_id=draft_id, _anchor=f"q-{question_id}")
    if go == "ask":
        asked = first(given, "ask")
        return url_for(".question", draft_id=draft_id, question_id=question_id, ask=asked or None, _anchor="when")
    if go.partition(":")[0] in STAYS:
        return url_for(".question", draft_id=draft_id, question_id=question_id, at=go)
    flash(_("The question is saved."))
    return url_for(".question", draft_id=draft_id, question_id=question_id)


def _removal(draft: QuestionnaireDraft, questionnaire: Questionnaire, found: Question) -> str:
    return render_template(
        "facilitator/questionnaire_remove.html",
        draft=draft,
        name=found.text.get(questionnaire.main) or found.id,
        consequences=of_removing(questionnaire, [found]),
        seen=digest_of(questionnaire, of_question(found.id)),
        back=url_for("facilitator.survey.drafts.draft", draft_id=draft.id, _anchor=f"q-{found.id}"),
        is_section=False,
    )


def _parts(question: Question) -> dict[str, object]:
    names = ("kind", "text", "options", "rows", "exclusive")
    return {name: getattr(question, name) for name in names}

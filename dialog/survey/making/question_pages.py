"""The pages of one question of a draft."""

from flask import Blueprint, abort, flash, jsonify, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.survey.bank import entry_of, restored
from dialog.survey.editing import NoSuchPart, change_question, find_question, remove_question
from dialog.survey.making.adding import with_new_question
from dialog.survey.making.consequences import of_removing
from dialog.survey.making.drafts import ChangedMeanwhile
from dialog.survey.making.given import Given, NotUsable
from dialog.survey.making.opening import added, changed, draft_or_404, given_in_form, wants_json, who_and_when
from dialog.survey.making.problem_words import sentences
from dialog.survey.making.queries import bank_entries, read, spent_ids
from dialog.survey.making.question_view import question_view
from dialog.survey.making.replies import conflict_page, kept_together, saved, where_next
from dialog.survey.making.seen import digest_of, of_question
from dialog.survey.making.together import Clash
from dialog.survey.models import QuestionnaireDraft
from dialog.survey.questionnaire import BadQuestionnaire, Question, Questionnaire
from dialog.web.requests import db_session

bp = Blueprint("questions", __name__)
Answer = str | Response | tuple[str | Response, int]


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
    before = ChangedMeanwhile(draft)  # in case it was
    try:
        done = kept_together(draft, question_id, given)
    except NotUsable as unusable:
        return _not_kept(draft, question_id, given, unusable)
    except Clash as clash:
        return conflict_page(draft, question_id, clash.given), 409
    except ChangedMeanwhile:
        return conflict_page(draft, question_id, given), 409
    except (NoSuchPart, BadQuestionnaire):
        if question_id not in {one.id for one in before.questionnaire.questions()} and "seen" in given:
            return conflict_page(draft, question_id, given), 409
        abort(400)
    who = who_and_when(before) if done.by_others else ""
    session.commit()
    if wants_json():
        return saved(draft, done, question_id, given, who)
    return redirect(where_next(draft_id, question_id, given, who), 303)


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
    view = question_view(db_session(), draft, questionnaire, found, given, ask=request.args)
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

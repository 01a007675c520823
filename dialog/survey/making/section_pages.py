"""The pages of one section of a draft."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.survey.editing import NoSuchPart, add_section, find_section, remove_section
from dialog.survey.making.about_form import apply_section
from dialog.survey.making.adding import new_section
from dialog.survey.making.condition_lines import askable
from dialog.survey.making.consequences import of_removing
from dialog.survey.making.drafts import ChangedMeanwhile
from dialog.survey.making.given import Given, NotUsable, first, line_of
from dialog.survey.making.naming import said
from dialog.survey.making.opening import added, changed, draft_or_404, given_in_form, who_and_when
from dialog.survey.making.problem_words import sentences
from dialog.survey.making.queries import read
from dialog.survey.making.question_view import when_of
from dialog.survey.making.seen import digest_of, of_section, whole_section
from dialog.survey.making.steps import without_line
from dialog.survey.models import QuestionnaireDraft
from dialog.survey.questionnaire import Questionnaire, Section
from dialog.web.requests import db_session

bp = Blueprint("sections", __name__)
Answer = str | Response | tuple[str, int]


@bp.post("/<int:draft_id>/sections")
def add(draft_id: int) -> Response:
    session, draft = db_session(), draft_or_404(draft_id)
    title = line_of(request.form.get("title", ""))
    if not title:
        flash(_("Write what the section is called."), "error")
        return redirect(url_for("facilitator.survey.drafts.draft", draft_id=draft_id, _anchor="add-section"), 303)
    after = added(draft, lambda found: add_section(found, new_section(found, title)))
    session.commit()
    to = url_for("facilitator.survey.drafts.draft", draft_id=draft_id, _anchor=f"s-{after.sections[-1].id}")
    return redirect(to, 303)


@bp.get("/<int:draft_id>/sections/<section_id>")
def section(draft_id: int, section_id: str) -> str:
    draft = draft_or_404(draft_id)
    return _page(draft, *_found(draft, section_id))


@bp.post("/<int:draft_id>/sections/<section_id>")
def keep(draft_id: int, section_id: str) -> Answer:
    session, draft, given = db_session(), draft_or_404(draft_id), given_in_form()
    fields = without_line(given, first(given, "go"))
    try:
        changed(draft, of_section(section_id), lambda found: apply_section(found, section_id, fields))
    except NotUsable as unusable:
        return _page(draft, *_found(draft, section_id), given, sentences(unusable)), 422
    except ChangedMeanwhile as conflict:
        who = who_and_when(conflict)
        problem = _("%(who)s changed this meanwhile. Look at it, and save again if yours is right.", who=who)
        return _page(draft, *_found(draft, section_id), given, {"": problem}), 409
    except NoSuchPart:
        abort(404)
    session.commit()
    go = first(given, "go")
    if go == "ask" or go.startswith("when_drop"):
        asked = first(given, "ask") if go == "ask" else ""
        return redirect(
            url_for(".section", draft_id=draft_id, section_id=section_id, ask=asked or None, _anchor="when"), 303
        )
    flash(_("The section is saved."))
    return redirect(url_for("facilitator.survey.drafts.draft", draft_id=draft_id, _anchor=f"s-{section_id}"), 303)


@bp.get("/<int:draft_id>/sections/<section_id>/remove")
def confirm_removal(draft_id: int, section_id: str) -> str:
    draft = draft_or_404(draft_id)
    questionnaire, found = _found(draft, section_id)
    return render_template(
        "facilitator/questionnaire_remove.html",
        draft=draft,
        name=said(found.title, questionnaire.main),
        consequences=of_removing(questionnaire, found.questions),
        seen=digest_of(questionnaire, whole_section(section_id)),
        back=url_for("facilitator.survey.drafts.draft", draft_id=draft.id, _anchor=f"s-{section_id}"),
        is_section=True,
        questions=[said(question.text, questionnaire.main) for question in found.questions],
    )


@bp.post("/<int:draft_id>/sections/<section_id>/remove")
def remove(draft_id: int, section_id: str) -> Response:
    session, draft = db_session(), draft_or_404(draft_id)
    try:
        changed(draft, whole_section(section_id), lambda found: remove_section(found, section_id))
    except (ChangedMeanwhile, NoSuchPart):
        flash(_("Somebody else has changed the section meanwhile. Look at it, and do it again."), "error")
    else:
        flash(_("The section is removed."))
    session.commit()
    return redirect(url_for("facilitator.survey.drafts.draft", draft_id=draft_id), 303)


def _found(draft: QuestionnaireDraft, section_id: str) -> tuple[Questionnaire, Section]:
    questionnaire = read(draft)
    try:
        return questionnaire, find_section(questionnaire, section_id)
    except NoSuchPart:
        abort(404)


def _page(
    draft: QuestionnaireDraft,
    questionnaire: Questionnaire,
    found: Section,
    given: Given | None = None,
    errors: dict[str, str] | None = None,
) -> str:
    known = askable(questionnaire, found.id)
    return render_template(
        "facilitator/questionnaire_section.html",
        draft=draft,
        questionnaire=questionnaire,
        section=found,
        title=first(given, "title") if given else found.title.get(questionnaire.main, ""),
        when=when_of(questionnaire, found.show_if, known, given or {}, request.args.get("ask", "")),
        main=questionnaire.main,
        seen=digest_of(questionnaire, of_section(found.id)),
        errors=errors or {},
    )

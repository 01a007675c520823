"""The page of a draft: its outline, its title, and giving it up."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import staff_id
from dialog.audit.actions import record
from dialog.languages import LANGUAGES
from dialog.survey.editing import NoSuchPart, move_question, move_section, place_question
from dialog.survey.making.about_form import apply_about
from dialog.survey.making.drafts import ChangedMeanwhile, discard_draft
from dialog.survey.making.formats import FORMATS
from dialog.survey.making.given import NotUsable, first
from dialog.survey.making.kinds import KIND_NAMES
from dialog.survey.making.naming import language_called, question_called, said, section_called
from dialog.survey.making.opening import changed, draft_or_404, given_in_form, moment, revision_in_form, who_and_when
from dialog.survey.making.outline_view import outline_view
from dialog.survey.making.problem_words import sentences
from dialog.survey.making.queries import name_of, read
from dialog.survey.making.seen import about as about_part
from dialog.survey.making.seen import digest_of, outline
from dialog.survey.models import QuestionnaireDraft
from dialog.survey.questionnaire import Questionnaire
from dialog.web.requests import db_session

bp = Blueprint("drafts", __name__)
Answer = str | Response | tuple[str, int]


@bp.get("/<int:draft_id>")
def draft(draft_id: int) -> str:
    return _outline(draft_or_404(draft_id))


@bp.post("/<int:draft_id>/move")
def move(draft_id: int) -> Answer:
    """A section or question so many places down or up; or, from script, a question to a place in a section."""
    session, found = db_session(), draft_or_404(draft_id)
    wanted = request.form.get("move", "").split(":")
    try:
        after = changed(found, outline, lambda questionnaire: _moved(questionnaire, wanted))
    except ChangedMeanwhile as conflict:
        who = who_and_when(conflict)
        problem = _("%(who)s changed the order meanwhile. Nothing was moved: this is how it is now.", who=who)
        return _outline(found, problem), 409
    except NoSuchPart:
        flash(_("That is not there any more."), "error")
        return redirect(url_for(".draft", draft_id=draft_id), 303)
    session.commit()
    flash(_now_at(after, wanted))
    return redirect(url_for(".draft", draft_id=draft_id, at=":".join(wanted[:3])), 303)


@bp.get("/<int:draft_id>/about")
def about(draft_id: int) -> str:
    return _about(draft_or_404(draft_id))


@bp.post("/<int:draft_id>/about")
def keep_about(draft_id: int) -> Answer:
    session, found, given = db_session(), draft_or_404(draft_id), given_in_form()
    try:
        changed(found, about_part, lambda questionnaire: apply_about(questionnaire, given))
    except NotUsable as unusable:
        return _about(found, sentences(unusable), first(given, "title")), 422
    except ChangedMeanwhile as conflict:
        who = who_and_when(conflict)
        problem = _("%(who)s changed this meanwhile. Look at it, and save again if yours is right.", who=who)
        return _about(found, {"": problem}, first(given, "title")), 409
    session.commit()
    flash(_("The title is saved."))
    return redirect(url_for(".draft", draft_id=draft_id), 303)


@bp.get("/<int:draft_id>/discard")
def confirm_discarding(draft_id: int) -> str:
    return _discarding(draft_or_404(draft_id))


@bp.post("/<int:draft_id>/discard")
def discard(draft_id: int) -> Answer:
    session, found = db_session(), draft_or_404(draft_id)
    key = found.key
    try:
        discard_draft(session, found, revision=revision_in_form())
    except ChangedMeanwhile as conflict:
        problem = _("%(who)s has changed the draft. Do you still want to throw it away?", who=who_and_when(conflict))
        session.rollback()
        return _discarding(draft_or_404(draft_id), problem), 409
    record(session, "questionnaire draft discarded", f"questionnaire {key}", by=staff_id())
    session.commit()
    flash(_("The draft is thrown away. Published versions are as they were."))
    return redirect(url_for("facilitator.survey.questionnaires"), 303)


def _outline(found: QuestionnaireDraft, problem: str = "") -> str:
    questionnaire = read(found)
    return render_template(
        "facilitator/questionnaire_draft.html",
        draft=found,
        questionnaire=questionnaire,
        title=said(questionnaire.title, questionnaire.main),
        view=outline_view(db_session(), found, questionnaire),
        kinds=[(kind, str(name)) for kind, name in KIND_NAMES.items()],
        seen=digest_of(questionnaire, outline),
        saved=moment(found.changed_at),
        saved_by=name_of(db_session(), found.changed_by),
        at=request.args.get("at", ""),
        problem=problem,
        previews=[tag for tag in questionnaire.languages if tag in LANGUAGES],
        language_called=language_called,
        formats=FORMATS,
        left_out=found.origin["number"] if found.origin else None,
    )


def _about(found: QuestionnaireDraft, errors: dict[str, str] | None = None, title: str = "") -> str:
    questionnaire = read(found)
    return render_template(
        "facilitator/questionnaire_about.html",
        draft=found,
        questionnaire=questionnaire,
        title=title or questionnaire.title.get(questionnaire.main, ""),
        seen=digest_of(questionnaire, about_part),
        language_pairs=[(tag, language_called(tag)) for tag in questionnaire.languages],
        errors=errors or {},
    )


def _discarding(found: QuestionnaireDraft, problem: str = "") -> str:
    questionnaire = read(found)
    title = said(questionnaire.title, questionnaire.main)
    return render_template("facilitator/questionnaire_discard.html", draft=found, title=title, problem=problem)


def _moved(questionnaire: Questionnaire, wanted: list[str]) -> Questionnaire:
    """question:Q6:-1, section:home:1, or place:Q6:home:3. Raises NoSuchPart."""
    match wanted:
        case ["question", id, ("1" | "-1") as steps]:
            return move_question(questionnaire, id, int(steps))
        case ["section", id, ("1" | "-1") as steps]:
            return move_section(questionnaire, id, int(steps))
        case ["place", id, section_id, place] if place.isascii() and place.isdigit():
            return place_question(questionnaire, id, section_id, int(place[:5]))
    raise NoSuchPart(":".join(wanted))


def _now_at(questionnaire: Questionnaire, wanted: list[str]) -> str:
    """Where what was moved stands now."""
    if wanted[0] == "section":
        number = 1 + [section.id for section in questionnaire.sections].index(wanted[1])
        name = section_called(questionnaire, wanted[1])
        return _("“%(section)s” is now section %(number)s.", section=name, number=number)
    section = next(one for one in questionnaire.sections if wanted[1] in [question.id for question in one.questions])
    return _(
        "“%(question)s” is now number %(number)s in “%(section)s”.",
        question=question_called(questionnaire, wanted[1]),
        number=1 + [question.id for question in section.questions].index(wanted[1]),
        section=section_called(questionnaire, section.id),
    )

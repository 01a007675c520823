"""The question bank: looking at it, copying from it into a draft, and keeping a question of a draft in it."""

from datetime import date

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import staff_id
from dialog.audit.actions import record
from dialog.survey.bank import Entry, as_kept, measured_by
from dialog.survey.editing import NoSuchPart, change_question, find_question
from dialog.survey.making.adding import with_entry
from dialog.survey.making.bank_actions import Locked, MeasuredAlready, add_to_bank, remove_from_bank
from dialog.survey.making.drafts import ChangedMeanwhile
from dialog.survey.making.given import line_of
from dialog.survey.making.ids import id_from
from dialog.survey.making.kinds import KIND_NAMES
from dialog.survey.making.naming import said
from dialog.survey.making.opening import added, changed, draft_or_404, who_and_when
from dialog.survey.making.queries import bank_entries, read, spent_ids
from dialog.survey.making.seen import digest_of, of_question
from dialog.survey.models import QuestionnaireDraft
from dialog.survey.questionnaire import Question, Questionnaire
from dialog.web.pages import say
from dialog.web.requests import db_session

bp = Blueprint("bank", __name__)
Answer = str | Response | tuple[str, int]


@bp.get("/bank")
def bank() -> str:
    entries = [(entry, entry.question.measures or _stem(entry)) for entry in bank_entries(db_session())]
    return render_template("facilitator/bank.html", entries=entries, **_words())


@bp.post("/bank/remove")
def remove() -> Response:
    session, measures = db_session(), request.form.get("measures", "")
    try:
        remove_from_bank(session, measures)
    except Locked:
        abort(404)
    record(session, "question taken out of the bank", f"measure {measures}", by=staff_id())
    session.commit()
    flash(_("The question is taken out of the bank. Questionnaires that ask it go on asking it."))
    return redirect(url_for(".bank"), 303)


@bp.get("/<int:draft_id>/bank")
def choose(draft_id: int) -> str:
    """The bank, for a draft to copy from."""
    draft = draft_or_404(draft_id)
    questionnaire = read(draft)
    there = {one for question in questionnaire.questions() for one in measured_by(question)}
    return render_template(
        "facilitator/bank_choose.html",
        draft=draft,
        entries=[(entry, _name(entry), bool(there & set(entry.measures))) for entry in bank_entries(db_session())],
        sections=[(one.id, said(one.title, questionnaire.main)) for one in questionnaire.sections],
        section=request.args.get("section", ""),
        **_words(),
    )


@bp.post("/<int:draft_id>/bank")
def copy(draft_id: int) -> Response:
    session, draft = db_session(), draft_or_404(draft_id)
    wanted = set(request.form.getlist("entry"))
    entries = [entry for entry in bank_entries(session) if _name(entry) in wanted]
    spent, section_id = spent_ids(session, draft.key), request.form.get("section", "")

    def change(found: Questionnaire) -> Questionnaire:
        for entry in entries:
            found, _id = with_entry(found, section_id, entry, spent)
        return found

    try:
        added(draft, change)
    except NoSuchPart:
        flash(_("Choose the section that the questions are to stand in."), "error")
        return redirect(url_for(".choose", draft_id=draft_id), 303)
    session.commit()
    to = url_for("facilitator.survey.drafts.draft", draft_id=draft_id, _anchor=f"s-{section_id}")
    return redirect(to, 303)


@bp.get("/<int:draft_id>/questions/<question_id>/bank")
def offer(draft_id: int, question_id: str) -> str:
    return _offer(draft_or_404(draft_id), question_id)


@bp.post("/<int:draft_id>/questions/<question_id>/bank")
def add(draft_id: int, question_id: str) -> Answer:
    """Keep a question of a draft in the bank; it measures from now on what the entry does."""
    session, draft = db_session(), draft_or_404(draft_id)
    note, name = line_of(request.form.get("note", "")), request.form.get("measures", "")
    measures = id_from(name, (), "measure_") if name.strip() else ""
    if not measures or not note:
        problems = {} if measures else {"measures": _("Write what it measures, in a word or two.")}
        return _offer(
            draft, question_id, problems | ({} if note else {"note": _("Say where the wording comes from.")})
        ), 422
    try:
        entry = add_to_bank(
            session, _question(draft, question_id), measures=measures, note=note, on=date.today(), by=staff_id()
        )
        changed(draft, of_question(question_id), lambda found: _measuring(found, question_id, entry))
    except MeasuredAlready:
        return _offer(draft, question_id, {"measures": _("The bank measures this already: choose another name.")}), 422
    except ChangedMeanwhile as conflict:
        who = who_and_when(conflict)
        session.rollback()
        problem = _("%(who)s changed the question meanwhile. Look at it, and do it again.", who=who)
        return _offer(draft_or_404(draft_id), question_id, {"": problem}), 409
    record(session, "question kept in the bank", f"measure {measures}", by=staff_id())
    session.commit()
    flash(_("The question is in the bank. What it measures can now be followed from year to year."))
    return redirect(url_for("facilitator.survey.questions.question", draft_id=draft_id, question_id=question_id), 303)


def _offer(draft: QuestionnaireDraft, question_id: str, errors: dict[str, str] | None = None) -> str:
    questionnaire, question = read(draft), _question(draft, question_id)
    return render_template(
        "facilitator/bank_add.html",
        draft=draft,
        question=question,
        text=said(question.text, questionnaire.main),
        seen=digest_of(questionnaire, of_question(question_id)),
        errors=errors or {},
    )


def _question(draft: QuestionnaireDraft, question_id: str) -> Question:
    try:
        return find_question(read(draft), question_id)
    except NoSuchPart:
        abort(404)


def _measuring(questionnaire: Questionnaire, id: str, entry: Entry) -> Questionnaire:
    own = as_kept(find_question(questionnaire, id), measures=entry.question.measures or _stem(entry))
    return change_question(questionnaire, id, measures=own.measures, rows=own.rows)


def _stem(entry: Entry) -> str:
    """What an entry with rows is called: the part before the row."""
    return next(iter(entry.measures), "").rpartition(".")[0]


def _name(entry: Entry) -> str:
    """What an entry is called in a form."""
    return entry.measures[0] if entry.measures else f"id {entry.question.id}"


def _words() -> dict[str, object]:
    return {"kind_names": KIND_NAMES, "say": say}

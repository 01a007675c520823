"""What is answered to the form of a question: that it was kept, or which of two is to be kept."""

from functools import partial
from typing import Any

from flask import flash, jsonify, render_template, url_for
from flask_babel import format_time
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import now
from dialog.survey.editing import find_question
from dialog.survey.making.condition_lines import MUST, WHEN
from dialog.survey.making.drafts import ChangedMeanwhile
from dialog.survey.making.given import Given, first
from dialog.survey.making.lines import ids_of_lines
from dialog.survey.making.looks import looks_of, spelled
from dialog.survey.making.narrowing_lines import NARROW
from dialog.survey.making.opening import added, who_and_when
from dialog.survey.making.queries import spent_ids
from dialog.survey.making.question_form import given_of
from dialog.survey.making.question_view import series_of
from dialog.survey.making.side_by_side import difference, shown
from dialog.survey.making.steps import LINES
from dialog.survey.making.together import Together, keep_together
from dialog.survey.models import QuestionnaireDraft
from dialog.survey.questionnaire import Questionnaire
from dialog.web.requests import db_session

OWN = ("csrf_token", "revision", "seen", "go")
STAYS = ("option_up", "option_down", "option_drop", "row_up", "row_down", "row_drop", "part_drop")
ASKING = {"ask": WHEN, "ask_must": MUST, "ask_narrow": NARROW}  # buttons that add a line, and to what


def kept_together(draft: QuestionnaireDraft, question_id: str, given: Given) -> Together:
    """Keep what the form changes, with what others have changed since it was opened."""
    spent, seen = spent_ids(db_session(), draft.key).get(question_id, set()), first(given, "seen")
    results: list[Together] = []

    def change(found: Questionnaire) -> Questionnaire:
        results.append(keep_together(found, question_id, given, seen, spent=spent))
        return results[-1].kept

    added(draft, change)
    return results[-1]


def conflict_page(draft: QuestionnaireDraft, question_id: str, given: Given) -> str:
    """What was written, and what somebody else has kept meanwhile, side by side."""
    found = ChangedMeanwhile(draft)
    mine = shown(given, found.questionnaire, question_id)
    theirs = next((one for one in found.questionnaire.questions() if one.id == question_id), None)
    said = shown(given_of(found.questionnaire, theirs), found.questionnaire, question_id) if theirs else []
    return render_template(
        "facilitator/questionnaire_conflict.html",
        draft=draft,
        rows=difference(mine, said),
        mine=mine,
        who=who_and_when(found),
        is_gone=theirs is None,
        kept=[(name, value) for name, values in given.items() if name not in OWN for value in values],
        revision=found.revision,
        seen=spelled(looks_of(found.questionnaire, question_id)) if theirs else "",
        sections=found.questionnaire.sections,
        question_id=question_id,
    )


def saved(draft: QuestionnaireDraft, done: Together, question_id: str, given: Given, who: str) -> Response:
    """For script: when it was kept, and what the form needs to keep the next change."""
    found, time = find_question(done.shown, question_id), format_time(now(), "HH:mm")
    sentence = _("Saved %(time)s", time=time)
    if who:
        sentence = _("Saved %(time)s. Load the page again to see what was changed by %(who)s.", time=time, who=who)
    return jsonify(
        saved=sentence,
        revision=draft.revision,
        seen=done.looks,
        options=ids_of_lines(found, given, "option"),
        rows=ids_of_lines(found, given, "row"),
        series=[one.sentence for one in series_of(db_session(), draft.key, done.kept, question_id)],
    )


def where_next(draft_id: int, question_id: str, given: Given, who: str) -> str:
    """Where a button of the form leads. `who` has changed another part of the question meanwhile."""
    go = first(given, "go")
    here = partial(url_for, "facilitator.survey.questions.question", draft_id=draft_id, question_id=question_id)
    if who:
        flash(_("The question is saved, together with what was changed meanwhile by %(who)s.", who=who))
    if go == "back":
        return url_for("facilitator.survey.drafts.draft", draft_id=draft_id, _anchor=f"q-{question_id}")
    if go in ASKING:
        asked: dict[str, Any] = {go: first(given, go) or None}
        return here(_anchor=ASKING[go], **asked)
    name = go.partition(":")[0]
    if name.removesuffix("_drop") in LINES:
        return here(_anchor=name.removesuffix("_drop"))
    if name in STAYS:
        return here(at=go)
    if not who:
        flash(_("The question is saved."))
    return here()

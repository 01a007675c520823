"""The page on which a draft becomes a version."""

from datetime import date

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import staff_id
from dialog.audit.actions import record
from dialog.survey.making import fault_words, series_words
from dialog.survey.making.drafts import ChangedMeanwhile
from dialog.survey.making.given import line_of
from dialog.survey.making.naming import said
from dialog.survey.making.opening import draft_or_404, revision_in_form, who_and_when
from dialog.survey.making.publishing import Decision, NotReady, Undecided, asking, publish
from dialog.survey.making.queries import newest_version, read
from dialog.survey.models import QuestionnaireDraft
from dialog.survey.soundness import faults
from dialog.web.requests import db_session

bp = Blueprint("publishing", __name__)
Answer = str | Response | tuple[str, int]


@bp.get("/<int:draft_id>/publish")
def confirm(draft_id: int) -> str:
    return _page(draft_or_404(draft_id))


@bp.post("/<int:draft_id>/publish")
def publish_now(draft_id: int) -> Answer:
    session, draft = db_session(), draft_or_404(draft_id)
    key = draft.key
    try:
        published = publish(session, draft, revision=revision_in_form(), decisions=_decisions(), on=date.today())
    except NotReady:
        return _page(draft), 422
    except Undecided as undecided:
        why = _("Say why.")
        return _page(draft, {f"reason-{one}": why for one in undecided.measures}), 422
    except ChangedMeanwhile as conflict:
        who = who_and_when(conflict)
        session.rollback()
        problem = _("%(who)s has changed the draft. Look through it once more before you publish it.", who=who)
        return _page(draft_or_404(draft_id), {"": problem}), 409
    record(session, "questionnaire published", f"questionnaire {key}", by=staff_id(), version=published.version)
    session.commit()
    flash(_("Version %(version)s is published. Rounds can ask it from now on.", version=published.version))
    return redirect(url_for("facilitator.survey.version", version_id=published.id), 303)


def _decisions() -> dict[str, Decision]:
    """What was said of each series, by what it measures."""
    given = request.form
    return {
        measures: {"decision": given.get(f"decision-{measures}", ""), "reason": line_of(given[f"reason-{measures}"])}
        for measures in given.getlist("series")
        if f"reason-{measures}" in given
    }


def _page(draft: QuestionnaireDraft, errors: dict[str, str] | None = None) -> str:
    questionnaire, before = read(draft), newest_version(db_session(), draft.key)
    asked = asking(read(before) if before else None, questionnaire)
    return render_template(
        "facilitator/questionnaire_publish.html",
        draft=draft,
        title=said(questionnaire.title, questionnaire.main),
        version=before.version + 1 if before else 1,
        before=before,
        faults=[fault_words.told(fault, questionnaire) for fault in faults(questionnaire)],
        series=[series_words.told(one, questionnaire.main) for one in asked],
        given=_decisions(),
        errors=errors or {},
    )

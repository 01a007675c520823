"""What every page that changes a draft begins and ends with."""

from collections.abc import Callable
from datetime import datetime

from flask import abort, request
from flask_babel import format_datetime
from flask_babel import gettext as _

from dialog.accounts.gates import now, staff_id
from dialog.survey.making.drafts import ChangedMeanwhile, change_draft
from dialog.survey.making.given import Given
from dialog.survey.making.queries import NoSuchDraft, find_draft, name_of
from dialog.survey.making.seen import Part, Seen
from dialog.survey.models import QuestionnaireDraft
from dialog.survey.questionnaire import Questionnaire
from dialog.web.requests import db_session


def draft_or_404(draft_id: int) -> QuestionnaireDraft:
    try:
        return find_draft(db_session(), draft_id)
    except NoSuchDraft:
        abort(404)


def given_in_form() -> Given:
    return dict(request.form.lists())


def revision_in_form() -> int:
    """The revision that was looked at; one that nothing has, where the form does not say."""
    return request.form.get("revision", type=int) or 0


def changed(draft: QuestionnaireDraft, part: Part, change: Callable[[Questionnaire], Questionnaire]) -> Questionnaire:
    """Make the change that a form asks for, if what it was about is still as it was shown.

    Raises ChangedMeanwhile, BadQuestionnaire, and whatever `change` raises.
    """
    seen = Seen(part, request.form.get("seen", ""))
    return change_draft(db_session(), draft, revision_in_form(), change, staff_id(), now(), seen=seen)


def added(draft: QuestionnaireDraft, change: Callable[[Questionnaire], Questionnaire]) -> Questionnaire:
    """Make a change that takes nothing away: it is right whatever others have done meanwhile."""
    return change_draft(db_session(), draft, draft.revision, change, staff_id(), now())


def wants_json() -> bool:
    """Whether script asks, to keep what was written without leaving the page."""
    return request.headers.get("Accept") == "application/json"


def who_and_when(conflict: ChangedMeanwhile) -> str:
    name = name_of(db_session(), conflict.by) or _("somebody else")
    return _("%(name)s, %(when)s", name=name, when=moment(conflict.at))


def moment(at: datetime) -> str:
    """A time kept in UTC, as clocks here show it."""
    return str(format_datetime(at, "d MMM HH:mm"))

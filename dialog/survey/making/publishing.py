"""From a draft to the next version, with what stays comparable decided for good."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from dialog.survey.actions import keep_questionnaire
from dialog.survey.comparability import BROKEN, KEPT, Series, series
from dialog.survey.making.drafts import ChangedMeanwhile, discard_draft
from dialog.survey.making.queries import newest_version, read
from dialog.survey.models import QuestionnaireDraft, QuestionnaireVersion
from dialog.survey.questionnaire import Questionnaire
from dialog.survey.soundness import Fault, faults

Decision = Mapping[str, str]  # {"decision": KEPT or BROKEN, "reason": a sentence}


class NotReady(ValueError):
    """Something must be mended first: `faults`."""

    def __init__(self, found: list[Fault]) -> None:
        super().__init__(str(found[0]))
        self.faults = found


class Undecided(ValueError):
    """Series end, or may end, and nobody has said why: what they measure is in `measures`."""

    def __init__(self, measures: list[str]) -> None:
        super().__init__(", ".join(measures))
        self.measures = measures


def asking(before: Questionnaire | None, after: Questionnaire) -> list[Series]:
    """The series that ask for a reason before `after` can follow `before`."""
    return [one for one in series(before, after) if one.asks_for_a_reason] if before else []


def publish(
    session: Session,
    draft: QuestionnaireDraft,
    *,
    revision: int,
    decisions: Mapping[str, Decision],
    on: date,
) -> QuestionnaireVersion:
    """The next version, as the draft stood at a revision; the draft goes. `decisions` are by what is measured.

    Raises ChangedMeanwhile, NotReady or Undecided.
    """
    if draft.revision != revision:
        raise ChangedMeanwhile(draft)
    questionnaire = read(draft)
    if found := list(faults(questionnaire)):
        raise NotReady(found)
    before = newest_version(session, draft.key)
    questionnaire = replace(questionnaire, version=before.version + 1 if before else 1)
    changes = _decided(asking(read(before) if before else None, questionnaire), decisions)
    discard_draft(session, draft, revision=revision)
    published = keep_questionnaire(session, questionnaire)
    published.published_on, published.changes = on, changes
    session.flush()
    return published


def _decided(asked: list[Series], decisions: Mapping[str, Decision]) -> dict[str, Decision]:
    """Only words can be said to mean the same; other options never do."""
    reasons = {one.measures: decisions.get(one.measures, {}).get("reason", "").strip() for one in asked}
    if missing := [measures for measures, reason in reasons.items() if not reason]:
        raise Undecided(missing)
    return {one.measures: {"decision": _decision(one, decisions), "reason": reasons[one.measures]} for one in asked}


def _decision(one: Series, decisions: Mapping[str, Decision]) -> str:
    said = decisions[one.measures].get("decision")
    return KEPT if one.status == "reworded" and said == KEPT else BROKEN

"""Keeping translations in a draft, and what its sources have said before."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.survey.document import read_draft
from dialog.survey.making.drafts import change_draft
from dialog.survey.making.seen import Seen, digest_of
from dialog.survey.models import QuestionnaireDraft, QuestionnaireVersion
from dialog.survey.questionnaire import Questionnaire
from dialog.survey.translating.merging import Merged
from dialog.survey.translating.wordings import Earlier, earlier_sources


def keep(
    session: Session,
    draft: QuestionnaireDraft,
    merged_with: Callable[[Questionnaire], Merged],
    *,
    by: int | None,
    at: datetime,
) -> Merged:
    """Merge into the draft as it stands now, whoever has changed it meanwhile: merging overwrites nothing unseen."""
    results: list[Merged] = []

    def change(questionnaire: Questionnaire) -> Questionnaire:
        results.append(merged_with(questionnaire))
        return results[-1].questionnaire

    change_draft(session, draft, draft.revision, change, by, at, seen=_WHATEVER)
    return results[-1]


def change_languages(
    session: Session,
    draft: QuestionnaireDraft,
    change: Callable[[Questionnaire], Questionnaire],
    *,
    by: int | None,
    at: datetime,
) -> None:
    """Which languages there are, whatever others have changed meanwhile."""
    change_draft(session, draft, draft.revision, change, by, at, seen=_WHATEVER)


def sources_before(session: Session, key: str) -> Earlier:
    """What the texts of a questionnaire say in its published versions, in their main language."""
    documents = session.scalars(select(QuestionnaireVersion.document).where(QuestionnaireVersion.key == key))
    return earlier_sources(read_draft(document) for document in documents)


def _nothing(_questionnaire: Questionnaire) -> object:
    return None


_WHATEVER = Seen(_nothing, digest_of(Questionnaire("", 0, {}, ()), _nothing))  # no change elsewhere is in the way

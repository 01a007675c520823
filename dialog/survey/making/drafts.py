"""Questionnaires in the making: begun, changed by several people at once, given up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import CursorResult, delete, update
from sqlalchemy.orm import Session

from dialog.survey.document import read_draft, to_document
from dialog.survey.making.queries import draft_of, newest_version, read
from dialog.survey.making.seen import Seen
from dialog.survey.models import QuestionnaireDraft
from dialog.survey.questionnaire import Questionnaire

_ATTEMPTS = 5  # to write, while others write at the same moment


class DraftThere(ValueError):
    """The questionnaire has a draft already: there is one of each at a time."""

    def __init__(self, draft: QuestionnaireDraft) -> None:
        super().__init__(draft.key)
        self.draft_id = draft.id


class ChangedMeanwhile(Exception):
    """Somebody else has changed what was to be changed; nothing was written.

    `questionnaire` is what stands there now, at `revision`, by the member of staff `by` (None: a command) at `at`.
    """

    def __init__(self, draft: QuestionnaireDraft) -> None:
        super().__init__(draft.key)
        self.questionnaire, self.revision = read(draft), draft.revision
        self.by, self.at = draft.changed_by, draft.changed_at


def begin_draft(session: Session, questionnaire: Questionnaire, *, by: int | None, at: datetime) -> QuestionnaireDraft:
    """A draft of the next version of the questionnaire with this id; of the first, when there is none.

    A correction begins with the newest version, a copy with another questionnaire under an id of its own. Raises
    DraftThere.
    """
    there = draft_of(session, questionnaire.id)
    if there:
        raise DraftThere(there)
    newest = newest_version(session, questionnaire.id)
    numbered = replace(questionnaire.with_spoken(), version=newest.version + 1 if newest else 1)
    draft = QuestionnaireDraft(key=numbered.id, document=to_document(numbered), changed_at=at, changed_by=by)
    session.add(draft)
    session.flush()
    return draft


def change_draft(
    session: Session,
    draft: QuestionnaireDraft,
    revision: int,
    change: Callable[[Questionnaire], Questionnaire],
    by: int | None,
    at: datetime,
    *,
    seen: Seen | None = None,
) -> Questionnaire:
    """Make a change that was decided on looking at a revision, or at a part that has not changed since.

    What comes of it. Raises ChangedMeanwhile, BadQuestionnaire where it would no longer be readable, and whatever
    `change` raises.
    """
    for _ in range(_ATTEMPTS):
        stored, found = draft.revision, read(draft)
        if stored != revision and not (seen and seen.is_still(found)):
            raise ChangedMeanwhile(draft)
        changed = change(found)
        if changed == found:
            return found
        document = to_document(changed)
        read_draft(document)
        if _write(session, draft, stored, document=document, changed_by=by, changed_at=at):
            return changed
    raise ChangedMeanwhile(draft)


def discard_draft(session: Session, draft: QuestionnaireDraft, *, revision: int) -> None:
    """Give it up. Raises ChangedMeanwhile."""
    gone = delete(QuestionnaireDraft).where(QuestionnaireDraft.id == draft.id, QuestionnaireDraft.revision == revision)
    result = session.execute(gone, execution_options={"synchronize_session": False})
    if not _is_one(result):
        session.refresh(draft)
        raise ChangedMeanwhile(draft)
    session.expunge(draft)


def _write(session: Session, draft: QuestionnaireDraft, revision: int, **values: object) -> bool:
    """Whether it was written, since nobody else had been in between."""
    mine = update(QuestionnaireDraft).where(QuestionnaireDraft.id == draft.id, QuestionnaireDraft.revision == revision)
    written = mine.values(revision=revision + 1, **values)
    result = session.execute(written, execution_options={"synchronize_session": False})
    session.refresh(draft, ["document", "revision", "changed_at", "changed_by"])
    return _is_one(result)


def _is_one(result: object) -> bool:
    return isinstance(result, CursorResult) and result.rowcount == 1

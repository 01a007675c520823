"""Taking a questionnaire in from a file: as a draft that remembers what was left out, and never twice unasked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.survey.making.drafts import begin_draft
from dialog.survey.making.ids import key_from
from dialog.survey.making.queries import draft_of, newest_version, read, taken_keys
from dialog.survey.models import QuestionnaireDraft, QuestionnaireVersion
from dialog.survey.questionnaire import Questionnaire
from dialog.survey.xlsform.losses import Loss, loss_document, read_loss

MOST_TOLD = 1_000  # losses that a draft remembers; how many there were is always known


class TakenAlready(ValueError):
    """The same file, or a questionnaire that says the same, is `there`: a draft or a version."""

    def __init__(self, there: QuestionnaireDraft | QuestionnaireVersion) -> None:
        super().__init__(there.key)
        self.there = there


@dataclass(frozen=True)
class Origin:
    """The file that a draft began as."""

    number: int  # of things that were left out or changed
    losses: list[Loss]  # the first of them


def take_in(
    session: Session,
    questionnaire: Questionnaire,
    losses: Sequence[Loss],
    *,
    data: bytes,
    by: int | None,
    at: datetime,
    again: bool = False,
) -> QuestionnaireDraft:
    """A draft of what was read from a file that holds `data`, under a key of its own where its own is taken.

    Raises TakenAlready, unless it is to be taken in `again`.
    """
    checksum = sha256(data).hexdigest()
    there = None if again else _same_file(session, checksum) or _same_words(session, questionnaire)
    if there:
        raise TakenAlready(there)
    taken = taken_keys(session)
    is_free = questionnaire.id not in taken
    key = questionnaire.id if is_free else key_from(questionnaire.id.replace("-", " "), taken)
    draft = begin_draft(session, replace(questionnaire, id=key), by=by, at=at)
    draft.origin = {
        "checksum": checksum,
        "number": len(losses),
        "losses": [loss_document(one) for one in losses[:MOST_TOLD]],
    }
    session.flush()
    return draft


def origin_of(draft: QuestionnaireDraft) -> Origin | None:
    """None for a draft that was not taken in from a file."""
    kept: dict[str, Any] | None = draft.origin
    return Origin(kept["number"], [read_loss(one) for one in kept["losses"]]) if kept else None


def _same_file(session: Session, checksum: str) -> QuestionnaireDraft | None:
    chosen = select(QuestionnaireDraft).where(QuestionnaireDraft.origin["checksum"].as_string() == checksum)
    return session.scalars(chosen.order_by(QuestionnaireDraft.id)).first()


def _same_words(session: Session, questionnaire: Questionnaire) -> QuestionnaireDraft | QuestionnaireVersion | None:
    """The draft, or the newest version, of the same key, if it says the same."""
    key, wanted = questionnaire.id, questionnaire.with_spoken()
    for stored in (draft_of(session, key), newest_version(session, key)):
        if stored and replace(read(stored).with_spoken(), version=wanted.version) == wanted:
            return stored
    return None

"""Reading drafts, versions and the bank."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, undefer

from dialog.accounts.models import Staff
from dialog.languages import Words
from dialog.survey.bank import Entry, core, read_question
from dialog.survey.document import read_draft
from dialog.survey.models import BankEntry, QuestionnaireDraft, QuestionnaireVersion, Response, Round
from dialog.survey.questionnaire import Questionnaire


class NoSuchDraft(LookupError):
    """There is no draft with this number."""


@dataclass(frozen=True)
class ListedRound:
    id: int
    title: Words
    is_answered: bool


@dataclass(frozen=True)
class ListedVersion:
    id: int
    version: int
    published_on: date | None
    rounds: list[ListedRound]

    @property
    def is_locked(self) -> bool:
        """Whether somebody has answered it."""
        return any(round.is_answered for round in self.rounds)


@dataclass(frozen=True)
class ListedDraft:
    id: int
    changed_at: datetime
    changed_by: str  # empty: by a command


@dataclass
class Listed:
    """One questionnaire: its versions, the newest first, and its draft."""

    key: str
    title: Words
    versions: list[ListedVersion] = field(default_factory=list)
    draft: ListedDraft | None = None


def read(stored: QuestionnaireDraft | QuestionnaireVersion) -> Questionnaire:
    return read_draft(stored.document)


def find_draft(session: Session, id: int) -> QuestionnaireDraft:
    """With its document. Raises NoSuchDraft."""
    found = session.get(QuestionnaireDraft, id, options=[undefer(QuestionnaireDraft.document)])
    if found is None:
        raise NoSuchDraft(id)
    return found


def draft_of(session: Session, key: str) -> QuestionnaireDraft | None:
    return session.scalar(select(QuestionnaireDraft).where(QuestionnaireDraft.key == key))


def newest_version(session: Session, key: str) -> QuestionnaireVersion | None:
    """With its document."""
    chosen = select(QuestionnaireVersion).where(QuestionnaireVersion.key == key)
    newest = chosen.order_by(QuestionnaireVersion.version.desc()).limit(1)
    return session.scalar(newest.options(undefer(QuestionnaireVersion.document)))


def version_before(session: Session, version: QuestionnaireVersion) -> QuestionnaireVersion | None:
    """The version that it followed, with its document."""
    chosen = select(QuestionnaireVersion).where(
        QuestionnaireVersion.key == version.key, QuestionnaireVersion.version < version.version
    )
    newest = chosen.order_by(QuestionnaireVersion.version.desc()).limit(1)
    return session.scalar(newest.options(undefer(QuestionnaireVersion.document)))


def taken_keys(session: Session) -> set[str]:
    """The keys of all questionnaires and drafts."""
    return {*session.scalars(select(QuestionnaireVersion.key)), *session.scalars(select(QuestionnaireDraft.key))}


def spent_ids(session: Session, key: str) -> Mapping[str, set[str]]:
    """The ids that versions of a questionnaire have given to questions, and to options and rows of each: none may come
    to mean something else.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for document in session.scalars(select(QuestionnaireVersion.document).where(QuestionnaireVersion.key == key)):
        for section in document["sections"]:
            for question in section["questions"]:
                parts = (*question.get("options", ()), *question.get("rows", ()))
                found[question["id"]].update(part["id"] for part in parts)
    return found


def name_of(session: Session, staff_id: int | None) -> str:
    """The name of a member of staff; empty for a command."""
    found = session.get(Staff, staff_id) if staff_id else None
    return found.name if found else ""


def listed(session: Session) -> list[Listed]:
    """Every questionnaire by its key; three questions to the database, however many there are."""
    found: dict[str, Listed] = {}
    rounds = _rounds(session)
    version = QuestionnaireVersion
    chosen = select(version.id, version.key, version.version, version.published_on, version.document["title"])
    for id, key, number, published_on, title in session.execute(chosen.order_by(version.key, version.version.desc())):
        one = found.setdefault(key, Listed(key, title))
        one.versions.append(ListedVersion(id, number, published_on, list(rounds.get(id, ()))))
    for draft, title, name in _drafts(session):
        one = found.setdefault(draft.key, Listed(draft.key, title))
        one.draft = ListedDraft(draft.id, draft.changed_at, name or "")
    return [found[key] for key in sorted(found)]


def rounds_of(session: Session, version_id: int) -> Sequence[ListedRound]:
    """The rounds that ask this version."""
    return _rounds(session).get(version_id, [])


def bank_entries(session: Session) -> list[Entry]:
    """What Dialog brings with it, then what staff have added, by what it measures."""
    own = session.scalars(select(BankEntry).order_by(BankEntry.measures))
    return [*core(), *(Entry(read_question(one.question), one.note, is_locked=False) for one in own)]


def _rounds(session: Session) -> dict[int, list[ListedRound]]:
    """By the version they ask."""
    found: dict[int, list[ListedRound]] = defaultdict(list)
    answered = exists().where(Response.round_id == Round.id)
    chosen = select(Round.questionnaire_id, Round.id, Round.title, answered).order_by(Round.opens_on.desc(), Round.id)
    for version_id, id, title, is_answered in session.execute(chosen):
        found[version_id].append(ListedRound(id, title, is_answered))
    return found


def _drafts(session: Session) -> Sequence[Any]:
    joined = select(QuestionnaireDraft, QuestionnaireDraft.document["title"], Staff.name)
    return session.execute(joined.outerjoin(Staff, Staff.id == QuestionnaireDraft.changed_by)).all()

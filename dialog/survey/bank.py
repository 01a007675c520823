"""The question bank: questions that measure the same in every questionnaire, so that years can be compared. Pure.

The core below is locked: it is what Dialog brings with it. Staff add entries of their own, which live in the database.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from dialog.languages import N_
from dialog.survey.comparability import are_comparable
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.document import read_draft, to_document
from dialog.survey.questionnaire import Option, Question, Questionnaire, Row, Section

OWN_WORDING = N_("Dialog's own wording.")
NEAR_NTU = N_(
    "Close to the national safety survey's (NTU) question on walking alone late in the evening, but not the same: "
    "its figures stand beside, never in one series."
)
NEAR_POLICE = N_(
    "Close to what the police's local safety survey asks about problems in the area; that survey's index is never "
    "computed from these answers."
)
SOURCES: Mapping[str, str] = {"safety_evening": NEAR_NTU, "Q2": NEAR_POLICE}


Part = TypeVar("Part", Option, Row)


@dataclass(frozen=True)
class Entry:
    """One question of the bank. What it measures is told by the question, or by each of its rows."""

    question: Question
    note: str  # where the wording comes from, as a sentence
    is_locked: bool

    @property
    def measures(self) -> tuple[str, ...]:
        return measured_by(self.question)


def core() -> list[Entry]:
    """What Dialog brings with it, in the order of its questionnaire."""
    return [Entry(question, _note(question), is_locked=True) for question in default_questionnaire().questions()]


def as_copied(entry: Entry, *, id: str) -> Question:
    """The question for another questionnaire, under an id of its own there; what it measures stays."""
    return replace(entry.question, id=id, required=False, show_if=None, narrowed=(), must=None)


def as_kept(question: Question, *, measures: str) -> Question:
    """A question of a questionnaire as an entry: without what ties it to its place there. Its rows are measured by
    themselves, as name.row.
    """
    free = replace(question, required=False, show_if=None, narrowed=(), must=None)
    if question.rows:
        return replace(free, rows=tuple(replace(row, measures=f"{measures}.{row.id}") for row in question.rows))
    return replace(free, measures=measures)


def measured_by(question: Question) -> tuple[str, ...]:
    """What a question and its rows measure."""
    own = (question.measures,) if question.measures else ()
    return (*own, *(row.measures for row in question.rows if row.measures))


def entry_of(question: Question, entries: Iterable[Entry]) -> Entry | None:
    """The entry that measures the same as the question, or as one of its rows."""
    wanted = set(measured_by(question))
    return next((entry for entry in entries if wanted & set(entry.measures)), None)


def differs(question: Question, entry: Entry, *, main: str) -> bool:
    """Whether what both measure is asked in other words of the main language, with other options or in another way."""
    bank = {column.measures: column for column in entry.question.columns() if column.measures}
    if not bank:
        return (question.kind, question.text.get(main)) != (entry.question.kind, entry.question.text.get(main))
    own = [column for column in question.columns() if column.measures in bank]
    return not own or not all(are_comparable(bank[column.measures], column, main=main) for column in own)


def restored(question: Question, entry: Entry) -> Question:
    """The question with the wording, options and rows of the bank; translations that only it has stay."""
    bank = entry.question
    options = tuple(_with_own(option, question.options) for option in bank.options)
    rows = tuple(_with_own(row, question.rows) for row in bank.rows)
    text = {**question.text, **bank.text}
    return replace(question, kind=bank.kind, text=text, options=options, rows=rows, exclusive=bank.exclusive)


def question_document(question: Question) -> dict[str, object]:
    """One question as JSON, as a questionnaire's document has it."""
    alone = Questionnaire("bank", 1, question.text, (Section("bank", question.text, (question,)),))
    document: dict[str, object] = to_document(alone)["sections"][0]["questions"][0]
    return document


def read_question(document: object) -> Question:
    """The question that `question_document` wrote. Raises BadQuestionnaire."""
    title = {"sv": "bank"}
    section = {"id": "bank", "title": title, "questions": [document]}
    return next(read_draft({"id": "bank", "version": 1, "title": title, "sections": [section]}).questions())


def _with_own(part: Part, own: Iterable[Part]) -> Part:
    said = next((one.text for one in own if one.id == part.id), {})
    return replace(part, text={**said, **part.text})


def _note(question: Question) -> str:
    names = (question.id, question.measures, *(row.measures for row in question.rows))
    return next((SOURCES[name] for name in names if name in SOURCES), OWN_WORDING)

"""The question bank: questions that measure the same in every questionnaire, so that years can be compared. Pure.

The core below is locked: it is what Dialog brings with it. Staff add entries of their own, which live in the database.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dialog.languages import N_
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.questionnaire import Question

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


@dataclass(frozen=True)
class Entry:
    """One question of the bank. What it measures is told by the question, or by each of its rows."""

    question: Question
    note: str  # where the wording comes from, as a sentence
    is_locked: bool

    @property
    def measures(self) -> tuple[str, ...]:
        own = (self.question.measures,) if self.question.measures else ()
        return (*own, *(row.measures for row in self.question.rows if row.measures))


def core() -> list[Entry]:
    """What Dialog brings with it, in the order of its questionnaire."""
    return [Entry(question, _note(question), is_locked=True) for question in default_questionnaire().questions()]


def as_copied(entry: Entry, *, id: str) -> Question:
    """The question for another questionnaire, under an id of its own there; what it measures stays."""
    return replace(entry.question, id=id, required=False, show_if=None, narrowed=(), must=None)


def _note(question: Question) -> str:
    names = (question.id, question.measures, *(row.measures for row in question.rows))
    return next((SOURCES[name] for name in names if name in SOURCES), OWN_WORDING)

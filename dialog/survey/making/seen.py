"""What somebody saw when they changed a questionnaire. Pure.

Several people work on one draft. A change is refused only where what it is about looks different by now: who words one
question is not in the way of who words another.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from dialog.survey.bank import question_document
from dialog.survey.condition_document import condition_document
from dialog.survey.editing import NoSuchPart, find_question, find_section
from dialog.survey.questionnaire import Questionnaire

Part = Callable[[Questionnaire], object]  # what a form is about, as JSON; raises NoSuchPart when it is gone


@dataclass(frozen=True)
class Seen:
    """A part of a questionnaire, and how it looked."""

    part: Part
    digest: str

    def is_still(self, questionnaire: Questionnaire) -> bool:
        return digest_of(questionnaire, self.part) == self.digest


def digest_of(questionnaire: Questionnaire, part: Part) -> str:
    """How a part looks now; empty when it is not there."""
    try:
        document = json.dumps(part(questionnaire), sort_keys=True)
    except NoSuchPart:
        return ""
    return sha256(document.encode()).hexdigest()[:16]


def of_question(id: str) -> Part:
    return lambda questionnaire: question_document(find_question(questionnaire, id))


def of_section(id: str) -> Part:
    """What its form has: its title in the main language and its condition, not its questions."""

    def part(questionnaire: Questionnaire) -> object:
        section, main = find_section(questionnaire, id), questionnaire.main
        return [main, section.title.get(main), condition_document(section.show_if) if section.show_if else None]

    return part


def whole_section(id: str) -> Part:
    """With its questions, in every language."""
    own = of_section(id)
    return lambda questionnaire: [
        own(questionnaire),
        dict(find_section(questionnaire, id).title),
        [question_document(question) for question in find_section(questionnaire, id).questions],
    ]


def outline(questionnaire: Questionnaire) -> object:
    """Which questions stand where."""
    return [[section.id, [question.id for question in section.questions]] for section in questionnaire.sections]


def about(questionnaire: Questionnaire) -> object:
    """Its main language, and its title in it."""
    return [questionnaire.main, questionnaire.title.get(questionnaire.main)]

"""Which options are offered after an earlier answer, as the form of a question shows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _

from dialog.survey.making.condition_lines import Askable
from dialog.survey.making.given import Given
from dialog.survey.making.naming import answer_called, said
from dialog.survey.making.narrowing_lines import NarrowLine, narrowable, narrowing_in, new_line
from dialog.survey.questionnaire import Question, Questionnaire

Pairs = list[tuple[str, str]]  # value and words


@dataclass(frozen=True)
class BelongingView:
    """One option, and to which answer it belongs, as a field has it."""

    id: str
    text: str
    chosen: str
    answers: Pairs


@dataclass(frozen=True)
class NarrowView:
    """One line, with the words that it is shown in."""

    line: NarrowLine
    asked: str
    options: list[BelongingView]


@dataclass(frozen=True)
class Narrow:
    """The lines, and the questions that one more can be about."""

    lines: list[NarrowView]
    known: list[Askable]


def narrow_of(questionnaire: Questionnaire, question: Question, given: Given, ask: str) -> Narrow:
    """The lines as they were filled in, and one more for a question to ask about."""
    known = narrowable(questionnaire, question.id)
    lines = narrowing_in(given, question, known)
    more = [new_line(question, one, lines) for one in known if one.id == ask]
    return Narrow([_view(line, question, questionnaire) for line in (*lines, *more)], known)


def narrowing_told(line: NarrowLine, questionnaire: Questionnaire) -> str:
    """In one sentence; the options by their ids."""
    belongs = [f"{id} = {answer}" for id, answer in (line.belongs or {}).items() if answer is not None]
    asked = answer_called(questionnaire, line.question)
    if line.same:
        return _("those that belong to “%(question)s” (%(options)s)", question=asked, options=", ".join(belongs))
    return _("all but those that belong to “%(question)s” (%(options)s)", question=asked, options=", ".join(belongs))


def _view(line: NarrowLine, question: Question, questionnaire: Questionnaire) -> NarrowView:
    asked = said(line.asked.title, questionnaire.main) if line.asked else line.question
    options = [] if line.written is not None else list(_belonging(line, question, questionnaire.main))
    return NarrowView(line, asked, options)


def _belonging(line: NarrowLine, question: Question, main: str) -> Iterator[BelongingView]:
    texts = {option.id: said(option.text, main) for option in question.options}
    own = {f"={one.id}": said(one.text, main) for one in line.asked.options} if line.asked else {}
    for id, answer in (line.belongs or {}).items():
        if id not in texts:
            continue
        chosen = "" if answer is None else f"={answer}"
        known = {"": _("Always offered"), **own}
        odd = {} if chosen in known else {chosen: _odd(answer or "")}
        yield BelongingView(id, texts[id], chosen, list({**known, **odd}.items()))


def _odd(answer: str) -> str:
    return _("%(id)s, which is no option any more", id=answer) if answer else _("It belongs to no answer")

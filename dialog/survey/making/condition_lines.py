"""A condition as lines that anybody can fill in, and back; what is more than that is kept as it is. Pure.

A line says that the answer to an earlier question is one of some options, or none of them; that it was answered, or
not; or how a number or date stands to a value. All lines must hold, or any of them.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dialog.languages import Words
from dialog.survey.condition_document import condition_document, read_condition
from dialog.survey.conditions import SIGNS, AllOf, Answered, AnyOf, Chosen, Compared, Condition, Not
from dialog.survey.making.given import Given, NotUsable, first
from dialog.survey.questionnaire import VALUES, BadQuestionnaire, Kind, Option, Question, Questionnaire
from dialog.survey.soundness import known_before
from dialog.survey.values import NotAValue, read_value

Joined = Literal["all", "any"]
CHOSEN, NOT_CHOSEN, ANSWERED, NOT_ANSWERED = "chosen", "not_chosen", "answered", "not_answered"


@dataclass(frozen=True)
class Askable:
    """Something that a condition can look at: a question, or a row of one."""

    id: str
    title: Words
    kind: Kind
    options: tuple[Option, ...]

    @property
    def relations(self) -> tuple[str, ...]:
        chosen = (CHOSEN, NOT_CHOSEN) if self.options else ()
        return (*chosen, *(SIGNS if self.kind in VALUES else ()), ANSWERED, NOT_ANSWERED)


@dataclass(frozen=True)
class Line:
    """One line. With `kept`, it is a condition of another form, shown in words and left alone."""

    asked: Askable | None
    relation: str = CHOSEN
    options: tuple[str, ...] = ()
    value: str = ""
    kept: Condition | None = None

    @property
    def kept_document(self) -> str:
        return json.dumps(condition_document(self.kept), ensure_ascii=False) if self.kept else ""

    @property
    def gone(self) -> tuple[str, ...]:
        """Options it names that the question has no more."""
        return tuple(one for one in self.options if self.asked and one not in {own.id for own in self.asked.options})


def askable(questionnaire: Questionnaire, before: str) -> list[Askable]:
    """What a condition of the question or section `before` can look at, in the order asked."""
    known = known_before(questionnaire, before)
    return [one for question in questionnaire.questions() for one in _askable(question) if one.id in known]


def _askable(question: Question) -> Iterator[Askable]:
    if question.kind == "area":
        yield Askable(question.id, question.text, question.kind, question.options)
    for column in question.columns():
        yield Askable(column.id, column.title, question.kind, column.options)


def lines_of(condition: Condition | None, known: Sequence[Askable]) -> tuple[Joined, list[Line]]:
    """How its lines are joined, and the lines."""
    match condition:
        case None:
            return "all", []
        case AllOf(parts) if len(parts) > 1:
            return "all", [_line(one, known) for one in parts]
        case AnyOf(parts) if len(parts) > 1:
            return "any", [_line(one, known) for one in parts]
    return "all", [_line(condition, known)]


def _line(condition: Condition, known: Sequence[Askable]) -> Line:
    asked = {one.id: one for one in known}
    match condition:
        case Chosen(question, options) if question in asked and asked[question].options:
            return Line(asked[question], CHOSEN, options)
        case Not(Chosen(question, options)) if question in asked and asked[question].options:
            return Line(asked[question], NOT_CHOSEN, options)
        case Answered(question) if question in asked:
            return Line(asked[question], ANSWERED)
        case Not(Answered(question)) if question in asked:
            return Line(asked[question], NOT_ANSWERED)
        case Compared(question, sign, int() | float() as value, "") if _is_of(asked.get(question), "number"):
            return Line(asked[question], sign, value=str(value))
        case Compared(question, sign, str(value), "") if _is_of(asked.get(question), "date"):
            return Line(asked[question], sign, value=value)
    return Line(None, kept=condition)


def _is_of(asked: Askable | None, kind: Kind) -> bool:
    return asked is not None and asked.kind == kind


def given_of_lines(joined: Joined, lines: Sequence[Line]) -> dict[str, list[str]]:
    """The lines as the fields of a form: `when` names them, and `when-1-question` and the like hold them."""
    given = {"when-joined": [str(joined)], "when": [str(number) for number in range(1, len(lines) + 1)]}
    for number, line in enumerate(lines, start=1):
        name = f"when-{number}"
        if line.asked is None:
            given[f"{name}-kept"] = [line.kept_document]
            continue
        given |= {f"{name}-question": [line.asked.id], f"{name}-relation": [line.relation]}
        given |= {f"{name}-option": list(line.options), f"{name}-value": [line.value]}
    return given


def lines_in(given: Given, known: Sequence[Askable]) -> list[Line]:
    """The lines as they were filled in, whole or not; one about a question that is not asked before is left out.

    Raises NotUsable.
    """
    return [line for number in given.get("when", ()) if (line := _line_in(given, f"when-{number}", known))]


def _line_in(given: Given, name: str, known: Sequence[Askable]) -> Line | None:
    if kept := first(given, f"{name}-kept"):
        return Line(None, kept=_kept(name, kept))
    asked = next((one for one in known if one.id == first(given, f"{name}-question")), None)
    relation = first(given, f"{name}-relation")
    if asked is None or relation not in asked.relations:
        return None
    return Line(asked, relation, tuple(given.get(f"{name}-option", ())), first(given, f"{name}-value").strip())


def condition_in(given: Given, known: Sequence[Askable]) -> Condition | None:
    """The condition that the lines say; a line that says nothing yet counts for nothing. Raises NotUsable."""
    parts = [part for line in lines_in(given, known) if (part := _condition(line)) is not None]
    if len(parts) < 2:
        return parts[0] if parts else None
    return AnyOf(tuple(parts)) if first(given, "when-joined") == "any" else AllOf(tuple(parts))


def _condition(line: Line) -> Condition | None:
    if line.asked is None:
        return line.kept
    question = line.asked.id
    match line.relation:
        case "answered":
            return Answered(question)
        case "not_answered":
            return Not(Answered(question))
        case "chosen" | "not_chosen" as relation:
            chosen = Chosen(question, line.options) if line.options else None
            return Not(chosen) if chosen and relation == NOT_CHOSEN else chosen
    return Compared(question, line.relation, _value(line)) if line.value else None


def _value(line: Line) -> float | int | str:
    assert line.asked is not None
    try:
        return read_value(Question(line.asked.id, line.asked.kind, {}), line.value)
    except NotAValue:
        raise NotUsable({"when": f"not_a_{line.asked.kind}"}) from None


def _kept(name: str, written: str) -> Condition:
    try:
        return read_condition(json.loads(written), name)
    except (ValueError, RecursionError, BadQuestionnaire):
        raise NotUsable({"when": "unreadable"}) from None

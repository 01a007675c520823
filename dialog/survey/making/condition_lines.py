"""A condition as lines that anybody can fill in, and back; what is more than that is kept as it is. Pure.

A line says that the answer to a question is one of some options, or none of them; how many were chosen; that it was
answered, or not; or how a number or date stands to a value, or to another answer. All lines must hold, or any of them.
The fields of the lines are named after what they are for: WHEN something is shown, or what an answer MUST fulfil.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dialog.languages import Words
from dialog.survey.condition_document import condition_document, read_condition
from dialog.survey.conditions import SIGNS, AllOf, Answered, AnyOf, Chosen, Compared, Condition, Counted, Not
from dialog.survey.editing import find_question
from dialog.survey.making.given import Given, NotUsable, first
from dialog.survey.questionnaire import VALUES, WRITTEN, BadQuestionnaire, Kind, Option, Question, Questionnaire
from dialog.survey.soundness import known_before
from dialog.survey.values import NotAValue, OutOfBounds, read_value

Joined = Literal["all", "any"]
WHEN, MUST = "when", "must"
CHOSEN, NOT_CHOSEN, ANSWERED, NOT_ANSWERED = "chosen", "not_chosen", "answered", "not_answered"
COUNTED = {"counted_least": ">=", "counted_most": "<=", "counted_exactly": "="}
_MOST_COUNTED = 999


@dataclass(frozen=True)
class Askable:
    """Something that a condition can look at: a question, or a row of one."""

    id: str
    title: Words
    kind: Kind
    options: tuple[Option, ...]
    is_own: bool = False  # the question itself, of whose answer a rule says what it must fulfil

    @property
    def relations(self) -> tuple[str, ...]:
        chosen = (CHOSEN, NOT_CHOSEN) if self.options else ()
        counted = tuple(COUNTED) if self.kind in ("several_of", "ranking") else ()
        answered = () if self.is_own else (ANSWERED, NOT_ANSWERED)
        return (*chosen, *counted, *(SIGNS if self.kind in VALUES else ()), *answered)


@dataclass(frozen=True)
class Line:
    """One line. With `kept`, it is a condition of another form, shown in words and left alone."""

    asked: Askable | None
    relation: str = CHOSEN
    options: tuple[str, ...] = ()
    value: str = ""
    other: str = ""  # what to compare with instead of a value
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


def askable_in_rule(questionnaire: Questionnaire, id: str) -> list[Askable]:
    """What a rule for the answer to a question can look at: that answer, and those before it. Raises NoSuchPart."""
    own = [replace(one, is_own=True) for one in _askable(find_question(questionnaire, id))]
    return [*own, *askable(questionnaire, id)]


def _askable(question: Question) -> Iterator[Askable]:
    if question.kind in ("area", *WRITTEN):
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
    kept, found = Line(None, kept=condition), None
    match condition:
        case Chosen(question, options) if question in asked:
            found = Line(asked[question], CHOSEN, options)
        case Not(Chosen(question, options)) if question in asked:
            found = Line(asked[question], NOT_CHOSEN, options)
        case Answered(question) if question in asked:
            found = Line(asked[question], ANSWERED)
        case Not(Answered(question)) if question in asked:
            found = Line(asked[question], NOT_ANSWERED)
        case Counted(question, sign, value) if question in asked and sign in COUNTED.values():
            relation = next(name for name, meant in COUNTED.items() if meant == sign)
            found = Line(asked[question], relation, value=str(value)) if 0 <= value <= _MOST_COUNTED else None
        case Compared(question, sign) if question in asked:
            found = _line_of_value(condition, asked)
    return found if found and found.asked and found.relation in found.asked.relations else kept


def _line_of_value(condition: Compared, asked: Mapping[str, Askable]) -> Line | None:
    one = asked[condition.question]
    if condition.other:
        is_alike = condition.other in asked and asked[condition.other].kind == one.kind
        return Line(one, condition.sign, other=condition.other) if is_alike else None
    is_number = isinstance(condition.value, int | float)
    fits = is_number if one.kind == "number" else not is_number
    return Line(one, condition.sign, value=str(condition.value)) if fits else None


def given_of_lines(joined: Joined, lines: Sequence[Line], of: str = WHEN) -> dict[str, list[str]]:
    """The lines as the fields of a form: `when` names them, and `when-1-question` and the like hold them."""
    given = {f"{of}-joined": [str(joined)], of: [str(number) for number in range(1, len(lines) + 1)]}
    for number, line in enumerate(lines, start=1):
        name = f"{of}-{number}"
        if line.asked is None:
            given[f"{name}-kept"] = [line.kept_document]
            continue
        given |= {f"{name}-question": [line.asked.id], f"{name}-relation": [line.relation]}
        given |= {f"{name}-option": list(line.options), f"{name}-value": [line.value]}
        given |= {f"{name}-other": [line.other]}
    return given


def lines_in(given: Given, known: Sequence[Askable], of: str = WHEN) -> list[Line]:
    """The lines as they were filled in, whole or not; one about a question that is not asked before is left out.

    Raises NotUsable.
    """
    return [line for number in given.get(of, ()) if (line := _line_in(given, f"{of}-{number}", known, of))]


def _line_in(given: Given, name: str, known: Sequence[Askable], of: str) -> Line | None:
    if kept := first(given, f"{name}-kept"):
        return Line(None, kept=_kept(of, kept))
    asked = next((one for one in known if one.id == first(given, f"{name}-question")), None)
    relation = first(given, f"{name}-relation")
    if asked is None or relation not in asked.relations:
        return None
    others = [one.id for one in known if one.kind == asked.kind and one.id != asked.id]
    other = first(given, f"{name}-other")
    options, value = tuple(given.get(f"{name}-option", ())), first(given, f"{name}-value").strip()
    return Line(asked, relation, options, value, other if other in others else "")


def condition_in(given: Given, known: Sequence[Askable], of: str = WHEN) -> Condition | None:
    """The condition that the lines say; a line that says nothing yet counts for nothing. Raises NotUsable."""
    parts = [part for line in lines_in(given, known, of) if (part := _condition(line, of)) is not None]
    if len(parts) < 2:
        return parts[0] if parts else None
    return AnyOf(tuple(parts)) if first(given, f"{of}-joined") == "any" else AllOf(tuple(parts))


def _condition(line: Line, of: str) -> Condition | None:
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
        case relation if relation in COUNTED:
            return Counted(question, COUNTED[relation], _count(line, of)) if line.value else None
    if line.value and line.other:
        raise NotUsable({of: "value_and_other"})
    if line.other:
        return Compared(question, line.relation, other=line.other)
    return Compared(question, line.relation, _value(line, of)) if line.value else None


def _count(line: Line, of: str) -> int:
    try:
        return int(read_value(Question("", "number", {}, least=0, most=_MOST_COUNTED, whole=True), line.value))
    except (NotAValue, OutOfBounds):
        raise NotUsable({of: "not_a_number"}) from None


def _value(line: Line, of: str) -> float | int | str:
    assert line.asked is not None
    try:
        return read_value(Question(line.asked.id, line.asked.kind, {}), line.value)
    except NotAValue:
        raise NotUsable({of: f"not_a_{line.asked.kind}"}) from None


def _kept(of: str, written: str) -> Condition:
    try:
        return read_condition(json.loads(written), of)
    except (ValueError, RecursionError, BadQuestionnaire):
        raise NotUsable({of: "unreadable"}) from None

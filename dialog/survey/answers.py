"""From the fields of a form to the answers of a response: what is kept, and what is wrong. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dialog.survey.questionnaire import Column, Question, Questionnaire
from dialog.texts.cleaning import LONGEST_TEXT, clean_text

Reason = Literal["required", "unknown_option", "too_many", "too_long", "exclusive"]
Answer = str | list[str]  # an option id, or several

MOST_VALUES = 1_000  # of one field that are looked at


@dataclass(frozen=True)
class Problem:
    """Why a field can't be kept; the page finds the words for it.

    `params`: too_many {chosen, maximum}, too_long {length, maximum}, exclusive {option}; else empty.
    """

    field: str
    reason: Reason
    params: Mapping[str, int | str]


@dataclass(frozen=True)
class Checked:
    """What a form held. Nothing with a problem is in it, but a text that is too long, so that it can be shown again."""

    answers: Mapping[str, Answer]  # by column id; several in the order of the options
    texts: Mapping[str, str]  # by question id
    area: str | None  # an area's code, or the id of the question's own option (elsewhere)
    problems: tuple[Problem, ...]  # in the order asked


def check(questionnaire: Questionnaire, areas: Collection[str], given: Mapping[str, Sequence[str]]) -> Checked:
    """Read every question but places. Fields nobody asked for are passed over; time grows linearly with what is given.

    `areas` are the codes a round lets people choose; `given` maps field names to all their values.
    """
    answers: dict[str, Answer] = {}
    texts: dict[str, str] = {}
    area = None
    problems: list[Problem] = []
    for question in questionnaire.questions():
        if question.kind == "area":
            area, found = _area(question, areas, given)
            problems += found
        for column in question.columns():
            chosen, found = _closed(question, column, given.get(column.field, ()))
            problems += found
            if chosen:
                answers[column.id] = chosen if column.several else chosen[0]
        if question.text_field:
            text, found = _text(question, given.get(question.text_field, ()))
            problems += found
            if text:
                texts[question.id] = text
    return Checked(answers, texts, area, tuple(problems))


def _area(
    question: Question, areas: Collection[str], given: Mapping[str, Sequence[str]]
) -> tuple[str | None, list[Problem]]:
    values = _values(given.get(question.id, ()))
    own = {option.id for option in question.options}
    problem = _problem(question, question.id, values, {*areas, *own}, most=1)
    return (None, [problem]) if problem else (next(iter(values), None), [])


def _closed(question: Question, column: Column, raw: Sequence[str]) -> tuple[list[str], list[Problem]]:
    values = _values(raw)
    ids = [option.id for option in column.options]
    most = (question.maximum or len(ids)) if column.several else 1
    problem = _problem(question, column.field, values, set(ids), most=most)
    return ([], [problem]) if problem else ([id for id in ids if id in values], [])


def _problem(
    question: Question, field: str, values: Collection[str], known: Collection[str], *, most: int
) -> Problem | None:
    if not values:
        return Problem(field, "required", {}) if question.required else None
    if any(value not in known for value in values):
        return Problem(field, "unknown_option", {})
    if len(values) > 1 and (alone := sorted(question.exclusive.intersection(values))):
        return Problem(field, "exclusive", {"option": alone[0]})
    if len(values) > most:
        return Problem(field, "too_many", {"chosen": len(values), "maximum": most})
    return None


def _text(question: Question, raw: Sequence[str]) -> tuple[str, list[Problem]]:
    name = question.text_field or question.id
    text = clean_text(raw[0]) if raw else ""
    if len(text) > LONGEST_TEXT:
        return text, [Problem(name, "too_long", {"length": len(text), "maximum": LONGEST_TEXT})]
    if not text and question.required and question.kind == "text":
        return text, [Problem(name, "required", {})]
    return text, []


def _values(raw: Sequence[str]) -> Collection[str]:
    """What was chosen, once each; an empty choice is none."""
    return dict.fromkeys(value for value in raw[:MOST_VALUES] if value)

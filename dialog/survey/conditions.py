"""Conditions on answers: when a question is shown, and what an answer must fulfil. Pure.

A condition only looks at answers that count: to a question that is itself hidden, nobody has answered.
"""

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Value = str | float | int | list[str]  # an option id, an ISO date, a number, or several option ids
Answers = Mapping[str, Value]  # by column id; the area's code by the id of its question

_SIGNS: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
SIGNS = tuple(_SIGNS)
DEEPEST = 20  # conditions inside conditions: more is no questionnaire


@dataclass(frozen=True)
class Chosen:
    """At least one of these options was chosen."""

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class Answered:
    """Something was answered, be it only that one does not know."""

    question: str


@dataclass(frozen=True)
class Compared:
    """A number or date stands in a relation to another, or to another question's answer; false when one is missing."""

    question: str
    sign: str  # one of SIGNS
    value: float | int | str | None = None  # a number or an ISO date
    other: str = ""  # the question whose answer to compare with, instead of a value


@dataclass(frozen=True)
class Counted:
    """The number of options chosen stands in a relation to a number; 0 when nothing was answered."""

    question: str
    sign: str
    value: int


@dataclass(frozen=True)
class AllOf:
    conditions: tuple["Condition", ...]


@dataclass(frozen=True)
class AnyOf:
    conditions: tuple["Condition", ...]


@dataclass(frozen=True)
class Not:
    condition: "Condition"


Condition = Chosen | Answered | Compared | Counted | AllOf | AnyOf | Not


def holds(condition: Condition | None, answers: Answers) -> bool:
    """Whether the answers fulfil it; no condition always holds."""
    match condition:
        case None:
            return True
        case AllOf(conditions):
            return all(holds(one, answers) for one in conditions)
        case AnyOf(conditions):
            return any(holds(one, answers) for one in conditions)
        case Not(inner):
            return not holds(inner, answers)
        case Chosen(question, options):
            return not set(options).isdisjoint(several(answers.get(question)))
        case Answered(question):
            return bool(several(answers.get(question)))
        case Counted(question, sign, value):
            return _SIGNS[sign](len(several(answers.get(question))), value)
        case Compared(question, sign, value, other):
            return _compare(answers.get(question), sign, answers.get(other) if other else value)


def mentioned(condition: Condition | None) -> Iterator[str]:
    """The questions whose answers it looks at."""
    match condition:
        case AllOf(conditions) | AnyOf(conditions):
            for one in conditions:
                yield from mentioned(one)
        case Not(inner):
            yield from mentioned(inner)
        case Compared(question, _, _, other):
            yield from filter(None, (question, other))
        case Chosen() | Answered() | Counted():
            yield condition.question


def several(value: Value | None) -> list[str]:
    """An answer as what was chosen; a number or date counts as one."""
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [str(value)]


def _compare(one: Value | None, sign: str, other: Value | None) -> bool:
    """Numbers with numbers, dates with dates; anything else stands in no relation."""
    if _is_number(one) and _is_number(other):
        return _SIGNS[sign](one, other)
    if isinstance(one, str) and isinstance(other, str) and one and other:
        return _SIGNS[sign](one, other)
    return False


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)

"""What an answer must fulfil: a constraint as bounds, a maximum, exclusive options, and a condition for the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from dialog.survey.conditions import AllOf, AnyOf, Chosen, Compared, Condition, Counted, Not
from dialog.survey.questionnaire import VALUES, Question
from dialog.survey.soundness import MOST_OPTIONS
from dialog.survey.xlsform.desk import Desk
from dialog.survey.xlsform.expressions import Known, NoCounterpart, read_expression
from dialog.survey.xlsform.fixes import CHECKS, only
from dialog.survey.xlsform.items import Item
from dialog.survey.xlsform.joining import ALWAYS, NEVER, joined_all
from dialog.survey.xlsform.reading_texts import borrowed
from dialog.survey.xlsform.spelling import Called, quoted, write_expression, write_value

CHECKED = ("one_of", "several_of", "ranking", *VALUES)  # kinds whose answers are checked


@dataclass(frozen=True)
class Check:
    """The parts of a question that a constraint says; the options it looks for, of others and of its own, that there
    are not.
    """

    parts: Mapping[str, Any] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    in_vain: tuple[str, ...] = ()


def read_check(written: str, question: Question, questions: Mapping[str, Known]) -> Check:
    """The question itself is among `questions`. Raises NoCounterpart."""
    own = next((one for one in questions.values() if one.id == question.id and one.kind == question.kind), None)
    if question.kind not in CHECKED or own is None:
        raise NoCounterpart("unchecked_kind")
    read = read_expression(written, questions, own=own)
    if read.condition == NEVER:
        raise NoCounterpart("unreadable")
    conditions = read.condition.conditions if isinstance(read.condition, AllOf) else (read.condition,)
    parts: dict[str, Any] = {}
    rest = [one for one in conditions if not _takes(one, question, parts)]
    if "least" in parts and "most" in parts and parts["least"] > parts["most"]:
        parts, rest = {}, list(conditions)
    must = joined_all(rest)
    return Check(parts if must == ALWAYS else {**parts, "must": must}, read.unknown, read.in_vain)


def _takes(condition: Condition, question: Question, parts: dict[str, Any]) -> bool:
    """Put what a condition says into the part that says just that; False when there is none."""
    match condition:
        case Compared(question.id, sign, int() | float() | str() as value, "") if question.kind in VALUES:
            return _takes_bound(sign, value, question, parts)
        case Counted(question.id, "<=" | "<" as sign, value) if "maximum" not in parts:
            most = value - (sign == "<")
            if question.kind in ("several_of", "ranking") and 1 <= most <= MOST_OPTIONS:
                parts["maximum"] = most
                return True
        case Not(inner) if question.kind == "several_of":
            alone = _alone(inner, question)
            parts["exclusive"] = parts.get("exclusive", frozenset()) | alone
            return bool(alone)
    return False


def _takes_bound(sign: str, value: float | int | str, question: Question, parts: dict[str, Any]) -> bool:
    if question.whole and sign in "<>" and isinstance(value, int):
        sign, value = f"{sign}=", value + (1 if sign == ">" else -1)
    part = {">=": "least", "<=": "most"}.get(sign, "")
    if not part or part in parts or not _fits(value, question):
        return False
    parts[part] = value
    return True


def _fits(value: float | int | str, question: Question) -> bool:
    if question.kind == "number":
        return not isinstance(value, str)
    try:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _alone(condition: Condition, question: Question) -> frozenset[str]:
    """Options of which it says that none of them may be chosen together with another; none if it says anything else."""
    if isinstance(condition, AnyOf):
        found = [_alone(one, question) for one in condition.conditions]
        return frozenset[str]().union(*found) if all(found) else frozenset()
    match condition:
        case AllOf((Chosen(question.id, options), Counted(question.id, sign, number))) if (sign, number) in _SEVERAL:
            return frozenset(options)
        case AllOf((Counted(question.id, sign, number), Chosen(question.id, options))) if (sign, number) in _SEVERAL:
            return frozenset(options)
    return frozenset()


_SEVERAL = ((">=", 2), (">", 1))


def checked(question: Question, item: Item, desk: Desk) -> Question:
    """The question with what its constraint says; what has no counterpart is told."""
    line = item.line
    written = " and ".join(f"({one})" for one in (item.asked.check, line["constraint"]) if one)
    if not written:
        return question
    fixed = bool(only(item.fix, CHECKS).keys() - {"must_text"})
    try:
        check = read_check(written, question, desk.known)
    except NoCounterpart as why:
        if not fixed:
            desk.losses.add(line, "constraint", "no_check", why)
        return question
    if check.unknown and not fixed:
        desk.losses.add(line, "constraint", "never_chosen", options=", ".join(check.unknown))
    if check.in_vain and not fixed:
        desk.losses.count(line, "constraint", "checked_in_vain", options=", ".join(check.in_vain))
    losses = desk.losses.unless("must_text" in item.fix)
    message = borrowed(line, "constraint_message", desk.book.main, losses) if check.parts else {}
    return replace(question, **{**check.parts, "must_text": message})


def write_check(question: Question, called: Called) -> str:
    """The constraint of a question, its own answer written as a dot."""
    own = replace(called, own=question.id)
    return " and ".join(_checks(question, own))


def _checks(question: Question, own: Called) -> Sequence[str]:
    found = [f". >= {write_value(question.least)}"] if question.least is not None else []
    if question.most is not None:
        found.append(f". <= {write_value(question.most)}")
    if question.exclusive:
        alone = " or ".join(
            f"(selected(., {quoted(id)}) and count-selected(.) >= 2)" for id in sorted(question.exclusive)
        )
        found.append(f"not({alone})")
    if question.maximum and question.kind in ("several_of", "ranking"):
        found.append(f"count-selected(.) <= {question.maximum}")
    if question.must:
        written = write_expression(question.must, own)
        found.append(f"({written})" if found else written)
    return found

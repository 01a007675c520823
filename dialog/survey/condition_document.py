"""A condition as JSON, and back. Pure."""

from collections.abc import Mapping
from typing import Any

from dialog.survey.conditions import (
    DEEPEST,
    SIGNS,
    AllOf,
    Answered,
    AnyOf,
    Chosen,
    Compared,
    Condition,
    Counted,
    Not,
)
from dialog.survey.questionnaire import BadQuestionnaire

Json = dict[str, Any]


def condition_document(condition: Condition) -> Json:
    """{"all": […]}, {"any": […]}, {"not": …}, {"chosen": question, "options": […]}, {"answered": question},
    {"counted": question, "sign", "value"}, or {"compared": question, "sign", "value" or "other"}.
    """
    match condition:
        case AllOf(conditions):
            return {"all": [condition_document(one) for one in conditions]}
        case AnyOf(conditions):
            return {"any": [condition_document(one) for one in conditions]}
        case Not(inner):
            return {"not": condition_document(inner)}
        case Chosen(question, options):
            return {"chosen": question, "options": list(options)}
        case Answered(question):
            return {"answered": question}
        case Counted(question, sign, value):
            return {"counted": question, "sign": sign, "value": value}
        case Compared(question, sign, value, other):
            return {"compared": question, "sign": sign, **({"other": other} if other else {"value": value})}


def read_condition(document: object, name: str, *, depth: int = 0) -> Condition:
    """The condition that `condition_document` wrote. Raises BadQuestionnaire, calling what has it by `name`."""
    if not isinstance(document, dict) or depth > DEEPEST:
        raise BadQuestionnaire(f"{name} has a condition that can't be read.")
    match document:
        case {"all": list(inner), **rest} if inner and not rest:
            return AllOf(tuple(read_condition(one, name, depth=depth + 1) for one in inner))
        case {"any": list(inner), **rest} if inner and not rest:
            return AnyOf(tuple(read_condition(one, name, depth=depth + 1) for one in inner))
        case {"not": inner, **rest} if not rest:
            return Not(read_condition(inner, name, depth=depth + 1))
        case {"chosen": str(question), "options": list(options), **rest} if not rest and _are_texts(options):
            return Chosen(question, tuple(options))
        case {"answered": str(question), **rest} if not rest:
            return Answered(question)
    return _read_relation(document, name)


def _read_relation(document: Mapping[str, Any], name: str) -> Condition:
    sign = document.get("sign")
    if sign in SIGNS:
        match document:
            case {"counted": str(question), "value": int(value), "sign": _, **rest} if not rest and value is not True:
                return Counted(question, str(sign), value)
            case {"compared": str(question), "other": str(other), "sign": _, **rest} if not rest and other:
                return Compared(question, str(sign), other=other)
            case {"compared": str(question), "value": int() | float() | str() as value, "sign": _, **rest} if (
                not rest and not isinstance(value, bool)
            ):
                return Compared(question, str(sign), value)
    raise BadQuestionnaire(f"{name} has a condition that can't be read.")


def _are_texts(options: list[object]) -> bool:
    return bool(options) and all(isinstance(one, str) and one for one in options)

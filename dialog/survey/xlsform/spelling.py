"""Conditions as XLSForm writes them. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from dialog.survey.conditions import AllOf, Answered, AnyOf, Chosen, Compared, Condition, Counted, Not

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Called:
    """What answers are called in a workbook, by their ids here; `instead` of those beside numbers and dates."""

    names: Mapping[str, str] = field(default_factory=dict)
    instead: Mapping[str, str] = field(default_factory=dict)
    own: str = ""  # the id of the answer that is written as a dot

    def ref(self, id: str) -> str:
        return "." if id == self.own else f"${{{self.names.get(id, id)}}}"

    def choice(self, id: str) -> str:
        return f"${{{self.instead[id]}}}" if id in self.instead else self.ref(id)


def write_expression(condition: Condition, called: Called) -> str:
    """As XLSForm writes it."""
    match condition:
        case AllOf(conditions):
            return " and ".join(_bracketed(one, called) for one in conditions) or "true()"
        case AnyOf(conditions):
            return " or ".join(_bracketed(one, called) for one in conditions) or "false()"
        case Not(inner):
            return f"not({write_expression(inner, called)})"
        case Chosen(question, options):
            return " or ".join(f"selected({called.choice(question)}, {quoted(option)})" for option in options)
        case Answered(question):
            return f"{called.ref(question)} != ''"
        case Counted(question, sign, value):
            return f"count-selected({called.ref(question)}) {sign} {value}"
        case Compared(question, sign, value, other):
            return f"{called.ref(question)} {sign} {called.ref(other) if other else write_value(value)}"


def write_value(value: float | int | str | None) -> str:
    if isinstance(value, str):
        return f"date({quoted(value)})" if DAY.fullmatch(value) else quoted(value)
    return format(Decimal(repr(value)), "f")


def quoted(text: str) -> str:
    return f'"{text}"' if "'" in text else f"'{text}'"


def _bracketed(condition: Condition, called: Called) -> str:
    written = write_expression(condition, called)
    several = isinstance(condition, AllOf | AnyOf) or (isinstance(condition, Chosen) and len(condition.options) > 1)
    return f"({written})" if several else written

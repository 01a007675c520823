"""Conditions as XLSForm writes them (a part of XPath), and back. Pure.

Taken: `${q} = 'option'`, `selected(${q}, 'option')`, comparisons of numbers and dates with each other and with other
questions, `count-selected(${q}) <= 3`, `. >= 18` for the question itself, `and`, `or`, `not( )`, `true()`. Everything
else has no counterpart here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from lark import Token
from lark.exceptions import LarkError
from pyxform.parsing.expression import parse_expression

from dialog.survey.conditions import AllOf, Answered, AnyOf, Chosen, Compared, Condition, Counted, Not
from dialog.survey.questionnaire import VALUES

CLOSED = ("one_of", "several_of", "ranking", "area")
_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
ALWAYS = AllOf(())
Part = TypeVar("Part")


class NoCounterpart(ValueError):
    """Something that XLSForm can say and a questionnaire here can't; the message names it."""


@dataclass(frozen=True)
class Known:
    """A question that stands before: the id of its answers here, its kind, and its options by their names there."""

    id: str
    kind: str
    options: Mapping[str, str]


@dataclass(frozen=True)
class _Asked:
    """A reference to a question, as part of a comparison."""

    known: Known


@dataclass(frozen=True)
class _Count:
    known: Known


_Term = _Asked | _Count | str | float | int


def read_expression(written: str, questions: Mapping[str, Known], *, own: Known | None = None) -> Condition | None:
    """The condition; None for one that always holds. Raises NoCounterpart."""
    try:
        tokens = [token for token in parse_expression(written) if token.type != "WHITESPACE"]
    except LarkError:
        raise NoCounterpart("it can't be read") from None
    reader = _Reader(tokens, questions, own)
    found = reader.any_of()
    if reader.left:
        raise NoCounterpart(f"{reader.left[0]} can't be read here")
    return None if found == ALWAYS else found


class _Reader:
    """Reads tokens from left to right: or binds weakest, then and, then not and comparisons."""

    def __init__(self, tokens: list[Token], questions: Mapping[str, Known], own: Known | None) -> None:
        self.left = tokens
        self.questions = questions
        self.own = own

    def any_of(self) -> Condition:
        found = [self.all_of()]
        while self._takes("OPS_BOOL", "or"):
            found.append(self.all_of())
        return _joined_any(found)

    def all_of(self) -> Condition:
        found = [self.one()]
        while self._takes("OPS_BOOL", "and"):
            found.append(self.one())
        found = [one for one in found if one != ALWAYS]
        return found[0] if len(found) == 1 else AllOf(tuple(found))

    def one(self) -> Condition:
        if self._takes("OPEN_PAREN"):
            return self._closed(self.any_of())
        if self._takes("FUNC_CALL", "not("):
            return Not(self._closed(self.any_of()))
        if self._takes("FUNC_CALL", "true("):
            return self._closed(ALWAYS)
        if self._takes("FUNC_CALL", "selected("):
            return self._selected()
        left = self._term()
        sign = self._sign()
        return _compared(left, sign, self._term())

    def _selected(self) -> Condition:
        asked = self._term()
        self._insist("COMMA")
        option = self._term()
        self._insist("CLOSE_PAREN")
        if not isinstance(asked, _Asked) or not isinstance(option, str):
            raise NoCounterpart("selected() of something that is no question")
        return _chosen(asked.known, option)

    def _term(self) -> _Term:
        token = self._next()
        match token.type:
            case "PYXFORM_REF":
                return _Asked(self._known(str(token)[2:-1]))
            case "SELF_REF":
                return _Asked(self._own())
            case "SYSTEM_LITERAL":
                return str(token)[1:-1]
            case "DATE":
                return str(token)
            case "NUMBER":
                value = float(token)
                return int(value) if value.is_integer() else value
            case "FUNC_CALL" if str(token) == "count-selected(":
                inner = self._closed(self._term())
                if isinstance(inner, _Asked) and inner.known.kind in ("several_of", "ranking"):
                    return _Count(inner.known)
            case "FUNC_CALL" if str(token) in ("date(", "number(", "string(", "int("):
                return self._closed(self._term())
        raise NoCounterpart(f"{str(token).rstrip('(').strip()} has no counterpart")

    def _sign(self) -> str:
        sign = str(self._insist("OPS_COMP"))
        return sign + str(self._next()) if sign in "<>" and self._is("OPS_COMP", "=") else sign

    def _known(self, name: str) -> Known:
        if name not in self.questions:
            raise NoCounterpart(f"{name} is no question that stands before it and was taken")
        return self.questions[name]

    def _own(self) -> Known:
        if self.own is None:
            raise NoCounterpart("the question itself (.) is not asked yet")
        return self.own

    def _closed(self, found: Part) -> Part:
        self._insist("CLOSE_PAREN")
        return found

    def _is(self, type: str, value: str = "") -> bool:
        return bool(self.left) and self.left[0].type == type and value in ("", str(self.left[0]).strip())

    def _takes(self, type: str, value: str = "") -> bool:
        if not self._is(type, value):
            return False
        self.left.pop(0)
        return True

    def _next(self) -> Token:
        if not self.left:
            raise NoCounterpart("it ends too early")
        return self.left.pop(0)

    def _insist(self, type: str) -> Token:
        if not self._is(type):
            raise NoCounterpart(f"{self.left[0] if self.left else 'its end'} can't be read here")
        return self.left.pop(0)


def _compared(left: _Term, sign: str, right: _Term) -> Condition:
    if not isinstance(left, _Asked | _Count):
        if not isinstance(right, _Asked | _Count):
            raise NoCounterpart("a comparison without a question")
        return _compared(right, _FLIPPED[sign], left)
    if isinstance(left, _Count):
        if isinstance(right, int):
            return Counted(left.known.id, sign, right)
        raise NoCounterpart("a number of choices compared with something that is no number")
    if isinstance(right, _Count):
        raise NoCounterpart("an answer compared with a number of choices")
    return _related(left.known, sign, right.known if isinstance(right, _Asked) else right)


def _related(asked: Known, sign: str, other: Known | str | float | int) -> Condition:
    if other == "" and sign in ("=", "!="):
        return Answered(asked.id) if sign == "!=" else Not(Answered(asked.id))
    if asked.kind in VALUES:
        if isinstance(other, Known):
            if other.kind != asked.kind:
                raise NoCounterpart("answers of two kinds compared")
            return Compared(asked.id, sign, other=other.id)
        return Compared(asked.id, sign, _value(asked, other))
    if asked.kind in CLOSED and sign in ("=", "!=") and not isinstance(other, Known):
        chosen = _chosen(asked, str(other))
        return chosen if sign == "=" else Not(chosen)
    raise NoCounterpart(f"an answer of {asked.id} in a comparison")


def _value(asked: Known, other: str | float | int) -> str | float | int:
    if asked.kind == "number" and isinstance(other, str):
        try:
            return float(other) if "." in other else int(other)
        except ValueError:
            raise NoCounterpart(f"{other} is no number") from None
    return other


def _chosen(asked: Known, option: str) -> Chosen:
    if asked.kind not in CLOSED:
        raise NoCounterpart(f"an option of {asked.id}, which has none that can be chosen")
    if asked.options and option not in asked.options:
        raise NoCounterpart(f"{option} is no option of {asked.id}")
    return Chosen(asked.id, (asked.options.get(option, option),))


def _joined_any(found: list[Condition]) -> Condition:
    """Options of one question that are joined by or are one condition."""
    if ALWAYS in found:
        return ALWAYS
    first = found[0]
    if len(found) > 1 and isinstance(first, Chosen):
        same = [one for one in found if isinstance(one, Chosen) and one.question == first.question]
        if len(same) == len(found):
            return Chosen(first.question, tuple(dict.fromkeys(option for one in same for option in one.options)))
    return first if len(found) == 1 else AnyOf(tuple(found))


def write_expression(condition: Condition, *, own: str = "") -> str:
    """As XLSForm writes it; `own` is the question whose answer is written as a dot."""
    match condition:
        case AllOf(conditions):
            return " and ".join(_bracketed(one, own) for one in conditions) or "true()"
        case AnyOf(conditions):
            return " or ".join(_bracketed(one, own) for one in conditions) or "not(true())"
        case Not(inner):
            return f"not({write_expression(inner, own=own)})"
        case Chosen(question, options):
            return " or ".join(f"selected({_named(question, own)}, '{option}')" for option in options)
        case Answered(question):
            return f"{_named(question, own)} != ''"
        case Counted(question, sign, value):
            return f"count-selected({_named(question, own)}) {sign} {value}"
        case Compared(question, sign, value, other):
            right = _named(other, own) if other else f"'{value}'" if isinstance(value, str) else str(value)
            return f"{_named(question, own)} {sign} {right}"


def _bracketed(condition: Condition, own: str) -> str:
    written = write_expression(condition, own=own)
    return f"({written})" if isinstance(condition, AllOf | AnyOf | Chosen) and " " in written else written


def _named(question: str, own: str) -> str:
    return "." if question == own else f"${{{question}}}"

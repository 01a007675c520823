"""Conditions as XLSForm writes them (a part of XPath), and back. Pure.

Taken: `${q} = 'option'`, `selected(${q}, 'option')`, comparisons of numbers and dates with each other and with other
questions, `count-selected(${q}) <= 3`, `. >= 18` for the question itself, `and`, `or`, `not( )`, `true()`, `false()`.
Everything else has no counterpart here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from lark import Token
from lark.exceptions import LarkError
from pyxform.parsing.expression import parse_expression

from dialog.survey.conditions import DEEPEST, Answered, Chosen, Compared, Condition, Counted, Not
from dialog.survey.questionnaire import VALUES, WRITTEN
from dialog.survey.xlsform.joining import ALWAYS, NEVER, depth_of, joined_all, joined_any, negated
from dialog.survey.xlsform.spelling import DAY

CLOSED = ("one_of", "several_of", "ranking", "area")
_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
_JOINED = re.compile(r"(?<=\))\s*(and|or)\s*(?=\()")  # without spaces around it, it would be taken for a name
Part = TypeVar("Part")


class NoCounterpart(ValueError):
    """Something that XLSForm can say and a questionnaire here can't; `reason` is one of losses.REASONS."""

    def __init__(self, reason: str, **params: str) -> None:
        super().__init__(reason, params)
        self.reason, self.params = reason, params


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


@dataclass(frozen=True)
class Read:
    """A condition, ALWAYS or NEVER; and the options that it looks for and that the questions do not have: `in_vain`
    those of the question itself, `unknown` those of others.
    """

    condition: Condition
    unknown: tuple[str, ...] = ()
    in_vain: tuple[str, ...] = ()


def read_expression(written: str, questions: Mapping[str, Known], *, own: Known | None = None) -> Read:
    """What an expression says; nobody can have chosen an option that there is not. Raises NoCounterpart."""
    reader = _Reader(tokens_of(written), questions, own)
    found = reader.any_of()
    if reader.left:
        raise NoCounterpart("unreadable_part", part=str(reader.left[0]))
    if depth_of(found) > DEEPEST:
        raise NoCounterpart("too_deep")
    return Read(found, tuple(dict.fromkeys(reader.unknown)), tuple(dict.fromkeys(reader.in_vain)))


def tokens_of(written: str) -> list[Token]:
    """The words of an expression. Raises NoCounterpart."""
    spaced = _JOINED.sub(r" \1 ", " ".join(written.split()))
    try:
        return [token for token in parse_expression(spaced) if token.type != "WHITESPACE"]
    except LarkError:
        raise NoCounterpart("unreadable") from None


@dataclass
class _Reader:
    """Reads tokens from left to right: or binds weakest, then and, then not and comparisons."""

    left: list[Token]
    questions: Mapping[str, Known]
    own: Known | None
    unknown: list[str] = field(default_factory=list)
    in_vain: list[str] = field(default_factory=list)
    depth: int = 0

    def any_of(self) -> Condition:
        self.depth += 1
        if self.depth > DEEPEST:
            raise NoCounterpart("too_deep")
        found = [self.all_of()]
        while self._takes("OPS_BOOL", "or"):
            found.append(self.all_of())
        self.depth -= 1
        return joined_any(found)

    def all_of(self) -> Condition:
        found = [self.one()]
        while self._takes("OPS_BOOL", "and"):
            found.append(self.one())
        return found[0] if len(found) == 1 else joined_all(found)

    def one(self) -> Condition:
        if self._takes("OPEN_PAREN"):
            return self._closed(self.any_of())
        if self._takes("FUNC_CALL", "not("):
            return negated(self._closed(self.any_of()))
        if self._takes("FUNC_CALL", "true("):
            return self._closed(ALWAYS)
        if self._takes("FUNC_CALL", "false("):
            return self._closed(NEVER)
        if self._takes("FUNC_CALL", "selected("):
            return self._selected()
        left = self._term()
        sign = self._sign()
        return self._compared(left, sign, self._term())

    def _selected(self) -> Condition:
        asked = self._term()
        self._insist("COMMA")
        option = self._term()
        self._insist("CLOSE_PAREN")
        if not isinstance(asked, _Asked) or isinstance(option, _Asked | _Count):
            raise NoCounterpart("not_a_choice")
        return self._chosen(asked.known, str(option))

    def _term(self) -> _Term:
        token = self._next()
        match token.type:
            case "PYXFORM_REF":
                return _Asked(self._known(str(token)[2:-1].strip()))
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
        raise NoCounterpart("function", part=str(token).rstrip("(").strip())

    def _sign(self) -> str:
        sign = str(self._insist("OPS_COMP"))
        return sign + str(self._next()) if sign in "<>" and self._is("OPS_COMP", "=") else sign

    def _known(self, name: str) -> Known:
        if name not in self.questions:
            raise NoCounterpart("not_before", name=name)
        return self.questions[name]

    def _own(self) -> Known:
        if self.own is None:
            raise NoCounterpart("function", part=".")
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
            raise NoCounterpart("unreadable")
        return self.left.pop(0)

    def _insist(self, type: str) -> Token:
        if not self._is(type):
            raise NoCounterpart("unreadable_part", part=str(self.left[0])) if self.left else NoCounterpart("unreadable")
        return self.left.pop(0)

    def _compared(self, left: _Term, sign: str, right: _Term) -> Condition:
        if not isinstance(left, _Asked | _Count):
            if not isinstance(right, _Asked | _Count):
                raise NoCounterpart("no_question")
            return self._compared(right, _FLIPPED[sign], left)
        if isinstance(left, _Count):
            if isinstance(right, int):
                return Counted(left.known.id, sign, right)
            raise NoCounterpart("two_kinds")
        if isinstance(right, _Count):
            raise NoCounterpart("two_kinds")
        return self._related(left.known, sign, right.known if isinstance(right, _Asked) else right)

    def _related(self, asked: Known, sign: str, other: Known | str | float | int) -> Condition:
        if other == "" and sign in ("=", "!=") and asked.kind in (*CLOSED, *VALUES, *WRITTEN):
            return Answered(asked.id) if sign == "!=" else Not(Answered(asked.id))
        if asked.kind in VALUES:
            if isinstance(other, Known):
                if other.kind != asked.kind:
                    raise NoCounterpart("two_kinds")
                return Compared(asked.id, sign, other=other.id)
            return Compared(asked.id, sign, _value(asked, other))
        if asked.kind in CLOSED and sign in ("=", "!=") and not isinstance(other, Known):
            chosen = self._chosen(asked, str(other))
            return chosen if sign == "=" else negated(chosen)
        raise NoCounterpart("written", name=asked.id) if asked.kind not in CLOSED else NoCounterpart("two_kinds")

    def _chosen(self, asked: Known, option: str) -> Condition:
        if asked.kind not in CLOSED:
            raise NoCounterpart("written" if asked.kind not in VALUES else "two_kinds", name=asked.id)
        if asked.kind != "area" and option not in asked.options:
            (self.in_vain if asked is self.own else self.unknown).append(option)
            return NEVER
        return Chosen(asked.id, (asked.options.get(option, option),))


def _value(asked: Known, other: str | float | int) -> str | float | int:
    if asked.kind == "number" and isinstance(other, str):
        try:
            return float(other) if "." in other else int(other)
        except ValueError:
            raise NoCounterpart("not_a_number", part=other) from None
    if asked.kind == "date" and not (isinstance(other, str) and DAY.fullmatch(other)):
        raise NoCounterpart("not_a_date", part=str(other))
    return other

"""Choice filters: which choices are offered after an earlier answer. Pure.

Taken: `column = ${q}`, `column != ${q}`, `selected(${q}, column)` and `not(selected(${q}, column))`, each also with
`or column = ''`, joined by and.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from lark import Token

from dialog.survey.questionnaire import Narrowing, Option
from dialog.survey.xlsform.expressions import CLOSED, Known, NoCounterpart, tokens_of
from dialog.survey.xlsform.spelling import Called

Later = Callable[[], Mapping[str, str]]  # the filters of questions by their names


@dataclass(frozen=True)
class Filter:
    """A narrowing by a column of the choices; `blank` are offered whatever was answered."""

    column: str
    asked: Known
    same: bool
    blank: bool

    def narrowing(self, tags: Mapping[str, str]) -> Narrowing:
        return Narrowing(tags.get(self.column, self.column), self.asked.id, self.same)


@dataclass(frozen=True)
class Filtered:
    """The filters that could be read, and why others could not."""

    filters: tuple[Filter, ...] = ()
    why: NoCounterpart | None = None


def read_filter(
    written: str, columns: Collection[str], questions: Mapping[str, Known], *, own: str = "", later: Later = dict
) -> Filtered:
    """Every part that has a counterpart; of the others the first one's reason. What is left out after the answer to a
    later question is no loss where that question leaves the answer to `own` out: `later` are the filters by name.
    """
    try:
        parts = _parts(tokens_of(written))
    except NoCounterpart as why:
        return Filtered(why=why)
    found: list[Filter] = []
    reason: NoCounterpart | None = None
    for part in parts:
        try:
            found += _read(part, columns, questions)
        except NoCounterpart as why:
            reason = reason or (None if why.reason == "not_before" and _is_mutual(part, own, later()) else why)
    return Filtered(tuple(found), reason)


def _is_mutual(part: list[Token], own: str, later: Mapping[str, str]) -> bool:
    """Whether the question looked at has the same filter, which looks at this one."""
    column, name, same = _relation(_words(part))
    if same or name not in later:
        return False
    try:
        others = _parts(tokens_of(later[name]))
    except NoCounterpart:
        return False
    return [column, "!=", f"${{{own}}}"] in [_words(other) for other in others]


def _parts(tokens: Iterable[Token]) -> list[list[Token]]:
    """What stands between the ands that are in no brackets."""
    parts: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token.type in ("OPEN_PAREN", "FUNC_CALL")) - (token.type == "CLOSE_PAREN")
        if not depth and token.type == "OPS_BOOL" and token.strip() == "and":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _read(part: list[Token], columns: Collection[str], questions: Mapping[str, Known]) -> list[Filter]:
    match _words(part):
        case ["true(", ")"]:
            return []
        case [*words, "or", column, "=", "''" | '""'] if len(words) > 2:
            blank = column
        case words:
            blank = ""
    column, name, same = _relation(words)
    if blank not in ("", column):
        raise NoCounterpart("unreadable_part", part=blank)
    if column not in columns:
        raise NoCounterpart("no_such_column", part=column)
    if name not in questions:
        raise NoCounterpart("not_before", name=name)
    if questions[name].kind not in CLOSED:
        raise NoCounterpart("two_kinds")
    return [Filter(column, questions[name], same, bool(blank))]


def _relation(words: Sequence[str]) -> tuple[str, str, bool]:
    """(column, question, whether they must be the same)"""
    match words:
        case [column, ("=" | "!=") as sign, ref] if _name(ref) and not _name(column):
            return column, _name(ref), sign == "="
        case [ref, ("=" | "!=") as sign, column] if _name(ref) and not _name(column):
            return column, _name(ref), sign == "="
        case ["selected(", ref, ",", column, ")"] if _name(ref) and not _name(column):
            return column, _name(ref), True
        case ["not(", "selected(", ref, ",", column, ")", ")"] if _name(ref) and not _name(column):
            return column, _name(ref), False
    raise NoCounterpart("unreadable_part", part=" ".join(words))


def _name(word: str) -> str:
    return word[2:-1].strip() if word.startswith("${") else ""


def _words(part: list[Token]) -> list[str]:
    return [str(token).strip() for token in _unwrapped(part)]


def _unwrapped(part: list[Token]) -> list[Token]:
    """Without brackets around all of it."""
    while len(part) > 2 and part[0].type == "OPEN_PAREN" and part[-1].type == "CLOSE_PAREN":
        depth = 0
        for place, token in enumerate(part):
            depth += (token.type in ("OPEN_PAREN", "FUNC_CALL")) - (token.type == "CLOSE_PAREN")
            if not depth and place < len(part) - 1:
                return part
        part = part[1:-1]
    return part


def write_filter(
    narrowed: Sequence[Narrowing],
    options: Sequence[Option],
    called: Called,
    columns: Mapping[str, str],
    several: set[str],
) -> str:
    """`columns` are the headings of tags, `several` the questions of which several options can be chosen."""
    parts = [_spelled(one, options, called, columns[one.tag], one.question in several) for one in narrowed]
    return " and ".join(parts)


def _spelled(one: Narrowing, options: Sequence[Option], called: Called, column: str, several: bool) -> str:
    ref = called.ref(one.question)
    relation = f"{column} {'=' if one.same else '!='} {ref}"
    if several:
        relation = f"selected({ref}, {column})" if one.same else f"not(selected({ref}, {column}))"
    return relation if all(one.tag in option.tags for option in options) else f"({relation} or {column} = '')"

"""How what people say is written down in these modules, and read. Pure.

Each saying is a paragraph under a line in brackets, which holds, in any order:

    norrby or any      the area it is about
    @tunneln           the spot it is about, for reports
    Q3, Q9, what, help the question it answers
    T9.lighting        a code for it: a problem, or T9.lighting=strength, T9.lighting=proposal
    quote              it may be quoted; mask: words in braces are to be hidden, as {name:Karin}
    aside, spam        the text, or the whole voice, is to be set aside
    again              it was sent twice
    alike, wave        others say much the same; with many more on the same day
    r1, r2             it was said in the first round, or in the second
    group24            24 people said it together
"""

import re
from dataclasses import dataclass

ANYWHERE = "any"
QUESTIONS = ("Q3", "Q9", "what", "help")
_FLAGS = ("quote", "mask", "aside", "spam", "again", "alike", "wave", "r1", "r2")
_TO_HIDE = re.compile(r"\{(\w+):([^}]*)\}")

Codes = tuple[tuple[str, str], ...]  # (code, stance)


@dataclass(frozen=True)
class Saying:
    """What somebody said, as it was written, and how reviewers understand it."""

    language: str
    text: str
    question: str
    area: str  # code, or ANYWHERE
    spot: str  # id of a spot; empty for what is said in a response
    codes: Codes
    hidden: tuple[tuple[str, str], ...]  # (label, words)
    flags: frozenset[str]
    group_size: int

    @property
    def topics(self) -> list[str]:
        """The problems it is about, without subcodes."""
        return [code.split(".")[0] for code, stance in self.codes if stance == "problem"]


def read_sayings(language: str, written: str) -> tuple[Saying, ...]:
    """The sayings of a module. Raises ValueError for a line in brackets that can't be understood."""
    return tuple(_read(language, paragraph) for paragraph in written.strip().split("\n\n"))


def _read(language: str, paragraph: str) -> Saying:
    head, _, body = paragraph.strip().partition("\n")
    words = head.strip("[]").split()
    marked = " ".join(body.split())
    questions = [word for word in words if word in QUESTIONS]
    areas = [word for word in words if re.fullmatch(r"[a-z][a-z-]+", word) and word not in (*QUESTIONS, *_FLAGS)]
    if len(questions) != 1 or len(areas) != 1 or not marked:
        raise ValueError(f"can't read {head}")
    return Saying(
        language,
        _TO_HIDE.sub(r"\2", marked),
        questions[0],
        areas[0],
        next((word[1:] for word in words if word.startswith("@")), ""),
        tuple(_code(word) for word in words if re.match(r"T\d", word)),
        tuple(_TO_HIDE.findall(marked)),
        frozenset(words).intersection(_FLAGS),
        next((int(word[5:]) for word in words if re.fullmatch(r"group\d+", word)), 1),
    )


def _code(word: str) -> tuple[str, str]:
    code, _, stance = word.partition("=")
    return code, stance or "problem"

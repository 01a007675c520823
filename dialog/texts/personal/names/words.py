"""A text as words: where each stands, what it begins with, and what stands before it. Pure."""

import re
from dataclasses import dataclass

from dialog.texts.personal.names.spelling import alike

_MARKS = r"\u064b-\u0652\u0670"  # vowel signs belong to an Arabic word
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}])*(?:[-’':][^\W\d_]+)*")
_ENDS_SENTENCE = frozenset('.!?:;…\n\r"“”»«(–—•*>')


@dataclass(slots=True)
class Word:
    """One word of a text."""

    start: int
    end: int
    written: str
    alike: str  # as names are compared
    is_capital: bool
    is_first: bool  # of a sentence, where a capital says nothing
    is_near: bool  # nothing but a space since the word before


def words_of(text: str) -> list[Word]:
    lowered = text.lower() if text.isascii() else ""  # a word's small letters are cut out of it, where that is right
    found: list[Word] = []
    reached = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        written = match[0]
        between = text[reached:start]
        plain = "" if between == " " else between.strip(" ")
        found.append(
            Word(
                start,
                end,
                written,
                lowered[start:end] if lowered else alike(written),
                written[0].isupper() and not (len(written) > 1 and written.isupper()),
                reached == 0 or (plain != "" and plain[-1] in _ENDS_SENTENCE),
                0 < len(between) <= 2 and not plain,
            )
        )
        reached = end
    return found

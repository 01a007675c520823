"""The keywords of a PC-Axis file, each with its language, what it is of, and its values. Pure.

A line reads KEYWORD[language]("variable","value")=values;

As Statistics Sweden describes them: "PC-Axis file format", version 2013.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dialog.languages import N_, Sentence
from dialog.rows.row import UnreadableFile

_HEAD = re.compile(r'\s*([A-Za-z][\w-]*)\s*(?:\[([^\]"=]*)\])?\s*(?:\(((?:\s*"[^"]*"\s*,?)*)\))?\s*=')
_QUOTED = re.compile(r'"([^"]*)"')
_PART = re.compile(r'"[^"]*"|[^\s",;()]+|[,;()]')
_LIST = re.compile(r"TLIST\s*\(\s*\w+\s*(?:,\s*\"([^\"]*)\"\s*-\s*\"([^\"]*)\")?[^)]*\)\s*,?", re.IGNORECASE)


@dataclass(frozen=True)
class Keywords:
    """What a file says before its figures. Words are kept for each language; nothing is the file's own."""

    said: Mapping[tuple[str, str, tuple[str, ...]], Sequence[str]] = field(default_factory=dict)
    data: str = ""  # what stands between DATA= and its end

    def of(self, keyword: str, *about: str, language: str = "") -> Sequence[str]:
        """What a keyword says of a variable, or of the whole table; empty when it says nothing."""
        return self.said.get((keyword, language, about)) or self.said.get((keyword, "", about)) or ()

    def word(self, keyword: str, *about: str, language: str = "") -> str:
        return next(iter(self.of(keyword, *about, language=language)), "")

    def each(self, keyword: str) -> Iterator[tuple[tuple[str, ...], Sequence[str]]]:
        """(what it is about, what it says) for all that a keyword is said of, in the file's own language."""
        for (name, language, about), values in self.said.items():
            if name == keyword and not language:
                yield about, values


def read_keywords(text: str, name: str) -> Keywords:
    """Raises UnreadableFile where the file breaks off or is of another kind."""
    said: dict[tuple[str, str, tuple[str, ...]], Sequence[str]] = {}
    place = 0
    while found := _HEAD.match(text, place):
        keyword, language, about = found[1].upper(), found[2] or "", tuple(_QUOTED.findall(found[3] or ""))
        if keyword == "DATA":
            return Keywords(said, text[found.end() :])
        end = _end(text, found.end(), keyword, name)
        said[keyword, language.strip('"'), about] = _values(text[found.end() : end])
        place = end + 1
    raise UnreadableFile(
        Sentence(N_("%(file)s is no whole PC-Axis file: its figures (DATA=) are not there."), file=name)
    )


def _end(text: str, start: int, keyword: str, name: str) -> int:
    """Where the semicolon stands that ends a keyword, outside quotation marks."""
    quoted = False
    for found in re.compile('[";]').finditer(text, start):
        if found[0] == '"':
            quoted = not quoted
        elif not quoted:
            return found.start()
    raise UnreadableFile(
        Sentence(
            N_("%(file)s breaks off at %(keyword)s: a quotation mark or semicolon is missing."),
            file=name,
            keyword=keyword,
        )
    )


def _values(text: str) -> list[str]:
    """Words in quotation marks, those without a comma between being one; or bare words: 2, YES."""
    if found := _LIST.match(text.strip()):
        text = text.strip()[found.end() :]
        if found[1] is not None:
            return _span(found[1], found[2])
    values: list[str] = []
    follows = False  # a value without a comma before it goes on with the last
    for part in _PART.findall(text):
        if part == ",":
            follows = False
        elif part not in ";()":
            word = part[1:-1] if part.startswith('"') else part
            if follows and values:
                values[-1] += word
            else:
                values.append(word)
            follows = True
    return values


def _span(first: str, last: str) -> list[str]:
    """1994 to 1996; other periods are always listed one by one beside it."""
    if first.isdigit() and last.isdigit() and int(last) - int(first) < 1000:
        return [str(year) for year in range(int(first), int(last) + 1)]
    return []

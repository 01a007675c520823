"""The light markup of texts in a document: paragraphs, lists, a heading, words in bold. Pure.

An empty line ends a paragraph; lines that begin with "- " are a list, "## " a heading; **words** are bold. Everything
else is as it stands: no link, no picture, no markup of any page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

PARAGRAPH, LIST, HEADING = "p", "ul", "h"
_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True)
class Run:
    text: str
    strong: bool = False


@dataclass(frozen=True)
class Part:
    """A paragraph or a heading with one line, or a list with as many as it has points."""

    kind: str
    lines: tuple[tuple[Run, ...], ...]


def parts(text: str) -> tuple[Part, ...]:
    """What a text says, in order."""
    lines = [line.strip() for line in _UNPRINTABLE.sub("", text).splitlines()]
    return tuple(part for kind, group in groupby(lines, _kind) for part in _of_kind(kind, list(group)))


def _kind(line: str) -> str:
    return LIST if line.startswith("- ") else HEADING if line.startswith("## ") else PARAGRAPH if line else ""


def _of_kind(kind: str, lines: list[str]) -> Iterator[Part]:
    if kind == LIST:
        yield Part(LIST, tuple(_runs(line[2:].strip()) for line in lines))
    elif kind == HEADING:
        yield from (Part(HEADING, ((Run(line[3:].strip()),),)) for line in lines)
    elif kind == PARAGRAPH:
        yield Part(PARAGRAPH, (_runs(" ".join(lines)),))


def _runs(line: str) -> tuple[Run, ...]:
    """Every second piece is what stood between asterisks."""
    pieces = _BOLD.split(line)
    return tuple(Run(piece, strong=bool(place % 2)) for place, piece in enumerate(pieces) if piece)

"""Stretches of a text that codes are put on. Pure.

A span is (start, end): characters of the original from its beginning, the end not included. (0, 0) is the whole text.
"""

import re
from collections.abc import Iterable

from dialog.review.masking import NoSuchWords, Span

WHOLE: Span = (0, 0)
_PART = re.compile(r"\S.*?(?:[.!?…؟۔。]+(?=\s|$)|(?=\n|$))", re.DOTALL)
_WRITTEN = re.compile(r"(\d{1,9})-(\d{1,9})")


def parts(original: str) -> list[Span]:
    """The text in sentences and lines, without the white space between them."""
    return [_without_end(original, match.span()) for match in _PART.finditer(original)]


def read_spans(written: Iterable[str], original: str) -> list[Span]:
    """Spans as forms send them, "12-40". Raises NoSuchWords where one is none of this text."""
    return [_read(one, original) for one in written if one]


def written(span: Span) -> str:
    return f"{span[0]}-{span[1]}"


def joined(chosen: Iterable[Span], original: str) -> list[Span]:
    """In order, those with nothing but white space between them made one."""
    result: list[Span] = []
    for start, end in sorted(chosen):
        if result and not original[result[-1][1] : start].strip():
            result[-1] = (result[-1][0], max(result[-1][1], end))
        else:
            result.append((start, end))
    return result


def within(spans: Iterable[Span], length: int) -> list[Span]:
    """In order, each once, and cut where the text has become shorter; without the whole."""
    cut = {(min(start, length), min(end, length)) for start, end in spans}
    return sorted(span for span in cut if span[0] < span[1])


def _read(one: str, original: str) -> Span:
    found = _WRITTEN.fullmatch(one)
    if found is None or not int(found[1]) < int(found[2]) <= len(original):
        raise NoSuchWords(one)
    return int(found[1]), int(found[2])


def _without_end(original: str, span: Span) -> Span:
    return span[0], span[0] + len(original[span[0] : span[1]].rstrip())

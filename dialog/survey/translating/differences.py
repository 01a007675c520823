"""What has changed in a sentence, word by word. Pure."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

Piece = tuple[str, str]  # same, gone or new; the words, with the spaces after them

_WORD = re.compile(r"\S+\s*|\s+")


def differences(before: str, now: str) -> list[Piece]:
    """The pieces of both sentences in order."""
    return list(_pieces(_WORD.findall(before), _WORD.findall(now)))


def _pieces(before: list[str], now: list[str]) -> Iterator[Piece]:
    for kind, *(start, end, new_start, new_end) in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "same", "".join(before[start:end])
            continue
        if start < end:
            yield "gone", "".join(before[start:end])
        if new_start < new_end:
            yield "new", "".join(now[new_start:new_end])

"""Which problem of the codebook a category is about, as far as their names tell. Pure."""

import re
from collections.abc import Iterator

from dialog.picture.beside.things import is_total, time_of
from dialog.review.codebook.book import Code, Codebook
from dialog.rows.headings import plain

SHORTEST, SHORTEST_INSIDE = 4, 5  # letters: of what begins a word, and of what stands inside one
_SAFE = re.compile(r"(?:^|_)(?:trygg|saker|safe|fortroende|trust)")  # the higher, the better: about no problem


def guessed_code(category: str, codebook: Codebook) -> str | None:
    """The topic whose name, or whose subcode's, is in the category or the other way round; the longest name decides.

    The last part of a path says best what is counted: `Disorder / Traffic offences` is about traffic.
    """
    last = category.rpartition(" / ")[2]
    return _guessed(last, codebook) or _guessed(category, codebook)


def _guessed(category: str, codebook: Codebook) -> str | None:
    said = plain(category)
    if is_total(category) or time_of(category) or _SAFE.search(said):
        return None
    found = [(weight, code.id) for code in codebook.codes for weight in _weights(said, code)]
    if not found:
        return None
    weight = max(one for one, _ in found)
    return codebook.topic(next(id for one, id in found if one == weight)).id


def _weights(said: str, code: Code) -> Iterator[tuple[int, int]]:
    """How well each part of a code's names fits: equal before contained, then the longest."""
    if code.retired:
        return
    for name in code.text.values():
        for part in re.split(r"[,/&;()]| och | and | samt ", name):
            phrase = plain(part)
            if phrase and phrase == said:
                yield 2, len(phrase)
            elif _is_in(phrase, said) or _is_in(said, phrase):
                yield 1, min(len(phrase), len(said))


def _is_in(phrase: str, said: str) -> bool:
    """As words of it, as the beginning of one (våld in våldsbrott), or long enough to be no chance (inbrott)."""
    if not phrase:
        return False
    if f"_{phrase}_" in f"_{said}_":
        return len(phrase) > 2
    if len(phrase) >= SHORTEST and f"_{phrase}" in f"_{said}":
        return True
    return len(phrase) >= SHORTEST_INSIDE and phrase in said

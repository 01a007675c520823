"""Which texts are held back until a second person has seen them. Pure.

An accusation: somebody is named, or can be found by a number or an address, and beside it stands a word that accuses or
tells of a crime. A concrete crime: a word for a crime, and beside it one person who can be told from others, or one
person and one occasion, or one occasion and a door.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from dialog.texts.personal.found import ADDRESS, DOOR, HANDLE, NAME, PERSONAL_NUMBER, PHONE, PLATE, Found
from dialog.texts.personal.names.words import words_of
from dialog.texts.suspicion.stems import stems

PERSONAL, ACCUSATION, CRIME = "personal", "accusation", "crime"  # what dialog.texts.models.SUSPICIONS keeps
_NAMING = frozenset((NAME, HANDLE, PLATE, PHONE, PERSONAL_NUMBER, ADDRESS, DOOR))
_DOORS = frozenset((ADDRESS, DOOR))
_start, _end = attrgetter("start"), attrgetter("end")
_END = re.compile(r"[.!?؟።\n]+(?:\s|$)")
_OCCASION = re.compile(
    r"\b(?:kl(?:ockan)?|klo|kello|saacadda?|ساعت|الساعة|at|godz|о)\.? ?\d{1,2}\b|\b\d{1,2}[.:]\d\d\b"
    r"|\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}\b"
    r"|\bden \d{1,2}\b|\bthe \d{1,2}(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Part:
    """What one sentence holds, with the next where that goes on about the same person."""

    names_somebody: bool
    has_door: bool
    has_crime: bool
    accuses: bool
    tells_who: bool
    has_person: bool
    has_occasion: bool

    @property
    def is_accusation(self) -> bool:
        return self.names_somebody and (self.has_crime or self.accuses)

    @property
    def is_concrete(self) -> bool:
        is_one = self.has_occasion and (self.has_person or self.has_door)
        return self.has_crime and (self.tells_who or is_one)


def suspicion_of(text: str, found: Sequence[Found]) -> str | None:
    """The gravest of PERSONAL, ACCUSATION and CRIME; None where there is nothing. `found`: what find_personal says,
    in order of place.

    A crime somebody is named for is an accusation: whoever looks second must see the name.
    """
    all_words = [word.alike for word in words_of(text)]
    if not (_any(all_words, "crime") or (found and _any(all_words, "accuse"))):  # as in most texts
        return PERSONAL if found else None
    parts = [_part(text, start, end, found) for start, end in _sentences(text)]
    if any(part.is_accusation for part in parts):
        return ACCUSATION
    if any(part.is_concrete for part in parts):
        return CRIME
    return PERSONAL if found else None


def _sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence stands, together with the next where that begins with a pronoun."""
    edges = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    plain = [(start, end) for start, end in pairwise(edges) if start < end]
    joined: list[tuple[int, int]] = []
    for start, end in plain:
        if joined and _goes_on(text[start:end]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _goes_on(sentence: str) -> bool:
    first = words_of(sentence[:40])[:1]
    return bool(first) and _any([first[0].alike], "pronoun")


def _part(text: str, start: int, end: int, found: Sequence[Found]) -> _Part:
    words = [word.alike for word in words_of(text[start:end])]
    inside = found[bisect_right(found, start, key=_end) : bisect_left(found, end, key=_start)]
    kinds = {one.kind for one in inside}
    return _Part(
        names_somebody=bool(kinds & _NAMING),
        has_door=bool(kinds & _DOORS) or _any(words, "place"),
        has_crime=_any_but_passive(words, "crime"),
        accuses=_any_but_passive(words, "accuse"),
        tells_who=_any(words, "person"),
        has_person=_any(words, "someone"),
        has_occasion=_any(words, "time") or _OCCASION.search(text, start, end) is not None,
    )


def _any(words: Sequence[str], sort: str) -> bool:
    return next(stems(sort).places(words), None) is not None


def _any_but_passive(words: Sequence[str], sort: str) -> bool:
    return not set(stems(sort).places(words)) <= set(stems("passive").places(words))

"""The words by which a text accuses somebody or tells of a crime, read once, when they are first needed. Pure."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dialog.texts.personal.names.spelling import alike

_FILE = Path(__file__).parent / "words.txt"
_WHOLE = ("person", "someone", "time", "place", "pronoun", "passive")  # words as they stand, not beginnings of words
_SHORT = 4  # letters: so short a word stands for itself only
_ARABIC = "\u0600"  # where scripts begin that write small words together with what follows
_JOINED = ("وال", "بال", "ال", "لل", "و", "ف", "ب")  # Arabic: and the, with the, the, to the, and, so, with


@dataclass(frozen=True)
class Stems:
    """Words of one sort: whole ones, beginnings, what may stand inside, and pairs of which the second may go on."""

    whole: frozenset[str]
    beginnings: Mapping[str, tuple[str, ...]]  # by their first three letters
    inside: tuple[str, ...]
    phrases: Mapping[str, Sequence[tuple[str, ...]]]  # the rest, by the first word

    firsts: frozenset[str]  # the first three letters of all but those that may stand inside

    def places(self, words: Sequence[str]) -> Iterator[int]:
        """At which of these words one of them begins; most words are passed over by their first letters."""
        is_inside = any(part in " ".join(words) for part in self.inside)
        for place, word in enumerate(words):
            may_be = is_inside or word[:3] in self.firsts or word[0] >= _ARABIC
            if may_be and any(self._is(one, words, place) for one in _readings(word)):
                yield place

    def _is(self, word: str, words: Sequence[str], place: int) -> bool:
        if word in self.whole or word.startswith(self.beginnings.get(word[:3], ("\0",))):
            return True
        if len(word) > _SHORT and any(part in word for part in self.inside):
            return True
        return any(_follow(rest, words, place + 1) for rest in self.phrases.get(word, ()))


@cache
def stems(sort: str) -> Stems:
    """Of one sort in words.txt, in all its languages: a text's language may be told wrongly."""
    whole: set[str] = set()
    beginnings: dict[str, list[str]] = defaultdict(list)
    inside: list[str] = []
    phrases: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for entry in _entries(sort):
        first, *rest = entry.split("_")
        if rest:
            phrases[first].append(tuple(rest))
        elif first.startswith("*"):
            inside.append(first[1:])
        elif sort in _WHOLE or len(first) <= _SHORT:
            whole.add(first)
        else:
            beginnings[first[:3]].append(first)
    return Stems(
        frozenset(whole),
        {key: tuple(some) for key, some in beginnings.items()},
        tuple(inside),
        dict(phrases),
        frozenset(word[:3] for word in (*whole, *beginnings, *phrases)),
    )


def _entries(sort: str) -> list[str]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    of_sort = [line.partition(": ")[2].split() for line in lines if line.startswith(f"{sort} ")]
    return [_spelled(entry) for entries in of_sort for entry in entries]


def _spelled(entry: str) -> str:
    """As the words of a text are compared; what joins parts of Persian words parts them there too."""
    return "_".join(part if part.startswith("*") else alike(part) for part in entry.replace("\u200c", "_").split("_"))


def _readings(word: str) -> list[str]:
    """The word, and in Arabic what is left without what is written together with it."""
    if not _ARABIC <= word[0] <= "\u06ff":
        return [word]
    return [word, *(word[len(one) :] for one in _JOINED if word.startswith(one) and len(word) - len(one) > 2)]


def _follow(rest: tuple[str, ...], words: Sequence[str], place: int) -> bool:
    """Whether these words stand there; the last may go on."""
    found = words[place : place + len(rest)]
    return len(found) == len(rest) and tuple(found[:-1]) == rest[:-1] and found[-1].startswith(rest[-1])

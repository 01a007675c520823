"""The lists of names and of the words around them, read once, when they are first needed. Pure."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dialog.texts.personal.names.spelling import alike

_FOLDER = Path(__file__).parent / "lists"
_ALONE = ("sv_SE", "fi_FI")  # family names that are rarely anything else


class Kind:
    """What a word is known as: bits of a plain number, which is quicker than an IntFlag."""

    GIVEN = 1
    FAMILY = 2
    CAREFUL = 4  # also an ordinary word, or the name of something else, in some language
    NEVER = 8  # by itself no name
    ALONE = 16  # a family name that may stand by itself
    FIRM_AR = 32  # in Arabic hardly anything but a name
    FIRM_FA = 64  # in Persian, Dari and Sorani hardly anything but a name
    FIRM_TI = 128  # in Tigrinya and Amharic hardly anything but a name


@dataclass(frozen=True)
class Lists:
    """Words as `alike` writes them."""

    names: Mapping[str, int]
    cues: Mapping[str, frozenset[str]]  # words by what they tell
    endings: tuple[str, ...]  # of names of places

    def kind(self, word: str) -> int:
        return self.names.get(word, 0)


_FIRM = {"fa_IR": Kind.FIRM_FA, "fa-script-extra": Kind.FIRM_FA, "ckb-script": Kind.FIRM_FA, "ethiopic": Kind.FIRM_TI}
_NOT_FIRM = {"fa": Kind.FIRM_FA, "ethiopic": Kind.FIRM_TI}


@cache
def lists() -> Lists:
    return Lists(dict(_names()), _cues(), tuple(sorted(word for _, words in _groups("endings.txt") for word in words)))


def _names() -> Mapping[str, int]:
    names: dict[str, int] = defaultdict(int)
    for group, words in _groups("faker.txt", "by_hand.txt"):
        what, locale = group.split()
        kind = Kind.GIVEN if what == "given" else Kind.FAMILY | (Kind.ALONE if locale in _ALONE else 0)
        for word in words:
            names[word] |= kind | _FIRM.get(locale, 0)
    for group, words in _groups("careful.txt"):
        what, language = group.split()
        for word in words:
            if language in _NOT_FIRM:
                names[word] &= ~_NOT_FIRM[language]
            else:
                names[word] |= {"never": Kind.NEVER, "careful": Kind.CAREFUL, "firm": Kind.FIRM_AR}[what]
    return names


def _cues() -> Mapping[str, frozenset[str]]:
    """Of names of places also by language: what is a place in one is an everyday word in another."""
    cues: dict[str, set[str]] = defaultdict(set)
    for group, words in _groups("cues.txt"):
        what, language = group.split()
        spelled = {word.replace("_", " ") for word in words}
        cues[what] |= spelled
        cues[f"{what} {language}"] |= spelled
    return {what: frozenset(words) for what, words in cues.items()}


def _groups(*files: str) -> Iterator[tuple[str, list[str]]]:
    """(group, its words) for each line."""
    for file in files:
        for line in (_FOLDER / file).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                group, _, words = line.partition(": ")
                yield group, [alike(word) for word in words.split()]

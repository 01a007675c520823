"""Reading the labelled sentences, and counting how much of them is found."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dialog.texts.personal.finder import find_personal
from dialog.texts.personal.found import Found

FOLDER = Path(__file__).parent
HELD_OUT, KNOWN = "held-out", "known"
_LABEL = re.compile(r"\{([a-z_]+)\|([^}]*)\}")


@dataclass(frozen=True)
class Sentence:
    language: str
    text: str
    labels: tuple[Found, ...]


@dataclass(frozen=True)
class Figures:
    """Of all labels of one sort how many were found, and of all finds how many are right."""

    labels: int
    found: int
    finds: int
    right: int

    @property
    def recall(self) -> float:
        return self.found / self.labels if self.labels else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.finds if self.finds else 1.0


@cache
def sentences(which: str) -> tuple[Sentence, ...]:
    return tuple(_read(FOLDER / f"sentences.{which}.txt"))


@cache
def figures(which: str, by: str) -> Mapping[str, Figures]:
    """By kind, by language, or of all."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    sort: Callable[[str, str], str] = {
        "kind": lambda kind, _language: kind,
        "language": lambda _kind, language: language,
        "all": lambda _kind, _language: "all",
    }[by]
    for sentence in sentences(which):
        found = find_personal(sentence.text, language=sentence.language)
        for label in sentence.labels:
            counts = counted[sort(label.kind, sentence.language)]
            counts["labels"] += 1
            counts["found"] += _is_covered(sentence.text, label, found)
        for one in found:
            counts = counted[sort(one.kind, sentence.language)]
            counts["finds"] += 1
            counts["right"] += any(_overlap(one, label) for label in sentence.labels)
    names = ("labels", "found", "finds", "right")
    return {key: Figures(**{name: counts[name] for name in names}) for key, counts in counted.items()}


def _is_covered(text: str, label: Found, found: list[Found]) -> bool:
    same = [one for one in found if one.kind == label.kind]
    places = [place for place in range(label.start, label.end) if text[place].isalnum()]
    return all(any(one.start <= place < one.end for one in same) for place in places)


def _overlap(one: Found, other: Found) -> bool:
    return one.kind == other.kind and one.start < other.end and other.start < one.end


def _read(path: Path) -> Iterator[Sentence]:
    language = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            language = line[3:]
        elif line and not line.startswith("#"):
            yield _sentence(language, line)


def _sentence(language: str, line: str) -> Sentence:
    text, reached, labels = "", 0, []
    for match in _LABEL.finditer(line):
        text += line[reached : match.start()]
        labels.append(Found(len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        reached = match.end()
    return Sentence(language, text + line[reached:], tuple(labels))

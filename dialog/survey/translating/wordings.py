"""What a translator sees of a questionnaire: every text with its source, and how far it is translated. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from dialog.languages import Words
from dialog.survey.questionnaire import Questionnaire
from dialog.survey.texts import source_of, state_of, texts
from dialog.texts.cleaning import clean_text

SHOWN = ("missing", "outdated", "machine", "draft", "checked")  # states, those that need most work first
UNCHECKED = ("machine", "draft")
Earlier = Mapping[str, Mapping[str, str]]  # by path, then by checksum: what a source said in earlier versions


@dataclass(frozen=True)
class Seen:
    """What somebody had before them when they began to translate a text: it tells who has changed it since."""

    shown: str  # one of SHOWN
    kept: str  # missing, or one of STATES, whatever has become of the source
    text: str  # checksum of the translation
    source: str  # checksum of the text in the main language

    def __str__(self) -> str:
        return f"{self.shown}-{self.kept}-{self.text}-{self.source}"

    @classmethod
    def read(cls, token: str) -> "Seen | None":
        """What `str` made; None for anything else."""
        parts = token.strip().split("-")
        return cls(*parts) if len(parts) == 4 and parts[0] in SHOWN else None


@dataclass(frozen=True)
class Wording:
    """One text, in the main language and in the one it is translated into."""

    path: str
    source: str
    text: str
    seen: Seen
    before: str | None = None  # what the source said when it was translated, where it is outdated and that is known

    @property
    def state(self) -> str:
        return self.seen.shown


def wordings(questionnaire: Questionnaire, tag: str, earlier: Earlier | None = None) -> Iterator[Wording]:
    """Every text in the order of the questionnaire."""
    for path, words in texts(questionnaire).items():
        seen = seen_of(questionnaire, path, words, tag)
        mark = questionnaire.marks.get(path, {}).get(tag)
        before = (earlier or {}).get(path, {}).get(mark.source) if mark and seen.shown == "outdated" else None
        yield Wording(path, words.get(questionnaire.main, ""), words.get(tag, ""), seen, before)


def seen_of(questionnaire: Questionnaire, path: str, words: Words, tag: str) -> Seen:
    """How a text stands now."""
    text = words.get(tag, "")
    mark = questionnaire.marks.get(path, {}).get(tag)
    kept = "missing" if not text else mark.state if mark else "checked"
    source = source_of(words.get(questionnaire.main, ""))
    return Seen(state_of(questionnaire, path, words, tag), kept, checksum(text), source)


def checksum(text: str) -> str:
    """Tells a translation from another one; what cleaning takes away makes no difference."""
    return sha256(clean_text(text).encode()).hexdigest()[:16]


def progress(questionnaire: Questionnaire, tag: str) -> Mapping[str, int]:
    """How many texts are in each state."""
    return Counter(state_of(questionnaire, path, words, tag) for path, words in texts(questionnaire).items())


def earlier_sources(versions: Iterable[Questionnaire]) -> Earlier:
    """What the texts of versions say in the main language, to be found by their checksums."""
    found: dict[str, dict[str, str]] = {}
    for version in versions:
        for path, words in texts(version).items():
            if source := words.get(version.main):
                found.setdefault(path, {})[source_of(source)] = source
    return found

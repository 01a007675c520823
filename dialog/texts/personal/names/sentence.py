"""One text, its words, and what is known of each. Pure."""

from collections.abc import Sequence
from functools import cached_property

from dialog.texts.personal.names.lists import Kind, Lists
from dialog.texts.personal.names.places import Places
from dialog.texts.personal.names.spelling import bases
from dialog.texts.personal.names.words import Word, words_of

MAIN = "sv"
_BY_LANGUAGE = ("place", "before")
_NONE: frozenset[str] = frozenset()


class Sentence:
    """The words of a text with what the lists say of them, asked for only where needed."""

    def __init__(self, text: str, language: str | None, lists: Lists, places: Places) -> None:
        self.text, self.language, self.lists = text, language, lists
        self.words: Sequence[Word] = words_of(text)
        self._places = places
        self._kinds: dict[int, int] = {}

    @cached_property
    def in_places(self) -> set[int]:
        """The words that are part of the name of a place that is known."""
        return self._places.covered(self.words)

    def kind(self, at: int) -> int:
        """What the word is known as, in whatever form it stands."""
        if at not in self._kinds:
            self._kinds[at] = self._known(self.words[at].alike)
        return self._kinds[at]

    def is_cue(self, at: int, what: str) -> bool:
        """Whether the word, alone or with the one before it, tells this of what follows."""
        if not 0 <= at < len(self.words):
            return False
        word = self.words[at]
        both = f"{self.words[at - 1].alike} {word.alike}" if at and word.is_near else ""
        return any(word.alike in cues or both in cues for cues in self._cues(what))

    def _cues(self, what: str) -> list[frozenset[str]]:
        """Of words for places those of the text's language, and of Swedish, which everybody here uses."""
        if what in _BY_LANGUAGE and self.language:
            languages = {self.language, MAIN}
            return [self.lists.cues.get(f"{what} {language}", _NONE) for language in languages]
        return [self.lists.cues[what]]

    def _known(self, word: str) -> int:
        names = self.lists.names
        for base in bases(word, self.language):
            if (kind := names.get(base)) is not None:
                return kind
        if "-" in word:
            parts = [names.get(part, 0) for part in word.split("-")]
            if all(part & (Kind.GIVEN | Kind.FAMILY) for part in parts):
                return parts[0] & ~(Kind.CAREFUL | Kind.NEVER)
        return 0

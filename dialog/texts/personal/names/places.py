"""Names of streets, areas and landmarks, made ready to be told from names of people. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dialog.texts.personal.names.spelling import alike
from dialog.texts.personal.names.words import Word, words_of


@dataclass(frozen=True)
class Places:
    """What is called what around here."""

    by_first: Mapping[str, Sequence[tuple[str, ...]]] = field(default_factory=dict)  # by the first of a name's words

    def covered(self, words: Sequence[Word]) -> set[int]:
        """Which of a text's words are part of the name of a place, by their number."""
        covered: set[int] = set()
        for at, word in enumerate(words):
            for name in self.by_first.get(word.alike, ()):
                if tuple(one.alike for one in words[at : at + len(name)]) == name:
                    covered.update(range(at, at + len(name)))
        return covered


NO_PLACES = Places()


def prepare_places(names: Iterable[str]) -> Places:
    """Names of places in any language and script."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        if spelled := tuple(alike(word.written) for word in words_of(name)):
            by_first.setdefault(spelled[0], []).append(spelled)
    return Places(by_first)


def as_places(places: Collection[str] | Places) -> Places:
    if isinstance(places, Places):
        return places
    return prepare_places(places) if places else NO_PLACES

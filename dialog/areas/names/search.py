"""Finding a name among a hundred thousand, however it was written. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from dialog.areas.names.folding import fold, run_together
from dialog.areas.names.likeness import BEGINS, Scores, Vocabulary

MOST_ASKED = 100  # characters of a question that are looked at
_MOST_WORDS = 8
_RANKED = 100  # names that are compared as a whole
_LEAST = 0.5  # so much of what was asked must be in a name
_WORSE = 0.4  # so much less than in the best find may be in another
_IN_AREA = 0.95  # a word that names the area, not the spot: Storgatan Norrby
_NUMBER = 2  # letters that a number counts for: the street is found without its houses
SAME, BEGINS_WITH, HAS_WORDS, ALIKE = range(4)  # how good a find is

Mask = NDArray[numpy.bool_]


@dataclass(frozen=True, slots=True)
class Name:
    """One name to be found, in every way that it is written."""

    id: int
    spellings: Sequence[str]
    area_id: int | None = None
    is_detail: bool = False  # a house of a street: stands after the street unless a number is asked for


@dataclass(frozen=True, slots=True)
class Hit:
    """A name that was found, and the spelling that it was found by."""

    id: int
    spelling: str
    how: int  # SAME, BEGINS_WITH, HAS_WORDS or ALIKE


class _Texts:
    """Several texts by the words they hold: which texts hold each word, one word after the other."""

    def __init__(self, words: Sequence[Sequence[str]], vocabulary: Vocabulary) -> None:
        place = vocabulary.place
        held = numpy.fromiter((place[word] for one in words for word in one), dtype=numpy.int32)
        texts = numpy.repeat(numpy.arange(len(words), dtype=numpy.int32), [len(one) for one in words])
        self._texts = texts[numpy.argsort(held, kind="stable")]
        self._lengths = numpy.bincount(held, minlength=len(vocabulary.words))
        self._starts = numpy.cumsum(self._lengths) - self._lengths
        self.number = len(words)

    def best(self, scores: Scores) -> Scores:
        """Of each text the best of its words."""
        best = numpy.zeros(self.number, dtype=numpy.float32)
        found = numpy.flatnonzero(scores)
        lengths = self._lengths[found]
        begin = numpy.cumsum(lengths) - lengths  # of each word's texts among all that are found
        at = numpy.repeat(self._starts[found] - begin, lengths) + numpy.arange(lengths.sum())
        numpy.maximum.at(best, self._texts[at], numpy.repeat(scores[found], lengths))
        return best


class NameIndex:
    """Names made ready for searching. It does not change; new names make a new one.

    `areas`: what each area is called, and those around it: a word of a question may say which namesake is meant.
    """

    def __init__(self, names: Iterable[Name], areas: Mapping[int, Collection[str]] | None = None) -> None:
        self.names = list(names)
        self._area_ids = [*(areas or {})]
        self._spellings, self._folded, self._owner = _spelled(self.names)
        words = [_words_of(folded) for folded in self._folded]
        around = [[word for text in called for word in fold(text).split()] or [""] for called in (areas or {}).values()]
        around.append([""])  # of a name in no area
        self._vocabulary = Vocabulary(word for several in (words, around) for one in several for word in one)
        self._texts, self._around = _Texts(words, self._vocabulary), _Texts(around, self._vocabulary)
        places = {id: at for at, id in enumerate(self._area_ids)}
        self._area = self._of_names(
            [len(places) if name.area_id is None else places.get(name.area_id, len(places)) for name in self.names]
        )
        self._is_detail = self._of_names([name.is_detail for name in self.names])
        self._letters = numpy.array([len(one) for one in self._folded], dtype=numpy.float32)

    def __len__(self) -> int:
        return len(self.names)

    def inside(self, areas: Collection[int]) -> Mask:
        """Which names lie in one of these areas; for `search`."""
        among = numpy.array([*(id in areas for id in self._area_ids), False])
        return among[self._area]

    def search(self, asked: str, *, first: Mask | None = None, limit: int = 8) -> list[Hit]:
        """The names that are most like what was asked, best first, each once.

        The same, then those that begin so, then those with such words, then those spelled alike; of equals those
        that are `first`. Nothing asked finds nothing.
        """
        words = fold(asked[:MOST_ASKED]).split()[:_MOST_WORDS]
        if not words or not self._folded:
            return []
        whole, every = self._shares(words)
        merit = whole - self._letters / 2_000
        if first is not None:
            merit += 0.2 * first
        if not any(word[0].isdigit() for word in words):
            merit -= 0.1 * self._is_detail
        found = numpy.flatnonzero(whole >= max(_LEAST, whole.max() - _WORSE))
        if len(found) > _RANKED:
            found = found[numpy.argpartition(-merit[found], _RANKED)[:_RANKED]]
        question = _Question(asked, " ".join(words))
        ranked = sorted((self._rank(question, at, whole[at], every[at], first), at) for at in found.tolist())
        return self._once(ranked, limit)

    def _shares(self, words: Sequence[str]) -> tuple[Scores, Mask]:
        """Of each spelling: how much of what was asked is in it, and whether all of it is, letter by letter."""
        weights = [_NUMBER if word[0].isdigit() else len(word) for word in words]
        own, all_in = numpy.zeros((2, len(self._folded)), dtype=numpy.float32)
        every = numpy.ones(len(self._folded), dtype=bool)
        for word, weight in zip(words, weights, strict=True):
            scores = self._vocabulary.like(word)
            here, around = self._texts.best(scores), self._named_around(scores)
            own += weight * here
            all_in += weight * numpy.maximum(here, around)
            every &= (here >= BEGINS) | (around > 0)
        whole = numpy.where(own > 0, all_in / sum(weights), numpy.float32(0)).astype(numpy.float32)
        if len(words) > 1:
            together = self._texts.best(self._vocabulary.like(run_together("".join(words))))
            whole = numpy.maximum(whole, _IN_AREA * together)
        return whole, every & (own > 0)

    def _named_around(self, scores: Scores) -> Scores:
        """Whether a word names the area of a spot, and not but for a letter."""
        around = self._around.best(scores)
        return (_IN_AREA * numpy.where(around >= BEGINS, around, 0)).astype(numpy.float32)[self._area]

    def _rank(self, question: "_Question", at: int, share: float, every: bool, first: Mask | None) -> tuple[float, ...]:
        """Sorts the best first; the last word is the name's id, so that every database says the same."""
        folded = self._folded[at]
        how = question.how(folded, every)
        return (
            how,
            -round(float(share), 1) if how == ALIKE else 0,
            0 if first is None or first[at] else 1,
            int(self._is_detail[at]) * (not question.has_number),
            -round(question.likeness(folded), 1),
            -question.likeness_of_letters(self._spellings[at]),
            len(folded),
            self.names[self._owner[at]].id,
        )

    def _once(self, ranked: Iterable[tuple[tuple[float, ...], int]], limit: int) -> list[Hit]:
        hits: dict[int, Hit] = {}
        for rank, at in ranked:
            name = self.names[self._owner[at]]
            hits.setdefault(name.id, Hit(name.id, self._spellings[at], int(rank[0])))
            if len(hits) == limit:
                break
        return list(hits.values())

    def _of_names(self, values: Sequence[int]) -> NDArray[numpy.int64]:
        """What is known of each name, for each of its spellings."""
        return numpy.array(values, dtype=numpy.int64)[self._owner] if self._owner else numpy.zeros(0, numpy.int64)


@dataclass(frozen=True)
class _Question:
    """What was asked, as it stands and as it is compared."""

    asked: str
    folded: str

    @cached_property
    def has_number(self) -> bool:
        return any(sign.isdigit() for sign in self.folded)

    @cached_property
    def together(self) -> str:
        return run_together(self.folded)

    @cached_property
    def letters(self) -> str:
        return self.asked.strip().casefold()

    def how(self, folded: str, every: bool) -> int:
        if folded == self.folded or run_together(folded) == self.together:
            return SAME
        if folded.startswith(self.folded):
            return BEGINS_WITH
        return HAS_WORDS if every else ALIKE

    def likeness(self, folded: str) -> float:
        return float(OSA.normalized_similarity(self.folded, folded))

    def likeness_of_letters(self, spelling: str) -> float:
        """With the dots and rings that folding takes away."""
        return float(OSA.normalized_similarity(self.letters, spelling.casefold()))


def _spelled(names: Sequence[Name]) -> tuple[list[str], list[str], list[int]]:
    """Every spelling that differs when folded, as it stands and folded, and whose it is."""
    spellings, folded, owner = [], [], []
    for at, name in enumerate(names):
        for plain, spelling in {fold(one): one for one in reversed(name.spellings)}.items():
            if plain:
                spellings.append(spelling)
                folded.append(plain)
                owner.append(at)
    return spellings, folded, owner


def _words_of(folded: str) -> list[str]:
    """The words of a name, and all of them as one: Norra Torget is also written Norratorget."""
    words = folded.split(" ")
    return [*words, run_together(folded)] if len(words) > 1 and not words[-1][0].isdigit() else words

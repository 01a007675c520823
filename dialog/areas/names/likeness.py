"""Words that are like a word, exactly, from their beginning or but for a letter or two. Pure."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

Scores = NDArray[numpy.float32]  # how much each of many is like what was asked: 0 not at all, 1 the same

SAME, BEGINS = 1.0, 0.9
_WRONG = (0.8, 0.65)  # one letter too many, too few, wrong or in the wrong order; two
_BEGINS_WRONG = (0.7, 0.55)
_INSIDE = 0.5  # torg in Stortorget
_SHORTEST_INSIDE = 3  # letters
_MOST_INSIDE = 5_000  # words: -gatan alone says too little to look at more
_MOST_ALIKE = 1_200  # words that are compared letter by letter
_LAST = "\U0010ffff"
_SPACE = ord(" ")


class Vocabulary:
    """Every word of many names once, in alphabetical order."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = sorted(set(words))
        self.place = {word: at for at, word in enumerate(self.words)}
        self._text = "\n".join(self.words)
        self._lengths = numpy.array([len(word) for word in self.words], dtype=numpy.int32)
        self._starts = numpy.cumsum(self._lengths + 1) - self._lengths - 1
        self._pairs, self._pair_starts, self._holders = _pairs_of(self.words, self._lengths)

    def like(self, word: str) -> Scores:
        """How much each word is like this one, in the order of `words`."""
        scores = numpy.zeros(len(self.words), dtype=numpy.float32)
        if not word or not self.words:
            return scores
        wrong = _letters_wrong(word)
        if wrong:
            self._spelled_like(word, wrong, scores)
        if len(word) >= _SHORTEST_INSIDE and not word[0].isdigit():
            self._inside(word, scores)
        scores[bisect_left(self.words, word) : bisect_left(self.words, word + _LAST)] = BEGINS
        if word in self.place:
            scores[self.place[word]] = SAME
        return scores

    def _inside(self, word: str, scores: Scores) -> None:
        places = list(islice(_occurrences(word, self._text), _MOST_INSIDE))
        found = numpy.searchsorted(self._starts, places, side="right") - 1
        scores[found] = numpy.maximum(scores[found], _INSIDE)

    def _spelled_like(self, word: str, wrong: int, scores: Scores) -> None:
        """One wrong letter spoils up to three pairs of neighbours; words that share the others are looked at."""
        letters, shared = len(word), self._shared_pairs(word)
        near = numpy.flatnonzero(shared >= letters - 3 * wrong)
        shared, lengths = shared[near], self._lengths[near]
        size = abs(lengths - letters) <= wrong
        whole = _best(near[size], shared[size])
        _raise(scores, whole, _distances(word, self._called(whole), wrong), _WRONG[:wrong])
        if word in self.place:
            return  # not the misspelt beginning of another
        longer = lengths >= letters
        begun = _best(near[longer], shared[longer])
        called = self._called(begun)
        for length in (letters - 1, letters, letters + 1):
            beginnings = [one[:length] for one in called]
            _raise(scores, begun, _distances(word, beginnings, wrong), _BEGINS_WRONG[:wrong])

    def _shared_pairs(self, word: str) -> NDArray[numpy.int64]:
        codes, _, _ = _pairs_of([word], numpy.array([len(word)]))
        codes = codes[numpy.isin(codes, self._pairs)]
        known = numpy.searchsorted(self._pairs, codes).tolist()
        parts = [self._holders[self._pair_starts[one] : self._pair_starts[one + 1]] for one in known]
        together = numpy.concatenate(parts) if parts else numpy.zeros(0, dtype=numpy.int64)
        return numpy.bincount(together, minlength=len(self.words))

    def _called(self, places: NDArray[numpy.int64]) -> list[str]:
        return [self.words[at] for at in places.tolist()]


def _distances(word: str, others: Sequence[str], wrong: int) -> NDArray[numpy.uint8]:
    """How many letters are wrong in each, the order of two counting once; more than `wrong` as one more."""
    if not others:
        return numpy.zeros(0, dtype=numpy.uint8)
    return cdist([word], others, scorer=OSA.distance, score_cutoff=wrong, dtype=numpy.uint8)[0]


def _occurrences(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _letters_wrong(word: str) -> int:
    """How many letters of a word may be wrong: none in a short one or a number, two in a long one."""
    if word[0].isdigit() or len(word) < 4:
        return 0
    return 1 if len(word) < 7 else 2


def _best(places: NDArray[numpy.int64], merits: NDArray[numpy.int64]) -> NDArray[numpy.int64]:
    """The places of the highest merits, if there are too many."""
    if len(places) <= _MOST_ALIKE:
        return places
    return places[numpy.argpartition(-merits, _MOST_ALIKE)[:_MOST_ALIKE]]


def _raise(scores: Scores, at: NDArray[numpy.int64], distances: NDArray[numpy.uint8], worth: Sequence[float]) -> None:
    """Words with one letter wrong are worth the first of these, with two the second."""
    for wrong, score in enumerate(worth, start=1):
        near = at[distances == wrong]
        scores[near] = numpy.maximum(scores[near], score)


def _pairs_of(
    words: list[str], lengths: NDArray[numpy.int32]
) -> tuple[NDArray[numpy.uint64], NDArray[numpy.int64], NDArray[numpy.int64]]:
    """The pairs of neighbouring letters, the word's edges among them; where the holders of each begin; the holders."""
    signs = numpy.frombuffer(f" {'  '.join(words)} ".encode("utf-32-le"), dtype=numpy.uint32).astype(numpy.uint64)
    codes = (signs[:-1] << numpy.uint64(32)) | signs[1:]
    holders = numpy.repeat(numpy.arange(len(words)), lengths + 2)[: len(codes)]
    inside = ~((signs[:-1] == _SPACE) & (signs[1:] == _SPACE))
    codes, holders = codes[inside], holders[inside]
    order = numpy.lexsort((holders, codes))
    codes, holders = codes[order], holders[order]
    first = numpy.ones(len(codes), dtype=bool)  # a pair that a word holds twice counts once
    first[1:] = (codes[1:] != codes[:-1]) | (holders[1:] != holders[:-1])
    pairs, starts = numpy.unique(codes[first], return_index=True)
    return pairs, numpy.append(starts, first.sum()), holders[first]

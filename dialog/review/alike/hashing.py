"""Short keyed hashes by which near-identical texts find each other: MinHash over character shingles, in bands. Pure.

A. Broder, "On the resemblance and containment of documents" (1997): the chance that the smallest hash of two sets is
the same equals their resemblance, the share of their elements that both hold. J. Leskovec, A. Rajaraman and J. Ullman,
"Mining of Massive Datasets", 3.4: of bands of r such hashes, two texts of resemblance s share one of b bands with a
chance of 1 - (1 - s^r)^b. With six bands of three that is 99 % at 0.8, 92 % at 0.7 and a hundred-thousandth at 0.01.
"""

import hmac
from collections.abc import Sequence
from hashlib import blake2b, shake_256

import numpy
from numpy.typing import NDArray

SHINGLE = 4  # signs
BAND_COUNT = 6
_ROWS = 3  # smallest hashes in a band
_GAP = "\0" * (SHINGLE - 1)  # between texts: whatever shingle it is part of belongs to none
_WIDE = 1_000  # texts hashed at a time, so that what is worked on stays in the processor's cache
Words = NDArray[numpy.uint64]


class Hashing:
    """Hashes under one key. Without it nobody can tell whether a text has a certain hash, let alone find the text."""

    def __init__(self, key: bytes) -> None:
        self._key = hmac.digest(key, b"bands", "sha256")
        stream = shake_256(hmac.digest(key, b"shingles", "sha256")).digest(8 * (SHINGLE + 2 * BAND_COUNT * _ROWS))
        numbers = numpy.frombuffer(stream, dtype=numpy.uint64) | numpy.uint64(1)
        self._places, steps = numbers[:SHINGLE], numbers[SHINGLE:]
        self._times, self._plus = steps[::2], steps[1::2]

    def whole(self, words: str, *, of: int) -> int | None:
        """The hash of a whole folded text of a round (`of`); None where there is nothing to compare."""
        return self._signed(f"whole\x1f{of}\x1f{words}".encode("utf-8", "surrogatepass")) if words else None

    def bands(self, texts: Sequence[str], *, of: Sequence[int]) -> list[tuple[int, ...]]:
        """The band hashes of folded texts, each of a round (`of`) and at least SHINGLE signs long."""
        found: list[tuple[int, ...]] = []
        for start in range(0, len(texts), _WIDE):
            smallest = self._smallest(texts[start : start + _WIDE])
            found += [self._banded(row, round) for row, round in zip(smallest, of[start : start + _WIDE], strict=True)]
        return found

    def _smallest(self, texts: Sequence[str]) -> Words:
        """(text, permutation): the smallest hash of any shingle."""
        shingles, starts = self._shingles(texts)
        return numpy.column_stack(
            [
                numpy.minimum.reduceat(shingles * times + plus, starts)
                for times, plus in zip(self._times, self._plus, strict=True)
            ]
        )

    def _shingles(self, texts: Sequence[str]) -> tuple[Words, NDArray[numpy.int64]]:
        """A hash of every shingle of every text, one text after the other, and where each text begins."""
        lengths = numpy.array([len(text) for text in texts])
        signs = numpy.frombuffer((_GAP.join(texts)).encode("utf-32-le", "surrogatepass"), dtype=numpy.uint32)
        wide = signs.astype(numpy.uint64)
        many = len(wide) - SHINGLE + 1
        mixed = _mixed(sum(wide[at : many + at] * place for at, place in enumerate(self._places)))
        own = lengths - SHINGLE + 1
        begin = numpy.cumsum(lengths + len(_GAP)) - lengths - len(_GAP)
        inside = numpy.repeat(begin - (numpy.cumsum(own) - own), own) + numpy.arange(own.sum())
        return mixed[inside], numpy.cumsum(own) - own

    def _banded(self, smallest: Words, round: int) -> tuple[int, ...]:
        raw = smallest.tobytes()
        size = 8 * _ROWS
        return tuple(
            self._signed(f"{band}\x1f{round}\x1f".encode() + raw[band * size : (band + 1) * size])
            for band in range(BAND_COUNT)
        )

    def _signed(self, message: bytes) -> int:
        """64 bits, as databases keep whole numbers."""
        return int.from_bytes(blake2b(message, digest_size=8, key=self._key).digest(), "big", signed=True)


def _mixed(numbers: Words) -> Words:
    """Spread over all 64 bits: the finishing steps of SplitMix64 (Steele, Lea and Flood, 2014)."""
    numbers = (numbers ^ (numbers >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> numpy.uint64(31))

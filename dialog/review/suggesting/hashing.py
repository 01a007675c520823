"""A text as numbers: how often it has each short run of letters, by a hash of the run. Pure.

Runs of 2 to 5 letters within words, the space at both ends included (what scikit-learn calls char_wb), work in every
language and bear misspellings. Only their hashes are kept: there is no list of runs, so a model tells nothing of the
words that it was made from. CRC-32 is the same in every process and on every machine.
"""

import unicodedata
from collections.abc import Iterator
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

FEATURES = 1 << 15
SHORTEST, LONGEST = 2, 5  # letters of a run
MOST = 4_000  # characters that are read of a text

Bag = tuple[NDArray[np.int32], NDArray[np.int32]]  # which hashes, in order and each once; how often


def bag_of(text: str) -> Bag:
    """The runs of a text; those of the same hash count together."""
    found = np.fromiter((crc32(run.encode()) & (FEATURES - 1) for run in _runs(text)), np.int32)
    hashes, counts = np.unique(found, return_counts=True)
    return hashes.astype(np.int32), counts.astype(np.int32)


def weighted(counts: NDArray[np.int32], rarity: NDArray[np.float32]) -> NDArray[np.float32]:
    """TF-IDF of one text, of length 1: 1 + ln(count), times how rare the run is. An empty text stays empty."""
    weights = (1 + np.log(counts.astype(np.float32))) * rarity
    length = float(np.sqrt((weights**2).sum()))
    return np.asarray(weights / length if length else weights, np.float32)


def normal(text: str) -> str:
    """As runs are taken from it: compatible forms as one, without case, signs of Arabic vowels and other marks."""
    letters = unicodedata.normalize("NFKC", text[:MOST]).casefold()
    kept = (letter for letter in letters if unicodedata.category(letter) != "Mn")
    return "".join(letter if letter.isalpha() else "0" if letter.isdigit() else " " for letter in kept)


def _runs(text: str) -> Iterator[str]:
    for word in normal(text).split():
        padded = f" {word} "
        for size in range(SHORTEST, LONGEST + 1):
            if size > len(padded):
                break
            yield from (padded[start : start + size] for start in range(len(padded) - size + 1))

"""Which of many texts are like one that came before: each finds the first of its kind by a shared band. Pure.

A text is compared with firsts only, and joins the one that it is most like: so everything that stands under a first
has been found near-identical to it, and a chain of small differences leads nowhere.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from dialog.review.alike.likeness import alike_enough, likeness

Bands = tuple[int, ...]

_MOST_TRIED = 24  # firsts that a text is compared with: those that share most bands


@dataclass
class Firsts:
    """Texts that are like none before them, by id, and how they are found."""

    words: dict[UUID, str] = field(default_factory=dict)  # folded
    by_band: dict[int, list[UUID]] = field(default_factory=dict)

    def add(self, id: UUID, words: str, bands: Iterable[int]) -> None:
        self.words[id] = words
        for band in bands:
            self.by_band.setdefault(band, []).append(id)

    def first_like(self, words: str, bands: Iterable[int]) -> UUID | None:
        """The first that a folded text is most like, if it is like any."""
        shared = Counter(id for band in bands for id in self.by_band.get(band, ()))
        tried = [id for id, _bands in shared.most_common(_MOST_TRIED)]
        best = max(((likeness(words, self.words[id]), id) for id in tried), default=None)
        if best is None or not alike_enough(best[0], words, self.words[best[1]]):
            return None
        return best[1]

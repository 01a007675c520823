"""Chance that falls the same way every time. Pure."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar
from uuid import UUID

One = TypeVar("One")


class Chance:
    """Draws from one seed: who draws in the same order gets the same."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def id(self) -> UUID:
        """A random UUID (version 4)."""
        return UUID(bytes=self._random.randbytes(16), version=4)

    def happens(self, probability: float) -> bool:
        return self._random.random() < probability

    def number(self, least: int, most: int) -> int:
        """Least and most included."""
        return self._random.randint(least, most)

    def around(self, mean: float, spread: float) -> float:
        """Normally distributed."""
        return self._random.gauss(mean, spread)

    def one(self, among: Sequence[One]) -> One:
        return self._random.choice(among)

    def weighted(self, weights: Mapping[One, float]) -> One:
        return self._random.choices(list(weights), list(weights.values()))[0]

    def some(self, weights: Mapping[One, float], most: int) -> list[One]:
        """Up to `most` different ones, at least one, the likelier ones first by chance."""
        left, chosen = dict(weights), []
        for _ in range(min(self.number(1, most), len(left))):
            chosen.append(self.weighted(left))
            del left[chosen[-1]]
        return chosen

    def shuffled(self, things: Sequence[One]) -> list[One]:
        return self._random.sample(things, len(things))

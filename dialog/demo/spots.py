"""The spots people report, drawn on the same drawing as the borders. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

Weights = Mapping[str, float]


@dataclass(frozen=True)
class Named:
    """How people call a spot, by language."""

    sv: tuple[str, ...]
    en: tuple[str, ...] = ()
    ar: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Spot:
    """One place that several people have something to say of."""

    id: str
    area: str
    at: tuple[int, int]
    kind: str
    often: int  # how many reports of 150 are about it
    named: Named
    causes: Weights  # empty: only strengths
    times: Weights
    affected: Weights
    owner: str
    strengths: Weights | None = None
    safe: float = 0.0  # how many of its reports call it safe
    both: float = 0.05  # or both

    def names(self, language: str) -> tuple[str, ...]:
        """What it is called in a language; empty where nobody writes it in that language."""
        return getattr(self.named, language, ())


DARK: Weights = {"evening": 5, "dark": 6, "night": 2, "morning": 1}
EVENINGS: Weights = {"evening": 6, "weekend": 4, "night": 2, "weekday": 1}
NIGHTS: Weights = {"night": 6, "weekend": 6, "evening": 2}
SCHOOL_DAYS: Weights = {"morning": 5, "weekday": 5, "day": 3}
ANY_TIME: Weights = {"always": 3, "day": 2, "evening": 2, "weekday": 1}

ALL: Weights = {"everyone": 6, "women": 2, "older": 2, "children": 1, "young": 1}
CHILDREN: Weights = {"children": 7, "young": 2, "everyone": 2, "older": 1}
WOMEN: Weights = {"women": 5, "everyone": 3, "young": 3}

STREETS, PARKS, LEISURE = "streets", "parks", "leisure"
POLICE, ROADS, HOUSING, WORKS = "police", "roads", "housing", "works"

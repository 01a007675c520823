"""How each district is doing, in figures: what is a problem there, and how it feels in the evening. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

Weights = Mapping[str, float]

PROBLEMS = ("T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10")


@dataclass(frozen=True)
class Temper:
    """One district."""

    evening: float  # 0 very safe … 3 very unsafe, on average
    sizes: tuple[float, ...]  # of PROBLEMS: 0 none … 3 very big, on average
    languages: Weights  # of those of whom nothing else is known
    ages: Weights

    @property
    def problems(self) -> Weights:
        """How likely each is to be named as the most important."""
        return {problem: size**3 + 0.02 for problem, size in zip(PROBLEMS, self.sizes, strict=True)}


_MANY_LANGUAGES: Weights = {"sv": 58, "ar": 22, "en": 8, "so": 6, "fa": 5, "fi": 1}
_SOME_LANGUAGES: Weights = {"sv": 80, "en": 8, "ar": 7, "fi": 2, "fa": 2, "so": 1}
_FEW_LANGUAGES: Weights = {"sv": 92, "en": 4, "ar": 3, "fi": 1}
_FINNISH_TOO: Weights = {"sv": 82, "fi": 12, "ar": 4, "en": 2}

_ALL_AGES: Weights = {
    "0-15": 3, "16-24": 8, "25-44": 30, "45-64": 32, "65-84": 22, "85-plus": 2, "prefer_not": 3
}  # fmt: skip
_YOUNGER: Weights = {"0-15": 10, "16-24": 18, "25-44": 32, "45-64": 24, "65-84": 12, "85-plus": 1, "prefer_not": 3}
_OLDER: Weights = {"0-15": 2, "16-24": 5, "25-44": 22, "45-64": 36, "65-84": 30, "85-plus": 3, "prefer_not": 2}

TEMPERS: Mapping[str, Temper] = {
    "centrum": Temper(1.5, (1.4, 2.1, 1.2, 2.0, 1.3, 2.0, 1.4, 0.8, 1.0, 1.4), _SOME_LANGUAGES, _ALL_AGES),
    "norrby": Temper(2.0, (1.5, 1.7, 2.3, 1.5, 1.6, 1.3, 1.2, 1.4, 2.4, 1.6), _MANY_LANGUAGES, _YOUNGER),
    "ekhagen": Temper(1.0, (2.0, 0.9, 1.0, 0.8, 0.9, 1.4, 0.5, 0.4, 1.4, 0.9), _SOME_LANGUAGES, _ALL_AGES),
    "sjovik": Temper(1.2, (1.4, 1.2, 2.2, 1.5, 1.1, 0.8, 0.6, 0.3, 1.0, 1.6), _FEW_LANGUAGES, _YOUNGER),
    "lillaker": Temper(0.7, (1.8, 0.5, 0.7, 0.4, 0.7, 1.5, 0.3, 0.2, 1.0, 0.9), _FEW_LANGUAGES, _ALL_AGES),
    "hammaren": Temper(1.0, (2.0, 0.6, 0.6, 0.9, 1.5, 1.0, 0.3, 0.3, 1.6, 1.8), _FINNISH_TOO, _OLDER),
    "ostra-byarna": Temper(1.1, (2.6, 0.4, 0.8, 0.5, 0.4, 1.4, 0.3, 0.2, 1.3, 0.7), _FEW_LANGUAGES, _OLDER),
    "torsvik": Temper(0.6, (1.0, 0.3, 0.3, 0.3, 0.3, 1.6, 0.2, 0.2, 1.3, 0.5), _FEW_LANGUAGES, _OLDER),
    "elsewhere": Temper(1.0, (1.2, 1.2, 1.0, 1.0, 0.9, 1.2, 0.6, 0.5, 1.0, 0.9), _FEW_LANGUAGES, _ALL_AGES),
}

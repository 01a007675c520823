"""In which unit figures are, as their words tell: figures of two units are never added or compared. Pure."""

import re
from functools import lru_cache

from dialog.languages import N_

_KEPT = 4096  # different words whose meaning is remembered: every row of a table says the same

COUNT, PER_1000, PER_10000, PER_100000 = "count", "per 1000", "per 10000", "per 100000"
PERCENT, INDEX, UNKNOWN = "percent", "index", ""
UNITS = {
    COUNT: N_("number"),
    PER_1000: N_("per 1,000 inhabitants"),
    PER_10000: N_("per 10,000 inhabitants"),
    PER_100000: N_("per 100,000 inhabitants"),
    PERCENT: N_("per cent"),
    INDEX: N_("index"),
    UNKNOWN: N_("unit not told"),
}
_SIGNS = (  # the first that shows decides
    (PER_100000, re.compile(r"(?:per|/) ?100[ .,\u00a0]?000")),
    (PER_10000, re.compile(r"(?:per|/) ?10[ .,\u00a0]?000")),
    (PER_1000, re.compile(r"(?:per|/) ?1[ .,\u00a0]?000|promille|‰")),
    (PERCENT, re.compile(r"andel|procent|per ?cent|share|%")),
    (INDEX, re.compile(r"index")),
    (
        COUNT,
        re.compile(r"antal|number|count|folkmängd|befolkning|population|persons|personer|invånare|\bbef\b|\bstycken"),
    ),
)
_LOWER = re.compile(r"\b(?:undre|nedre|lägre|lower)\b", re.IGNORECASE)
_UPPER = re.compile(r"\b(?:övre|högre|upper)\b", re.IGNORECASE)
_LIMIT = re.compile(r"gräns|limit|\bKI\b|\bCI\b|konfidens|confidence|\d\d ?%", re.IGNORECASE)
_BASE = re.compile(
    r"\bantal (?:svarande|svar|respondenter|intervjuer)\b|\bnumber of (?:answers|respondents)\b", re.IGNORECASE
)
_MEASURED = re.compile(r"(.+?)[\s,:(–-]+((?:antal|andel|index|procent|per|%)(?!\w).*)", re.IGNORECASE)

LOWER_LIMIT, UPPER_LIMIT, ANSWERS, FIGURE = "lower", "upper", "n", "value"


@lru_cache(maxsize=_KEPT)
def unit_of(*said: str) -> str:
    """What words show, those that are given first deciding."""
    for words in said:
        folded = words.casefold()
        for unit, sign in _SIGNS:
            if sign.search(folded):
                return unit
    return UNKNOWN


@lru_cache(maxsize=_KEPT)
def part_of(said: str) -> str:
    """Whether words name a confidence limit, the number of answers, or the figure itself."""
    if _BASE.search(said):
        return ANSWERS
    if _LIMIT.search(said):
        if _LOWER.search(said):
            return LOWER_LIMIT
        if _UPPER.search(said):
            return UPPER_LIMIT
    return FIGURE


def without_part(said: str) -> str:
    """A heading without the words that make it a limit: 'Oro undre gräns KI 95 %' -> 'Oro'."""
    bare = _BASE.sub("", _LOWER.sub("", _UPPER.sub("", _LIMIT.sub("", said))))
    return " ".join(bare.strip(" ()-–,:%").split())


def category_and_measure(said: str) -> tuple[str, str]:
    """'Anmälda brott, antal' -> ('Anmälda brott', 'antal'); what names no measure is a category alone."""
    found = _MEASURED.fullmatch(said)
    return (found[1], found[2].rstrip(") ")) if found else (said, "")

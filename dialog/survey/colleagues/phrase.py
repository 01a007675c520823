"""The phrase that colleagues share: what is the same phrase, however it was typed, and how short it may be. Pure."""

import re
from unicodedata import normalize

SHORTEST = 12  # characters: with so few attempts as are allowed, years of guessing at three common words
LONGEST = 200
_GAPS = re.compile(r"[\s\-–_.,;]+")


def as_said(typed: str) -> str:
    """The phrase without what differs from keyboard to keyboard: capitals, hyphens, and how wide a gap is."""
    return _GAPS.sub(" ", normalize("NFKC", typed[:LONGEST]).casefold()).strip()


def is_long_enough(typed: str) -> bool:
    return len(as_said(typed)) >= SHORTEST

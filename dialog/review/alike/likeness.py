"""When two texts say the same in much the same words, and when they are too short to tell. Pure."""

from rapidfuzz import fuzz

from dialog.texts.searching.folding import fold

SHORTEST = 40  # letters, digits and the spaces between: the same few words are written by many who never met
_LONG = 60
_LEAST, _LEAST_OF_SHORT = 85, 92  # per cent of the letters in the same order; one word of ten may differ


def folded(text: str) -> str:
    """What is compared: letters and digits of any script without capitals and accents, one space between words."""
    return fold(text)


def is_long_enough(words: str) -> bool:
    """Whether folded words say enough for a likeness to mean anything.

    Of the demonstration's sayings no two different ones of 40 signs or more share 65 % of their signs, while shorter
    ones share up to 81 % ("För få vuxna ute", "Fler vuxna ute"): tests/review/alike/test_likeness.py measures it.
    """
    return len(words) >= SHORTEST


def likeness(one: str, other: str) -> int:
    """Per cent of the letters of two folded texts that stand in the same order: 100 for the same text.

    200 times the longest common subsequence by both lengths, as rapidfuzz counts it.
    """
    return int(fuzz.ratio(one, other))


def are_alike(one: str, other: str) -> bool:
    """Whether two folded texts are near-identical: the shorter the text, the less may differ."""
    return alike_enough(likeness(one, other), one, other)


def alike_enough(found: int, one: str, other: str) -> bool:
    """Whether so much of two folded texts is enough for them to be suggested as alike."""
    shorter = min(len(one), len(other))
    return shorter >= SHORTEST and found >= (_LEAST if shorter >= _LONG else _LEAST_OF_SHORT)

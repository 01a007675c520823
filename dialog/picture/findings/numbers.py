"""Figures in what people write of a finding that nothing it rests on shows. Pure.

A draft may withhold what an earlier one showed: then a figure that still stands in the words would tell it all the
same.
"""

import re
from collections.abc import Collection

from dialog.languages import Words

LEAST = 5  # what is smaller may count anything: areas, years, lamps
YEARS = range(1900, 2101)
_NUMBER = re.compile(r"(?<![\w.:])\d{1,3}(?:[\s\u00a0\u202f,.]\d{3})+(?!\d)|(?<![\w.:,])\d+(?![\w:]|[.,]\d)")


def numbers_in(text: str) -> list[int]:
    """Whole numbers of at least LEAST, in any script's digits; not years, times of day or parts of a word."""
    found = [int(re.sub(r"\D", "", one)) for one in _NUMBER.findall(text)]
    return [one for one in found if one >= LEAST and one not in YEARS]


def unbacked(texts: Collection[Words], shown: Collection[int]) -> list[int]:
    """The numbers in any language that are none of those shown, each once, the smallest first."""
    said = {number for words in texts for text in words.values() for number in numbers_in(text)}
    return sorted(said - set(shown))

"""Names of people in a text of any script. Pure."""

import re
from collections.abc import Iterator

from dialog.texts.personal.found import Found
from dialog.texts.personal.names.cased import find_cased
from dialog.texts.personal.names.lists import lists
from dialog.texts.personal.names.places import Places
from dialog.texts.personal.names.sentence import Sentence
from dialog.texts.personal.names.uncased import find_uncased

_UNCASED = re.compile("[\u0600-\u06ff\u1200-\u137f]")


def find_names(text: str, *, language: str | None, places: Places) -> Iterator[Found]:
    """`language`: what the text is in, as a tag; it decides how words are inflected, and may be wrong."""
    sentence = Sentence(text, language.partition("-")[0] if language else None, lists(), places)
    yield from find_cased(sentence)
    if not text.isascii() and _UNCASED.search(text):
        yield from find_uncased(sentence)

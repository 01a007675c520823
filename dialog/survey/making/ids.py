"""Ids for what is added: never one that has meant something else. Pure."""

import re
import unicodedata
from collections.abc import Collection

_LONGEST = 24  # characters, so that ids are still readable in a table's heading
_APART = re.compile(r"[^a-z0-9]+")


def id_from(words: str, taken: Collection[str], beginning: str) -> str:
    """An id in which the words are still seen: mycket_trygg; beginning and a number where they can't be."""
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    slug = _APART.sub("_", plain)[:_LONGEST].strip("_")
    if slug and slug not in taken:
        return slug
    start = f"{slug}_" if slug else beginning
    return next(id for number in range(2 if slug else 1, len(taken) + 3) if (id := f"{start}{number}") not in taken)


def key_from(title: str, taken: Collection[str]) -> str:
    """A key for a questionnaire, as trygg-i-provby."""
    return id_from(title, [key.replace("-", "_") for key in taken], "questionnaire_").replace("_", "-")

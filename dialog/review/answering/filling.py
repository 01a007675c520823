"""Filling in the places that an answer leaves open: of an area and of an owner, and no others. Pure."""

import re
from collections.abc import Mapping

from dialog.languages import Words, pick

AREA, OWNER = "area", "owner"
PLACEHOLDERS = (AREA, OWNER)
_PLACE = re.compile(r"\{([^{}]*)\}")


class UnknownPlaceholder(ValueError):
    """An answer leaves something open that nobody can fill in; which."""


class NothingToFillIn(ValueError):
    """An answer names the area or the owner, and the report has none; which."""


def open_places(text: str) -> set[str]:
    """What a text leaves open. Raises UnknownPlaceholder."""
    found = set(_PLACE.findall(text))
    if unknown := sorted(found - {*PLACEHOLDERS}):
        raise UnknownPlaceholder(unknown[0])
    if "{" in (left := _PLACE.sub("", text)) or "}" in left:
        raise UnknownPlaceholder("{}")
    return found


def fill_in(words: Words, names: Mapping[str, Words]) -> dict[str, str]:
    """An answer in each of its languages, with the names in the same language. Raises NothingToFillIn."""
    return {tag: _filled(text, tag, names) for tag, text in words.items() if text}


def _filled(text: str, tag: str, names: Mapping[str, Words]) -> str:
    for place in sorted(open_places(text)):
        if not (name := pick(names.get(place, {}), tag)[0]):
            raise NothingToFillIn(place)
        text = text.replace(f"{{{place}}}", name)
    return text

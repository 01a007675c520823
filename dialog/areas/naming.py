"""Recognising what strangers' maps call the code, the name and the population of an area. Pure."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from babel.core import get_global

from dialog.languages import LANGUAGES, MAIN
from dialog.rows.headings import plain, without_marks

Properties = Mapping[str, Any]

# In order of preference, as `plain` writes them
CODES = (
    *("se_lant_distrkod", "distrkod", "distriktskod", "desokod", "deso", "regsokod", "regso"),
    *("kommunkod", "kom_kod", "kn_kod", "kommun_kod", "omradeskod", "nyckelkod", "do_kod", "lanskod", "ln_kod"),
    *("area_code", "code", "kod", "ref", "id", "wof_id", "objectid"),
)
NAMES = (
    *("se_lant_distrnamn", "distrnamn", "distriktsnamn", "desonamn", "regsonamn", "name_swe_x_preferred", "name_sv"),
    *("kom_namn", "kn_namn", "kommunnamn", "kommun", "omradesnamn", "omrade", "delomrade", "stadsdel", "ln_namn"),
    *("namn", "area_name", "name", "label", "title", "wof_name"),
)
POPULATIONS = (
    *("population", "befolkning", "folkmangd", "invanare", "antal_invanare", "bef", "pop"),
    *("gn_population", "wof_population"),
)

_MOSTLY = 0.9  # of the areas must have a code of their own
_TRANSLATED = re.compile(r"(?:official_)?name[:_]([a-z]{2,3})(?:_x_preferred)?", re.IGNORECASE)
_ALIASES: Mapping[str, str] = get_global("language_aliases")  # swe -> sv


def code_property(features: Sequence[Properties]) -> str | None:
    """The property that holds each area's own code, or else a name that no two share; None when there is none."""
    headings = _headings(features)
    coded = [headings[name] for name in CODES if name in headings and _values(headings[name], features)]
    named = name_properties(features)
    own = (heading for heading in (*coded, *named) if _share_apart(heading, features) >= _MOSTLY)
    return next(own, coded[0] if coded else None)


def name_properties(features: Sequence[Properties]) -> list[str]:
    """The properties that may hold an area's name, the best first; those that many areas share are none."""
    headings = _headings(features)
    return [heading for name in NAMES if (heading := headings.get(name)) and _tells_apart(heading, features)]


def names_of(properties: Properties, headings: Sequence[str]) -> dict[str, str]:
    """An area's names by language tag; empty when it has none."""
    own = _best_spelled([text for heading in headings if (text := first_text(properties.get(heading)))])
    said = ((_language_of(key), first_text(value)) for key, value in properties.items())
    by_tag = {tag: text for tag, text in said if tag and text}
    names = {MAIN: own or by_tag.get(MAIN, "")}
    for tag, text in by_tag.items():
        lossy = text != names[MAIN] and without_marks(names[MAIN]) == text
        if tag != MAIN and not lossy:  # a Swedish name that lost its dots is no translation
            names[tag] = text
    return {tag: text for tag, text in names.items() if text}


def population_of(properties: Properties) -> int | None:
    """How many live there; None when it is not said. Strangers write 0 for what they don't know."""
    headings = {plain(key): key for key in properties}
    for name in POPULATIONS:
        try:
            number = int(float(str(properties.get(headings.get(name, ""), "")).replace(" ", "")))
        except (ValueError, OverflowError):
            continue
        if number > 0:
            return number
    return None


def first_text(value: object) -> str:
    """What a property says; the first of several."""
    if isinstance(value, list):
        value = next(iter(value), "")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None or isinstance(value, dict | bool) else unicodedata.normalize("NFC", str(value)).strip()


def _headings(features: Sequence[Properties]) -> dict[str, str]:
    return {plain(key): key for properties in features for key in properties}


def _share_apart(heading: str, features: Sequence[Properties]) -> float:
    """How many of the areas, of all, can be told apart by this property."""
    return len(set(_values(heading, features))) / len(features)


def _tells_apart(heading: str, features: Sequence[Properties]) -> bool:
    """Whether most of those that have this property have it for themselves."""
    values = _values(heading, features)
    return len(set(values)) > len(values) / 2


def _values(heading: str, features: Sequence[Properties]) -> list[str]:
    return [text for properties in features if (text := first_text(properties.get(heading)))]


def _best_spelled(names: Sequence[str]) -> str:
    """The first name, unless a later one is the same with the dots and rings that it lacks."""
    if not names:
        return ""
    return next((name for name in names if name != names[0] and without_marks(name) == names[0]), names[0])


def _language_of(key: str) -> str | None:
    """The tag of a shipped language that `name:ara_x_preferred`, `name:ar` or `name_ar` is in."""
    found = _TRANSLATED.fullmatch(key)
    if not found:
        return None
    tag = found[1].lower()
    tag = _ALIASES.get(tag, tag)
    return tag if tag in LANGUAGES else None

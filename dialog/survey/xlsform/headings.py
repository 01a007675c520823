"""What stands above the columns of a sheet: which part of a row, and in which language. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.localedata import locale_identifiers
from pyxform.aliases import survey_header

from dialog.survey.pieces import is_tag

TEXTS = ("label", "hint", "constraint_message")  # parts that stand in several languages
_IGNORED_TEXTS = ("guidance_hint", "required_message", "media", "image", "audio", "video")
_PARTS = {
    ("bind", "relevant"): "relevant",
    ("bind", "required"): "required",
    ("bind", "constraint"): "constraint",
    ("bind", "jr:constraintMsg"): "constraint_message",
    ("bind", "calculate"): "calculation",
    ("bind", "readonly"): "read_only",
    ("control", "appearance"): "appearance",
    "label": "label",
    "name": "name",
    "type": "type",
}
_ALIASES = {alias: _PARTS[part] for alias, part in survey_header.items() if part in _PARTS}
_SPECIAL = ("en", "sv", "ar")  # languages in which the names of languages are known


@dataclass(frozen=True)
class Heading:
    """`language` is what the workbook calls it: Arabic, or English (en); nothing where it does not say."""

    part: str
    language: str = ""


def heading_of(written: str) -> Heading:
    """LABEL::English (en) -> label in English (en); a heading that is nothing special stays as it stands."""
    name, sign, language = written.partition("::")
    if not sign:
        before, sign, after = written.partition(":")
        if sign and _plain(before) in (*TEXTS, *_IGNORED_TEXTS):
            name, language = before, after
    part = _plain(name)
    part = _ALIASES.get(part, part)
    known = part in _ALIASES.values() or part in (*TEXTS, *_IGNORED_TEXTS, *_KNOWN)
    if known and (not sign or part in TEXTS):
        return Heading(part, language.strip())
    return Heading(written.strip())


_KNOWN = ("list_name", "choice_filter", "parameters", "dialog", "default", "repeat_count")


def _plain(name: str) -> str:
    return "_".join(name.casefold().split())


def tag_of(language: str) -> str:
    """The language tag of `English (en)`, `Arabic`, `العربية` or `fr`; nothing when nobody can tell."""
    for candidate in _candidates(language):
        if candidate and is_tag(candidate):
            return candidate
    return ""


def _candidates(language: str) -> Iterator[str]:
    name, sign, rest = language.strip().rpartition("(")
    if sign and rest.endswith(")"):
        yield _as_tag(rest[:-1])
        language = name
    name = language.strip().casefold()
    yield _names().get(name, "")
    if "-" in name or "_" in name or 2 <= len(name) <= 3:
        yield _as_tag(name) if _is_spoken(_as_tag(name)) else ""
    yield _endonyms().get(name, "")


def _as_tag(code: str) -> str:
    first, *rest = code.strip().replace("_", "-").split("-")
    return "-".join([first.lower(), *rest])


def _is_spoken(tag: str) -> bool:
    return tag.partition("-")[0] in Locale("en").languages


@cache
def _names() -> dict[str, str]:
    """The tags of languages by their names in the languages we know best."""
    found: dict[str, str] = {}
    for known in reversed(_SPECIAL):
        found |= {name.casefold(): _as_tag(code) for code, name in Locale(known).languages.items()}
    return found


@cache
def _endonyms() -> dict[str, str]:
    """The tags of languages by what they call themselves; read only when somebody uses such a name."""
    codes = [code for code in locale_identifiers() if "_" not in code]
    return {name.casefold(): code for code in codes if (name := Locale(code).get_language_name(code))}


def heading_in(tag: str) -> str:
    """What we call a language above a column: Swedish (sv)."""
    try:
        name = Locale.parse(tag, sep="-").english_name
    except (UnknownLocaleError, ValueError):
        name = None
    return f"{name or tag} ({tag})"

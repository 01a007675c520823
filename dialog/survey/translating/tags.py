"""Languages that a questionnaire can be in: those that Dialog ships, and any other that has a name. Pure."""

from collections.abc import Collection
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global, parse_locale
from babel.localedata import locale_identifiers

from dialog.languages import LANGUAGES, Language
from dialog.survey.pieces import is_tag


class UnknownLanguage(ValueError):
    """Nobody knows a language by this tag."""


def canonical(tag: str) -> str:
    """The tag as it is written everywhere: pt-BR for PT_br. Raises UnknownLanguage."""
    try:
        parts = parse_locale(tag.strip().replace("_", "-"), sep="-")
    except ValueError:
        raise UnknownLanguage(tag) from None
    language, territory, script, variant = parts[:4]
    written = "-".join(part for part in (language, script, territory, variant) if part)
    if len(parts) > 4 or _locale(written) is None:
        raise UnknownLanguage(tag)
    return written


def among(tag: str, spoken: Collection[str]) -> str:
    """The tag of a file as a questionnaire writes it. Raises UnknownLanguage for what can't be a tag."""
    if tag in spoken:
        return tag
    try:
        return canonical(tag)
    except UnknownLanguage:
        if not is_tag(tag):
            raise
    return tag


def language_of(tag: str) -> Language:
    """What a language is called in itself, and which way it runs; its tag, and auto, where nobody knows."""
    if tag in LANGUAGES:
        return LANGUAGES[tag]
    locale = _locale(tag)
    if locale is None:
        return Language(tag, tag, "auto")
    name = locale.languages.get(str(locale)) or locale.get_display_name() or tag
    return Language(tag, name[0].upper() + name[1:], locale.text_direction)


def name_in(tag: str, reader: str) -> str:
    """What a reader of another language calls it: somaliska; the tag where nobody knows."""
    listed = Locale.parse(reader, sep="-").languages.get(tag.replace("-", "_"))
    if listed:
        return listed
    locale = _locale(tag)
    return (locale.get_display_name(reader.replace("-", "_")) if locale else None) or tag


def addable(spoken: Collection[str]) -> list[str]:
    """Tags to choose among that are not spoken yet, without countries; the shipped ones first."""
    others = sorted({name for name in locale_identifiers() if "_" not in name} - {"root", *LANGUAGES})
    return [tag for tag in (*LANGUAGES, *others) if tag not in spoken]


@cache
def _locale(tag: str) -> Locale | None:
    language, _, rest = tag.partition("-")
    alias = get_global("language_aliases").get(language)
    for known in (tag, f"{alias}-{rest}" if rest else alias):
        try:
            return Locale.parse(known.replace("_", "-"), sep="-") if known else None
        except (UnknownLocaleError, ValueError):
            continue
    return None

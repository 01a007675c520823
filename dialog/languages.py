"""The languages in which Dialog speaks to residents: one folder of translations each. No Flask."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

from babel import Locale, negotiate_locale
from babel.support import NullTranslations, Translations

TRANSLATIONS = Path(__file__).parent.parent / "translations"
MAIN = "sv"  # what a sentence falls back to, marked with its lang
STAFF_LANGUAGES = ("sv", "en")

Words = Mapping[str, str]  # language tag -> text


@dataclass(frozen=True)
class Language:
    """A language a page can be read in."""

    tag: str  # BCP 47, as in the address and the lang attribute
    endonym: str
    direction: str  # ltr or rtl

    @property
    def locale(self) -> str:
        """Babel's name of it, with the country whose days and figures are meant where that is another than most."""
        return {"en": "en_GB"}.get(self.tag, self.tag.replace("-", "_"))


def _language(tag: str) -> Language:
    locale = Locale.parse(tag, sep="-")
    endonym = locale.get_language_name(tag) or tag
    return Language(tag, endonym[0].upper() + endonym[1:], locale.text_direction)


def _shipped() -> dict[str, Language]:
    """Every language with a catalogue, the main one and English first."""
    tags = sorted(folder.parent.parent.name for folder in TRANSLATIONS.glob("*/LC_MESSAGES/messages.po"))
    first = [tag for tag in (MAIN, "en") if tag in tags]
    return {tag: _language(tag) for tag in first + [tag for tag in tags if tag not in first]}


LANGUAGES: Mapping[str, Language] = _shipped()


def N_(text: str) -> str:
    """Mark text for translators; it is translated where it is shown."""
    return text


class Sentence(str):
    """An English sentence marked with N_ and filled in, which knows its parts: a page says it in its own language.

    `Sentence(N_("%(file)s is empty."), file=name)`. A value may be a sentence itself; numbers get their commas.
    One that counts is made with `several`.
    """

    msgid: str
    plural: str  # nothing for a sentence that counts nothing
    counted: int  # what decides between its two forms
    values: Mapping[str, object]

    def __new__(cls, msgid: str, plural: str = "", count: int = 1, /, **values: object) -> Self:
        filled = {name: f"{one:,}" if isinstance(one, int) else one for name, one in values.items()}
        self = super().__new__(cls, (plural if plural and count != 1 else msgid) % filled)
        self.msgid, self.plural, self.counted, self.values = msgid, plural, count, values
        return self


def several(one: str, many: str, number: int, **values: object) -> Sentence:
    """A sentence that counts, with %(number)s in it: both forms are marked for translators by standing here."""
    return Sentence(one, many, number, number=number, **values)


@cache
def catalogue(tag: str) -> NullTranslations:
    """The sentences of a language, for places where no page is being shown."""
    return Translations.load(TRANSLATIONS, [tag.replace("-", "_")], "messages")


def in_every_language(text: str) -> Words:
    """An English sentence marked with N_, in every shipped language."""
    return {tag: catalogue(tag).gettext(text) for tag in LANGUAGES}


def pick(words: Words, tag: str, main: str = MAIN) -> tuple[str, str]:
    """(text, language it is in): the language asked for, else the main one, else any."""
    for one in (tag, main, *words):
        if words.get(one):
            return words[one], one
    return "", tag


def proposed_language(accepted: list[str], offered: Iterable[str] = LANGUAGES) -> str:
    """What to propose to a browser that accepts these tags, in its order of preference, of what is offered."""
    tags = list(offered)
    found = negotiate_locale(accepted, tags, sep="-") or MAIN
    return found if found in tags else MAIN

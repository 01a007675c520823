"""How a document speaks one language, wherever it is made: sentences, figures and days. Pure."""

from dataclasses import dataclass
from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

from dialog.languages import LANGUAGES, Words, catalogue, pick


@dataclass(frozen=True)
class Said:
    """Words, and their language where it is another than the document's."""

    text: str
    lang: str | None = None


@dataclass(frozen=True)
class Teller:
    language: str  # the tag of a shipped language

    @property
    def direction(self) -> str:
        return LANGUAGES[self.language].direction

    def say(self, words: Words) -> Said:
        text, tag = pick(words, self.language)
        return Said(text, None if tag == self.language else tag)

    def tell(self, sentence: str, **values: object) -> str:
        """An English sentence marked with N_, in the language, with its named places filled."""
        told = catalogue(self.language).gettext(sentence)
        return told % values if values else told

    def ngettext(self, one: str, several: str, number: int) -> str:
        """The form of a sentence that a number takes; `number` is its only place. Named so that it is translated."""
        return catalogue(self.language).ngettext(one, several, number) % {"number": self.number(number)}

    def number(self, number: float) -> str:
        return str(format_decimal(number, locale=LANGUAGES[self.language].locale))

    def day(self, day: date) -> str:
        return str(format_date(day, "long", locale=LANGUAGES[self.language].locale))

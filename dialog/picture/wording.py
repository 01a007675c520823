"""Words that a picture keeps in every shipped language, so that an edition stays as it was when translations change."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from babel import Locale
from babel.dates import format_date

from dialog.languages import LANGUAGES, Words, in_every_language, pick


@cache
def words(text: str) -> Words:
    """An English sentence marked with N_, in every shipped language."""
    return in_every_language(text)


def filled(text: str, **parts: Words) -> Words:
    """The same for a sentence with named places, each filled with words of the same language."""
    return {
        tag: sentence % {name: pick(part, tag)[0] for name, part in parts.items()}
        for tag, sentence in words(text).items()
    }


def in_shipped(text: Words) -> Words:
    """What of a text is in shipped languages; all of it when it is in none of them."""
    return {tag: text[tag] for tag in LANGUAGES if text.get(tag)} or dict(text)


@cache
def language_words(tag: str) -> Words:
    """What a language is called, in every shipped language."""
    return {
        reader: Locale.parse(one.locale).languages.get(tag.replace("-", "_"), tag) for reader, one in LANGUAGES.items()
    }


@cache
def month_words(month: str) -> Words:
    """2026-05 as people write it, in every shipped language."""
    first = date.fromisoformat(f"{month}-01")
    return {tag: format_date(first, "LLLL y", locale=one.locale) for tag, one in LANGUAGES.items()}


def months_between(found: Iterable[str]) -> list[str]:
    """Every month, written 2026-05, from the first to the last of those found."""
    numbers = sorted(int(month[:4]) * 12 + int(month[5:]) - 1 for month in found)
    return (
        [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(numbers[0], numbers[-1] + 1)] if numbers else []
    )

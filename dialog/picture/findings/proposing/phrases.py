"""Figures and lists as parts of sentences, in every shipped language. Pure."""

from collections.abc import Sequence
from functools import cache

from babel.lists import format_list
from babel.numbers import format_decimal

from dialog.languages import LANGUAGES, Words, pick


@cache
def number(value: int) -> Words:
    """12,345 as each language writes it."""
    return {tag: format_decimal(value, locale=one.locale) for tag, one in LANGUAGES.items()}


def listed(names: Sequence[Words]) -> Words:
    """Names one after the other, with "and" before the last, as each language does it."""
    return {
        tag: format_list([pick(name, tag)[0] for name in names], locale=one.locale) for tag, one in LANGUAGES.items()
    }


def sentences(*some: Words) -> Words:
    """Whole sentences one after the other."""
    return {tag: " ".join(pick(one, tag)[0] for one in some) for tag in LANGUAGES}

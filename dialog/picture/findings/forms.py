"""What people write in the forms of the analysis: words of every language are a field each, such as `title_sv`."""

from collections.abc import Mapping

from werkzeug.datastructures import MultiDict

from dialog.languages import LANGUAGES, Words
from dialog.picture.findings.written import Written

LONGEST: Mapping[str, int] = {  # characters
    "title": 160,
    "statement": 2_000,
    "reason": 1_000,
    "words": 300,
    "ground": 600,
    "reference": 200,
}
Typed = Mapping[str, str]


class TooLong(ValueError):
    """What was written is too long: the name of the field."""


def words_from(form: MultiDict[str, str], name: str) -> dict[str, str]:
    """In those languages in which something was written. Raises TooLong."""
    found = {tag: _clean(form.get(f"{name}_{tag}", "")) for tag in LANGUAGES}
    for tag, text in found.items():
        if len(text) > LONGEST[name]:
            raise TooLong(f"{name}_{tag}")
    return {tag: text for tag, text in found.items() if text}


def line_from(form: MultiDict[str, str], name: str) -> str:
    """Raises TooLong."""
    text = " ".join(_clean(form.get(name, "")).split())
    if len(text) > LONGEST[name]:
        raise TooLong(name)
    return text


def typed_words(named: Mapping[str, Words]) -> dict[str, str]:
    """What stands in the fields of these words."""
    return {f"{name}_{tag}": text for name, words in named.items() for tag, text in words.items()}


def written_from(form: MultiDict[str, str]) -> Written:
    """A finding. Raises TooLong."""
    return Written(
        kind=form.get("kind", ""),
        title=words_from(form, "title"),
        statement=words_from(form, "statement"),
        strength=form.get("strength", ""),
        reason=words_from(form, "reason"),
        in_summary="in_summary" in form,
        prioritised="prioritised" in form,
        internal="internal" in form,
    )


def numbers_from(form: MultiDict[str, str], name: str) -> list[int]:
    """Ids of what was ticked; anything that is no id is left out."""
    return [int(one) for one in form.getlist(name) if one.isascii() and one.isdigit() and len(one) < 10]


def number_or_none(form: MultiDict[str, str], name: str) -> int | None:
    return next(iter(numbers_from(form, name)), None)


def _clean(text: str) -> str:
    """Without what is no sign, and with one sort of line break."""
    signs = "".join(
        sign for sign in text.replace("\r\n", "\n").replace("\r", "\n") if sign == "\n" or sign.isprintable()
    )
    return signs.strip()

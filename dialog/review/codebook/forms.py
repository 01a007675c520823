"""What whoever writes the codebook fills in. Every label and text is a field for each language: `label_sv`."""

from werkzeug.datastructures import MultiDict

from dialog.languages import LANGUAGES, STAFF_LANGUAGES, Words
from dialog.review.codebook.book import Guide
from dialog.texts.cleaning import clean_text

LONGEST_LABEL, LONGEST_TEXT = 120, 1_000  # characters


class TooLong(ValueError):
    """A field is too long: its name."""


def label_from(form: MultiDict[str, str]) -> Words:
    """In those languages in which it was written. Raises TooLong."""
    return _words(form, "label", tuple(LANGUAGES), LONGEST_LABEL)


def guide_from(form: MultiDict[str, str], *, kept: Guide) -> Guide:
    """What was written of a code; example words in other languages than those of staff stay. Raises TooLong."""
    examples = {tag: words for tag, words in kept.examples.items() if tag not in STAFF_LANGUAGES}
    for tag, text in _words(form, "examples", STAFF_LANGUAGES, LONGEST_TEXT).items():
        examples[tag] = tuple(word for word in (one.strip() for one in text.replace("\n", ",").split(",")) if word)
    definition, here, elsewhere = (
        _words(form, name, STAFF_LANGUAGES, LONGEST_TEXT) for name in ("definition", "here", "elsewhere")
    )
    return Guide(definition, here, elsewhere, examples)


def same_from(form: MultiDict[str, str]) -> dict[str, bool]:
    """Which reworded codes were said to mean the same, and which not."""
    said = {name.removeprefix("same_"): value for name, value in form.items() if name.startswith("same_")}
    return {id: value == "yes" for id, value in said.items() if value in ("yes", "no")}


def _words(form: MultiDict[str, str], name: str, tags: tuple[str, ...], longest: int) -> dict[str, str]:
    found = {tag: clean_text(form.get(f"{name}_{tag}", "")).strip() for tag in tags}
    for tag, text in found.items():
        if len(text) > longest:
            raise TooLong(f"{name}_{tag}")
    return {tag: text for tag, text in found.items() if text}

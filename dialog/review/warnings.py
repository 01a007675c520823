"""What staff should look at twice before they write it: words that may point to a person."""

from dialog.texts.personal.finder import find_personal


def personal_words(written: str, *, language: str | None = None) -> str:
    """The words that look like it, each once, with commas between; empty where none do."""
    found = find_personal(written, language=language)
    return ", ".join(dict.fromkeys(written[one.start : one.end] for one in found))

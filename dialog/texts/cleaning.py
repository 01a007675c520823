"""How a text is kept: without what can't be seen, and no longer than it may be. Pure."""

import re
import unicodedata

LONGEST_TEXT = 2_000  # characters
_LONGEST_COMPOSED = 4 * LONGEST_TEXT  # composing takes quadratic time where accents are heaped up
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def clean_text(raw: str) -> str:
    """The text stripped, newlines as \\n, composed (NFC), without control characters and lone surrogates."""
    text = _UNSEEN.sub("", raw.replace("\r\n", "\n").replace("\r", "\n")).strip()
    return unicodedata.normalize("NFC", text).strip() if len(text) <= _LONGEST_COMPOSED else text

"""E-mail addresses, also those that are written to be hidden from machines. Pure."""

import re
from collections.abc import Iterator

from dialog.texts.personal.found import EMAIL, Found

_LONGEST_LOCAL = 64  # characters, RFC 5321
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-åäöÅÄÖéÉüÜøØæÆ")
_DOMAIN = re.compile(r"[a-zA-Z0-9åäöÅÄÖ](?:[\w-]{0,62}\.){1,5}[a-zA-Z]{2,24}", re.ASCII)
_SPELLED = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64} ?[(\[] ?(?:at|ät|snabel-?a) ?[)\]] ?[\w-]{1,63}"
    r"(?: ?(?:\.|[(\[]dot[)\]]|punkt) ?\w{2,24}){1,3}",
    re.IGNORECASE,
)


def find_emails(folded: str) -> Iterator[Found]:
    """In a text whose signs are folded."""
    at = folded.find("@")
    while at >= 0:
        start = _start_of_local(folded, at)
        domain = _DOMAIN.match(folded, at + 1)
        if start < at and domain:
            yield Found(start, domain.end(), EMAIL)
        at = folded.find("@", at + 1)
    if "(" in folded or "[" in folded:
        yield from (Found(*match.span(), EMAIL, sure=False) for match in _SPELLED.finditer(folded))


def _start_of_local(folded: str, at: int) -> int:
    """Where the part before the @ begins; `at` when there is none. Letters of other scripts are words before it."""
    start = at
    while start > 0 and at - start < _LONGEST_LOCAL and folded[start - 1] in _LETTERS:
        start -= 1
    while start < at and folded[start] in ".-+%":
        start += 1
    return start

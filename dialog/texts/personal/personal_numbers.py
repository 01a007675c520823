"""Swedish personal and co-ordination numbers, known by their date and check digit. Pure.

Numbers of organisations are none of them: their third digit is at least 2, which no month begins with.
"""

import re
from collections.abc import Iterator

from personnummer import personnummer

from dialog.texts.personal.found import PERSONAL_NUMBER, Found

_FORM = re.compile(
    r"(?<![\d+])((?:1[89]|20)?\d\d)([ .-]?)(0\d|1[0-2])\2(\d\d)( ?[-+] ?| )?(\d{4})(?![\d]|[.,:]\d)",
)
_MOBILE = re.compile(r"07[02369]\d{7}")
_SOON_AFTER = 24  # characters between the word and the number
_WORD = re.compile(
    r"person(?:nr|nummer|al (?:identity )?number)|pnr\b|samordningsn|födelsenummer|henkilö(?:numero|tunnu)"
    r"|الرقم الشخصي|رقمي الشخصي|شماره (?:شخصی|ملی)|lambarka\w* shakhsi|особистий номер|numer osobisty",
    re.IGNORECASE,
)


def find_personal_numbers(folded: str) -> Iterator[Found]:
    """In a text whose digits are folded. A number with a wrong check digit is found where its form tells what it is."""
    for match in _FORM.finditer(folded):
        year, inside, month, day, between, last = match.groups()
        sign = (between or "").strip()
        is_told = bool(sign) or _is_announced(folded, match.start())
        if not is_told and (inside or _MOBILE.fullmatch(match[0])):  # a date and a time, or a phone, rather
            continue
        if personnummer.valid(f"{year}{month}{day}{sign}{last}"):
            yield Found(*match.span(), PERSONAL_NUMBER)
        elif is_told and not inside and _is_day(day):
            yield Found(*match.span(), PERSONAL_NUMBER, sure=False)


def _is_announced(folded: str, start: int) -> bool:
    return _WORD.search(folded, max(start - 2 * _SOON_AFTER, 0), start) is not None


def _is_day(day: str) -> bool:
    """Of a month, or of a month with the 60 that co-ordination numbers add."""
    return 1 <= int(day) <= 31 or 61 <= int(day) <= 91

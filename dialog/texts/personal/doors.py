"""Codes of doors, and numbers of flats. Pure."""

import re
from collections.abc import Iterator

from dialog.texts.personal.found import DOOR, Found

_CODE = re.compile(
    r"(?<!\w)(?:portkod\w{0,3}|dörrkod\w{0,3}|kod(?:en)?|koodh?k[au]|(?:door |entry |gate )?code|(?:ovi)?koodi\w{0,3}"
    r"|رمز|کد|код\w{0,3}|ኮድ)"
    r"(?: (?:till|to|for|the|porten|dörren|huset|entrén|door|gate|building|oven|albaabka|do|drzwi|الباب|در|درب|до"
    r"|дверей|домофон\w?)){0,3}(?: ?[:=] ?| (?:är|is|waa|on|هو|to|—|-) | )(\d{3,6}#?)(?!\d|[.,:]\d)",
    re.IGNORECASE,
)
_FLAT = re.compile(
    r"(?<!\w)(?:lgh|lägenhet(?:en|snummer)?|apartment|apt|flat|asunto|شقة|الشقة|آپارتمان|واحد|mieszkanie|квартир[аі]|кв)"
    r"\.?,? (?:nr|no|nummer|number|numero|رقم|شماره)?\.? ?(\d{2,4})(?!\d|[.,:]\d)(?! ?(?:kr|m2|kvm))",
    re.IGNORECASE,
)


def find_doors(folded: str) -> Iterator[Found]:
    """In a text whose digits are folded."""
    yield from (Found(*match.span(1), DOOR) for match in _CODE.finditer(folded))
    yield from (Found(*match.span(), DOOR) for match in _FLAT.finditer(folded))

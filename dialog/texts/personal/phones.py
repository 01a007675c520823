"""Phone numbers: Swedish ones, and foreign ones that begin with + or 00. Pure.

`phonenumbers` decides, but only looks at stretches that begin like a number: on whole texts it is slow.
"""

import re
from collections.abc import Iterator

from phonenumbers import Leniency, PhoneNumberMatcher, PhoneNumberType, number_type

from dialog.texts.personal.found import PHONE, Found

_HOME = "SE"
_LONGEST = 24  # characters
_FORM = re.compile(rf"(?<![\w+])(?<!\d[.,:/-])(?:\+|\(?0)[\d(][\d ()/.-]{{5,{_LONGEST}}}(?<=\d)")
_MOBILE = re.compile(r"07[\s-]?\d(?:[\s-]?\d){7}(?!\d)")
_ANYBODYS = {  # numbers of switchboards and services
    PhoneNumberType.TOLL_FREE,
    PhoneNumberType.PREMIUM_RATE,
    PhoneNumberType.SHARED_COST,
    PhoneNumberType.UAN,
    PhoneNumberType.VOICEMAIL,
}


def find_phones(folded: str) -> Iterator[Found]:
    """In a text whose digits are folded; of what is no number of anybody's own, none."""
    for match in _FORM.finditer(folded):
        yield from _numbers_in(match[0], match.start())


def _numbers_in(stretch: str, offset: int) -> Iterator[Found]:
    is_any = False
    for one in PhoneNumberMatcher(stretch, _HOME, leniency=Leniency.VALID, max_tries=20):
        is_any = True
        if number_type(one.number) not in _ANYBODYS:
            yield Found(offset + one.start, offset + one.end, PHONE)
    if is_any:
        return
    if wrong := _MOBILE.match(stretch):  # a digit may be mistyped
        yield Found(offset, offset + wrong.end(), PHONE, sure=False)
    elif stretch.startswith("+"):
        for one in PhoneNumberMatcher(stretch, _HOME, leniency=Leniency.POSSIBLE, max_tries=20):
            yield Found(offset + one.start, offset + one.end, PHONE, sure=False)

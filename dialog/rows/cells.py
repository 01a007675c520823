"""What a cell says, whoever wrote it: a text, a number, a day."""

import re
from datetime import UTC, date, datetime, timedelta
from math import isfinite

import ftfy
from ftfy.badness import is_bad

EARLIEST = date(1970, 1, 1)  # what is older is a slip of somebody's program

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_RUN = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{6}.*)?")
_DAY_FIRST = re.compile(r"(\d{1,2}) ?[./-] ?(\d{1,2}) ?[./-] ?(\d{4})(?:[ ,].*)?")
_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})(?:[ ,].*)?")
_SECONDS = re.compile(r"(\d{9,10})(?:\.\d+)?")  # since 1970, from 1973 on
_MILLISECONDS = re.compile(r"(\d{9,10})\d{3}(?:\.\d+)?")

# As programs write days when nobody asks them: Tue Aug 30 17:21:58 WIB 2016; Tue, 30 Aug 2016 17:21:58 GMT.
_WEEKDAY = r"(?:[a-zåäö]{2,9}\.?,? )?"
_MONTH = r"(?P<month>jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?"
_MONTH_FIRST = re.compile(
    rf"{_WEEKDAY}{_MONTH} +(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?(?: .*?)?? (?P<year>\d{{4}})(?: .*)?"
)
_MONTH_SECOND = re.compile(rf"{_WEEKDAY}(?P<day>\d{{1,2}})\.?[ -]{_MONTH},?[ -](?P<year>\d{{4}})(?:[ ,].*)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_SWEDISH = {"maj": "may", "okt": "oct"}


def text_of(value: object) -> str:
    """As text; nothing for an empty cell. A whole number shows no decimals."""
    if value is None:
        return ""
    if isinstance(value, float) and isfinite(value) and value.is_integer():
        value = int(value)
    return str(value).strip()


def mended(text: str) -> str:
    """The text, with its letters put right if they were encoded twice (pyÃ¶rÃ¤ -> pyörä); any other as it was."""
    return text if text.isascii() or not is_bad(text) else ftfy.fix_encoding(text)


def number_of(value: object) -> float:
    """A number, also with a decimal comma. Raises ValueError when it is none."""
    if isinstance(value, bool):
        raise ValueError("not a number")
    text = text_of(value).replace("\N{MINUS SIGN}", "-").replace("\N{NO-BREAK SPACE}", "")
    return float(text.replace(",", ".") if text.count(",") == 1 and "." not in text else text)


def day_of(value: object) -> date:
    """The day, without a time: 2025-03-09, 20250309, 9.3.2025, 9/3/2025 (day first), Sun Mar 9 2025, with a time or
    not; or as seconds or milliseconds since 1970, of which the day in UTC counts.

    Raises ValueError when there is no such day.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = text_of(value)
    if found := (_ISO.fullmatch(text) or _RUN.fullmatch(text) or _YEAR_FIRST.fullmatch(text)):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(text):
        return date(int(found[3]), int(found[2]), int(found[1]))
    if found := (_SECONDS.fullmatch(text) or _MILLISECONDS.fullmatch(text)):
        return datetime.fromtimestamp(int(found[1]), UTC).date()
    spelled = text.casefold()
    if found := (_MONTH_FIRST.fullmatch(spelled) or _MONTH_SECOND.fullmatch(spelled)):
        month = _IN_SWEDISH.get(found["month"], found["month"])
        return date(int(found["year"]), _MONTHS.index(month) + 1, int(found["day"]))
    raise ValueError(f"{text!r} is no date")


def past_day_of(value: object, *, today: date) -> date:
    """A day on which something can have come in. Raises ValueError with the reason."""
    try:
        day = day_of(value)
    except ValueError:
        raise ValueError(f"{text_of(value)[:40]!r} is no date" if text_of(value) else "it is empty") from None
    if day > today + timedelta(days=1):  # east of here it may be tomorrow already
        raise ValueError(f"{day} lies in the future")
    if day < EARLIEST:
        raise ValueError(f"{day} lies too long ago")
    return day

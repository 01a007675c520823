"""Years, quarters, months and spans as statistics write them, in one spelling that sorts. Pure."""

import re
from datetime import date, datetime
from functools import lru_cache

from dialog.rows.cells import text_of

_KEPT = 4096  # different periods that are remembered: every row of a table says the same
_YEAR = re.compile(r"(?:år |year )?((?:19|20)\d\d)(?:\.0)?", re.IGNORECASE)
_MONTH = re.compile(r"((?:19|20)\d\d)[-M/. ]?(0[1-9]|1[0-2])", re.IGNORECASE)
_DAY = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])-([0-3]\d)(?:[T ].*)?")
_QUARTER = re.compile(r"((?:19|20)\d\d)[- ]?[KQ]([1-4])|[KQ](?:vartal)? ?([1-4])[ -]((?:19|20)\d\d)", re.IGNORECASE)
_HALF = re.compile(r"((?:19|20)\d\d)[- ]?H([12])", re.IGNORECASE)
_SPAN = re.compile(r"((?:19|20)\d\d) ?[-–/] ?((?:19|20)?\d\d)")


def period_of(said: object) -> str:
    """2024, 2024-09, 2024-Q3, 2024-H1, 2022–2024. Raises ValueError for what is no period."""
    if isinstance(said, datetime | date):
        return f"{said:%Y-%m-%d}" if (said.month, said.day) != (1, 1) else f"{said:%Y}"
    return _period_in(text_of(said))


@lru_cache(maxsize=_KEPT)
def _period_in(text: str) -> str:
    if found := _YEAR.fullmatch(text):
        return found[1]
    if found := _MONTH.fullmatch(text):
        return f"{found[1]}-{found[2]}"
    if found := _DAY.fullmatch(text):
        return f"{found[1]}-{found[2]}-{found[3]}"
    if found := _QUARTER.fullmatch(text):
        return f"{found[1] or found[4]}-Q{found[2] or found[3]}"
    if found := _HALF.fullmatch(text):
        return f"{found[1]}-H{found[2]}"
    if found := _SPAN.fullmatch(text):
        last = found[2] if len(found[2]) == 4 else found[1][:2] + found[2]
        if last > found[1]:
            return f"{found[1]}–{last}"
    raise ValueError(f"{text[:40]!r} is no year or other period" if text else "it says no period")


def is_period(said: object) -> bool:
    try:
        period_of(said)
    except ValueError:
        return False
    return True


def years_of(period: str) -> range:
    """The years that a period lies in."""
    found = [int(one) for one in re.findall(r"(?:19|20)\d\d", period)]
    return range(found[0], found[-1] + 1) if found else range(0)

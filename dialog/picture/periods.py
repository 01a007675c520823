"""From when to when a picture speaks. Pure."""

from calendar import monthrange
from collections.abc import Hashable, Iterable
from datetime import date


def period_of(opens_on: date, closes_on: date, months: Iterable[Hashable]) -> str:
    """The round's days, and whole months (2026-05) outside them in which something came; an ISO 8601 interval."""
    firsts = [date.fromisoformat(f"{month}-01") for month in months]
    lasts = [first.replace(day=monthrange(first.year, first.month)[1]) for first in firsts]
    begins = min([opens_on, *(first for first, last in zip(firsts, lasts, strict=True) if last < opens_on)])
    ends = max([closes_on, *(last for first, last in zip(firsts, lasts, strict=True) if first > closes_on)])
    return f"{begins}/{ends}"


def days_of(period: str) -> tuple[date, date]:
    begins, ends = period.split("/")
    return date.fromisoformat(begins), date.fromisoformat(ends)

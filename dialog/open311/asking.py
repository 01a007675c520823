"""What a system asks to read: GeoReport v2's arguments of `GET requests`. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from dialog.open311.georeport import CLOSED, OPEN, Problem
from dialog.open311.services import SERVICES

SPAN = timedelta(days=90)  # the longest that may be asked for, and what is given to those who ask for none
MOST = 1_000  # requests in one answer
DEEPEST = 100_000  # requests that may be paged through
_YEARS = range(1970, 3000)
_HOUR = re.compile(r"(T\d\d:?\d\d\S*) (\d\d:?\d\d)")  # a + that nobody encoded arrives as a space


class BadQuestion(ValueError):
    """The arguments can't be understood; each with a sentence."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems


@dataclass(frozen=True)
class Question:
    """What to read. With `ids` nothing else counts."""

    ids: tuple[UUID, ...] | None
    services: frozenset[str]
    is_open: bool  # whether open ones are wanted: there are no others
    first_month: date  # months are named by their first day
    last_month: date
    page: int = 1
    size: int = MOST


def read_question(given: Mapping[str, str], *, now: datetime) -> Question:
    """Raises BadQuestion with everything that is wrong."""
    problems: list[Problem] = []
    services = _among("service_code", given, set(SERVICES), problems)
    statuses = _among("status", given, {OPEN, CLOSED}, problems)
    start, end = _span(given, now, problems)
    page, size = _number("page", given, 1, DEEPEST, problems), _number("page_size", given, MOST, MOST, problems)
    if page * size > DEEPEST:
        problems.append((400, f"page: only the first {DEEPEST} requests can be paged through; ask for fewer days."))
    ids = _ids(given.get("service_request_id", ""))
    if problems and ids is None:
        raise BadQuestion(problems)
    return Question(
        ids=ids,
        services=frozenset(services),
        is_open=OPEN in statuses,
        first_month=_first_after(start),
        last_month=end.date().replace(day=1),
        page=page,
        size=size,
    )


def newest_month(today: date, delay_days: int) -> date:
    """The newest month of which anything may be read: all of its days are more than the delay ago.

    All reports of a month become readable on one day. Were each readable so many days after it came, whoever looked
    every day would learn on which day it came.
    """
    begun = (today - timedelta(days=delay_days)).replace(day=1)
    return (begun - timedelta(days=1)).replace(day=1)


def _ids(said: str) -> tuple[UUID, ...] | None:
    """None when none is asked for; what is no id stands for no request."""
    asked = [one.strip() for one in said.split(",") if one.strip()][:MOST]
    found = (read_id(one) for one in asked)
    return tuple(dict.fromkeys(id for id in found if id)) if asked else None


def read_id(said: str) -> UUID | None:
    """None when it is no id at all."""
    try:
        return UUID(said)
    except ValueError:
        return None


def _among(name: str, given: Mapping[str, str], known: set[str], problems: list[Problem]) -> set[str]:
    asked = {one.strip() for one in given.get(name, "").split(",") if one.strip()}
    there_is = ", ".join(sorted(known))
    problems += [(400, f"{name}: there is no {one[:40]!r}, but {there_is}.") for one in sorted(asked - known)]
    return asked or known


def _span(given: Mapping[str, str], now: datetime, problems: list[Problem]) -> tuple[datetime, datetime]:
    """From when to when; what is not said follows from the other."""
    start, end = _moment("start_date", given, problems), _moment("end_date", given, problems)
    if start is None:
        end = end or now
        return end - SPAN, end
    end = end or min(start + SPAN, max(start, now))
    if end < start:
        problems.append((400, "end_date lies before start_date."))
    elif end - start > SPAN:
        problems.append((400, f"start_date and end_date may lie {SPAN.days} days apart at most."))
    return start, end


def _moment(name: str, given: Mapping[str, str], problems: list[Problem]) -> datetime | None:
    said = given.get(name, "").strip()
    if not said:
        return None
    try:
        found = datetime.fromisoformat(_HOUR.sub(r"\1+\2", said))
        if found.year not in _YEARS:
            raise ValueError
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except ValueError:
        problems.append((400, f"{name}: {said[:40]!r} is no moment such as 2026-01-01T00:00:00Z."))
        return None


def _number(name: str, given: Mapping[str, str], usual: int, most: int, problems: list[Problem]) -> int:
    said = given.get(name, "").strip()
    if not said:
        return usual
    number = int(said) if said.isascii() and said.isdigit() and len(said) < 10 else 0
    if not 1 <= number <= most:
        problems.append((400, f"{name}: give a whole number from 1 to {most}."))
        return usual
    return number


def _first_after(moment: datetime) -> date:
    """The first month that begins then or later."""
    begun = moment.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return begun.date() if begun == moment else (begun + timedelta(days=32)).date().replace(day=1)

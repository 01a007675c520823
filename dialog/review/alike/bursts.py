"""Reading where much came at once in a round: days, near-identical texts, and the same answers over and over.

Only days are known, never the time of day, and nobody knows in what order the answers of a day came.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, String, cast, func, select
from sqlalchemy.orm import Session

from dialog.places.models import Report
from dialog.review.alike.models import ResponseSignature, TextSignature
from dialog.review.alike.unusual import FEWEST_SAME, Crowd, UnusualDay, crowd, unusual_days
from dialog.survey.models import Response, Round
from dialog.texts.models import SET_ASIDE, Text

MOST_LISTED = 30  # of each kind
_MOST_LOOKED_AT = 300  # of what came most often
TOGETHER = ("stand", "meeting", "school", "walk")  # channels by which many answer at once, as they should

Days = Mapping[date, int]


@dataclass(frozen=True)
class BurstOfDay:
    """A day on which far more voices than usual came by one channel."""

    channel: str
    day: UnusualDay

    @property
    def is_expected(self) -> bool:
        return self.channel in TOGETHER


@dataclass(frozen=True)
class BurstOfSame:
    """Texts in nearly the same words, the same few words, or the same closed answers: many within some days."""

    example_id: UUID  # one of them: of a text, or of a response
    crowd: Crowd


@dataclass(frozen=True)
class _Came:
    """On which days the same came, and one of it."""

    example_id: UUID
    days: dict[date, int]


def voices_by_day(session: Session, round_id: int) -> Mapping[str, Days]:
    """By channel: how many voices came on each day, but for those set aside."""
    counts: dict[str, dict[date, int]] = defaultdict(dict)
    for chosen in (_responses_by_day(round_id), _lone_reports_by_day(round_id)):
        for channel, on, number in session.execute(chosen):
            counts[channel][on] = counts[channel].get(on, 0) + number
    return counts


def days_of_all(voices: Mapping[str, Days]) -> Days:
    """The same, by whatever channel."""
    every: dict[date, int] = defaultdict(int)
    for days in voices.values():
        for on, number in days.items():
            every[on] += number
    return every


def bursts_of_days(voices: Mapping[str, Days], round: Round, *, today: date) -> list[BurstOfDay]:
    """Days far above what is usual in a round, by channel; what should come by many at once is last."""
    every = days_of_all(voices)
    first, last = min([round.opens_on, *every]), max([min(round.closes_on, today), *every])
    found = [
        BurstOfDay(channel, day)
        for channel, days in voices.items()
        for day in unusual_days(days, first=first, last=last)
    ]
    return sorted(found, key=lambda one: (one.is_expected, -one.day.count, one.day.on))[:MOST_LISTED]


def bursts_of_texts(session: Session, round_id: int, every: Days) -> list[BurstOfSame]:
    """Of the texts that were compared: near-identical ones, close together."""
    column = TextSignature.first_id
    came = _came(session, _text_days(column, round_id).where(column.in_(_often(column, TextSignature, round_id))))
    found = {first: _Came(first, one.days) for first, one in came.items()}
    for id, on in session.execute(select(Text.id, Text.received_on).where(Text.id.in_(found), _is_there())):
        found[id].days[on] = found[id].days.get(on, 0) + 1  # a first is like itself
    return _crowded(found, every)


def bursts_of_few_words(session: Session, round_id: int, every: Days) -> list[BurstOfSame]:
    """Of the texts that were compared: the same few words, which many write, close together."""
    column = TextSignature.whole
    is_short = (TextSignature.first_id.is_(None), TextSignature.band_1.is_(None))
    often = _often(column, TextSignature, round_id).where(*is_short)
    return _crowded(_came(session, _text_days(column, round_id).where(column.in_(often))), every)


def bursts_of_answers(session: Session, round_id: int, every: Days) -> list[BurstOfSame]:
    """Of the responses that were compared: the same answers to everything, close together."""
    column: Any = ResponseSignature.whole
    rows = (
        select(column, Response.received_on, func.count(), func.min(cast(Response.id, String)))
        .join(Response, Response.id == ResponseSignature.response_id)
        .where(ResponseSignature.round_id == round_id, ~Response.set_aside)
        .where(column.in_(_often(column, ResponseSignature, round_id)))
        .group_by(column, Response.received_on)
    )
    return _crowded(_came(session, rows), every)


def _responses_by_day(round_id: int) -> Select[str, date, int]:
    chosen = select(Response.channel, Response.received_on, func.count())
    chosen = chosen.where(Response.round_id == round_id, ~Response.set_aside)
    return chosen.group_by(Response.channel, Response.received_on)


def _lone_reports_by_day(round_id: int) -> Select[str, date, int]:
    chosen = select(Report.channel, Report.received_on, func.count())
    lone = (Report.response_id.is_(None), Report.part_of.is_(None), Report.status != SET_ASIDE)
    return chosen.where(Report.round_id == round_id, *lone).group_by(Report.channel, Report.received_on)


def _text_days(column: Any, round_id: int) -> Select[Any]:
    """(what is the same, day, how many, the id of one)."""
    return (
        select(column, Text.received_on, func.count(), func.min(cast(Text.id, String)))
        .join(Text, Text.id == TextSignature.text_id)
        .where(TextSignature.round_id == round_id, _is_there())
        .group_by(column, Text.received_on)
    )


def _is_there() -> Any:
    return Text.status != SET_ASIDE


def _often(column: Any, table: type[TextSignature] | type[ResponseSignature], round_id: int) -> Select[Any]:
    """What there is most of in a round. A first itself is not counted as like it."""
    least = FEWEST_SAME - 1
    counted = select(column).where(table.round_id == round_id, column.is_not(None)).group_by(column)
    return counted.having(func.count() >= least).order_by(func.count().desc()).limit(_MOST_LOOKED_AT)


def _came(session: Session, rows: Select[Any]) -> dict[Any, _Came]:
    found: dict[Any, _Came] = {}
    for key, on, number, example in session.execute(rows):
        found.setdefault(key, _Came(UUID(example), {})).days[on] = number
    return found


def _crowded(found: Mapping[Any, _Came], every: Days) -> list[BurstOfSame]:
    bursts = [BurstOfSame(one.example_id, same) for one in found.values() if (same := crowd(one.days, every))]
    return sorted(bursts, key=lambda one: (-one.crowd.count, one.crowd.first, one.example_id))[:MOST_LISTED]

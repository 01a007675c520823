"""Which voices a burst is made of, and what of them to show."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from dialog.places.models import Report
from dialog.review.alike.models import ResponseSignature, TextSignature
from dialog.review.alike.queries import under_first
from dialog.review.queries import Voice
from dialog.survey.models import Response
from dialog.texts.models import ACCEPTED, SET_ASIDE, Text

DAY, TEXTS, WORDS, ANSWERS = "day", "texts", "words", "answers"
KINDS = (DAY, TEXTS, WORDS, ANSWERS)  # of bursts


@dataclass(frozen=True)
class Burst:
    """What came on some days: by one channel, in nearly the same words, in the same few, or with the same answers."""

    kind: str
    round_id: int
    first: date
    last: date
    channel: str = ""  # of a DAY
    of: UUID | None = None  # one of the texts, or of the responses


@dataclass(frozen=True)
class Held:
    """What setting voices aside takes along."""

    texts: int
    accepted: int  # of the texts
    reports: int


def voices_of(session: Session, burst: Burst) -> list[Voice]:
    """Every voice of a burst that is not set aside, in the order of their ids, which is chance."""
    rows = session.execute(_of_responses(burst) if burst.kind in (DAY, ANSWERS) else _of_texts(burst)).all()
    found = {Voice(response_id=response) if response else Voice(report_id=report) for response, report in rows}
    if burst.kind == DAY:
        found |= {Voice(report_id=id) for id in session.scalars(_lone_reports(burst))}
    return sorted(found, key=lambda one: str(one.response_id or one.report_id))


def days_of(session: Session, burst: Burst) -> Mapping[date, int]:
    """How many of the same came on each day of the round, but for what is set aside."""
    if burst.kind in (DAY, ANSWERS):
        same = _answers_like(burst) if burst.kind == ANSWERS else Response.channel == burst.channel
        counted = select(Response.received_on, func.count()).where(Response.round_id == burst.round_id, same)
        counted = counted.where(~Response.set_aside).group_by(Response.received_on)
    else:
        counted = select(Text.received_on, func.count()).where(Text.round_id == burst.round_id, _texts_like(burst))
        counted = counted.where(Text.status != SET_ASIDE).group_by(Text.received_on)
    days: dict[date, int] = defaultdict(int, {row[0]: row[1] for row in session.execute(counted)})
    if burst.kind == DAY:
        for on, number in session.execute(_lone_reports_by_day(burst)):
            days[on] += number
    return days


def texts_of_voices(session: Session, voices: Sequence[Voice], *, most: int) -> Sequence[Text]:
    """Some texts of these, by id, which is chance."""
    chosen = _texts(voices).where(Text.status != SET_ASIDE)
    return session.scalars(chosen.order_by(Text.id).limit(most)).all()


def what_goes_along(session: Session, voices: Sequence[Voice]) -> Held:
    texts = _texts(voices).subquery()
    accepted = func.count().filter(texts.c.status == ACCEPTED)
    written, read = session.execute(select(func.count(), accepted).select_from(texts)).one()
    reports = select(func.count()).select_from(Report).where(_reports_of(voices))
    return Held(written, read, session.scalar(reports) or 0)


def _of_responses(burst: Burst) -> Select[UUID, UUID]:
    same = _answers_like(burst) if burst.kind == ANSWERS else Response.channel == burst.channel
    within = Response.received_on.between(burst.first, burst.last)
    chosen = select(Response.id, Response.id).where(Response.round_id == burst.round_id, within)
    return chosen.where(same, ~Response.set_aside)


def _lone_reports(burst: Burst) -> Select[UUID]:
    return select(Report.id).where(_is_lone(burst), Report.received_on.between(burst.first, burst.last))


def _lone_reports_by_day(burst: Burst) -> Select[date, int]:
    return select(Report.received_on, func.count()).where(_is_lone(burst)).group_by(Report.received_on)


def _is_lone(burst: Burst) -> ColumnElement[bool]:
    """A report that is a voice by itself."""
    alone = and_(Report.response_id.is_(None), Report.part_of.is_(None), Report.status != SET_ASIDE)
    return and_(Report.round_id == burst.round_id, Report.channel == burst.channel, alone)


def _of_texts(burst: Burst) -> Select[UUID, UUID]:
    """(response, report) of the voices that wrote such texts; voices that are set aside have no others."""
    voice = func.coalesce(Text.response_id, Report.response_id)
    return (
        select(voice, func.coalesce(Report.part_of, Report.id))
        .outerjoin(Report, Report.id == Text.report_id)
        .where(Text.round_id == burst.round_id, Text.received_on.between(burst.first, burst.last))
        .where(_texts_like(burst), Text.status != SET_ASIDE)
    )


def _texts_like(burst: Burst) -> ColumnElement[bool]:
    if burst.of is None:
        return Text.id.is_(None)
    if burst.kind == TEXTS:
        return Text.id.in_(under_first(burst.of))
    whole = select(TextSignature.whole).where(TextSignature.text_id == burst.of).scalar_subquery()
    same = (TextSignature.round_id == burst.round_id, TextSignature.whole == whole)
    return Text.id.in_(select(TextSignature.text_id).where(*same))


def _answers_like(burst: Burst) -> ColumnElement[bool]:
    own = aliased(ResponseSignature)
    whole = select(own.whole).where(own.response_id == burst.of).scalar_subquery()
    same = (ResponseSignature.round_id == burst.round_id, ResponseSignature.whole == whole)
    return Response.id.in_(select(ResponseSignature.response_id).where(*same))


def _texts(voices: Sequence[Voice]) -> Select[Text]:
    reports = select(Report.id).where(_reports_of(voices))
    responses = [one.response_id for one in voices if one.response_id]
    return select(Text).where(or_(Text.response_id.in_(responses), Text.report_id.in_(reports)))


def _reports_of(voices: Sequence[Voice]) -> ColumnElement[bool]:
    responses = [one.response_id for one in voices if one.response_id]
    lone = [one.report_id for one in voices if one.report_id]
    return or_(Report.response_id.in_(responses), Report.id.in_(lone), Report.part_of.in_(lone))

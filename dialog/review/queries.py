"""Reading texts, reports, voices and what has been done with them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.places.models import ExactPoint, Place, PlaceReport, Report
from dialog.review.coding.counted import counted_codings
from dialog.review.masking import masked_text
from dialog.review.models import Coding, StatusChange
from dialog.review.steps import OF_VOICE
from dialog.survey.models import Response
from dialog.texts.models import ACCEPTED, NEW, SET_ASIDE, Text

LEFT_OUT = "…"  # stands for what is hidden in a quote: the same in every language


class NoSuchText(LookupError):
    """There is no such text."""


class NoSuchReport(LookupError):
    """There is no such report."""


@dataclass(frozen=True)
class Voice:
    """What is counted as one: a response with its reports, or the reports that were sent together without one."""

    response_id: UUID | None = None
    report_id: UUID | None = None  # of those sent together the first


@dataclass(frozen=True)
class Step:
    """One line of the status log, and the name of who did it."""

    change: StatusChange
    name: str


@dataclass(frozen=True)
class Quote:
    """A text that may be quoted, with […] for what is hidden."""

    text_id: UUID
    words: str
    language: str
    area_id: int | None
    codes: tuple[tuple[str, str], ...]  # (code, stance), each once, whoever used it


def find_text(session: Session, text_id: UUID) -> Text:
    """Raises NoSuchText."""
    if (found := session.get(Text, text_id)) is None:
        raise NoSuchText(text_id)
    return found


def find_report(session: Session, report_id: UUID) -> Report:
    """Raises NoSuchReport."""
    if (found := session.get(Report, report_id)) is None:
        raise NoSuchReport(report_id)
    return found


def texts_of_report(session: Session, report_id: UUID) -> Sequence[Text]:
    return session.scalars(select(Text).where(Text.report_id == report_id).order_by(Text.question, Text.id)).all()


def own_codings(session: Session, text_id: UUID, *, coder_id: int) -> Sequence[Coding]:
    """One coder's codes on a text; those of others stay hidden, so that coders can be compared."""
    own = select(Coding).where(Coding.text_id == text_id, Coding.coder_id == coder_id)
    return session.scalars(own.order_by(Coding.start, Coding.end, Coding.code, Coding.stance)).all()


def has_exact_point(session: Session, report_id: UUID, *, today: date) -> bool:
    kept = select(ExactPoint.report_id).where(ExactPoint.report_id == report_id, ExactPoint.erase_on > today)
    return session.scalar(kept) is not None


def voice_of(session: Session, item: Text | Report) -> Voice:
    """The voice that a text or a report is part of."""
    report: Report | None
    if isinstance(item, Report):
        report = item
    elif item.response_id or not item.report_id:
        return Voice(response_id=item.response_id)
    else:
        report = find_report(session, item.report_id)
    return Voice(response_id=report.response_id) if report.response_id else Voice(report_id=report.part_of or report.id)


def is_voice_set_aside(session: Session, voice: Voice) -> bool:
    """Whether drafts leave the whole voice out."""
    if voice.response_id:
        return bool(session.scalar(select(Response.set_aside).where(Response.id == voice.response_id)))
    return session.scalar(select(Report.status).where(Report.id == voice.report_id)) == SET_ASIDE


def reports_of(voice: Voice) -> Select[Report]:
    if voice.response_id:
        return select(Report).where(Report.response_id == voice.response_id)
    return select(Report).where(or_(Report.id == voice.report_id, Report.part_of == voice.report_id))


def sent_with(session: Session, report: Report) -> Sequence[Report]:
    """The other places that came in the same sending, without a response: the first of them first."""
    if report.response_id:
        return []
    others = reports_of(voice_of(session, report)).where(Report.id != report.id)
    return session.scalars(others.order_by(Report.part_of.is_not(None), Report.id)).all()


def place_of(session: Session, report_id: UUID) -> Place | None:
    """The published place that a report was among the makers of, when its latest edition was released."""
    made = select(Place).join(PlaceReport, PlaceReport.place_id == Place.id).where(PlaceReport.report_id == report_id)
    return session.scalar(made.order_by(Place.last_edition.desc(), Place.id).limit(1))


def texts_of(voice: Voice) -> Select[Text]:
    reports = reports_of(voice).with_only_columns(Report.id)
    own = [Text.response_id == voice.response_id] if voice.response_id else []
    return select(Text).where(or_(Text.report_id.in_(reports), *own))


def is_read(session: Session, *, response_id: UUID | None = None, report_id: UUID | None = None) -> bool:
    """Whether every text and report of a voice has left the queue; give one of the two ids."""
    voice = Voice(response_id=response_id, report_id=report_id)
    waiting = (texts_of(voice).where(Text.status == NEW), reports_of(voice).where(Report.status == NEW))
    return not any(session.scalar(select(one.exists())) for one in waiting)


def received_on(session: Session, *, response_id: UUID | None = None, report_id: UUID | None = None) -> date | None:
    """The day a voice came; give one of the two ids. None when there is no such voice."""
    if response_id:
        return session.scalar(select(Response.received_on).where(Response.id == response_id))
    return session.scalar(select(Report.received_on).where(Report.id == report_id))


def steps_of(session: Session, item: Text | Report, voice: Voice) -> Sequence[Step]:
    """What has been done with a text or a report and with its whole voice, the oldest first."""
    own = StatusChange.text_id == item.id if isinstance(item, Text) else StatusChange.report_id == item.id
    lone = (StatusChange.report_id == voice.report_id) & StatusChange.action.in_(OF_VOICE)
    whole = StatusChange.response_id == voice.response_id if voice.response_id else lone
    done = select(StatusChange, Staff.name).join(Staff, Staff.id == StatusChange.staff_id).where(or_(own, whole))
    return [Step(change, name) for change, name in session.execute(done.order_by(StatusChange.id))]


def quotable_texts(session: Session, round_id: int) -> Sequence[Quote]:
    """What reviewers accepted and cleared in a round, by id, which is chance; not of voices that are set aside."""
    codes = defaultdict(set)
    for text_id, code, stance in session.execute(_codings(round_id)):
        codes[text_id].add((code, stance))
    return [
        Quote(
            text.id,
            masked_text(text.original, text.masks, say=lambda _label: LEFT_OUT),
            text.language,
            text.area_id,
            tuple(sorted(codes[text.id])),
        )
        for text in session.scalars(_cleared(round_id).order_by(Text.id))
    ]


def _cleared(round_id: int) -> Select[Text]:
    voice = func.coalesce(Text.response_id, Report.response_id)
    return (
        select(Text)
        .outerjoin(Report, Report.id == Text.report_id)
        .outerjoin(Response, Response.id == voice)
        .where(Text.round_id == round_id, Text.status == ACCEPTED, Text.quotable)
        .where(or_(Report.id.is_(None), Report.status != SET_ASIDE))
        .where(or_(Response.id.is_(None), ~Response.set_aside))
    )


def _codings(round_id: int) -> Select[UUID, str, str]:
    counted = counted_codings()
    return (
        select(counted.c.text_id, counted.c.code, counted.c.stance)
        .join(Text, Text.id == counted.c.text_id)
        .where(Text.round_id == round_id, Text.status == ACCEPTED, Text.quotable)
    )

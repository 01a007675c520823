"""Reading the voices of a round one by one, as a stream, for whoever has passed the gate of an extract."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Select, String, cast, literal, null, select
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.picture.extract.actions import Passed
from dialog.picture.extract.lines import OF_PLACE, Labelled, Voiced
from dialog.picture.heard import OF_REPORT
from dialog.picture.voices import counted_reports
from dialog.places.fields import CAUSES, FEELINGS, KINDS, STRENGTHS, TIMES, Choices
from dialog.places.models import Report
from dialog.survey.models import Response

CHUNK = 2_000  # rows held at a time
CHOICES: Mapping[str, Choices] = {
    "feeling": FEELINGS,
    "kind": KINDS,
    "causes": CAUSES,
    "strengths": STRENGTHS,
    "times": TIMES,
}


def read_responses(session: Session, passed: Passed) -> Iterator[Voiced]:
    """By their ids, which are chance. What was set aside is left out."""
    said = (Response.received_on, Response.language, Response.channel, Area.code)
    written = cast(Response.answers, String)
    chosen = select(*said, Response.group_size, Response.weight, written).outerjoin(Area, Area.id == Response.area_id)
    counted = chosen.where(Response.round_id == passed.round_id, ~Response.set_aside)
    return _stream(session, counted.order_by(Response.id))


def read_reports(session: Session, passed: Passed) -> Iterator[Voiced]:
    """Reports that are voices of their own, the same way."""
    said = (Report.received_on, Report.language, Report.channel, Area.code)
    written = cast(Report.answers, String)
    chosen = select(*said, literal(1), null(), written).select_from(Report).outerjoin(Area, Area.id == Report.area_id)
    alone = counted_reports(chosen, passed.round_id).where(Report.response_id.is_(None), Report.part_of.is_(None))
    return _stream(session, alone.order_by(Report.id))


def meanings_of_places() -> Iterator[Labelled]:
    for column, name in zip(OF_PLACE, OF_REPORT, strict=True):
        yield from (Labelled(column, {}, id, words) for id, words in CHOICES[name].items())


def _stream(session: Session, rows: Select[*tuple[Any, ...]]) -> Iterator[Voiced]:
    """The database keeps what has not been read yet."""
    for portion in session.connection().execute(rows, execution_options={"yield_per": CHUNK}).partitions():
        yield from map(Voiced._make, portion)

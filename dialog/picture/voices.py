"""The one place where a picture reads what residents said: row by row, in chunks, into columns of small numbers."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import Row, Select, String, Subquery, and_, cast, func, or_, select
from sqlalchemy.orm import Session, aliased

from dialog.picture.answers import AnswersBuilding
from dialog.picture.codes import Category
from dialog.picture.columns import ID, Building, Column, Columns, Ids, bytes_of
from dialog.picture.heard import (
    OF_REPORT,
    OF_VOICE,
    REPORT,
    RESPONSE,
    WEIGHT,
    Heard,
    Home,
    Pinned,
    Spots,
    SpotsBuilding,
)
from dialog.picture.ids import AREA, CODE, ELSEWHERE, IMPORTED, IN_WORDS, OUTSIDE, STANCE
from dialog.picture.spots import SPOT, spot_of
from dialog.places.models import WORDS, ExactPoint, ImportedCode, Report
from dialog.review.coding.counted import counted_codings
from dialog.survey.models import Response
from dialog.survey.questionnaire import Column as Question
from dialog.texts.models import ACCEPTED, DUPLICATE, SET_ASIDE, Text

CHUNK = 10_000  # rows held at a time
_LEFT_OUT = (SET_ASIDE, DUPLICATE)  # of reports: spam, and what the same person sent twice


def hear(session: Session, round_id: int, questions: Sequence[Question], *, on: date) -> Heard:
    """Read a round as it is on a day. What was set aside is left out, and so are reports that were sent twice."""
    responses, ids = hear_responses(session, round_id, questions)
    reports, spots = _reports(session, round_id, on)
    return Heard(responses, reports, _codings(session, round_id), spots, ids)


def categories(session: Session, ids: Iterable[Any]) -> list[Category]:
    """Imported categories by label."""
    chosen = select(ImportedCode).where(ImportedCode.id.in_([id for id in ids if id is not None]))
    found = session.scalars(chosen.order_by(ImportedCode.parent, ImportedCode.label, ImportedCode.id))
    return [Category(one.id, one.label, one.parent) for one in found]


def hear_responses(session: Session, round_id: int, questions: Sequence[Question]) -> tuple[Columns, Ids]:
    """By OF_VOICE, WEIGHT and question, and the ids of the rows."""
    building, answers = Building(*OF_VOICE, WEIGHT), AnswersBuilding([one.id for one in questions])
    size, ids = 0, bytearray()
    for rows in _chunks(session, _response_rows(round_id)):
        written, languages, channels, areas, weights, documents = zip(*rows, strict=True)
        building.add(languages, channels, [(area, ELSEWHERE) for area in areas], weights)
        answers.add(documents)
        ids += bytes_of(written)
        size += len(rows)
    return Columns(size, building.done() | answers.done()), np.frombuffer(bytes(ids), ID)


def _reports(session: Session, round_id: int, on: date) -> tuple[Columns, Spots]:
    building = Building(*OF_VOICE, "voice", "inside", "month", IMPORTED, SPOT)
    answers, spots = AnswersBuilding(list(OF_REPORT)), SpotsBuilding()
    size = 0
    for rows in _chunks(session, _report_rows(round_id, on)):
        building.add(
            [row.language for row in rows],
            [row.channel for row in rows],
            [_home(row.area_id, row.placed_by) for row in rows],
            [row.response_id or row.part_of or row.id for row in rows],
            [RESPONSE if row.response_id else REPORT if row.part_of else None for row in rows],
            [f"{row.received_on:%Y-%m}" for row in rows],
            [row.imported_code_id for row in rows],
            [spot_of(row.lat, row.lon) if row.area_id is None else None for row in rows],
        )
        answers.add([row.answers for row in rows])
        spots.add([row.id for row in rows], [Pinned(row[-9:-5], row[-5:-1], row[-1]) for row in rows])
        size += len(rows)
    said = answers.done()
    return Columns(size, building.done() | {name: said[key] for key, name in OF_REPORT.items()}), spots.done()


def _codings(session: Session, round_id: int) -> Columns:
    building = Building("voice", AREA, CODE, STANCE)
    size = 0
    for rows in _chunks(session, _coding_rows(round_id)):
        voices = [row.response_id or row.report_id for row in rows]
        homes = [
            (row.area_id, ELSEWHERE) if row.response_id else _home(row.report_area_id, row.placed_by) for row in rows
        ]
        building.add(voices, homes, [row.code for row in rows], [row.stance for row in rows])
        size += len(rows)
    return Columns(size, building.done())


def hear_lone_reports(session: Session, round_id: int) -> tuple[Columns, Ids]:
    """Reports that are voices of their own, by OF_VOICE, and the ids of the rows; neither what they say nor where."""
    building, ids, size = Building(*OF_VOICE), bytearray(), 0
    chosen = select(cast(Report.id, String).label("written"), Report.language, Report.channel, Report.area_id)
    counted = counted_reports(chosen.add_columns(Report.placed_by), round_id)
    for rows in _chunks(session, counted.where(Report.response_id.is_(None), Report.part_of.is_(None))):
        homes = [_home(row.area_id, row.placed_by) for row in rows]
        building.add([row.language for row in rows], [row.channel for row in rows], homes)
        ids += bytes_of(row.written for row in rows)
        size += len(rows)
    return Columns(size, building.done()), np.frombuffer(bytes(ids), ID)


def hear_times(session: Session, round_id: int) -> tuple[Ids, Column]:
    """The times of day that each report names, and whose it is: a response, or the first report sent together."""
    answers, ids = AnswersBuilding(["times"]), bytearray()
    voice = cast(func.coalesce(Report.response_id, Report.part_of, Report.id), String).label("voice")
    chosen = select(voice, cast(Report.answers, String).label("answers"))
    for rows in _chunks(session, counted_reports(chosen, round_id)):
        answers.add([row.answers for row in rows])
        ids += bytes_of(row.voice for row in rows)
    return np.frombuffer(bytes(ids), ID), answers.done()["times"]


def hear_codes(session: Session, round_id: int) -> tuple[Ids, Column]:
    """Each code that counts of a reviewed text, and whose it is."""
    building, ids = Building(CODE), bytearray()
    counted = counted_codings()
    voice = cast(func.coalesce(Response.id, Report.part_of, Report.id), String).label("voice")
    for rows in _chunks(session, _of_coded(select(voice, counted.c.code), counted, round_id)):
        building.add([row.code for row in rows])
        ids += bytes_of(row.voice for row in rows)
    return np.frombuffer(bytes(ids), ID), building.done()[CODE]


def _response_rows(round_id: int) -> Select[*tuple[Any, ...]]:
    id, written = cast(Response.id, String).label("written_id"), cast(Response.answers, String).label("answers")
    said = (Response.language, Response.channel, Response.area_id, Response.weight)
    return select(id, *said, written).where(Response.round_id == round_id, ~Response.set_aside)


def _report_rows(round_id: int, on: date) -> Select[*tuple[Any, ...]]:
    """Reports with their exact points, if these still live, in the last columns: exact, coarse, how wide."""
    written = cast(Report.answers, String).label("answers")
    exact = (ExactPoint.lat, ExactPoint.lon, ExactPoint.to_lat, ExactPoint.to_lon)
    alive = and_(ExactPoint.report_id == Report.id, ExactPoint.erase_on > on)
    chosen = (
        select(Report.id, Report.language, Report.channel, Report.response_id, Report.part_of, Report.area_id)
        .add_columns(Report.placed_by, Report.received_on, Report.imported_code_id, written)
        .add_columns(*(column.label(f"exact_{column.key}") for column in exact))
        .add_columns(Report.lat, Report.lon, Report.to_lat, Report.to_lon, Report.within)
        .outerjoin(ExactPoint, alive)
    )
    return counted_reports(chosen, round_id)


def counted_reports(chosen: Select[*tuple[Any, ...]], round_id: int) -> Select[*tuple[Any, ...]]:
    """Of a round, those that count: neither set aside nor sent before, and their voice not set aside either."""
    first = aliased(Report)
    return (
        chosen.outerjoin(Response, Response.id == Report.response_id)
        .outerjoin(first, first.id == Report.part_of)
        .where(Report.round_id == round_id, Report.status.not_in(_LEFT_OUT))
        .where(or_(Response.id.is_(None), ~Response.set_aside))
        .where(or_(first.id.is_(None), first.status != SET_ASIDE))
    )


def _coding_rows(round_id: int) -> Select[*tuple[Any, ...]]:
    """Codes that count of reviewed texts, each with the voice that the text is part of."""
    report_area, counted = Report.area_id.label("report_area_id"), counted_codings()
    chosen = select(Response.id.label("response_id"), Report.id.label("report_id"), Response.area_id, report_area)
    return _of_coded(chosen.add_columns(Report.placed_by, counted.c.code, counted.c.stance), counted, round_id)


def _of_coded(chosen: Select[*tuple[Any, ...]], counted: Subquery, round_id: int) -> Select[*tuple[Any, ...]]:
    return (
        chosen.select_from(counted)
        .join(Text, Text.id == counted.c.text_id)
        .outerjoin(Report, Report.id == Text.report_id)
        .outerjoin(Response, Response.id == func.coalesce(Text.response_id, Report.response_id))
        .where(Text.round_id == round_id, Text.status == ACCEPTED)
        .where(or_(Response.id.is_(None), ~Response.set_aside))
        .where(or_(Report.id.is_(None), Report.status.not_in(_LEFT_OUT)))
    )


def _chunks(session: Session, rows: Select[*tuple[Any, ...]]) -> Iterator[Sequence[Row[Any]]]:
    """A stream: the database keeps what has not been read yet."""
    return session.connection().execute(rows, execution_options={"yield_per": CHUNK}).partitions()


def _home(area_id: int | None, placed_by: str) -> Home:
    return area_id, IN_WORDS if placed_by == WORDS else OUTSIDE

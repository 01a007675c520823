"""The one place where a picture reads what residents said: row by row, in chunks, into columns of small numbers."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from json import loads
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, String, cast, func, or_, select
from sqlalchemy.orm import Session

from dialog.picture.codes import Category
from dialog.picture.columns import Building, Columns
from dialog.picture.heard import OF_VOICE, ONE_OF_REPORT, SEVERAL_OF_REPORT, Heard, Home
from dialog.picture.ids import ELSEWHERE, IN_WORDS, OUTSIDE
from dialog.places.models import WORDS, ImportedCode, Report
from dialog.review.models import Coding
from dialog.survey.models import Response
from dialog.survey.questionnaire import Column
from dialog.texts.models import ACCEPTED, SET_ASIDE, Text

CHUNK = 10_000  # rows held at a time


def hear(session: Session, round_id: int, questions: Sequence[Column]) -> Heard:
    """Read a round. Voices that were set aside, and reports that were, are left out."""
    return Heard(_responses(session, round_id, questions), _reports(session, round_id), _codings(session, round_id))


def categories(session: Session, ids: Iterable[Any]) -> list[Category]:
    """Imported categories by label."""
    chosen = select(ImportedCode).where(ImportedCode.id.in_([id for id in ids if id is not None]))
    found = session.scalars(chosen.order_by(ImportedCode.parent, ImportedCode.label, ImportedCode.id))
    return [Category(one.id, one.label, one.parent) for one in found]


def _responses(session: Session, round_id: int, questions: Sequence[Column]) -> Columns:
    single = [one.id for one in questions if not one.several]
    several = [one.id for one in questions if one.several]
    building = Building(single=[*OF_VOICE, *single], several=several)
    for rows in _chunks(session, _response_rows(round_id)):
        answers = _parsed(row.answers for row in rows)
        asked = {name: [one.get(name) for one in answers] for name in (*single, *several)}
        building.add(len(rows), asked | _of_voice(rows, [(row.area_id, ELSEWHERE) for row in rows]))
    return building.done()


def _reports(session: Session, round_id: int) -> Columns:
    names = (*OF_VOICE, "voice", "inside", "month", "imported", *ONE_OF_REPORT)
    building = Building(single=names, several=SEVERAL_OF_REPORT)
    alone = count()
    for rows in _chunks(session, _report_rows(round_id)):
        answers = _parsed(row.answers for row in rows)
        keys = ONE_OF_REPORT | SEVERAL_OF_REPORT
        chosen = {name: [one.get(key) for one in answers] for name, key in keys.items()}
        own: dict[str, list[Any]] = {
            "voice": [row.response_id or next(alone) for row in rows],
            "inside": [row.response_id is not None for row in rows],
            "month": [f"{row.received_on:%Y-%m}" for row in rows],
            "imported": [row.imported_code_id for row in rows],
        }
        homes = [_home(row.area_id, row.placed_by) for row in rows]
        building.add(len(rows), chosen | own | _of_voice(rows, homes))
    return building.done()


def _codings(session: Session, round_id: int) -> Columns:
    building = Building(single=("voice", "area", "code", "stance"))
    for rows in _chunks(session, _coding_rows(round_id)):
        voices: list[UUID] = [row.response_id or row.report_id for row in rows]
        homes = [
            (row.area_id, ELSEWHERE) if row.response_id else _home(row.report_area_id, row.placed_by) for row in rows
        ]
        said = {"code": [row.code for row in rows], "stance": [row.stance for row in rows]}
        building.add(len(rows), {"voice": voices, "area": homes, **said})
    return building.done()


def _response_rows(round_id: int) -> Select[*tuple[Any, ...]]:
    written = cast(Response.answers, String).label("answers")
    return select(Response.language, Response.channel, Response.area_id, written).where(
        Response.round_id == round_id, ~Response.set_aside
    )


def _report_rows(round_id: int) -> Select[*tuple[Any, ...]]:
    written = cast(Report.answers, String).label("answers")
    place = (Report.area_id, Report.placed_by, Report.received_on, Report.imported_code_id)
    return (
        select(Report.response_id, Report.language, Report.channel, *place, written)
        .outerjoin(Response, Response.id == Report.response_id)
        .where(Report.round_id == round_id, Report.status != SET_ASIDE)
        .where(or_(Response.id.is_(None), ~Response.set_aside))
    )


def _coding_rows(round_id: int) -> Select[*tuple[Any, ...]]:
    """Codings of reviewed texts, each with the voice that the text is part of."""
    report_area = Report.area_id.label("report_area_id")
    return (
        select(Response.id.label("response_id"), Report.id.label("report_id"), Response.area_id, report_area)
        .add_columns(Report.placed_by, Coding.code, Coding.stance)
        .select_from(Coding)
        .join(Text, Text.id == Coding.text_id)
        .outerjoin(Report, Report.id == Text.report_id)
        .outerjoin(Response, Response.id == func.coalesce(Text.response_id, Report.response_id))
        .where(Text.round_id == round_id, Text.status == ACCEPTED)
        .where(or_(Response.id.is_(None), ~Response.set_aside))
        .where(or_(Report.id.is_(None), Report.status != SET_ASIDE))
    )


def _chunks(session: Session, rows: Select[*tuple[Any, ...]]) -> Iterator[Sequence[Row[Any]]]:
    """A stream: the database keeps what has not been read yet."""
    return session.execute(rows.execution_options(yield_per=CHUNK)).partitions()


def _parsed(documents: Iterable[str]) -> list[dict[str, Any]]:
    """Many small documents at once: a third less time than one by one."""
    parsed: list[dict[str, Any]] = loads(f"[{','.join(documents)}]")
    return parsed


def _of_voice(rows: Sequence[Row[Any]], homes: list[Home]) -> dict[str, list[Any]]:
    return {"language": [row.language for row in rows], "channel": [row.channel for row in rows], "area": homes}


def _home(area_id: int | None, placed_by: str) -> Home:
    return area_id, IN_WORDS if placed_by == WORDS else OUTSIDE

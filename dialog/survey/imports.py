"""Taking responses out of a file: paper that somebody typed in, or another system's export."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert
from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.rows.mapping import ColumnMap
from dialog.rows.rejects import Rejects
from dialog.rows.row import Row
from dialog.survey.filled import BadCell, Filled, Reader
from dialog.survey.models import Response, Round
from dialog.survey.queries import questionnaire_of, round_areas
from dialog.texts.actions import store_texts
from dialog.texts.arriving import look_over
from dialog.texts.models import NEW

_AT_ONCE = 2_000  # rows

Values = dict[str, Any]  # of one row of a table


@dataclass
class Loaded:
    """What a load took and what it rejected."""

    taken: int = 0
    rejects: Rejects = field(default_factory=Rejects)


def load_responses(
    session: Session,
    rows: Iterable[Row],
    columns: ColumnMap,
    *,
    round: Round,
    today: date,
    language: str,
    channel: str,
) -> Loaded:
    """Keep every row as a response to the round, by the rules of its form; what breaks them is listed.

    `language` and `channel` stand for rows that don't say. Raises UnreadableFile.
    """
    loaded = Loaded()
    areas = round_areas(session, round)
    reader = Reader(questionnaire_of(round), columns, {area.code: area.names for area in areas})
    filled = _readable(rows, reader, loaded.rejects, today=today, language=language, channel=channel)
    area_ids = {area.code: area.id for area in areas}
    while portion := list(islice(filled, _AT_ONCE)):
        _write(session, portion, round, area_ids)
        loaded.taken += len(portion)
    record(session, "responses loaded", f"round {round.id}", taken=loaded.taken, rejected=len(loaded.rejects))
    return loaded


def _readable(
    rows: Iterable[Row], reader: Reader, rejects: Rejects, *, today: date, language: str, channel: str
) -> Iterator[Filled]:
    for row in rows:
        try:
            yield reader.read(row, today=today, language=language, channel=channel)
        except BadCell as problem:
            rejects.add(row, str(problem), column=reader.columns.column(problem.field) or problem.field)


def _write(session: Session, portion: Sequence[Filled], round: Round, area_ids: Mapping[str, int]) -> None:
    responses, texts = [], []
    for one in portion:
        id, shared = uuid4(), _shared(one, round, area_ids)
        responses.append({"id": id, **shared, **_response(one, round)})
        texts += [_text(id, shared, question, words) for question, words in one.checked.texts.items()]
    session.execute(insert(Response.__table__), responses)  # type: ignore[arg-type]
    store_texts(session, look_over(texts))


def _shared(one: Filled, round: Round, area_ids: Mapping[str, int]) -> Values:
    return {
        "round_id": round.id,
        "area_id": area_ids.get(one.checked.area or ""),
        "language": one.language,
        "channel": one.channel,
        "received_on": one.on,
    }


def _response(one: Filled, round: Round) -> Values:
    return {
        "questionnaire_id": round.questionnaire_id,
        "answers": dict(one.checked.answers),
        "group_size": one.group_size,
        "weight": one.weight,
    }


def _text(response_id: UUID, shared: Values, question: str, words: str) -> Values:
    return {"id": uuid4(), "response_id": response_id, **shared, "question": question, "original": words, "status": NEW}

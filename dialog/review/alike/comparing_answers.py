"""Comparing the closed answers of whole responses with each other, in bulk and on demand as texts are."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from dialog.review.alike.comparing import CHUNK, Compared
from dialog.review.alike.hashing import Hashing
from dialog.review.alike.models import ResponseSignature
from dialog.survey.models import Response

FEWEST_ANSWERS = 8  # below, many give the same by chance: a form has five questions that most answer alike


def compare_answers(session: Session, *, key: bytes, after: UUID | None = None, most: int = CHUNK) -> Compared:
    """Compare the answers of the next responses that have not been, in the order of their ids, which is chance."""
    compared = select(ResponseSignature.response_id).where(ResponseSignature.response_id == Response.id)
    some = select(Response.id, Response.round_id, Response.answers).where(~compared.exists())
    if after:
        some = some.where(Response.id > after)
    rows = session.execute(some.order_by(Response.id).limit(most)).all()
    hashing = Hashing(key)
    signatures = [
        {"response_id": id, "round_id": round, "whole": _whole(hashing, answers, round)} for id, round, answers in rows
    ]
    if signatures:
        session.execute(insert(ResponseSignature.__table__), signatures)  # type: ignore[arg-type]
    return Compared(len(rows), 0, rows[-1].id if len(rows) == most else None)


def how_many_answers_not_compared(session: Session) -> int:
    """Responses that have come since the last time."""
    responses = select(func.count()).select_from(Response).scalar_subquery()
    compared = select(func.count()).select_from(ResponseSignature).scalar_subquery()
    return max(session.scalar(select(responses - compared)) or 0, 0)


def _whole(hashing: Hashing, answers: Mapping[str, Any], round: int) -> int | None:
    if len(answers) < FEWEST_ANSWERS:
        return None
    return hashing.whole(json.dumps(answers, sort_keys=True), of=round)

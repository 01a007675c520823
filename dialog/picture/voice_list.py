"""The responses of a round as analysts look for spam: how they came and how many are alike, not what they say."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, String, cast, func, select
from sqlalchemy.orm import Session

from dialog.survey.models import Response

PAGE = 50  # voices


@dataclass(frozen=True)
class ListedVoice:
    """One response without its answers."""

    id: UUID
    received_on: date
    channel: str
    language: str
    area_id: int | None
    answered: int  # closed questions
    alike: int  # responses of the round with these very answers, itself among them
    is_set_aside: bool


def listed_voices(session: Session, round_id: int, *, after: UUID | None = None) -> list[ListedVoice]:
    """A page of the round's responses by id, which is chance; those after an id."""
    chosen = select(Response).where(Response.round_id == round_id)
    if after:
        chosen = chosen.where(Response.id > after)
    written = _written().label("written")
    rows = session.execute(chosen.add_columns(written).order_by(Response.id).limit(PAGE)).all()
    alike = _alike(session, round_id, [text for _, text in rows])
    return [_listed(response, alike[text]) for response, text in rows]


def is_in_round(session: Session, round_id: int, response_id: UUID) -> bool:
    found = select(Response.id).where(Response.id == response_id, Response.round_id == round_id)
    return session.scalar(found) is not None


def _alike(session: Session, round_id: int, texts: Sequence[str]) -> Counter[str]:
    same = select(_written(), func.count()).where(Response.round_id == round_id, _written().in_(texts))
    alike: Counter[str] = Counter()
    for text, number in session.execute(same.group_by(_written())):
        alike[text] = number
    return alike


def _written() -> ColumnElement[str]:
    return cast(Response.answers, String)


def _listed(response: Response, alike: int) -> ListedVoice:
    return ListedVoice(
        id=response.id,
        received_on=response.received_on,
        channel=response.channel,
        language=response.language,
        area_id=response.area_id,
        answered=len(response.answers),
        alike=alike,
        is_set_aside=response.set_aside,
    )

"""Setting a whole voice aside as spam, and restoring it: what it said then has the status it had before."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from dialog.places.models import Report
from dialog.review.models import StatusChange
from dialog.review.queries import Voice, is_voice_set_aside, reports_of, texts_of
from dialog.review.statuslog import log_step, move
from dialog.review.steps import BACK_WITH_VOICE, OF_STATUS, VOICE_RESTORED, VOICE_SET_ASIDE, WITH_VOICE
from dialog.survey.models import Response
from dialog.texts.models import ACCEPTED, NEW, SET_ASIDE, Text


class VoiceSetAside(Exception):
    """The whole voice is set aside; restore it first."""


class VoiceNotSetAside(Exception):
    """The voice is not set aside."""


def set_voice_aside(session: Session, voice: Voice, *, by: int, at: datetime) -> None:
    """Leave a voice out of drafts, and all it said out of the queue. Raises VoiceSetAside when it is already."""
    if is_voice_set_aside(session, voice):
        raise VoiceSetAside
    for item in _members(session, voice):
        if _is_voice(item, voice):
            move(session, item, SET_ASIDE, VOICE_SET_ASIDE, by=by, at=at)
        elif item.status in (NEW, ACCEPTED):
            move(session, item, SET_ASIDE, WITH_VOICE, by=by, at=at)
    _mark_response(session, voice, VOICE_SET_ASIDE, by=by, at=at)


def restore_voice(session: Session, voice: Voice, *, by: int, at: datetime) -> None:
    """Take a voice into drafts again. Raises VoiceNotSetAside."""
    if not is_voice_set_aside(session, voice):
        raise VoiceNotSetAside
    members = _members(session, voice)
    latest = _latest_steps(session, members)
    for item in members:
        step = latest.get(item.id)
        if _is_voice(item, voice):
            move(session, item, step.was if step else NEW, VOICE_RESTORED, by=by, at=at)
        elif item.status == SET_ASIDE and step and step.action == WITH_VOICE:
            move(session, item, step.was, BACK_WITH_VOICE, by=by, at=at)
    _mark_response(session, voice, VOICE_RESTORED, by=by, at=at)


def _is_voice(item: Text | Report, voice: Voice) -> bool:
    """Whether it is a report of its own, or the first of several, which is set aside as the whole voice."""
    return item.id == voice.report_id


def _members(session: Session, voice: Voice) -> list[Text | Report]:
    return [*session.scalars(reports_of(voice)), *session.scalars(texts_of(voice))]


def _latest_steps(session: Session, members: Sequence[Text | Report]) -> Mapping[UUID | None, StatusChange]:
    """The last step that gave each its status."""
    ids = [item.id for item in members]
    steps = session.scalars(
        select(StatusChange)
        .where(or_(StatusChange.text_id.in_(ids), StatusChange.report_id.in_(ids)))
        .where(StatusChange.action.in_(OF_STATUS))
        .order_by(StatusChange.id)
    )
    return {step.text_id or step.report_id: step for step in steps}


def _mark_response(session: Session, voice: Voice, action: str, *, by: int, at: datetime) -> None:
    if voice.response_id:
        response = session.get_one(Response, voice.response_id)
        response.set_aside = action == VOICE_SET_ASIDE
        log_step(session, response, action, by=by, at=at)

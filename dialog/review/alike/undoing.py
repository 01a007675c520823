"""Taking a joint step back: each thing gets what it had, unless somebody has changed it since."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.places.models import Report
from dialog.review import actions, steps
from dialog.review.alike.joint import Done, Item
from dialog.review.alike.models import JointLine, JointStep
from dialog.review.coding.actions import NoSuchCoding, remove_code
from dialog.review.models import StatusChange
from dialog.review.queries import Voice
from dialog.review.voices import VoiceNotSetAside, VoiceSetAside, restore_voice
from dialog.texts.models import ACCEPTED, SET_ASIDE, Text


class NoSuchStep(LookupError):
    """No joint step has this id, or it has been taken back."""


def find_step(session: Session, step_id: UUID) -> JointStep:
    """Raises NoSuchStep."""
    if (step := session.get(JointStep, step_id)) is None:
        raise NoSuchStep(step_id)
    return step


def lines_of_step(session: Session, step_id: UUID) -> Sequence[StatusChange]:
    """What a joint step wrote into the status log, the first line first."""
    written = select(StatusChange).join(JointLine, JointLine.status_change_id == StatusChange.id)
    return session.scalars(written.where(JointLine.joint_id == step_id).order_by(StatusChange.id)).all()


def undo(session: Session, step_id: UUID, *, by: int, at: datetime) -> Done:
    """Take every change back, the last one first. Raises NoSuchStep."""
    step = find_step(session, step_id)
    if step.undone_at:
        raise NoSuchStep(step_id)
    step.undone_at = at
    done = Done(step_id)
    for line in reversed(lines_of_step(session, step_id)):
        if line.action in _BACK:
            back = _taken_back(session, line, by, at)
            done.changed, done.left_out = done.changed + back, done.left_out + (not back)
    session.flush()
    return done


def _taken_back(session: Session, line: StatusChange, by: int, at: datetime) -> bool:
    try:
        return _BACK[line.action](session, line, by, at)
    except (actions.NotPossible, NoSuchCoding, VoiceSetAside, VoiceNotSetAside):
        return False


def _unaccept(session: Session, line: StatusChange, by: int, at: datetime) -> bool:
    item = _item(session, line)
    if item is None or item.status != ACCEPTED:
        return False
    actions.reopen(session, item, by=by, at=at)
    return True


def _put_back(session: Session, line: StatusChange, by: int, at: datetime) -> bool:
    """What was set aside: it waits again, or is accepted again."""
    item = _item(session, line)
    if item is None or item.status != SET_ASIDE:
        return False
    actions.reopen(session, item, by=by, at=at)
    if line.was == ACCEPTED:
        actions.accept(session, item, by=by, at=at)
    return True


def _uncode(session: Session, line: StatusChange, by: int, at: datetime) -> bool:
    """Only who coded can take the code off."""
    code, _space, stance = line.became.partition(" ")
    text = session.get(Text, line.text_id)
    if text is None or line.staff_id != by:
        return False
    remove_code(session, text, code=code, stance=stance, start=0, by=by, at=at)
    return True


def _restore(session: Session, line: StatusChange, by: int, at: datetime) -> bool:
    restore_voice(session, Voice(response_id=line.response_id, report_id=line.report_id), by=by, at=at)
    return True


def _item(session: Session, line: StatusChange) -> Item | None:
    return session.get(Text, line.text_id) if line.text_id else session.get(Report, line.report_id)


_BACK: Mapping[str, Callable[[Session, StatusChange, int, datetime], bool]] = {
    steps.ACCEPTED: _unaccept,
    steps.SET_ASIDE: _put_back,
    steps.CODED: _uncode,
    steps.VOICE_SET_ASIDE: _restore,
}

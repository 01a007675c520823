"""Doing something to many at once: to each as if to it alone, so that every one has its line in the status log.

A joint step keeps which lines it wrote; `dialog.review.alike.undoing` takes it back.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID, uuid4

from sqlalchemy import event
from sqlalchemy.orm import Session

from dialog.places.models import Report
from dialog.review import actions
from dialog.review.alike.models import JointLine, JointStep
from dialog.review.coding.actions import add_codes
from dialog.review.coding.spans import WHOLE
from dialog.review.models import StatusChange
from dialog.review.queries import Voice, own_codings
from dialog.review.voices import VoiceSetAside, set_voice_aside
from dialog.review.waiting.taking import taken_by_others
from dialog.texts.models import ACCEPTED, NEW, Text

ACCEPT, ASIDE, CODE, VOICES_ASIDE = "accept", "set_aside", "code", "voices_aside"
MOST_AT_ONCE = 1_000  # texts, reports or voices: more take longer than a page may

Item = Text | Report
Thing = TypeVar("Thing")


class TooMany(ValueError):
    """More than MOST_AT_ONCE."""


@dataclass
class Done:
    """What a joint step did."""

    id: UUID
    changed: int = 0
    left_out: int = 0  # held back until a second person has seen them, or somebody else is at work on them, or was


def accept_all(session: Session, items: Sequence[Item], *, by: int, at: datetime, back: str) -> Done:
    """Accept those that wait. Raises TooMany."""
    waiting = [one for one in items if one.status == NEW]
    step = JointStep(id=uuid4(), action=ACCEPT, staff_id=by, at=at, back=back)
    return _each(session, step, waiting, lambda one: actions.accept(session, one, by=by, at=at))


def set_all_aside(session: Session, items: Sequence[Item], *, by: int, at: datetime, back: str) -> Done:
    """Set those aside that wait or are accepted. Raises TooMany."""
    some = [one for one in items if one.status in (NEW, ACCEPTED)]
    step = JointStep(id=uuid4(), action=ASIDE, staff_id=by, at=at, back=back)
    return _each(session, step, some, lambda one: actions.set_aside(session, one, by=by, at=at))


def code_all(session: Session, texts: Sequence[Text], *, head: Text, by: int, at: datetime, back: str) -> Done:
    """Give texts the codes that this coder gave the whole of `head`; those that wait are accepted. Raises TooMany."""
    codings = [one for one in own_codings(session, head.id, coder_id=by) if (one.start, one.end) == WHOLE]
    some = [one for one in texts if one.status in (NEW, ACCEPTED) and one.id != head.id] if codings else []
    step = JointStep(id=uuid4(), action=CODE, staff_id=by, at=at, back=back)

    def add_same(text: Text) -> None:
        for one in codings:
            add_codes(session, text, codes=[one.code], stance=one.stance, by=by, at=at)

    return _each(session, step, some, add_same)


def set_voices_aside(session: Session, voices: Sequence[Voice], *, by: int, at: datetime, back: str) -> Done:
    """Set whole voices aside as spam. Raises TooMany."""
    step = JointStep(id=uuid4(), action=VOICES_ASIDE, staff_id=by, at=at, back=back)
    return _each(session, step, voices, lambda one: set_voice_aside(session, one, by=by, at=at))


def _each(session: Session, step: JointStep, things: Sequence[Thing], change: Callable[[Thing], Any]) -> Done:
    if len(things) > MOST_AT_ONCE:
        raise TooMany(len(things))
    session.add(step)
    done = Done(step.id)
    items = [one.id for one in things if isinstance(one, Text | Report)]
    taken = taken_by_others(session, items, by=step.staff_id, at=step.at)
    with _lines_written(session) as lines:
        done.changed = sum(_is_changed(one, change) for one in things if getattr(one, "id", None) not in taken)
        session.flush()
    done.left_out = len(things) - done.changed
    session.add_all(JointLine(status_change_id=line.id, joint_id=step.id) for line in lines)
    session.flush()
    return done


def _is_changed(thing: Thing, change: Callable[[Thing], Any]) -> bool:
    """Change one, unless it is held back, or not what it was any more: the actions say so before they write."""
    if isinstance(thing, Text) and thing.held:
        return False
    try:
        change(thing)
    except (actions.NotPossible, actions.NotReviewed, VoiceSetAside):
        return False
    return True


@contextmanager
def _lines_written(session: Session) -> Iterator[list[StatusChange]]:
    """The lines of the status log that are written meanwhile."""
    lines: list[StatusChange] = []

    def note(_session: Session, added: object) -> None:
        if isinstance(added, StatusChange):
            lines.append(added)

    event.listen(session, "after_attach", note)
    try:
        yield lines
    finally:
        event.remove(session, "after_attach", note)

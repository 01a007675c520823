"""Writing down causes. Every change stands in the log."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.languages import MAIN, Words
from dialog.picture.findings.causes.tree import DEEPEST, MOST_CAUSES, depth
from dialog.picture.findings.models import Cause, Finding
from dialog.picture.findings.queries import causes_of, told_cause
from dialog.picture.findings.told import CORNERS, FACT, NATURES, STANDINGS


class NoCauseWords(ValueError):
    """The cause is not written in Swedish."""


class NoGround(ValueError):
    """A fact needs to say what it is known from."""


class UnknownSort(ValueError):
    """No such nature, standing or corner of the triangle."""


class TreeFull(ValueError):
    """There are as many causes as can be drawn, or as many behind each other."""


@dataclass(frozen=True)
class CauseWritten:
    """What somebody writes of a cause; `ground` is what makes it a fact."""

    words: Words
    nature: str
    standing: str
    ground: Words
    about: str


def add_cause(
    session: Session, finding: Finding, *, behind: int | None, written: CauseWritten, by: int | None, at: datetime
) -> Cause:
    """A cause behind another one of the same finding, or straight behind the problem.

    Raises NoCauseWords, NoGround, UnknownSort or TreeFull.
    """
    _check(written)
    there = [told_cause(one) for one in causes_of(session, [finding.id])[finding.id]]
    if behind is not None and behind not in {one.id for one in there}:
        raise UnknownSort(behind)
    if len(there) >= MOST_CAUSES or depth(there, behind) >= DEEPEST:
        raise TreeFull(finding.id)
    cause = Cause(finding_id=finding.id, parent_id=behind, **vars(written))
    session.add(cause)
    session.flush()
    _note(session, "cause added", finding, cause.id, by=by, at=at, standing=written.standing)
    return cause


def change_cause(
    session: Session, finding: Finding, cause: Cause, *, written: CauseWritten, by: int | None, at: datetime
) -> None:
    """Raises NoCauseWords, NoGround or UnknownSort."""
    _check(written)
    changed = [name for name, value in vars(written).items() if getattr(cause, name) != value]
    if not changed:
        return
    was = cause.standing
    for name in changed:
        setattr(cause, name, getattr(written, name))
    session.flush()
    _note(session, "cause changed", finding, cause.id, by=by, at=at, fields=changed, was=was, became=cause.standing)


def remove_cause(session: Session, finding: Finding, cause: Cause, *, by: int | None, at: datetime) -> None:
    """With all causes behind it."""
    id, words = cause.id, cause.words[MAIN]
    session.delete(cause)
    session.flush()
    _note(session, "cause removed", finding, id, by=by, at=at, words=words)


def _check(written: CauseWritten) -> None:
    if not written.words.get(MAIN):
        raise NoCauseWords
    if written.nature not in NATURES or written.standing not in STANDINGS or written.about not in CORNERS:
        raise UnknownSort(written.nature, written.standing, written.about)
    if written.standing == FACT and not written.ground.get(MAIN):
        raise NoGround


def _note(
    session: Session, action: str, finding: Finding, id: int, *, by: int | None, at: datetime, **details: object
) -> None:
    finding.changed_by, finding.changed_at = by, at
    session.flush()
    record(session, action, f"cause {id}", by=by, finding=finding.id, **details)

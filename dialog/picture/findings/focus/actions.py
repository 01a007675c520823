"""Proposing focus areas and recording what was decided. Every change stands in the log."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.languages import MAIN, Words
from dialog.picture.findings.models import Cause, Finding, FocusCause, FocusFinding, ProposedFocus
from dialog.picture.findings.told import DECISIONS, UNDECIDED


class NoTitle(ValueError):
    """The focus area has no name in Swedish."""


class NoFocusReason(ValueError):
    """Whatever was decided, the reason must be said."""


class NoReference(ValueError):
    """A decision must say where it is written down."""


class UnknownDecision(ValueError):
    """No such decision."""


@dataclass(frozen=True)
class FocusWritten:
    """What somebody writes of a focus area; `findings` and `causes` are ids of what speaks for it."""

    title: Words
    decision: str
    reason: Words
    reference: str
    decided_on: date | None
    findings: Collection[int] = ()
    causes: Collection[int] = ()


def propose_focus(session: Session, *, round_id: int, written: FocusWritten, by: int | None) -> ProposedFocus:
    """Raises NoTitle, NoFocusReason, NoReference or UnknownDecision."""
    _check(written)
    focus = ProposedFocus(round_id=round_id, **_own(written))
    session.add(focus)
    session.flush()
    _link(session, focus, written)
    _log(session, "focus area proposed", focus, by=by, decision=focus.decision)
    return focus


def change_focus_area(session: Session, focus: ProposedFocus, *, written: FocusWritten, by: int | None) -> None:
    """Raises NoTitle, NoFocusReason, NoReference or UnknownDecision."""
    _check(written)
    was = focus.decision
    for name, value in _own(written).items():
        setattr(focus, name, value)
    _link(session, focus, written)
    _log(session, "focus area changed", focus, by=by, was=was, became=focus.decision)


def remove_focus_area(session: Session, focus: ProposedFocus, *, by: int | None) -> None:
    _log(session, "focus area removed", focus, by=by, title=focus.title[MAIN], decision=focus.decision)
    session.delete(focus)
    session.flush()


def _own(written: FocusWritten) -> dict[str, object]:
    return {name: value for name, value in vars(written).items() if name not in ("findings", "causes")}


def _link(session: Session, focus: ProposedFocus, written: FocusWritten) -> None:
    """To findings and causes of the same round; any others are left out."""
    own = select(Finding.id).where(Finding.round_id == focus.round_id, Finding.id.in_(written.findings))
    behind = (
        select(Cause.id).join(Finding, Finding.id == Cause.finding_id).where(Finding.round_id == focus.round_id)
    ).where(Cause.id.in_(written.causes))
    findings = [{"focus_id": focus.id, "finding_id": id} for id in session.scalars(own)]
    causes = [{"focus_id": focus.id, "cause_id": id} for id in session.scalars(behind)]
    for table, rows in ((FocusFinding, findings), (FocusCause, causes)):
        session.execute(delete(table).where(table.focus_id == focus.id))
        if rows:
            session.execute(insert(table), rows)
    session.flush()


def _check(written: FocusWritten) -> None:
    if not written.title.get(MAIN):
        raise NoTitle
    if written.decision not in DECISIONS:
        raise UnknownDecision(written.decision)
    if written.decision != UNDECIDED and not written.reason.get(MAIN):
        raise NoFocusReason
    if written.decision != UNDECIDED and not written.reference:
        raise NoReference


def _log(session: Session, action: str, focus: ProposedFocus, *, by: int | None, **details: object) -> None:
    record(session, action, f"focus area {focus.id}", by=by, round=focus.round_id, **details)

"""Undoing the last thing one did to a text or a report, as long as nobody has changed it since."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from dialog.places.models import Report
from dialog.review import steps
from dialog.review.actions import accept, clear_for_quoting, reopen, withdraw_clearance
from dialog.review.coding.actions import put_code_back, remove_code
from dialog.review.holding.actions import SamePerson, hold_again, looked_first, take_back_look
from dialog.review.queries import own_codings
from dialog.review.statuslog import hold_report, hold_text, log_step
from dialog.review.waiting.kinds import REPORT, TEXT
from dialog.review.waiting.models import DoneStep
from dialog.texts.models import ACCEPTED, NEW, Text
from dialog.texts.searching.actions import index_text

MOST_STEPS = 50  # of one person
LASTS = timedelta(hours=12)

Shape = Mapping[str, Any]


@dataclass(frozen=True)
class Undone:
    """What was put back to how it was."""

    item: Text | Report
    is_note_lost: bool = False  # that stood beside a code


class NothingToUndo(LookupError):
    """One has changed nothing of late that could be undone."""


class ChangedSince(ValueError):
    """Somebody has changed it since, or it can't be taken back any more."""


def shape_of(session: Session, item: Text | Report, *, by: int) -> Shape:
    """What of a text or a report a step of this person may change; never its words."""
    shape: dict[str, Any] = {"status": item.status}
    if isinstance(item, Text):
        codings = own_codings(session, item.id, coder_id=by)
        shape |= {
            "masks": [dict(mask) for mask in item.masks],
            "quotable": item.quotable,
            "codes": [[one.code, one.stance, one.start, one.end] for one in codings],
            "noted": [[one.code, one.stance, one.start, one.end] for one in codings if one.note],
            "held": item.held,
            "looked": looked_first(session, item, by=by),
        }
    return shape


def remember(session: Session, item: Text | Report, was: Shape, *, by: int, at: datetime) -> None:
    """Keep what somebody just changed, so that it can be undone."""
    became = shape_of(session, item, by=by)
    if became == was:
        return
    kind = TEXT if isinstance(item, Text) else REPORT
    session.add(DoneStep(staff_id=by, at=at, kind=kind, item_id=item.id, was=dict(was), became=dict(became)))
    session.flush()
    oldest = select(DoneStep.id).where(DoneStep.staff_id == by).order_by(DoneStep.id.desc()).offset(MOST_STEPS).limit(1)
    if (last := session.scalar(oldest)) is not None:
        session.execute(delete(DoneStep).where(DoneStep.staff_id == by, DoneStep.id <= last))


def undo_last(session: Session, *, by: int, at: datetime) -> Undone:
    """Put what one changed last back to how it was, with lines in the status log; what that was.

    Raises NothingToUndo, ChangedSince, SamePerson for what one held back by hand, which a second person has to see, or
    what hinders the steps that lead back.
    """
    step = session.scalar(
        select(DoneStep).where(DoneStep.staff_id == by, DoneStep.at > at - LASTS).order_by(DoneStep.id.desc()).limit(1)
    )
    if step is None:
        raise NothingToUndo
    item = (hold_text if step.kind == TEXT else hold_report)(session, step.item_id)
    session.delete(step)
    if shape_of(session, item, by=by) != step.became:
        raise ChangedSince
    if isinstance(item, Report):
        _restore_status(session, item, step.was["status"], by=by, at=at)
        return Undone(item)
    if step.became["held"] and not step.was["held"]:
        raise SamePerson(item.id)
    _take_codes_off(session, item, step, by=by, at=at)
    _restore_status(session, item, step.was["status"], by=by, at=at)
    _restore_holding(session, item, step, by=by, at=at)
    _restore_text(session, item, step.was, by=by, at=at)
    return Undone(item, is_note_lost=_put_codes_back(session, item, step, by=by, at=at))


def can_undo(session: Session, *, by: int, at: datetime) -> bool:
    """Whether one changed something of late."""
    return bool(session.scalar(select(exists().where(DoneStep.staff_id == by, DoneStep.at > at - LASTS))))


def _take_codes_off(session: Session, text: Text, step: DoneStep, *, by: int, at: datetime) -> None:
    """The codes that were added."""
    for code, stance, start, end in _only_in(step.became, step.was):
        remove_code(session, text, code=code, stance=stance, start=start, end=end, by=by, at=at)


def _put_codes_back(session: Session, text: Text, step: DoneStep, *, by: int, at: datetime) -> bool:
    """The codes that were removed; whether a note stood beside any, which is kept nowhere once it is removed."""
    removed = _only_in(step.was, step.became)
    for code, stance, start, end in removed:
        put_code_back(session, text, code=code, stance=stance, start=start, end=end, by=by, at=at)
    return any(one in step.was["noted"] for one in removed)


def _only_in(one: Shape, other: Shape) -> list[list[Any]]:
    """The codes of one shape that another does not have: [code, stance, start, end]."""
    return [code for code in one["codes"] if code not in other["codes"]]


def _restore_holding(session: Session, text: Text, step: DoneStep, *, by: int, at: datetime) -> None:
    """What was held back is so again, and waits for as many people as before."""
    if step.was["held"] and not step.became["held"]:
        hold_again(session, text, by=by, at=at)
    elif step.became["looked"] and not step.was["looked"]:
        take_back_look(session, text, by=by, at=at)


def _restore_status(session: Session, item: Text | Report, was: str, *, by: int, at: datetime) -> None:
    if item.status == was:
        return
    if item.status != NEW:
        reopen(session, item, by=by, at=at)
    if was == ACCEPTED:
        accept(session, item, by=by, at=at)
    if item.status != was:
        raise ChangedSince


def _restore_text(session: Session, text: Text, was: Shape, *, by: int, at: datetime) -> None:
    if text.masks != was["masks"]:
        fewer = len(was["masks"]) < len(text.masks)
        text.masks = [dict(mask) for mask in was["masks"]]
        log_step(session, text, steps.UNMASKED if fewer else steps.MASKED, by=by, at=at, **_labels(text, fewer))
        index_text(session, text)
    if text.quotable != was["quotable"]:
        (clear_for_quoting if was["quotable"] else withdraw_clearance)(session, text, by=by, at=at)


def _labels(text: Text, fewer: bool) -> dict[str, str]:
    return {"was": "other"} if fewer else {"became": text.masks[-1]["label"]}

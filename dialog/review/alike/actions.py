"""Keeping together what different voices say alike, and taking back that something is a duplicate.

*Alike* are texts or reports of different voices that say much the same: kept together they are read, decided about and
coded together, and each voice counts. A *duplicate* is what the same person sent twice: it does not count again. The
one says nothing of the other: a text that is kept with others may turn out to be a duplicate of something else.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from dialog.review.actions import NotPossible
from dialog.review.alike.groups import FEWEST, Item, kind_of, members, membership
from dialog.review.alike.models import AlikeGroup, AlikeReport, AlikeText, TextSignature
from dialog.review.alike.steps import GATHERED, HEADED, LEFT, NO_DUPLICATE
from dialog.review.models import StatusChange
from dialog.review.queries import is_voice_set_aside, voice_of
from dialog.review.statuslog import log_step, move
from dialog.review.steps import DUPLICATE as MARKED
from dialog.review.voices import VoiceSetAside
from dialog.texts.models import DUPLICATE, Text


class NotTogether(ValueError):
    """Only two or more, all texts or all reports of one round, can be kept together."""


def keep_together(
    session: Session, items: Sequence[Item], *, head: Item, by: int, at: datetime, id: UUID | None = None
) -> UUID:
    """Make a group of these, or add them to the group that the head is in; its id. What was in another leaves that.

    Raises NotTogether.
    """
    everything = {one.id: one for one in (head, *items)}
    if len(everything) < FEWEST or len({(kind_of(one), one.round_id) for one in everything.values()}) > 1:
        raise NotTogether
    kept = membership(session, head)
    group_id = kept.group_id if kept else _new_group(session, head, by=by, at=at, id=id or uuid4())
    for one in everything.values():
        if (row := membership(session, one)) and row.group_id != group_id:
            leave(session, one, by=by, at=at)
        if row is None or row.group_id != group_id:
            _take_in(session, one, group_id, by=by, at=at)
    session.flush()
    return group_id


def leave(session: Session, item: Item, *, by: int, at: datetime) -> None:
    """Take one out of its group, if it is in one. A group of which one is left is none."""
    if (row := membership(session, item)) is None:
        return
    group_id = row.group_id
    _take_out(session, item, by=by, at=at)
    if len(members(session, group_id, most=FEWEST)) < FEWEST:
        dissolve(session, group_id, by=by, at=at)


def dissolve(session: Session, group_id: UUID, *, by: int, at: datetime) -> None:
    """Keep these together no more; how they stand and what they are coded with stays. Raises NoSuchGroup."""
    for one in members(session, group_id):
        _take_out(session, one, by=by, at=at)
    session.delete(session.get_one(AlikeGroup, group_id))
    session.flush()


def make_head(session: Session, item: Item, *, by: int, at: datetime) -> None:
    """Let one stand for its group. Raises NotTogether where it is in none."""
    if (row := membership(session, item)) is None:
        raise NotTogether
    session.get_one(AlikeGroup, row.group_id).head_id = item.id
    log_step(session, item, HEADED, by=by, at=at, became=str(row.group_id))


def not_a_duplicate(session: Session, item: Item, *, by: int, at: datetime) -> None:
    """Give what was marked as a duplicate the status that it had before. Raises NotPossible or VoiceSetAside."""
    own = StatusChange.text_id == item.id if isinstance(item, Text) else StatusChange.report_id == item.id
    marked = select(StatusChange.was).where(own, StatusChange.action == MARKED).order_by(StatusChange.id.desc())
    was = session.scalar(marked.limit(1))
    if item.status != DUPLICATE or was is None:
        raise NotPossible(f"it is no duplicate but {item.status}")
    if is_voice_set_aside(session, voice_of(session, item)):
        raise VoiceSetAside
    move(session, item, was, NO_DUPLICATE, by=by, at=at)
    item.duplicate_of = None


def forget_signatures(session: Session, text_ids: Sequence[UUID]) -> None:
    """For whatever changes the words of texts without deleting them. What is like them is compared anew."""
    session.execute(delete(TextSignature).where(TextSignature.first_id.in_(text_ids)))
    session.execute(delete(TextSignature).where(TextSignature.text_id.in_(text_ids)))


def _new_group(session: Session, head: Item, *, by: int, at: datetime, id: UUID) -> UUID:
    group = AlikeGroup(id=id, round_id=head.round_id, kind=kind_of(head), head_id=head.id, staff_id=by, at=at)
    session.add(group)
    session.flush()
    return id


def _take_in(session: Session, item: Item, group_id: UUID, *, by: int, at: datetime) -> None:
    if isinstance(item, Text):
        session.add(AlikeText(text_id=item.id, group_id=group_id))
    else:
        session.add(AlikeReport(report_id=item.id, group_id=group_id))
    log_step(session, item, GATHERED, by=by, at=at, became=str(group_id))


def _take_out(session: Session, item: Item, *, by: int, at: datetime) -> None:
    if (row := membership(session, item)) is not None:
        session.delete(row)
        session.flush()
        log_step(session, item, LEFT, by=by, at=at, was=str(row.group_id))

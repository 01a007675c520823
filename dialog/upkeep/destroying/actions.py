"""Destroying, at once or when a second person agrees; each with a certificate that never says what was destroyed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.picture.redaction import redact_releases
from dialog.places.models import ExactPoint
from dialog.review import steps
from dialog.review.photos import find_photo
from dialog.review.queries import find_report
from dialog.review.statuslog import hold_text, log_step, move
from dialog.review.waiting.taking import forget_items
from dialog.texts.models import NEW, SET_ASIDE, Photo, PhotoOriginal
from dialog.upkeep.destroying.emptying import MASKED, NOTHING, empty_hidden, empty_texts, readable
from dialog.upkeep.destroying.queries import PHOTO, POINT, TEXT, open_proposal
from dialog.upkeep.destroying.words import hidden_length
from dialog.upkeep.models import Destruction


class NothingToDestroy(LookupError):
    """It is gone already, or there never was any."""


class AlreadyProposed(Exception):
    """Somebody has proposed it, and a second person is to agree."""


class NeedsAnother(Exception):
    """Who proposed it can't be the second person."""


def propose(
    session: Session, *, kind: str, subject: UUID, leaves: str, why: str, basis: str, by: int, at: datetime, two: bool
) -> Destruction:
    """Destroy a text, a photo or an exact point (of a report); with `two`, only once a second person agrees.

    Raises NothingToDestroy, AlreadyProposed, NoSuchText or NoSuchPhoto.
    """
    if open_proposal(session, kind, subject):
        raise AlreadyProposed(subject)
    proposal = Destruction(
        kind=kind, subject=subject, leaves=leaves, length=0, why=why, basis=basis, proposed_at=at, proposed_by=by
    )
    proposal.length = _length(session, proposal)
    session.add(proposal)
    session.flush()
    if two:
        record(session, "destroying proposed", f"certificate {proposal.id}", by=by, of=f"{kind} {subject}")
    else:
        _carry_out(session, proposal, by=by, at=at)
    return proposal


def agree(session: Session, proposal: Destruction, *, by: int, at: datetime) -> None:
    """As the second person. Raises NeedsAnother, NothingToDestroy, NoSuchText or NoSuchPhoto."""
    if by == proposal.proposed_by:
        raise NeedsAnother(proposal.id)
    if proposal.done_at:
        raise NothingToDestroy(proposal.id)
    proposal.second_by = by
    proposal.length = _length(session, proposal)
    _carry_out(session, proposal, by=by, at=at)


def turn_down(session: Session, proposal: Destruction, *, by: int) -> None:
    """It stays. Raises NothingToDestroy when it is gone already."""
    if proposal.done_at:
        raise NothingToDestroy(proposal.id)
    record(session, "destroying turned down", f"{proposal.kind} {proposal.subject}", by=by, why=proposal.why)
    session.delete(proposal)


class _Carry(Protocol):
    def __call__(self, session: Session, subject: UUID, leaves: str, *, by: int, at: datetime) -> None: ...


def _carry_out(session: Session, proposal: Destruction, *, by: int, at: datetime) -> None:
    _CARRY[proposal.kind](session, proposal.subject, proposal.leaves, by=by, at=at)
    proposal.done_at = at
    details = {"certificate": proposal.id, "leaves": proposal.leaves, "length": proposal.length}
    record(session, f"{proposal.kind} destroyed", f"{proposal.kind} {proposal.subject}", by=by, **details)


def _length(session: Session, asked: Destruction) -> int:
    """How much there is to destroy: characters of a text, bytes of a photo, 0 of a point. Raises NothingToDestroy."""
    if asked.kind == TEXT:
        text = hold_text(session, asked.subject)
        found = hidden_length(text.original, text.masks) if asked.leaves == MASKED else len(text.original)
        if not found:
            raise NothingToDestroy(asked.subject)
        return found
    if asked.kind == POINT:
        if session.get(ExactPoint, asked.subject) is None:
            raise NothingToDestroy(asked.subject)
        return 0
    find_photo(session, asked.subject)
    sizes = (
        select(func.length(Photo.image)).where(Photo.id == asked.subject),
        select(func.length(PhotoOriginal.image)).where(PhotoOriginal.photo_id == asked.subject),
    )
    return sum(session.scalar(size) or 0 for size in sizes)


def _destroy_text(session: Session, subject: UUID, leaves: str, *, by: int, at: datetime) -> None:
    text = hold_text(session, subject)
    if leaves == NOTHING and text.status == NEW:
        move(session, text, SET_ASIDE, steps.DESTROYED, by=by, at=at)
    else:
        log_step(session, text, steps.DESTROYED, by=by, at=at, became=leaves)
    session.flush()
    if leaves == NOTHING:
        empty_texts(session, [subject])
    else:
        empty_hidden(session, [text])
    session.refresh(text)
    redact_releases(session, {str(subject): readable(text)}, by=by)


def _destroy_photo(session: Session, subject: UUID, leaves: str, *, by: int, at: datetime) -> None:
    photo = find_photo(session, subject)
    log_step(session, find_report(session, photo.report_id), steps.PHOTO_DESTROYED, by=by, at=at)
    session.flush()
    forget_items(session, [subject])
    session.execute(delete(Photo).where(Photo.id == subject))


def _destroy_point(session: Session, subject: UUID, leaves: str, *, by: int, at: datetime) -> None:
    log_step(session, find_report(session, subject), steps.POINT_DESTROYED, by=by, at=at)
    session.flush()
    session.execute(delete(ExactPoint).where(ExactPoint.report_id == subject))


_CARRY: Mapping[str, _Carry] = {TEXT: _destroy_text, PHOTO: _destroy_photo, POINT: _destroy_point}

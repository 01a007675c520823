"""Erasing again, in a database that was restored, what had been erased since its backup was made."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.audit.actions import record
from dialog.picture.redaction import redact_releases
from dialog.places.models import ExactPoint
from dialog.review.masking import merged
from dialog.texts.models import Photo, Text
from dialog.upkeep.backups.erasures import Erasure
from dialog.upkeep.destroying.emptying import NOTHING, empty_hidden, empty_texts, readable
from dialog.upkeep.destroying.queries import PHOTO, POINT, TEXT
from dialog.upkeep.models import Destruction
from dialog.upkeep.retention.actions import Asked, asked_by_design, purge
from dialog.upkeep.retention.queries import LOG

AT_ONCE = 500


def erase_again(
    session: Session, erasures: Sequence[Erasure], *, point_days: int, today: date, at: datetime
) -> Iterator[int]:
    """Erase all that the list says, and what is overdue by design; how many were found, after each batch.

    The caller commits after each. Lines of the log that had been purged come back: their decisions purge them anew.
    """
    texts = [one for one in erasures if one["of"] == TEXT]
    for start in range(0, len(texts), AT_ONCE):
        yield _empty(session, texts[start : start + AT_ONCE])
    certificates = [one for one in erasures if one["of"] == "certificate"]
    yield _destroy(session, certificates)
    _keep_certificates(session, certificates)
    for asked in _purges(erasures, today, point_days):
        for _ in purge(session, asked, by=None, at=at):
            yield 1
    record(session, "erasures applied", f"list {at.isoformat()}", lines=len(erasures))
    yield 0


def _purges(erasures: Iterable[Erasure], today: date, point_days: int) -> Iterator[Asked]:
    yield from asked_by_design(today, point_days=point_days)
    for one in erasures:
        if one["of"] == "purge" and one["kind"] != LOG:
            before = date.fromisoformat(one["before"])
            yield Asked(one["kind"], one["event"], before, today, again=True)


def _empty(session: Session, erasures: Sequence[Erasure]) -> int:
    said = {UUID(one["id"]): one for one in erasures}
    found = session.scalars(select(Text).where(Text.id.in_(said))).all()
    gone = [text.id for text in found if said[text.id]["leaves"] == NOTHING]
    hidden = [text for text in found if said[text.id]["leaves"] != NOTHING]
    for text in hidden:  # hidden since the backup, perhaps
        text.masks = merged([*text.masks, *said[text.id]["masks"]], len(text.original))
    empty_hidden(session, hidden)
    empty_texts(session, gone)
    return len(found)


def _destroy(session: Session, certificates: Sequence[Erasure]) -> int:
    number = 0
    for kind, column in ((PHOTO, Photo.id), (POINT, ExactPoint.report_id)):
        ids = [UUID(one["subject"]) for one in certificates if one["kind"] == kind]
        gone = session.scalars(delete(column.class_).where(column.in_(ids)).returning(column))
        number += len(gone.all())
    texts = [UUID(one["subject"]) for one in certificates if one["kind"] == TEXT]
    left = {str(text.id): readable(text) for text in session.scalars(select(Text).where(Text.id.in_(texts)))}
    redact_releases(session, left, by=None)
    return number


def _keep_certificates(session: Session, certificates: Sequence[Erasure]) -> None:
    """Those that were made out after the backup, if who made them out is known here."""
    people, there = set(session.scalars(select(Staff.id))), set(session.scalars(select(Destruction.id)))
    for one in certificates:
        if one["id"] in there or one["proposed_by"] not in people:
            continue
        session.add(
            Destruction(
                **{name: one[name] for name in ("id", "kind", "leaves", "length", "why", "basis", "proposed_by")},
                subject=UUID(one["subject"]),
                second_by=one["second_by"] if one["second_by"] in people else None,
                proposed_at=datetime.fromisoformat(one["proposed_at"]),
                done_at=datetime.fromisoformat(one["done_at"]),
            )
        )
    session.flush()

"""Destroying lines of the log whose term is over: the only way there is, and it leaves an anchor behind."""

import hmac
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.audit.chain import seal_of
from dialog.audit.models import AuditAnchor, AuditEvent

KEPT_MONTHS = 24  # unless the installation's own decision says more
LEAST_KEPT = timedelta(days=365)


class TooYoung(ValueError):
    """Lines younger than a year are never destroyed."""


def purgeable_lines(session: Session, *, before: date) -> int:
    """How many lines, from the beginning on, are all from before this day (UTC)."""
    chosen = select(func.count()).select_from(AuditEvent).where(AuditEvent.id <= _last_before(session, before))
    return session.scalar(chosen) or 0


def purge_log(session: Session, *, before: date, decision: str, by: int | None = None) -> int:
    """Destroy the lines from before this day; how many. Raises TooYoung, and ValueError without a decision."""
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    if now - datetime.combine(before, time()) < LEAST_KEPT:
        raise TooYoung(f"Lines of the log are kept for {LEAST_KEPT.days} days at least.")
    if not decision.strip():
        raise ValueError("Say by which decision lines of the log are destroyed.")
    last = session.get(AuditEvent, _last_before(session, before))
    if last is None:
        return 0
    lines = purgeable_lines(session, before=before)
    anchor = AuditAnchor(last=last.id, last_seal=last.seal, lines=lines, at=now, staff_id=by, decision=decision.strip())
    anchor.seal = _seal(session.info["log_key"], anchor)
    session.add(anchor)
    session.flush()  # the anchor first: it is what lets the lines go
    session.execute(
        delete(AuditEvent).where(AuditEvent.id <= last.id), execution_options={"synchronize_session": False}
    )
    session.expunge(last)
    record(session, "log purged", f"line {anchor.last}", by=by, lines=lines, decision=anchor.decision)
    return lines


def is_genuine(key: bytes, anchor: AuditAnchor) -> bool:
    """Whether it was left by `purge_log`, and not put there by somebody with only the database."""
    return hmac.compare_digest(_seal(key, anchor), anchor.seal)


def _last_before(session: Session, before: date) -> int:
    """The id of the last line before the first one that is not older; 0 when there is none."""
    first_kept = select(func.min(AuditEvent.id)).where(AuditEvent.at >= datetime.combine(before, time()))
    last = select(func.max(AuditEvent.id))
    if (kept := session.scalar(first_kept)) is not None:
        last = last.where(AuditEvent.id < kept)
    return session.scalar(last) or 0


def _seal(key: bytes, anchor: AuditAnchor) -> str:
    at = anchor.at.isoformat(timespec="seconds")
    return seal_of(key, "anchor", anchor.last, anchor.last_seal, anchor.lines, at, anchor.staff_id, anchor.decision)

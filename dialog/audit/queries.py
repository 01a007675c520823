"""Reading the log."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import Select, String, cast, select, union_all
from sqlalchemy.orm import Session

from dialog.audit.models import LISTED, AuditAnchor, AuditEvent

AT_ONCE = 1000  # lines of an export


@dataclass(frozen=True)
class Wanted:
    """Which lines are wanted; what is empty does not matter."""

    staff_id: int | None = None  # 0: commands
    action: str = ""
    kind: str = ""  # of what: text, report, staff …
    id: str = ""  # which of that kind
    since: date | None = None  # UTC, like the log
    until: date | None = None  # that day too


def latest_events(session: Session, *, limit: int = 50) -> Sequence[AuditEvent]:
    """The newest lines first."""
    return session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc()).limit(limit)).all()


def find_events(
    session: Session, wanted: Wanted, *, before: int | None = None, after: int | None = None, limit: int = 50
) -> Sequence[AuditEvent]:
    """The newest of the lines that are wanted, newest first: those before one, or the next ones after one."""
    chosen = _chosen(wanted)
    if after is not None:
        newer = chosen.where(AuditEvent.id > after).order_by(AuditEvent.id).limit(limit)
        return session.scalars(newer).all()[::-1]
    if before is not None:
        chosen = chosen.where(AuditEvent.id < before)
    return session.scalars(chosen.order_by(AuditEvent.id.desc()).limit(limit)).all()


def every_event(session: Session, wanted: Wanted) -> Iterator[AuditEvent]:
    """All that are wanted, oldest first, a thousand at a time, so that a log of any length fits."""
    last = 0
    while True:
        chosen = _chosen(wanted).where(AuditEvent.id > last).order_by(AuditEvent.id).limit(AT_ONCE)
        events = session.scalars(chosen).all()
        yield from events
        if len(events) < AT_ONCE:
            return
        last = events[-1].id
        session.expunge_all()


def known_actions(session: Session) -> list[str]:
    """What the log tells of, from A; by leaps along the index, since there are few kinds and many lines."""
    found: list[str] = []
    following = select(AuditEvent.action).order_by(AuditEvent.action).limit(1)
    one = session.scalar(following)
    while one is not None:
        found.append(one)
        one = session.scalar(following.where(AuditEvent.action > one))
    return sorted(found)


def anchors(session: Session) -> Sequence[AuditAnchor]:
    """Where older lines were destroyed, the latest first."""
    return session.scalars(select(AuditAnchor).order_by(AuditAnchor.last.desc())).all()


def _chosen(wanted: Wanted) -> Select[AuditEvent]:
    chosen = select(AuditEvent)
    if wanted.staff_id is not None:
        chosen = chosen.where(
            AuditEvent.staff_id == wanted.staff_id if wanted.staff_id else AuditEvent.staff_id.is_(None)
        )
    if wanted.action:
        chosen = chosen.where(AuditEvent.action == wanted.action)
    if wanted.since:
        chosen = chosen.where(AuditEvent.at >= datetime.combine(wanted.since, time()))
    if wanted.until:
        chosen = chosen.where(AuditEvent.at < datetime.combine(wanted.until + timedelta(days=1), time()))
    return _about(chosen, wanted.kind, wanted.id)


def _about(chosen: Select[AuditEvent], kind: str, id: str) -> Select[AuditEvent]:
    """Of one kind, or of one thing; then also where it was one of many in a list."""
    if not kind:
        return chosen
    if not id:
        return chosen.where(AuditEvent.subject.startswith(f"{kind} ", autoescape=True))
    listed = select(AuditEvent.id).where(
        AuditEvent.action == f"{kind}s {LISTED}", cast(AuditEvent.details, String).contains(id, autoescape=True)
    )
    itself = select(AuditEvent.id).where(AuditEvent.subject == f"{kind} {id}")
    return chosen.where(AuditEvent.id.in_(union_all(itself, listed)))  # each by its own index

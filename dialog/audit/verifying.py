"""Looking whether the log is whole: every line where it was put, as it was written."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.audit.chain import BEGINNING, Broken, Line, first_broken
from dialog.audit.models import AuditAnchor, AuditEvent, AuditHead
from dialog.audit.purging import is_genuine

AT_ONCE = 2000  # lines


@dataclass(frozen=True)
class Verdict:
    """What was found."""

    lines: int  # that were looked at and hold
    older: int  # that were not looked at
    last: int  # the last that does
    head: str  # its seal: whoever notes it elsewhere can tell later that nothing before it was taken away
    broken: Broken | None  # the first that does not


def verify_log(session: Session, *, newest: int | None = None) -> Verdict:
    """Go through the whole chain, from the first line that is kept to the end of it; or only the `newest` lines."""
    key: bytes = session.info.get("log_key", b"")
    anchors = session.scalars(select(AuditAnchor).order_by(AuditAnchor.last)).all()
    if forged := next((anchor for anchor in anchors if not is_genuine(key, anchor)), None):
        return Verdict(0, 0, 0, BEGINNING, Broken(forged.last, "anchor"))
    begins, follows = (anchors[-1].last, anchors[-1].last_seal) if anchors else (0, BEGINNING)
    head = session.get(AuditHead, 1)  # before the lines: what comes later is no matter
    end, first = head.last if head else 0, begins
    if newest is not None and (believed := session.get(AuditEvent, end - newest)) and believed.id > begins:
        first, follows = believed.id, believed.seal
    broken, last, seal = first_broken(key, _lines(session, after=first, up_to=end), after=first, follows=follows)
    if broken is None and head and (last, seal) != (head.last, head.seal):
        broken = Broken(last + 1, "cut")
    if broken is None and head is None and _count(session):
        broken = Broken(begins + 1, "cut")
    return Verdict(last - first, first - begins, last, seal, broken)


def bears(session: Session, seal: str) -> bool:
    """Whether there is a line, or an anchor for those that are gone, with a seal that somebody noted once."""
    of_line = select(AuditEvent.id).where(AuditEvent.seal == seal)
    of_anchor = select(AuditAnchor.last).where(AuditAnchor.last_seal == seal)
    return session.scalar(of_line.limit(1)) is not None or session.scalar(of_anchor.limit(1)) is not None


def _count(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(AuditEvent)) or 0


def _lines(session: Session, *, after: int, up_to: int) -> Iterator[tuple[Line, str]]:
    """In order, as rows: a session that held millions of objects would not let them go."""
    sealed = (AuditEvent.id, AuditEvent.at, AuditEvent.staff_id, AuditEvent.action, AuditEvent.subject)
    while True:
        chosen = select(*sealed, AuditEvent.details, AuditEvent.previous, AuditEvent.seal)
        asked = chosen.where(AuditEvent.id > after, AuditEvent.id <= up_to).order_by(AuditEvent.id).limit(AT_ONCE)
        rows = session.execute(asked).all()
        for *parts, seal in rows:
            yield Line(*parts), seal
        if not rows:
            return
        after = rows[-1].id

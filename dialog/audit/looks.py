"""Who looked at what only some may see: words before they are masked, exact points, photos before they are blurred.

A page that shows one such thing says so itself (`look`). What makes a line of a list out of a text notes it (`saw`),
and the gate then puts down what nobody has told of: no page can forget it.
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.audit.models import LISTED

Id = UUID | int | str
_UNTOLD = "seen, not told"  # in session.info: kind -> ids, in the order in which they were seen


def look(session: Session, kind: str, id: Id, *, by: int) -> None:
    """Somebody saw one text, exact point, photo … as it was sent."""
    _is_told(session, kind, [id])
    record(session, f"{kind} seen", f"{kind} {id}", by=by)


def look_at_list(session: Session, kind: str, ids: Sequence[Id], *, by: int) -> None:
    """Somebody saw many at once, a page of a list: one line, which is also found by each of the ids."""
    _is_told(session, kind, ids)
    if ids:
        record(session, f"{kind}s {LISTED}", f"{kind}s {len(ids)}", by=by, ids=[str(id) for id in ids])


def saw(session: Session, kind: str, ids: Iterable[Id]) -> None:
    """These are about to be shown as they were sent; nothing is written yet."""
    session.info.setdefault(_UNTOLD, {}).setdefault(kind, {}).update((str(id), None) for id in ids)


def untold(session: Session) -> dict[str, list[str]]:
    """What was shown and not told of: kind -> ids. Asked once: from then on it counts as told."""
    return {kind: list(ids) for kind, ids in session.info.pop(_UNTOLD, {}).items() if ids}


def _is_told(session: Session, kind: str, ids: Iterable[Id]) -> None:
    waiting = session.info.get(_UNTOLD, {}).get(kind, {})
    for id in ids:
        waiting.pop(str(id), None)

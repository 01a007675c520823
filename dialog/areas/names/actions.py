"""Keeping and forgetting names of spots."""

from collections.abc import Sequence
from dataclasses import dataclass
from secrets import randbelow

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from dialog.areas.models import PlaceName
from dialog.areas.names.joining import Spot
from dialog.audit.actions import record

_AT_ONCE = 5_000  # rows in one statement
_WIDEST_GAP = 100_000


class NoSuchSource(LookupError):
    """No names came from a file of this name; the text says so."""


@dataclass(frozen=True)
class Replaced:
    """What became of the names of a source."""

    new: int
    gone: int


def replace_names(
    session: Session, *, source: str, spots: Sequence[Spot], gap: int | None = None, by: int | None = None
) -> Replaced:
    """The names of a source, in place of those it gave before.

    Their ids begin at some distance from all others, by chance unless `gap` is given, so that none is used twice: an
    id in a form that was open all the while stands for no other spot now.
    """
    first = (session.scalar(select(func.max(PlaceName.id))) or 0) + 1
    first += randbelow(_WIDEST_GAP) if gap is None else gap
    gone = _delete(session, source)
    rows = [_row(id, source, spot) for id, spot in enumerate(spots, start=first)]
    for at in range(0, len(rows), _AT_ONCE):
        session.execute(insert(PlaceName), rows[at : at + _AT_ONCE])
    record(session, "names loaded", f"source {source}", by=by, names=len(rows), gone=gone)
    return Replaced(len(rows), gone)


def forget_names(session: Session, source: str) -> int:
    """Take away the names of a source; how many there were. Raises NoSuchSource."""
    gone = _delete(session, source)
    if not gone:
        raise NoSuchSource(f"No names came from {source}.")
    record(session, "names forgotten", f"source {source}", gone=gone)
    return gone


def _delete(session: Session, source: str) -> int:
    return len(session.scalars(delete(PlaceName).where(PlaceName.source == source).returning(PlaceName.id)).all())


def _row(id: int, source: str, spot: Spot) -> dict[str, object]:
    return {
        "id": id,
        "source": source,
        "kind": spot.kind,
        "names": dict(spot.names),
        "others": list(spot.others),
        "lat": spot.point.lat,
        "lon": spot.point.lon,
        "area_id": spot.area_id,
    }

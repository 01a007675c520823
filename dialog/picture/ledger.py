"""The ledger of all that ever left of a round: what every new table is protected against.

Released editions are that ledger: they never change, and one that was superseded has left all the same. Tables of two
rounds count different voices (`universes` name the round), so that nothing can be subtracted between them; whatever
else is to leave of a round's voices must be told of here. Figures of another source are the same in every round.
"""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.picture.beside.told import OutsideTable, outside_from
from dialog.picture.models import Release
from dialog.picture.queries import released_pictures
from dialog.picture.tables import SafeTable


def rounding_before(session: Session, round_id: int) -> int | None:
    """The base to which the figures that left were rounded, 0 where they were not; None before anything left."""
    return next((picture.rounding for _, picture in released_pictures(session, round_id)), None)


def ever_left(session: Session, round_id: int) -> list[SafeTable]:
    """Every table of the round that anybody may have read, the oldest first."""
    return [table for _, picture in released_pictures(session, round_id) for table in picture.tables]


def newest_edition(session: Session) -> int:
    """Of any round; 0 before there is one."""
    return session.scalar(select(func.max(Release.edition))) or 0


def beside_ever_left(session: Session, *, after: int = 0) -> list[Sequence[OutsideTable]]:
    """What each edition, of any round, told of other sources, the oldest first: a source is the same in all rounds."""
    chosen = select(Release.content["beside"]["tables"]).where(Release.edition > after)
    told = session.scalars(chosen.order_by(Release.edition))
    return [[outside_from(table) for table in tables] for tables in told if tables]

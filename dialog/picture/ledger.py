"""The ledger of all that ever left of a round: what every new table is protected against.

Released editions are its one half: they never change, and one that was superseded has left all the same. The other
half is what left by itself: summaries of an occasion or a channel, and counts of who answered that were told outside
the analyst's own screen. Tables of two rounds count different voices (`universes` name the round), so that nothing can
be subtracted between them. Live totals are in steps of five and break nothing down; they need no ledger. Figures of
another source are the same in every round.
"""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.picture.beside.told import OutsideTable, outside_from
from dialog.picture.content import tables_from
from dialog.picture.models import Release
from dialog.picture.queries import released_pictures
from dialog.picture.summaries.models import LeftTables
from dialog.picture.summaries.parts import COVERAGE, Part, Told, known_of_part, known_of_whole
from dialog.picture.summaries.queries import left_by_itself
from dialog.picture.tables import SafeTable


def rounding_before(session: Session, round_id: int) -> int | None:
    """The base to which the figures that left were rounded, 0 where they were not; None before anything left."""
    editions = (picture.rounding for _, picture in released_pictures(session, round_id))
    return next(editions, next((one.rounding for one in left_by_itself(session, round_id)), None))


def ever_left(session: Session, round_id: int, part: Part | None = None) -> list[SafeTable]:
    """What tables of the round, or of one part of it, are protected against: all that anybody may have read.

    With parts that left by themselves comes what a reader can add up or subtract of them.
    """
    told = everything_told(session, round_id)
    return known_of_part(told, part) if part else known_of_whole(told)


def everything_told(session: Session, round_id: int) -> list[Told]:
    """In the order of time; of one day, editions last."""
    days = dict(session.execute(select(Release.edition, Release.released_on).where(Release.round_id == round_id)).all())
    found: list[tuple[date, int, Told]] = [
        (days[edition], 1, Told(None, picture.every_table)) for edition, picture in released_pictures(session, round_id)
    ]
    found += [(one.left_on, 0, _told(one)) for one in left_by_itself(session, round_id)]
    return [told for _day, _editions_last, told in sorted(found, key=lambda one: one[:2])]


def newest_edition(session: Session) -> int:
    """Of any round; 0 before there is one."""
    return session.scalar(select(func.max(Release.edition))) or 0


def beside_ever_left(session: Session, *, after: int = 0) -> list[Sequence[OutsideTable]]:
    """What each edition, of any round, told of other sources, the oldest first: a source is the same in all rounds."""
    chosen = select(Release.content["beside"]["tables"]).where(Release.edition > after)
    told = session.scalars(chosen.order_by(Release.edition))
    return [[outside_from(table) for table in tables] for tables in told if tables]


def _told(left: LeftTables) -> Told:
    part = None if left.kind == COVERAGE else Part(left.kind, left.name, left.channel)
    return Told(part, tables_from(left.tables))

"""Taking reports out of somebody else's file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from sqlalchemy.orm import Session

from dialog.areas.locating import finest_of
from dialog.areas.queries import areas_in, locator
from dialog.audit.actions import record
from dialog.geography.outlines import Lookup
from dialog.geography.points import Point
from dialog.places.accounts import Account, BadCell, read_account
from dialog.places.coarsening.points import coarse_points
from dialog.places.identity import HashOf, Identities
from dialog.places.imported import Placed, codes_of, here_already, keep_codes, keep_reports
from dialog.places.models import AREA, PIN, WORDS
from dialog.rows.mapping import ColumnMap
from dialog.rows.rejects import Rejects
from dialog.rows.row import Row

_AT_ONCE = 2_000  # rows


@dataclass(frozen=True)
class Load:
    """What all reports of one load have in common."""

    round_id: int
    root_id: int  # the area that the round is about
    source: str  # the name of the file, which its categories keep
    today: date
    erase_on: date  # when exact points are forgotten
    inhabitants: int  # how many people at least live where a coarsened point may lie
    hash_of: HashOf
    division: str | None = None  # the version of its areas that the round rests on


@dataclass
class Loaded:
    """What a load took and what it rejected."""

    taken: int = 0
    here_already: int = 0  # taken by an earlier load, or said twice by this file
    in_words: int = 0  # of those taken: with neither a pin nor an area
    outside: int = 0  # of those taken: with a pin outside every area
    rejects: Rejects = field(default_factory=Rejects)

    def count(self, one: Placed) -> None:
        self.taken += 1
        self.in_words += one.placed_by == WORDS
        self.outside += one.placed_by == PIN and one.area_id is None


@dataclass(frozen=True, slots=True)
class _Line:
    """A row that can be read, and the hash by which it is known."""

    row: Row
    account: Account
    key_hash: str


def load_reports(session: Session, rows: Iterable[Row], columns: ColumnMap, load: Load) -> Loaded:
    """Keep every row as a report that waits for review, unless it is here already; what can't be kept is listed.

    Who reported, pictures and addresses of pages are left behind; of the number of a case a keyed hash is kept.
    Raises UnreadableFile.
    """
    loaded, codes = Loaded(), codes_of(session, load.source)
    lookup = locator(session, load.root_id, load.division)
    areas = _areas_by_words(session, load.root_id, load.division)
    lines = _readable(rows, columns, load, loaded.rejects)
    while portion := list(islice(lines, _AT_ONCE)):
        fresh = _fresh(session, portion)
        loaded.here_already += len(portion) - len(fresh)
        placed = list(_placed(session, fresh, lookup, areas, columns, load, loaded.rejects))
        keep_codes(session, {one.account.category for one in placed}, codes, source=load.source)
        keep_reports(session, placed, codes, round_id=load.round_id, erase_on=load.erase_on)
        for one in placed:
            loaded.count(one)
    subject, rejected = f"round {load.round_id}", len(loaded.rejects)
    record(session, "reports loaded", subject, source=load.source, taken=loaded.taken, rejected=rejected)
    return loaded


def _readable(rows: Iterable[Row], columns: ColumnMap, load: Load, rejects: Rejects) -> Iterator[_Line]:
    identities = Identities(columns, load.hash_of)
    for row in rows:
        try:
            account = read_account(row, columns, today=load.today)
        except BadCell as problem:
            rejects.add(row, str(problem), column=columns.column(problem.field))
        else:
            yield _Line(row, account, identities.of(row, account.on))


def _fresh(session: Session, lines: Sequence[_Line]) -> list[_Line]:
    """Those that are not here already, the first of each."""
    first = {line.key_hash: line for line in reversed(lines)}
    known = here_already(session, first)
    return [line for line in lines if first[line.key_hash] is line and line.key_hash not in known]


def _placed(
    session: Session,
    lines: Sequence[_Line],
    lookup: Lookup,
    areas: Mapping[str, int],
    columns: ColumnMap,
    load: Load,
    rejects: Rejects,
) -> Iterator[Placed]:
    """Where each account is; one whose pin only lies here with its coordinates swapped is rejected."""
    points = [line.account.point or Point(0, 0) for line in lines]
    here, swapped = finest_of(lookup, points), finest_of(lookup, [_swapped(line.account.point) for line in lines])
    cells = coarse_points(session, points, root_id=load.root_id, inhabitants=load.inhabitants)
    for line, area_id, other_area_id, coarse in zip(lines, here, swapped, cells, strict=True):
        named = areas.get(line.account.area.casefold())
        if line.account.point and area_id is None and other_area_id is not None:
            column = columns.column("lat") or columns.column("point")
            rejects.add(line.row, "latitude and longitude look swapped", column=column)
        elif line.account.point:
            yield Placed(line.account, PIN, area_id, coarse, line.key_hash)
        else:
            yield Placed(line.account, AREA if named else WORDS, named, None, line.key_hash)


def _swapped(point: Point | None) -> Point:
    return point.swapped if point and abs(point.lon) <= 90 else Point(0, 0)


def _areas_by_words(session: Session, root_id: int, division: str | None) -> dict[str, int]:
    """Areas by their codes and by their names in every language; a name that two areas share names the first."""
    by_words: dict[str, int] = {}
    for area in areas_in(session, root_id, division):
        for words in (area.code, *area.names.values()):
            by_words.setdefault(words.casefold(), area.id)
    return by_words

"""Taking reports out of somebody else's file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from dialog.areas.locating import finest_of
from dialog.areas.queries import areas_in, locator
from dialog.audit.actions import record
from dialog.geography.outlines import Lookup
from dialog.geography.points import Point, snap_to_grid
from dialog.places.accounts import Account, BadCell, read_account
from dialog.places.actions import GRID_METRES
from dialog.places.models import AREA, PIN, WORDS, ExactPoint, ImportedCode, Report
from dialog.rows.mapping import ColumnMap
from dialog.rows.rejects import Rejects
from dialog.rows.row import Row
from dialog.texts.models import NEW, Text

IMPORTED = "import"  # the channel of what came in a file of another system
_AT_ONCE = 2_000  # rows

Codes = dict[tuple[str, str], int]  # (label, the label above it) -> id
Values = dict[str, Any]  # of one row of a table


@dataclass(frozen=True)
class Load:
    """What all reports of one load have in common."""

    round_id: int
    root_id: int  # the area that the round is about
    source: str  # the name of the file, which its categories keep
    today: date
    erase_on: date  # when exact points are forgotten


@dataclass
class Loaded:
    """What a load took and what it rejected."""

    taken: int = 0
    in_words: int = 0  # of those taken: with neither a pin nor an area
    outside: int = 0  # of those taken: with a pin outside every area
    rejects: Rejects = field(default_factory=Rejects)

    def count(self, placed_by: str, area_id: int | None) -> None:
        self.taken += 1
        self.in_words += placed_by == WORDS
        self.outside += placed_by == PIN and area_id is None


@dataclass(frozen=True)
class _Placed:
    """An account, and where it is in our areas."""

    account: Account
    placed_by: str
    area_id: int | None


def load_reports(session: Session, rows: Iterable[Row], columns: ColumnMap, load: Load) -> Loaded:
    """Keep every row as a report that waits for review; what can't be kept is listed with its reason.

    Who reported, pictures, addresses of pages and numbers of cases are left behind. Raises UnreadableFile.
    """
    loaded = Loaded()
    lookup, areas = locator(session, load.root_id), _areas_by_words(session, load.root_id)
    codes = _codes(session, load.source)
    lines = _readable(rows, columns, load.today, loaded.rejects)
    while portion := list(islice(lines, _AT_ONCE)):
        placed = list(_placed(portion, lookup, areas, columns, loaded.rejects))
        _keep_codes(session, {one.account.category for one in placed}, codes, load.source)
        _write(session, placed, codes, load)
        for one in placed:
            loaded.count(one.placed_by, one.area_id)
    subject, rejected = f"round {load.round_id}", len(loaded.rejects)
    record(session, "reports loaded", subject, source=load.source, taken=loaded.taken, rejected=rejected)
    return loaded


def _readable(rows: Iterable[Row], columns: ColumnMap, today: date, rejects: Rejects) -> Iterator[tuple[Row, Account]]:
    for row in rows:
        try:
            yield row, read_account(row, columns, today=today)
        except BadCell as problem:
            rejects.add(row, str(problem), column=columns.column(problem.field))


def _placed(
    lines: Sequence[tuple[Row, Account]],
    lookup: Lookup,
    areas: Mapping[str, int],
    columns: ColumnMap,
    rejects: Rejects,
) -> Iterator[_Placed]:
    """Where each account is; one whose pin only lies here with its coordinates swapped is rejected."""
    here = finest_of(lookup, [account.point or Point(0, 0) for _, account in lines])
    swapped = finest_of(lookup, [_swapped(account.point) for _, account in lines])
    for (row, account), area_id, other_area_id in zip(lines, here, swapped, strict=True):
        named = areas.get(account.area.casefold())
        if account.point and area_id is None and other_area_id is not None:
            column = columns.column("lat") or columns.column("point")
            rejects.add(row, "latitude and longitude look swapped", column=column)
        elif account.point:
            yield _Placed(account, PIN, area_id)
        else:
            yield _Placed(account, AREA if named else WORDS, named)


def _swapped(point: Point | None) -> Point:
    return Point(point.lon, point.lat) if point and abs(point.lon) <= 90 else Point(0, 0)


def _areas_by_words(session: Session, root_id: int) -> dict[str, int]:
    """Areas by their codes and by their names in every language; a name that two areas share names the first."""
    by_words: dict[str, int] = {}
    for area in areas_in(session, root_id):
        for words in (area.code, *area.names.values()):
            by_words.setdefault(words.casefold(), area.id)
    return by_words


def _codes(session: Session, source: str) -> Codes:
    stored = session.scalars(select(ImportedCode).where(ImportedCode.source == source))
    return {(code.label, code.parent): code.id for code in stored}


def _keep_codes(session: Session, categories: set[tuple[str, str]], codes: Codes, source: str) -> None:
    fresh = [
        ImportedCode(source=source, label=one[0], parent=one[1]) for one in sorted(categories - {*codes, ("", "")})
    ]
    session.add_all(fresh)
    session.flush()
    codes.update({(code.label, code.parent): code.id for code in fresh})


def _write(session: Session, placed: Sequence[_Placed], codes: Codes, load: Load) -> None:
    reports, points, texts = [], [], []
    for one in placed:
        id, shared = uuid4(), _shared(one, load)
        reports.append({"id": id, **shared, **_report(one, codes)})
        texts += [_text(id, shared, question, words) for question, words in _texts(one).items()]
        if one.account.point:
            points.append(_exact(id, one.account.point, load.erase_on))
    for table, values in ((Report, reports), (ExactPoint, points), (Text, texts)):
        if values:
            session.execute(insert(table.__table__), values)  # type: ignore[arg-type]


def _shared(one: _Placed, load: Load) -> Values:
    return {
        "round_id": load.round_id,
        "area_id": one.area_id,
        "language": one.account.language,
        "channel": IMPORTED,
        "received_on": one.account.on,
        "status": NEW,
    }


def _report(one: _Placed, codes: Codes) -> Values:
    coarse = snap_to_grid(one.account.point, GRID_METRES) if one.account.point else None
    return {
        "placed_by": one.placed_by,
        "lat": coarse.lat if coarse else None,
        "lon": coarse.lon if coarse else None,
        "answers": dict(one.account.answers),
        "imported_code_id": codes.get(one.account.category),
    }


def _exact(report_id: UUID, point: Point, erase_on: date) -> Values:
    return {"report_id": report_id, "lat": point.lat, "lon": point.lon, "erase_on": erase_on}


def _texts(one: _Placed) -> dict[str, str]:
    """What was written; an area that is none of ours says in words where the place is."""
    texts = dict(one.account.texts)
    if one.placed_by == WORDS and one.account.area:
        texts["place"] = ", ".join(filter(None, (one.account.area, texts.get("place"))))
    return texts


def _text(report_id: UUID, shared: Values, question: str, words: str) -> Values:
    return {"id": uuid4(), "report_id": report_id, **shared, "question": question, "original": words}

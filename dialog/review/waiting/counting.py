"""How many wait, in all and for each value of each filter. No more than MOST_COUNTED rows of a kind are looked at."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, case, func, literal_column, select, true
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.review.waiting.choosing import Chooser, Chosen
from dialog.review.waiting.filters import ANY, MOST_COUNTED, Filters
from dialog.review.waiting.kinds import KINDS, Kind
from dialog.review.waiting.leading import Stretch, led_by

_OPEN: Mapping[str, dict[str, Any]] = {  # by filter: what it is when it filters nothing
    "status": {"status": ANY},
    "kind": {"kind": ""},
    "round": {"round_id": None},
    "area": {"area_id": None},
    "language": {"language": ""},
    "channel": {"channel": ""},
}


class Seen(NamedTuple):
    """So many texts, reports, … that are alike in all that is filtered by."""

    kind: str
    through: str  # the status of all that were looked through with them; empty where it was any
    status: str
    round: int
    area: int | None
    language: str
    channel: str
    fits: int  # 0: they were looked at, but something else is wrong with them
    number: int


@dataclass(frozen=True)
class Share:
    """How many have each value of one filter while the others stay as they are."""

    numbers: Mapping[Any, int]
    is_least: bool  # so many at least: there are too many to count them all

    def of(self, value: Any) -> int:
        return self.numbers.get(value, 0)


class Number(NamedTuple):
    """How many; `is_least` where there may be more."""

    number: int
    is_least: bool = False


@dataclass(frozen=True)
class Counts:
    """How many wait."""

    kinds: Mapping[str, Number]
    shares: Mapping[str, Share]  # by filter: status, kind, round, area, language, channel


def how_many(session: Session, filters: Filters) -> Counts:
    """How many there are, without the values of filters."""
    return Counts(_by_kind(_seen(Chooser(session, counts=True), filters), filters), {})


def counts_of(session: Session, filters: Filters) -> Counts:
    """How many there are, and how many there would be for each value of each filter."""
    chooser = Chooser(session, counts=True)
    of_any_status = _seen(chooser, replace(filters, status=ANY))
    chosen = of_any_status if filters.status == ANY else _of_status(of_any_status, filters.status)
    shares = {"status": _share(session, "status", of_any_status)}
    for name, nothing in _OPEN.items():
        if name not in shares:
            wider = replace(filters, **nothing)
            shares[name] = _share(session, name, chosen if wider == filters else _seen(chooser, wider))
    return Counts(_by_kind(chosen, filters), shares)


def _by_kind(seen: Sequence[Seen], filters: Filters) -> Mapping[str, Number]:
    return {
        id: Number(
            sum(one.number for one in seen if one.kind == id and one.fits),
            _is_least([one for one in seen if one.kind == id]),
        )
        for id in KINDS
        if filters.kind in ("", id)
    }


def _is_least(seen: Sequence[Seen]) -> bool:
    """Whether looking was stopped, since there are so many of one kind and status."""
    looked_at: Counter[tuple[str, str]] = Counter()
    for one in seen:
        looked_at[one.kind, one.through] += one.number
    return any(number >= MOST_COUNTED for number in looked_at.values())


def _of_status(seen: Iterable[Seen], status: str) -> list[Seen]:
    """What was looked through for one status; of another status nothing fits."""
    through = (one for one in seen if one.through in ("", status))
    return [one if one.status == status else one._replace(fits=0) for one in through]


def _seen(chooser: Chooser, filters: Filters) -> list[Seen]:
    """The first MOST_COUNTED of each kind and status that the leading index has, counted by the database."""
    every = list(chooser.every(filters))
    by_words = [one for one in every if one.reading]
    seen = _seen_by_words(chooser, by_words)
    for chosen in every:
        if not chosen.reading:
            rows = chooser.session.execute(_grouped(_looked_at(chooser, chosen)))
            seen += [Seen(chosen.kind.id, chosen.status, *row) for row in rows]
    return seen


def _seen_by_words(chooser: Chooser, every: Sequence[Chosen]) -> list[Seen]:
    """The index of words holds every status: it is looked through once for these, which differ in nothing else."""
    if not every or not (reading := every[0].reading):
        return []
    one, kind = every[0], every[0].kind
    fits = _fits([kind.table.status.in_([other.status for other in every]), *one.by_row()])
    return [
        Seen(kind.id, "", *row) for row in chooser.session.execute(_grouped(reading.columns(*_columns(kind), fits)))
    ]


def _looked_at(chooser: Chooser, chosen: Chosen) -> Select[Any]:
    """What leads alone; whether the other conditions are true as well is one more column."""
    led, rest = led_by(chooser, chosen, Stretch(MOST_COUNTED))
    some = select(*_columns(chosen.kind), _fits(rest)).select_from(chosen.kind.source)
    return some.where(*chosen.kind.spam, *led)


def _columns(kind: Kind) -> Sequence[ColumnElement[Any]]:
    about = kind.about
    return (kind.table.status, about.round_id, about.area_id, about.language, about.channel)


def _grouped(looked_at: Select[Any]) -> Select[Any]:
    some = looked_at.limit(MOST_COUNTED).subquery()
    return select(*some.c, func.count()).group_by(*some.c)


def _fits(conditions: Sequence[ColumnElement[bool]]) -> ColumnElement[int]:
    return case((and_(true(), *conditions), literal_column("1")), else_=literal_column("0")).label("fits")


def _share(session: Session, name: str, seen: Sequence[Seen]) -> Share:
    numbers: Counter[Any] = Counter()
    for one in seen:
        if one.fits:
            numbers[getattr(one, name)] += one.number
    if name == "area":
        numbers = _with_areas_above(session, numbers)
    return Share(numbers, _is_least(seen))


def _with_areas_above(session: Session, numbers: Mapping[Any, int]) -> Counter[Any]:
    """What lies in an area lies in every area above it."""
    above = _parents(session, [area for area in numbers if area])
    total: Counter[Any] = Counter()
    for area, number in numbers.items():
        while area:
            total[area] += number
            area = above.get(area)
    return total


def _parents(session: Session, ids: Iterable[int]) -> Mapping[int, int | None]:
    tree = select(Area.id, Area.parent_id).where(Area.id.in_(list(ids))).cte(recursive=True)
    tree = tree.union(select(Area.id, Area.parent_id).where(Area.id == tree.c.parent_id))
    return {row.id: row.parent_id for row in session.execute(select(tree.c.id, tree.c.parent_id))}

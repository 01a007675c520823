"""From filters to conditions on the tables of what waits, so that a page is read as fast at the end as at the start.

A column alone is read off an index in the order of the queue, and so are the texts that have some words. What can't be,
such as the areas in an area, is a set of ids: a small one is sorted, a large one is looked up for each row of the
queue. SQLite has to be told which of them leads; PostgreSQL keeps statistics.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, literal_column, or_, select
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.review.alike.queries import texts_alike
from dialog.review.models import Coding
from dialog.review.waiting.filters import ANY, HELD, ME, NOBODY, SOMEBODY, Filters
from dialog.review.waiting.kinds import KINDS, TEXT, Kind
from dialog.review.waiting.models import Assignment
from dialog.texts.models import STATUSES, Text
from dialog.texts.searching.queries import Reading, has_words, is_sqlite, read_in_order

FEW = 2_000  # ids that are sorted in no time
_SHOWN, _COUNTED = 100, 10  # rows passed over for one that has the words: a page needs fewer of these than a count


@dataclass(frozen=True)
class Told:
    """The same condition twice: as an index answers it, and as only rows do."""

    by_index: ColumnElement[bool]
    by_row: ColumnElement[bool]


@dataclass
class Chosen:
    """Conditions on the rows of one kind and one status."""

    kind: Kind
    status: str
    conditions: list[ColumnElement[bool]] = field(default_factory=list)
    columns: dict[str, Told] = field(default_factory=dict)  # each has an index in the order of the queue
    few: list[ColumnElement[bool]] = field(default_factory=list)  # `id` lies in a set so small that it leads
    reading: Reading | None = None  # of words that many rows have, so that their index leads

    @property
    def stands(self) -> Told:
        return equal(self.kind.table.status, self.status)

    def by_index(self) -> list[ColumnElement[bool]]:
        """What the status and the columns say, for PostgreSQL, which knows by itself what leads."""
        return [self.stands.by_index, *(told.by_index for told in self.columns.values())]

    def by_row(self, *but: str) -> list[ColumnElement[bool]]:
        """What the columns say, but for some of them, and what only rows tell."""
        return [*(told.by_row for name, told in self.columns.items() if name not in but), *self.conditions]


def equal(column: Any, value: Any) -> Told:
    return Told(column == value, func.coalesce(column, None) == value)


def statuses_of(filters: Filters) -> Sequence[str]:
    return STATUSES if filters.status == ANY else (filters.status,)


class Chooser:
    """Finds out once what it has to know of the database to choose well."""

    def __init__(self, session: Session, *, counts: bool = False) -> None:
        self.session, self.counts = session, counts
        self.on_sqlite = is_sqlite(session)
        self._known: dict[Any, Any] = {}

    def every(self, filters: Filters) -> Iterator[Chosen]:
        """The conditions for each kind and status that can fit."""
        for kind in KINDS.values():
            for status in statuses_of(filters):
                if filters.kind in ("", kind.id) and (kind.id == TEXT or not _is_of_texts(filters)):
                    yield self.choose(filters, kind, status)

    def choose(self, filters: Filters, kind: Kind, status: str) -> Chosen:
        chosen, about = Chosen(kind, status), kind.about
        columns = {"by_round": (about.round_id, filters.round_id), "by_language": (about.language, filters.language)}
        columns |= {"by_channel": (about.channel, filters.channel)}
        chosen.columns = {name: equal(column, value) for name, (column, value) in columns.items() if value}
        chosen.conditions = _days(kind, filters)
        self._area(chosen, filters.area_id)
        _suspicion(chosen, filters.suspicion)
        self._assigned(chosen, filters)
        if filters.alike:
            alike = texts_alike(filters.alike)
            self._set(chosen, ("alike", filters.alike), alike, otherwise=Text.id.in_(alike))
        if filters.code:
            self._code(chosen, filters.code)
        if filters.question:
            self._words(chosen, filters)
        return chosen

    def is_small(self, key: Any, ids: Select[Any]) -> bool:
        """Whether a set has few members; `key` names it."""
        if key not in self._known:
            some = ids.limit(FEW + 1).subquery()
            self._known[key] = (self.session.scalar(select(func.count()).select_from(some)) or 0) <= FEW
        return bool(self._known[key])

    def _set(self, chosen: Chosen, key: Any, ids: Select[Any], *, otherwise: ColumnElement[bool]) -> None:
        """Rows whose id lies in a set; `otherwise` says the same of one row."""
        if self.on_sqlite and self.is_small(key, ids):
            chosen.few.append(chosen.kind.table.id.in_(ids))
        else:
            chosen.conditions.append(otherwise)

    def _area(self, chosen: Chosen, area_id: int | None) -> None:
        if area_id is None:
            return
        if ("areas", area_id) not in self._known:
            self._known["areas", area_id] = areas_within(self.session, area_id)
        ids, column = self._known["areas", area_id], chosen.kind.about.area_id
        if len(ids) == 1:
            chosen.columns["by_area"] = equal(column, ids[0])
            return
        inside = chosen.kind.ids().where(chosen.stands.by_index, column.in_(ids))
        self._set(chosen, (area_id, chosen.kind.id, chosen.status), inside, otherwise=column.in_(ids))

    def _assigned(self, chosen: Chosen, filters: Filters) -> None:
        of_kind = select(Assignment.item_id).where(Assignment.kind == chosen.kind.id)
        stands = exists().where(Assignment.item_id == chosen.kind.table.id)
        if filters.assigned == NOBODY:
            chosen.conditions.append(~stands)
        elif filters.assigned == SOMEBODY:
            self._set(chosen, (SOMEBODY, chosen.kind.id), of_kind, otherwise=stands)
        elif filters.assigned == ME:
            mine = Assignment.staff_id == filters.reader
            own = exists().where(Assignment.item_id == chosen.kind.table.id, mine)
            self._set(chosen, (ME, chosen.kind.id), of_kind.where(mine), otherwise=own)

    def _code(self, chosen: Chosen, code: str) -> None:
        wanted = or_(Coding.code == code, and_(Coding.code >= f"{code}.", Coding.code < f"{code}/"))  # . comes before /
        coded = select(Coding.text_id).where(wanted)
        self._set(chosen, ("code", code), coded, otherwise=exists().where(Coding.text_id == Text.id, wanted))

    def _words(self, chosen: Chosen, filters: Filters) -> None:
        """Few rows are looked at one by one; else the words lead, read in the order of the queue."""
        if chosen.few or self._few_columns(chosen):
            chosen.conditions.append(has_words(self.session, filters.question, Text.id))
            return
        if filters.question not in self._known:
            found = read_in_order(self.session, filters.question, passing=_COUNTED if self.counts else _SHOWN)
            self._known[filters.question] = found.within(filters.received_from, filters.received_until)
        chosen.reading = self._known[filters.question]

    def _few_columns(self, chosen: Chosen) -> bool:
        """Whether few rows have the status, or one of the values that are asked for."""
        alone = [(name, [told.by_index]) for name, told in chosen.columns.items()] or [("", [])]
        status = chosen.stands.by_index
        return any(self.is_small((name, chosen.status), chosen.kind.ids().where(status, *own)) for name, own in alone)


def _is_of_texts(filters: Filters) -> bool:
    return bool(filters.code or filters.suspicion or filters.alike or filters.question)


def _days(kind: Kind, filters: Filters) -> list[ColumnElement[bool]]:
    on = kind.table.received_on
    first = [on >= filters.received_from] if filters.received_from else []
    return first + ([on <= filters.received_until] if filters.received_until else [])


def _suspicion(chosen: Chosen, suspicion: str) -> None:
    if suspicion == HELD:  # as the index of those alone says it; true where it is so
        chosen.columns["held"] = Told(literal_column("text.held"), Text.held.is_(True))
    elif suspicion == ANY:
        chosen.columns["suspicion"] = Told(Text.suspicion.is_not(None), func.coalesce(Text.suspicion, "") != "")
    elif suspicion:
        chosen.columns["suspicion"] = equal(Text.suspicion, suspicion)


def areas_within(session: Session, area_id: int) -> Sequence[int]:
    """The ids of an area and of all that lie in it."""
    tree = select(Area.id).where(Area.id == area_id).cte(recursive=True)
    tree = tree.union_all(select(Area.id).where(Area.parent_id == tree.c.id))
    return session.scalars(select(tree.c.id)).all()

"""What changed between two pictures: figures that may stand in one series, and visible breaks where they may not. Pure.

Reads safe tables only, so that nothing is compared that has not left already or is about to.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from dialog.languages import Words
from dialog.picture.groups import REST, SAFE, UNSAFE
from dialog.picture.ids import AREA, CODE, RATED, is_silent
from dialog.picture.statistics.channel_mix import Shift, shifts
from dialog.picture.tables import ALL, Cell, SafeTable, State

Reason = Literal["reworded", "options", "new", "gone", "own", "areas", "codebook"]

OF_PLACES = ("kinds", "feelings", "causes", "strengths", "times")  # fixed lists, the same in every round


@dataclass(frozen=True)
class Tables:
    """What is compared of one picture."""

    tables: tuple[SafeTable, ...]

    def table(self, id: str) -> SafeTable | None:
        return next((one for one in self.tables if one.heading.id == id), None)


@dataclass(frozen=True)
class Then:
    """What an earlier picture showed of one item; `base`: of how many voices that answered, None where not shown."""

    item: str
    voices: Cell
    base: int | None


@dataclass(frozen=True)
class Line:
    """One dimension of one table of this picture, as far as it goes on from the earlier one.

    `within` are items of the table's other dimensions.
    """

    table: str
    dimension: str
    within: tuple[tuple[str, str], ...]
    then: tuple[Then, ...]


@dataclass(frozen=True)
class Break:
    """Something that can't be compared, and why."""

    label: Words
    reason: Reason


@dataclass(frozen=True)
class Comparison:
    """One earlier picture beside this one."""

    edition: int
    title: Words
    period: str
    is_same_round: bool
    voices: Cell
    lines: tuple[Line, ...]
    breaks: tuple[Break, ...]
    channels: tuple[Shift, ...]  # not empty: people came by other ways than then


@dataclass(frozen=True)
class Asked:
    """What becomes of the questions of a round, by the ids of their columns now; what is gone by what it was called."""

    kept: Mapping[str, str] = field(default_factory=dict)  # column now -> column then
    broken: Mapping[str, Reason] = field(default_factory=dict)  # column now -> why
    gone: tuple[Words, ...] = ()


@dataclass(frozen=True)
class Terms:
    """On which two pictures are compared, besides their tables."""

    asked: Asked
    same_areas: bool
    same_codebook: bool


def compare(now: Tables, then: Tables, terms: Terms) -> tuple[tuple[Line, ...], tuple[Break, ...], tuple[Shift, ...]]:
    """Lines that go on, breaks, and how the ways in which people came have shifted."""
    lines = [*_questions(now, then, terms), *_problems(now, then, terms), *_places(now, then), *_themes(now, then)]
    lines += list(_areas(now, then, terms)) if terms.same_areas else []
    return tuple(lines), tuple(_breaks(now, then, terms)), shifts(now.table("channel"), then.table("channel"))


def base_of(table: SafeTable, dimension: str, within: Mapping[str, str]) -> int | None:
    """How many answered: all but those who said nothing; None where that is not shown."""
    whole = table.at(within).value
    silent = [item.id for item in table.dimension(dimension).items if is_silent(item.id) and item.id != ALL]
    quiet = [table.at({**within, dimension: one}).value for one in silent]
    if whole is None or None in quiet:
        return None
    return whole - sum(one or 0 for one in quiet)


def unsafe_base(table: SafeTable, dimension: str, within: Mapping[str, str]) -> int | None:
    """How many said safe or unsafe."""
    parts = [table.at({**within, dimension: group}).value for group in (SAFE, UNSAFE)]
    return None if None in parts else sum(part or 0 for part in parts)


def _questions(now: Tables, then: Tables, terms: Terms) -> Iterator[Line]:
    """Questions that go on; rows that ask how big a problem is stand in the matrix of all problems."""
    for column, before in terms.asked.kept.items():
        table, earlier = now.table(column), then.table(before)
        if table and earlier and CODE not in (table.dimensions[0].id, earlier.dimensions[0].id):
            yield _line(table, earlier, table.dimensions[0].id, earlier.dimensions[0].id)


def _problems(now: Tables, then: Tables, terms: Terms) -> Iterator[Line]:
    """The matrix of problems: who calls each of them big, of those who said of any how big it is."""
    table, earlier, rated = now.table("problems"), then.table("problems"), then.table(RATED)
    if table is None or earlier is None or rated is None:
        return
    kept = {column.rpartition(".")[2] for column, before in terms.asked.kept.items() if _same_row(column, before)}
    base = rated.at({RATED: RATED}).value
    items = [one for one in _shared(table, earlier, CODE, CODE) if one in kept]
    yield Line("problems", CODE, (), tuple(Then(one, earlier.at({CODE: one}), base) for one in items))


def _same_row(column: str, before: str) -> bool:
    return column.rpartition(".")[2] == before.rpartition(".")[2]


def _places(now: Tables, then: Tables) -> Iterator[Line]:
    for id in OF_PLACES:
        table, earlier = now.table(id), then.table(id)
        if table and earlier:
            yield _line(table, earlier, table.dimensions[0].id, earlier.dimensions[0].id)


def _themes(now: Tables, then: Tables) -> Iterator[Line]:
    """Themes that both codebooks have: the id of a code never gets another meaning."""
    table, earlier = now.table("themes"), then.table("themes")
    if table and earlier:
        yield _line(table, earlier, CODE, CODE)


def _areas(now: Tables, then: Tables, terms: Terms) -> Iterator[Line]:
    """Voices of each area, and who feels unsafe there."""
    table, earlier = now.table(AREA), then.table(AREA)
    if table and earlier:
        yield _line(table, earlier, AREA, AREA)
    for column, before in terms.asked.kept.items():
        table, earlier = now.table(f"{column}-by-area"), then.table(f"{before}-by-area")
        if table and earlier:
            question, asked = table.dimensions[1].id, earlier.dimensions[1].id
            items = _shared(table, earlier, AREA, AREA)
            found = [_unsafe_then(earlier, asked, one) for one in items]
            yield Line(table.heading.id, AREA, ((question, UNSAFE),), tuple(found))


def _unsafe_then(earlier: SafeTable, question: str, area: str) -> Then:
    return Then(area, earlier.at({AREA: area, question: UNSAFE}), unsafe_base(earlier, question, {AREA: area}))


def _line(table: SafeTable, earlier: SafeTable, dimension: str, before: str) -> Line:
    base = base_of(earlier, before, {})
    items = _shared(table, earlier, dimension, before)
    return Line(table.heading.id, dimension, (), tuple(Then(one, earlier.at({before: one}), base) for one in items))


def _shared(table: SafeTable, earlier: SafeTable, dimension: str, before: str) -> list[str]:
    """Items of both that say something, in the order of this picture; not a rest that holds who said nothing."""
    known = {item.id for item in earlier.dimension(before).items}
    items = table.dimension(dimension).items
    return [item.id for item in items if item.id in known and item.id not in (ALL, REST) and not is_silent(item.id)]


def _breaks(now: Tables, then: Tables, terms: Terms) -> Iterator[Break]:
    for column, reason in terms.asked.broken.items():
        if (table := now.table(column)) is not None:
            yield Break(table.heading.title, reason)
    yield from (Break(label, "gone") for label in terms.asked.gone)
    area = now.table(AREA)
    if area and then.table(AREA) and not terms.same_areas:
        yield Break(area.dimensions[0].label, "areas")
    themes = now.table("themes")
    if themes and then.table("themes") and not terms.same_codebook:
        yield Break(themes.heading.title, "codebook")


def share_of(voices: Cell, base: int | None) -> float | None:
    """Of 100 who answered; None where either is not shown."""
    return 100 * voices.value / base if voices.state is State.SHOWN and voices.value is not None and base else None

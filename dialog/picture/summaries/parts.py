"""Parts of a round that were told of by themselves, and what a reader can add up and subtract of them. Pure.

What left of a part is, for a reader, an earlier edition of the round that has only these voices: the few by which a
figure of the whole is larger can be found by subtracting. Parts that share no voices are subtracted together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dialog.picture.equations import Name, name_of
from dialog.picture.tables import Cell, SafeTable, State

OCCASION, CHANNEL, COVERAGE = "occasion", "channel", "coverage"
KINDS = (OCCASION, CHANNEL, COVERAGE)


@dataclass(frozen=True)
class Part:
    """One occasion, or all that came by one channel."""

    kind: str
    name: str
    channel: str

    def is_apart_from(self, other: "Part") -> bool:
        """Whether no voice is in both."""
        return self.name != other.name if self.kind == other.kind else self.channel != other.channel


@dataclass(frozen=True)
class Told:
    """Tables that left together, of a part or (None) of the whole round, in the order of time."""

    part: Part | None
    tables: tuple[SafeTable, ...]


def known_of_whole(told: Sequence[Told]) -> list[SafeTable]:
    """What tables of the whole round are protected against: all that left, and whatever parts of it add up to."""
    wholes = [one for one in told if one.part is None]
    found = [table for one in wholes for table in one.tables]
    for parts in families(told):
        latest = latest_of(parts)
        found += [shown_only(table) for one in parts for table in one.tables]
        found += added([], latest)
        for number, one in enumerate(told):
            if one.part is None:
                found += added(one.tables, latest_of([part for part in told[number + 1 :] if part in parts]))
    return found


def known_of_part(told: Sequence[Told], part: Part) -> list[SafeTable]:
    """What tables of a part are protected against: its own earlier ones, what it shares voices with, and what is left
    of the whole without the parts that it shares none with.
    """
    apart = latest_of([one for one in told if one.part and one.part.is_apart_from(part)])
    found: list[SafeTable] = []
    for one in told:
        if one.part in (None, part):
            found += one.tables
        elif one.part and not one.part.is_apart_from(part):
            found += map(shown_only, one.tables)
    for one in told:
        if one.part is None:
            found += added(one.tables, apart, sign=-1)
    return found


def families(told: Sequence[Told]) -> Iterator[list[Told]]:
    """Parts of which no two share a voice: all occasions, with the channels that have none; and the other way round."""
    parts = [one for one in told if one.part]
    for kind in (OCCASION, CHANNEL):
        first = [one for one in parts if one.part and one.part.kind == kind]
        covered = {one.part.channel for one in first if one.part}
        yield [one for one in parts if one.part and (one.part.kind == kind or one.part.channel not in covered)]


def latest_of(told: Iterable[Told]) -> list[Told]:
    """Of each part the last that was told."""
    return list({one.part: one for one in told}.values())


def shown_only(table: SafeTable) -> SafeTable:
    """Without what was withheld: a small part hides much that is no secret of the whole."""
    return replace(table, cells={key: cell for key, cell in table.cells.items() if cell.state is not State.WITHHELD})


def added(base: Sequence[SafeTable], parts: Sequence[Told], *, sign: int = 1) -> list[SafeTable]:
    """Each figure of the base with (or without) those of the parts that show it; of parts alone where there is no base.

    Only figures to which at least one part adds something.
    """
    sums = _sums(parts)
    if not sums:
        return []
    tables = base or [table for one in parts for table in one.tables]
    return [made for table in tables if (made := _added(table, sums, sign, alone=not base)).cells]


def _added(table: SafeTable, sums: Mapping[Name, int], sign: int, *, alone: bool) -> SafeTable:
    cells = {}
    for key, cell in table.cells.items():
        own = 0 if alone else cell.value if cell.state is State.SHOWN else None
        other = sums.get(name_of(table.dimensions, key), 0)
        if own is not None and other and own + sign * other >= 0:
            cells[key] = Cell(own + sign * other, State.SHOWN)
    return replace(table, cells=cells, heading=replace(table.heading, id=f"{table.heading.id} added up"))


def _sums(parts: Iterable[Told]) -> dict[Name, int]:
    """By figure, over the parts that show it; each counts once, in however many of its tables it stands."""
    sums: dict[Name, int] = {}
    for one in parts:
        shown = {
            name_of(table.dimensions, key): cell.value or 0
            for table in one.tables
            for key, cell in table.cells.items()
            if cell.state is State.SHOWN
        }
        for name, value in shown.items():
            sums[name] = sums.get(name, 0) + value
    return sums

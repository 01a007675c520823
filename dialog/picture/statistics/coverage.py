"""Who answered beside who lives there: how many answers were to be expected, and where they are missing. Pure.

Reads safe tables only. An answer that is withheld is *too little data*, never few and never none; an area that answers
as expected is not praised: an open dialogue does not become a sample by it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dialog.languages import Words
from dialog.picture.ids import AREA, is_area
from dialog.picture.presentation import FEW
from dialog.picture.statistics.inhabitants import Inhabitants
from dialog.picture.tables import ALL, Cell, Item, SafeTable

FEWEST_EXPECTED = 5  # voices: with fewer to be expected, half of them says nothing
HALF = 0.5


class Verdict(StrEnum):
    """What a number of voices is, beside the number of inhabitants."""

    UNDER = "under"  # under half of the share expected
    AS_EXPECTED = "as expected"  # or more
    TOO_LITTLE = "too little"  # the figure is withheld
    UNKNOWN = "unknown"  # how many live there is not known, or too few to expect anything


@dataclass(frozen=True)
class Group:
    """Those in one item: an area, an age, a sex, or two of them together. `expected` is a number of voices."""

    items: tuple[tuple[str, str], ...]  # (dimension, item)
    label: Words
    voices: Cell
    inhabitants: int | None
    expected: float | None
    verdict: Verdict
    is_part: bool = False

    @property
    def is_few(self) -> bool:
        """Whether too little is known of it to conclude anything, whatever was to be expected."""
        return self.voices.value is None or self.voices.value < FEW

    @property
    def per_thousand(self) -> float | None:
        """Voices for every 1,000 inhabitants."""
        if self.voices.value is None or not self.inhabitants:
            return None
        return 1000 * self.voices.value / self.inhabitants

    @property
    def missing(self) -> float:
        """How many voices fewer than expected; all of them where the figure is withheld."""
        return (self.expected or 0) - (self.voices.value or 0)


@dataclass(frozen=True)
class Gap:
    """Something to act on: an area, and which ages and sexes are missing or can't be told there."""

    group: Group
    missing: tuple[Words, ...] = ()
    untold: tuple[Words, ...] = ()


@dataclass(frozen=True)
class Lane:
    """One dimension: all its items that somebody lives in. `base` is how many voices they are shares of."""

    table: SafeTable
    dimension: str
    label: Words
    base: int | None
    groups: tuple[Group, ...]


def lanes(tables: Sequence[SafeTable], known: Inhabitants) -> list[Lane]:
    """Area, age and sex, as far as there is a table of each."""
    found = []
    for dimension in known.dimensions:
        table = next((one for one in tables if [it.id for it in one.dimensions] == [dimension]), None)
        if table is not None and (one := lane(table, known)).groups:
            found.append(one)
    return found


def lane(table: SafeTable, known: Inhabitants, within: Mapping[str, str] | None = None) -> Lane:
    """The last dimension of a table, among those in some items of its others.

    What is expected is what the whole round has: as many voices for each inhabitant, whoever and wherever they are.
    """
    within, dimension = within or {}, table.dimensions[-1]
    base = _base(table, known)
    people = sum(known.of({dimension.id: item}) or 0 for item in dimension.children(ALL))
    rate = base / people if base and people else None
    groups = tuple(
        _group(table, {**within, dimension.id: item.id}, item, known, rate)
        for item in dimension.items
        if item.id != ALL and known.of({**within, dimension.id: item.id}) is not None
    )
    return Lane(table, dimension.id, dimension.label, base, groups)


def gaps(tables: Sequence[SafeTable], known: Inhabitants) -> list[Gap]:
    """What to act on: areas with the most voices missing first, then ages and sexes of the whole round.

    What can't be told comes last; of ages and sexes together it is left out, since that is most of them.
    """
    by_area = [one for one in lanes(tables, known) if one.dimension == AREA]
    short = [group for found in by_area for group in found.groups if _is_gap(group) and is_area(group.items[0][1])]
    crossed = [table for table in tables if len(table.dimensions) == 2 and table.dimensions[0].id == AREA]
    of_areas = [Gap(one, *_of_whom(crossed, known, one.items[0][1])) for one in sorted(short, key=_untold_last)]
    rest = [group for found in lanes(tables, known) if found.dimension != AREA for group in found.groups]
    rest += [group for group in _pairs(tables, known) if group.verdict is Verdict.UNDER]
    return of_areas + [Gap(one) for one in sorted(filter(_is_gap, rest), key=_untold_last)]


def _untold_last(group: Group) -> tuple[bool, float]:
    return group.verdict is Verdict.TOO_LITTLE, -group.missing


def _is_gap(group: Group) -> bool:
    return group.verdict in (Verdict.UNDER, Verdict.TOO_LITTLE)


def _pairs(tables: Sequence[SafeTable], known: Inhabitants) -> Iterator[Group]:
    """Ages and sexes together, in the whole round."""
    _, age, sex = known.dimensions
    for table in tables:
        if [one.id for one in table.dimensions] != [age, sex]:
            continue
        for item in table.dimensions[0].items:
            if item.id != ALL and known.of({age: item.id}) is not None:
                yield from lane(table, known, {age: item.id}).groups


def _of_whom(
    crossed: Sequence[SafeTable], known: Inhabitants, area: str
) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """Which ages and sexes are missing in an area, and which can't be told."""
    groups = [group for table in crossed for group in lane(table, known, {AREA: area}).groups]
    return (
        tuple(one.label for one in groups if one.verdict is Verdict.UNDER),
        tuple(one.label for one in groups if one.verdict is Verdict.TOO_LITTLE),
    )


def _base(table: SafeTable, known: Inhabitants) -> int | None:
    """All voices but those known to be in no item that people live in: elsewhere, would not say, did not answer."""
    dimension = table.dimensions[-1]
    whole = table.at({}).value
    if whole is None:
        return None
    beside = [one for one in dimension.children(ALL) if known.of({dimension.id: one}) is None]
    return whole - sum(table.at({dimension.id: one}).value or 0 for one in beside)


def _group(table: SafeTable, items: Mapping[str, str], item: Item, known: Inhabitants, rate: float | None) -> Group:
    """`rate`: voices for each inhabitant of the whole."""
    people, voices = known.of(items), table.at(items)
    expected = None if people is None or rate is None else people * rate
    return Group(
        tuple(items.items()),
        _label(table, items),
        voices,
        people,
        expected,
        judged(voices, expected),
        item.parent not in (ALL, None),
    )


def judged(voices: Cell, expected: float | None) -> Verdict:
    if expected is None or expected < FEWEST_EXPECTED:
        return Verdict.UNKNOWN
    if voices.value is None:
        return Verdict.TOO_LITTLE
    return Verdict.UNDER if voices.value < HALF * expected else Verdict.AS_EXPECTED


def _label(table: SafeTable, items: Mapping[str, str]) -> Words:
    """What those are called; ages and sexes together with a comma, the area left out."""
    labels = [
        item.label
        for dimension in table.dimensions
        for item in dimension.items
        if items.get(dimension.id) == item.id and (dimension.id != AREA or len(items) == 1)
    ]
    tags = set(labels[0]).intersection(*labels[1:])
    return {tag: ", ".join(label[tag] for label in labels) for tag in labels[0] if tag in tags}

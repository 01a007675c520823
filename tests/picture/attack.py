"""The independent judge of disclosure control: a reader with a linear program, who knows more than we publish.

It shares nothing with the protector but the types of tables. The reader knows every shown cell in every table, that
numbers of voices are whole and not negative, how wholes and parts go together, and which of the withheld cells are
small. Where a whole row is published blank, its total included, nobody can know which cells are small; a cell there
may also be safe against the reader who isn't told that. Everything is asked cell by cell, at its least and its most.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import ceil, floor, inf

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import lil_array

from dialog.picture.tables import RawTable, SafeTable, State

Figure = frozenset[tuple[str, str]]

TOO_FEW = 3  # a small cell must stay possible at three values at least
NEARLY = 1e-5
FAR = 1e6


@dataclass
class Voices:
    """All that is published, and all that is true, of the voices of one universe."""

    true: dict[Figure, int] = field(default_factory=dict)
    published: dict[Figure, int | None] = field(default_factory=dict)
    sums: set[tuple[Figure, frozenset[Figure]]] = field(default_factory=set)
    within: set[tuple[Figure, Figure]] = field(default_factory=set)  # a part and its whole
    covers: set[tuple[Figure, frozenset[Figure]]] = field(default_factory=set)  # parts that overlap, but leave nothing
    crossed: set[Figure] = field(default_factory=set)  # area together with background
    groups: dict[Figure, Figure] = field(default_factory=dict)  # of what somebody said: those who live or are alike
    parts: dict[Figure, set[Figure]] = field(default_factory=dict)


@dataclass
class Knowledge:
    """What the reader knows of each figure by itself, and how open it must stay."""

    least: dict[Figure, float]
    most: dict[Figure, float]
    needed: dict[Figure, int]
    must_hide: set[Figure]
    floor: dict[Figure, float]


def breaches(
    safe: Sequence[SafeTable],
    raw: Sequence[RawTable],
    *,
    minimum: int = 5,
    group_minimum: int = 10,
    before: Sequence[SafeTable] = (),
) -> list[str]:
    """What the reader finds out and should not, one sentence each."""
    found = []
    for universe in {table.heading.universe for table in raw}:
        chosen = [number for number, table in enumerate(raw) if table.heading.universe == universe]
        voices = gathered([raw[number] for number in chosen], [safe[number] for number in chosen])
        earlier = editions(before, universe, {raw[number].heading.id for number in chosen})
        known = knowledge(voices, minimum, group_minimum, earlier)
        found += [f"{sorted(name)} is shown" for name in known.must_hide if voices.published[name] is not None]
        found += attack(voices, known)
    return found


def gathered(raw: Sequence[RawTable], safe: Sequence[SafeTable]) -> Voices:
    voices = Voices()
    for table, public in zip(raw, safe, strict=True):
        assert public.heading == table.heading
        assert public.dimensions == table.dimensions
        ids = [dimension.id for dimension in table.dimensions]
        background = {dimension.id for dimension in table.dimensions if dimension.background}
        for key in product(*([item.id for item in dimension.items] for dimension in table.dimensions)):
            name = called(ids, key)
            assert voices.true.setdefault(name, table.counts[key]) == table.counts[key]
            value = read(public, key)
            assert voices.published.setdefault(name, value) == value, f"{sorted(name)} shown in one table only"
            assert value in (None, table.counts[key]), f"{sorted(name)} is shown wrong"
            broken_down = {dimension for dimension, _ in name}
            if "area" in broken_down and broken_down & background:
                voices.crossed.add(name)
            who = frozenset(one for one in name if one[0] in background | {"area"})
            if who and tells_of_people(name - who, who):
                voices.groups[name] = who
        relate(voices, table, ids)
    return voices


def tells_of_people(said: Figure, who: Figure) -> bool:
    """One answer or theme, not what a place is like; somebody said it; and who said it are not those at a place."""
    if len(said) != 1:
        return False
    ((dimension, item),) = said
    of_answers = dimension.startswith("question:") or dimension in ("answer", "other", "code", "stance", "rated")
    at_a_place = any(one.startswith("place:") for _, one in who)
    return of_answers and not at_a_place and item not in ("group:rest", "none of them") and "no answer" not in item


def called(ids: Sequence[str], key: Sequence[str]) -> Figure:
    return frozenset((dimension, item) for dimension, item in zip(ids, key, strict=True) if item != "all")


def read(public: SafeTable, key: tuple[str, ...]) -> int | None:
    cell = public.cells[key]
    assert (cell.value is not None) == (cell.state is State.SHOWN)
    return 0 if cell.state is State.NO_DATA else cell.value


def relate(voices: Voices, table: RawTable, ids: Sequence[str]) -> None:
    for axis, dimension in enumerate(table.dimensions):
        families = {
            item.id: [child.id for child in dimension.items if child.parent == item.id and child.id != "all"]
            for item in dimension.items
        }
        lines = []
        for key in product(*([item.id for item in one.items] for one in table.dimensions)):
            children = [(*key[:axis], child, *key[axis + 1 :]) for child in families[key[axis]]]
            if children:
                lines.append((called(ids, key), frozenset(called(ids, child) for child in children)))
        for whole, parts in lines:
            voices.parts.setdefault(whole, set()).update(parts)
        if dimension.additive:
            voices.sums.update(lines)
            continue
        voices.within.update((part, whole) for whole, parts in lines for part in parts)
        if all(voices.true[whole] <= sum(voices.true[part] for part in parts) for whole, parts in lines):
            voices.covers.update(lines)


def editions(before: Sequence[SafeTable], universe: str, headings: set[str]) -> list[dict[Figure, int]]:
    """What each earlier table showed; and what the latest of each withheld, as -1."""
    told = []
    related = [table for table in before if table.heading.universe == universe or table.heading.id in headings]
    for number, table in enumerate(related):
        ids = [dimension.id for dimension in table.dimensions]
        latest = all(later.heading.id != table.heading.id for later in related[number + 1 :])
        values = {called(ids, key): read(table, key) for key in table.cells}
        told.append(
            {name: -1 if value is None else value for name, value in values.items() if latest or value is not None}
        )
    return told


def inside(voices: Voices, tops: Iterable[Figure]) -> set[Figure]:
    """Everything counted in one of these, at any depth."""
    found: set[Figure] = set()
    waiting = list(tops)
    while waiting:
        new = voices.parts.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


def knowledge(voices: Voices, minimum: int, group_minimum: int, earlier: list[dict[Figure, int]]) -> Knowledge:
    known = Knowledge({}, {}, {}, set(), {})
    for name, count in voices.true.items():
        threshold = group_minimum if name in voices.crossed else minimum
        small = 0 < count < threshold
        known.floor[name] = max((was[name] for was in earlier if -1 < was.get(name, -1) <= count), default=0)
        known.least[name] = max(1 if small else 0, known.floor[name])
        known.most[name] = threshold - 1 if small else inf
        known.needed[name] = TOO_FEW if small else minimum
        if small:
            known.must_hide.add(name)
        if 0 < count == voices.true.get(voices.groups.get(name, name), 0) < group_minimum and name in voices.groups:
            known.must_hide.add(name)
            known.needed[name] = TOO_FEW
    small_rows = inside(voices, set(known.must_hide))
    hide(known, {name for name in small_rows if voices.true[name] == 0})
    for was in earlier:
        compare(voices, known, was, minimum)
    return known


def compare(voices: Voices, known: Knowledge, was: dict[Figure, int], minimum: int) -> None:
    """A change since an earlier edition is a number of voices too: small ones must not be found out either."""
    change = {name: voices.true[name] - value for name, value in was.items() if name in voices.true and value >= 0}
    small = {name for name, by in change.items() if 0 < abs(by) < minimum}
    for name in small:
        lowest, highest = (1, minimum - 1) if change[name] > 0 else (1 - minimum, -1)
        known.least[name] = max(known.least[name], was[name] + lowest)
        known.most[name] = min(known.most[name], was[name] + highest)
    hide(known, small | {name for name in inside(voices, small) if change.get(name) == 0})
    known.must_hide |= {name for name, value in was.items() if value < 0 and name in voices.true}


def hide(known: Knowledge, names: set[Figure]) -> None:
    known.must_hide |= names
    known.needed.update(dict.fromkeys(names, TOO_FEW))


def attack(voices: Voices, known: Knowledge) -> Iterator[str]:
    """Ask for the least and the most of every withheld figure, as one reader and, in blank rows, as the other."""
    hidden = [name for name, value in voices.published.items() if value is None]
    tops = {top for top in voices.parts if {top, *inside(voices, [top])} <= set(hidden)}
    unknown = inside(voices, tops)
    told = Puzzle(voices, hidden, known.least, known.most)
    least = {name: known.floor[name] if name in unknown else value for name, value in known.least.items()}
    most = {name: inf if name in unknown else value for name, value in known.most.items()}
    untold = Puzzle(voices, hidden, least, most)
    for name in hidden:
        reader = told
        if told.finds(name, known.needed[name]) and name in tops | unknown:
            reader = untold
        if reader.finds(name, known.needed[name]):
            low, high = reader.range(name)
            yield f"{sorted(name)} is {low} to {high}, in truth {voices.true[name]}, needs {known.needed[name]}"


class Puzzle:
    """The linear program of one reader: a variable for every withheld figure."""

    def __init__(
        self, voices: Voices, hidden: list[Figure], least: dict[Figure, float], most: dict[Figure, float]
    ) -> None:
        self.column = {name: number for number, name in enumerate(hidden)}
        self.bounds = np.array([(least[name], most[name]) for name in hidden]).reshape(-1, 2)
        truth = np.array([float(voices.true[name]) for name in hidden])
        self.seen = truth, truth
        equal = [({whole: 1, **dict.fromkeys(parts, -1)}, voices) for whole, parts in voices.sums]
        at_most = [({part: 1, whole: -1}, voices) for part, whole in voices.within]
        at_most += [({whole: 1, **dict.fromkeys(parts, -1)}, voices) for whole, parts in voices.covers]
        self.equal, self.equal_to = self.matrix(equal)
        self.at_most, self.at_most_to = self.matrix(at_most)
        self.wander()

    def wander(self) -> None:
        """Solutions anywhere: they show for most figures that they may be many things."""
        chance = np.random.default_rng(0)
        ends = np.where(self.bounds == inf, FAR, self.bounds)
        for _ in range(10 if self.column else 0):
            self.solve(chance.normal(size=len(self.column)), ends)

    def matrix(self, rows: list) -> tuple:
        """The unknown to the left, what is shown to the right."""
        rows = [(row, voices) for row, voices in rows if any(name in self.column for name in row)]
        left, right = lil_array((len(rows), len(self.column))), np.zeros(len(rows))
        for number, (row, voices) in enumerate(rows):
            for name, factor in row.items():
                if name in self.column:
                    left[number, self.column[name]] = factor
                else:
                    right[number] -= factor * voices.published[name]
        return (left.tocsr(), right) if rows else (None, None)

    def finds(self, name: Figure, needed: int) -> bool:
        """Whether fewer values are left than needed. Two solutions far enough apart are as good as the extremes."""
        number = self.column[name]
        for sign in (0, 1, -1):  # first what other questions have shown by the way
            if sign:
                self.extreme(name, sign)
            if whole_numbers(self.seen[0][number], self.seen[1][number]) >= needed:
                return False
        low, high = self.range(name)
        return high - low + 1 < needed

    def range(self, name: Figure) -> tuple[float, float]:
        low, high = self.extreme(name, 1), self.extreme(name, -1)
        return ceil(low - NEARLY), (high if high == inf else floor(high + NEARLY))

    def extreme(self, name: Figure, sign: int) -> float:
        aim = np.zeros(len(self.column))
        aim[self.column[name]] = sign
        return sign * self.solve(aim, self.bounds)

    def solve(self, aim: NDArray[np.float64], bounds: NDArray[np.float64]) -> float:
        """The least that the aim can be for all the reader knows."""
        answer = linprog(
            aim,
            A_ub=self.at_most,
            b_ub=self.at_most_to,
            A_eq=self.equal,
            b_eq=self.equal_to,
            bounds=bounds,
            options={"presolve": False},  # half the time for puzzles this small
        )
        if answer.status == 3:  # no end to it
            return -inf
        assert answer.status == 0, answer.message  # the truth itself is an answer: anything else is a broken puzzle
        self.seen = np.minimum(self.seen[0], answer.x), np.maximum(self.seen[1], answer.x)
        return float(answer.fun)


def whole_numbers(low: float, high: float) -> float:
    return floor(high + NEARLY) - ceil(low - NEARLY) + 1

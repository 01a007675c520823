"""Which figures must be withheld besides the small ones, so that nobody can work those out.

The search asks of one withheld figure after another: could it be another number, for all a reader knows? If not
yet, it withholds the cheapest further figures (plain small cells before totals) that let it move, and asks the same
of those. It ends when every withheld figure has been seen at values as far apart as `Secrets.need` demands; a figure
is never taken to be safe without that proof.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from dialog.picture.equations import EVERYWHERE, System
from dialog.picture.moves import STILL, Field, Move, cheapest, farthest, field_of
from dialog.picture.thresholds import Secrets, below

Figures = NDArray[np.bool_]

REACH = 1000.0  # how far a move may go; only so that "farthest" has an end
FREE = 1e-4  # the price of moving what is withheld already: next to nothing, so that moves stay short
ROUNDS = 60  # moves in random directions before figures are looked at one by one; more only costs time


class Sight:
    """The least and the greatest value every figure has been seen at."""

    def __init__(self, system: System) -> None:
        self.least = system.counts.astype(float)
        self.most = system.counts.astype(float)

    def note(self, figures: NDArray[np.int64], values: NDArray[np.float64]) -> None:
        self.least[figures] = np.minimum(self.least[figures], values)
        self.most[figures] = np.maximum(self.most[figures], values)

    def values(self) -> NDArray[np.float64]:
        """How many whole numbers lie between them."""
        return np.floor(self.most + STILL) - np.ceil(self.least - STILL) + 1


@dataclass
class Search:
    """What is withheld so far, and what two readers can't tell apart.

    One is told of every withheld figure whether it is small. The other sees what we publish: where a whole row is
    blank, its total included, it could hold anything.
    """

    system: System
    secrets: Secrets
    told: Sight
    untold: Sight
    withheld: Figures
    fields: dict[tuple[int, ...], Field] = field(default_factory=dict)
    above: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def blank(self) -> tuple[Figures, Figures]:
        """Totals withheld with everything in them, and what is in them."""
        exposed = ~self.withheld
        for _ in range(len(exposed)):
            wider = exposed | (self.system.parts @ exposed > 0)
            if (wider == exposed).all():
                break
            exposed = wider
        tops = ~exposed & (np.diff(self.system.parts.indptr) > 0)
        return tops, self.system.parts.T @ tops > 0

    def narrow(self) -> Figures:
        """Withheld figures not yet seen to be open enough."""
        tops, inside = self.blank()
        safe = self.told.values() >= self.secrets.need
        safe |= (tops | inside) & (self.untold.values() >= self.secrets.need)
        return self.withheld & ~safe

    def room(self, figures: NDArray[np.int64], *, told: bool) -> tuple[Move, Move]:
        """How far down and up each figure may go for all that reader knows of it alone."""
        low, high = self.secrets.low, self.secrets.high
        if not told:
            _, inside = self.blank()
            low, high = np.where(inside, self.secrets.floor, low), np.where(inside, np.inf, high)
        counts = self.system.counts
        down, up = (counts - low)[figures], (high - counts)[figures]
        return np.clip(down, 0, REACH), np.clip(up, 0, REACH)

    def take(self, field: Field, move: Move, *, told: bool) -> None:
        """Withhold what moves, and remember where it went."""
        moving = np.abs(move) > STILL
        figures = field.figures[moving]
        self.withheld[figures] = True
        values = self.system.counts[figures] + move[moving]
        self.untold.note(figures, values)
        if told:
            self.told.note(figures, values)

    def field(self, homes: tuple[int, ...]) -> Field:
        if homes not in self.fields:
            inside = np.isin(self.system.home, homes) if EVERYWHERE not in homes else np.ones_like(self.withheld)
            self.fields[homes] = field_of(self.system, np.flatnonzero(inside))
        return self.fields[homes]

    def scopes(self, home: int) -> list[tuple[int, ...]]:
        """Ever wider surroundings in which to look for moves: one home, with the homes of wholes above it, everything."""
        if home == EVERYWHERE:
            return [(EVERYWHERE,)]
        if home not in self.above:
            parts, homes = self.system.parts, self.system.home
            inside = homes == home
            around = homes[inside | (parts @ inside > 0)]
            self.above[home] = tuple(np.unique(around[around != EVERYWHERE]).tolist())
        return [(home,), self.above[home], (EVERYWHERE,)] if len(self.above[home]) > 1 else [(home,), (EVERYWHERE,)]


def withheld_figures(system: System, secrets: Secrets) -> Figures:
    """Every figure to withhold: the secrets, and what protects them."""
    search = Search(system, secrets, Sight(system), Sight(system), secrets.withheld.copy())
    for told in (True, False):
        bargain(search, told=told)
    while (target := next_narrow(search)) is not None:
        if not widen(search, target):
            return np.ones_like(search.withheld)
    return search.withheld


REWARDS=[0.5,20.0,100.0]
MANY=0
FRAC=.1
VERB=0
WORTH=1000
def bargain(search: Search, *, told: bool) -> None:
    import time
    from dialog.picture.bounds import beyond_help
    hope=beyond_help(search.system, search.secrets)
    if VERB: print('beyond', hope.sum(), (hope&search.withheld).sum())
    directions = np.random.default_rng(1)
    for reward in REWARDS:
            field = search.field((EVERYWHERE,)) if reward>=1 else field_of(search.system, np.flatnonzero(search.withheld))
            idle=0
            which = lambda: search.narrow()[field.figures] & ((~hope[field.figures]) | (not told))
            left = which().sum()
            flip=directions.random(len(field.figures)) < 0.5
            n=0
            while left>(MANY if reward>1 else 0) and idle < 2:
                if n%2==0: flip=directions.random(len(field.figures)) < 0.5
                else: flip=~flip
                n+=1
                wishes = np.where(which(), wishes_of(search, field, flip, told=told),0)
                if reward>1: wishes=np.where(directions.random(len(wishes))<FRAC,wishes,0)
                down, up = search.room(field.figures, told=told)
                t=time.process_time()
                move = cheapest(field, down, up, prices_of(search)[field.figures], wishes, reward)
                if move is None: break
                search.take(field, move, told=told)
                now = which().sum()
                if VERB: print(reward,told,left,now,search.withheld.sum(),round(time.process_time()-t,2))
                idle = idle+1 if left-now<len(field.figures)/WORTH else 0
                left = now


def wishes_of(search, field, flip, *, told):
    sight = search.told if told else search.untold
    narrow = search.narrow()[field.figures]
    f=field.figures
    enough = search.secrets.need[f] - 1
    counts=search.system.counts[f]
    higher = enough - np.floor(counts - sight.least[f] + STILL)
    lower = enough - np.floor(sight.most[f] - counts + STILL)
    down, up = search.room(f, told=told)
    higher, lower = np.minimum(higher, np.floor(up+STILL)), np.minimum(lower, np.floor(down+STILL))
    ups = (higher>0) & ((lower<=0) | flip)
    return np.where(narrow, np.where(ups, higher, -lower), 0)


def next_narrow(search: Search) -> int | None:
    """Figures of several tables first: what they need helps the others too."""
    narrow = np.flatnonzero(search.narrow())
    if not narrow.size:
        return None
    return int(narrow[np.argmin(search.system.home[narrow] != EVERYWHERE)])


def roam(search: Search, *, told: bool) -> None:
    """See as many values as moves in random directions show, withholding nothing more."""
    directions = np.random.default_rng(0)
    field = field_of(search.system, np.flatnonzero(search.withheld))
    down, up = search.room(field.figures, told=told)
    left = search.narrow()[field.figures]
    idle = 0
    for _ in range(ROUNDS):
        if not left.any() or idle == 5:
            break
        move = farthest(field, down, up, directions.normal(size=len(down)) * np.where(left, 1, 0.01))
        if move is None:
            break
        search.take(field, move, told=told)
        still = search.narrow()[field.figures]
        idle = idle + 1 if still.sum() == left.sum() else 0
        left = still


def widen(search: Search, target: int) -> bool:
    """Let one figure take as many values as it needs; False when not even withholding whole rows does that."""
    from dialog.picture.bounds import beyond_help
    hope=beyond_help(search.system, search.secrets)[target]
    *near, everything = search.scopes(int(search.system.home[target]))
    tops, inside = search.blank()
    def tries(scopes, told): return any(stretch(search, search.field(scope), target, told=told) for scope in scopes)
    blank=tops[target] or inside[target]
    if (not hope and tries(near, True)) or (blank and tries(near, False)) or (not hope and tries([everything], True)) or (blank and tries([everything], False)):
        return True
    return any(tries([*near, everything], False) for _ in blanked(search, target))


def blanked(search: Search, target: int) -> Iterator[None]:
    """Withhold whole rows around a figure, the shortest first, each instead of the one before."""
    parts = search.system.parts
    around = np.zeros_like(search.withheld)
    around[target] = True
    around |= below(parts.T, around)
    rows = []
    for top in np.flatnonzero(around & (np.diff(parts.indptr) > 0)):
        row = np.zeros_like(around)
        row[top] = True
        rows.append(row | below(parts, row))
    before = search.withheld
    for row in sorted(rows, key=np.count_nonzero):
        search.withheld = before | row
        yield


def stretch(search: Search, field: Field, target: int, *, told: bool) -> bool:
    """Move a figure until it has been seen at enough values, by the cheapest moves of the field."""
    sight = search.told if told else search.untold
    count, enough = search.system.counts[target], search.secrets.need[target] - 1
    place = int(np.searchsorted(field.figures, target))
    down, up = search.room(field.figures, told=told)
    prices = prices_of(search)[field.figures]
    higher = enough - np.floor(count - sight.least[target] + STILL)
    lower = enough - np.floor(sight.most[target] - count + STILL)
    moves = [pushed(field, down, up, prices, place, step) for step in (higher, -lower)]
    found = [move for move in moves if move is not None]
    if found:
        search.take(field, min(found, key=lambda move: float(prices @ np.abs(move))), told=told)
        return True
    return stretch_both_ways(search, field, place, enough, told=told)


def pushed(field: Field, down: Move, up: Move, prices: Move, place: int, step: float) -> Move | None:
    if step > up[place] + STILL or -step > down[place] + STILL:
        return None
    wishes=np.zeros(len(prices)); wishes[place]=step
    move = cheapest(field, down, up, prices, wishes, 1e5)
    return None if move is None or abs(move[place]-step) > STILL else move


def stretch_both_ways(search: Search, field: Field, place: int, enough: float, *, told: bool) -> bool:
    down, up = search.room(field.figures, told=told)
    pull = np.zeros(len(down))
    pull[place] = 1
    ends = [farthest(field, down, up, way) for way in (pull, -pull)]
    if any(end is None for end in ends):
        return False
    highest, lowest = (np.floor(abs(end[place]) + STILL) for end in ends)
    if highest + lowest < enough:
        return False
    for step in (highest, highest - enough):
        move = pushed(field, down, up, prices_of(search)[field.figures], place, step)
        if move is None:
            return False
        search.take(field, move, told=told)
    return True


def prices_of(search: Search) -> Move:
    """What withholding each figure costs: little for a small plain cell, much for a large total."""
    prices = search.system.weight * np.log2(2 + search.system.counts)
    return np.where(search.withheld, FREE, prices)

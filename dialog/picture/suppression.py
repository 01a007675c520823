"""Which figures must be withheld besides the small ones, so that nobody can work those out.

The search asks of the withheld figures: could they be other numbers, for all a reader knows? Where not yet, it
withholds the cheapest further figures (small plain cells before totals) that let them move, and asks the same of
those. It ends when every withheld figure has been seen at values as far apart as `Secrets.need` demands; no figure
is taken to be safe without that proof. First many figures are moved at once, then the rest one by one.
"""

from collections.abc import Iterator

import numpy as np

from dialog.picture.equations import EVERYWHERE, System
from dialog.picture.moves import STILL, Amounts, Field, bargain, farthest, field_of, forced
from dialog.picture.readers import Figures, Reader, Scope, Search
from dialog.picture.thresholds import Secrets, below

# The three constants trade time for figures shown; measured on 40 areas x 25 questions and 30 areas x 60 codes.
REWARDS = (20.0, 100.0)  # what one step of a figure may cost the others: a few plain cells; then also totals
AT_ONCE = 0.1  # the share of figures that wish at the same time: more is faster, and withholds more
WORTH_A_ROUND = 0.002  # when fewer figures than this share of all are settled in a round, one by one is faster


def withheld_figures(system: System, secrets: Secrets) -> Figures:
    """Every figure to withhold: the secrets, and what protects them."""
    search = Search(system, secrets)
    chance = np.random.default_rng(0)  # always the same, so that the same tables give the same cells
    for reader in (search.told, search.untold):
        within = field_of(system, np.flatnonzero(search.withheld))
        settle(search, within, reader, chance, reward=1.0, share=1.0)
        for reward in REWARDS:
            settle(search, search.field((EVERYWHERE,)), reader, chance, reward=reward, share=AT_ONCE)
    while (target := next_narrow(search)) is not None:
        if not widen(search, target):
            return np.ones_like(search.withheld)
    return search.withheld


def settle(
    search: Search, field: Field, reader: Reader, chance: np.random.Generator, *, reward: float, share: float
) -> None:
    """Let a share of the narrow figures at a time wish to move, until that is no longer worth a round."""
    narrow = search.narrow_for(reader)[field.figures]
    idle = 0
    while narrow.any() and idle < 2:
        room = search.room(field, reader)
        up, down = (steps[field.figures] for steps in search.steps(reader))
        upward = wishes_upward(np.minimum(up, room.up), np.minimum(down, room.down), chance)
        wishing = narrow & (chance.random(len(narrow)) < share)
        move = bargain(field, room, wishes=np.where(wishing, upward, 0), reward=reward)
        if move is None:
            return
        search.take(field, move, reader)
        left = search.narrow_for(reader)[field.figures]
        settled = np.count_nonzero(narrow) - np.count_nonzero(left)
        idle = idle + 1 if settled < WORTH_A_ROUND * share * len(narrow) else 0
        narrow = left


def wishes_upward(up: Amounts, down: Amounts, chance: np.random.Generator) -> Amounts:
    """A step up or down for each figure, by chance where both are possible."""
    return np.where((up > 0) & ((down <= 0) | (chance.random(len(up)) < 0.5)), up, -down)


def next_narrow(search: Search) -> int | None:
    """Figures of several tables first: what is withheld for them helps the others too."""
    narrow = np.flatnonzero(search.narrow())
    if not narrow.size:
        return None
    return int(narrow[np.argmin(search.system.home[narrow] != EVERYWHERE)])


def widen(search: Search, target: int) -> bool:
    """Let one figure be as many numbers as it needs; False when not even withholding whole rows does that."""
    scopes = search.scopes(target)
    if not search.hopeless[target] and stretched(search, scopes, target, search.told):
        return True
    return any(stretched(search, scopes, target, search.untold) for _ in blanked(search, target))


def blanked(search: Search, target: int) -> Iterator[None]:
    """Withhold whole rows around a figure, the shortest first, each instead of the one before."""
    if search.blank_rows()[target]:
        yield
    parts, before = search.system.parts, search.withheld
    itself = np.zeros_like(before)
    itself[target] = True
    tops = (itself | below(parts.T, itself)) & (np.diff(parts.indptr) > 0)
    rows = []
    for top in np.flatnonzero(tops):
        row = np.zeros_like(before)
        row[top] = True
        rows.append(row | below(parts, row))
    for row in sorted(rows, key=np.count_nonzero):
        search.withheld = before | row
        yield


def stretched(search: Search, scopes: list[Scope], target: int, reader: Reader) -> bool:
    """Whether a figure could be seen at enough values, in the narrowest scope that does it."""
    return any(stretch(search, search.field(scope), target, reader) for scope in scopes)


def stretch(search: Search, field: Field, target: int, reader: Reader) -> bool:
    """Move a figure until it has been seen at enough values, by the cheapest moves within a field."""
    place = int(np.searchsorted(field.figures, target))
    room = search.room(field, reader)
    up, down = (float(steps[target]) for steps in search.steps(reader))
    moves = [forced(field, room, place=place, step=step) for step in (up, -down)]
    found = [move for move in moves if move is not None]
    if not found:
        return stretch_both_ways(search, field, target, reader)
    search.take(field, min(found, key=room.cost), reader)
    return True


def stretch_both_ways(search: Search, field: Field, target: int, reader: Reader) -> bool:
    """As far up as it goes, and down for the rest."""
    place = int(np.searchsorted(field.figures, target))
    room = search.room(field, reader)
    enough = int(search.secrets.need[target]) - 1
    highest, lowest = (np.floor(farthest(field, room, place=place, sign=sign) + STILL) for sign in (1, -1))
    if highest + lowest < enough:
        return False
    moves = [forced(field, room, place=place, step=step) for step in (highest, highest - enough)]
    found = [move for move in moves if move is not None]
    if len(found) < len(moves):
        return False  # and nothing taken: a move counts as proof only while all it moves stays withheld
    for move in found:
        search.take(field, move, reader)
    return True

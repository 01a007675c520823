"""What two readers of the published tables can't tell apart, while it is decided what to withhold."""

import numpy as np
from numpy.typing import NDArray

from dialog.picture.bounds import beyond_help
from dialog.picture.equations import EVERYWHERE, System
from dialog.picture.moves import STILL, Amounts, Field, Room, field_of
from dialog.picture.thresholds import Secrets

Figures = NDArray[np.bool_]  # some of the figures of a system
Scope = tuple[int, ...]  # the homes in which to look for moves

REACH = 1000.0  # how far a move may go, in voices; only so that every linear program has an end
FREE = 1e-4  # the price of moving what is withheld already: next to nothing, so that moves stay short


class Reader:
    """Somebody who wonders about withheld figures: the least and the greatest value each may have for them.

    The told reader knows of every withheld figure whether it is small, which is more than we publish. The untold
    one doesn't where a whole row is blank, its total included: there any cell may hold anything.
    """

    def __init__(self, counts: NDArray[np.int64], *, told: bool) -> None:
        self.told = told
        self.least = counts.astype(float)
        self.most = counts.astype(float)

    def note(self, figures: NDArray[np.int64], values: Amounts) -> None:
        self.least[figures] = np.minimum(self.least[figures], values)
        self.most[figures] = np.maximum(self.most[figures], values)

    def values(self) -> Amounts:
        """How many whole numbers each figure may be."""
        return np.floor(self.most + STILL) - np.ceil(self.least - STILL) + 1


class Search:
    """What is withheld so far, and what the two readers then make of it."""

    def __init__(self, system: System, secrets: Secrets) -> None:
        self.system, self.secrets = system, secrets
        self.withheld: Figures = secrets.withheld.copy()
        self.told = Reader(system.counts, told=True)
        self.untold = Reader(system.counts, told=False)
        self.hopeless = beyond_help(system, secrets)
        self.fields: dict[Scope, Field] = {}

    def blank(self) -> tuple[Figures, Figures]:
        """Totals that are withheld with everything in them, and what is in them."""
        parts = self.system.parts
        exposed, before = ~self.withheld, -1
        while exposed.sum() != before:
            before = exposed.sum()
            exposed = exposed | (parts @ exposed > 0)
        tops = ~exposed & (np.diff(parts.indptr) > 0)
        return tops, parts.T @ tops > 0

    def narrow(self) -> Figures:
        """Withheld figures not yet known to be open enough."""
        rows = self.blank_rows()
        safe = (self.told.values() >= self.secrets.need) | (rows & (self.untold.values() >= self.secrets.need))
        return self.withheld & ~safe

    def narrow_for(self, reader: Reader) -> Figures:
        """The narrow figures that this reader is to be shown: the untold one only where the other is beyond help."""
        return self.narrow() & (~self.hopeless if reader.told else self.hopeless & self.blank_rows())

    def blank_rows(self) -> Figures:
        tops, inside = self.blank()
        return tops | inside

    def room(self, field: Field, reader: Reader) -> Room:
        """Where the figures of a field may go for all that reader knows of each alone."""
        low, high, counts = self.secrets.low, self.secrets.high, self.system.counts
        if not reader.told:
            _, inside = self.blank()
            low, high = np.where(inside, self.secrets.floor, low), np.where(inside, np.inf, high)
        # little for a small plain cell, much for a large total
        prices = np.where(self.withheld, FREE, self.system.weight * np.log2(2 + counts))
        down, up = np.clip(counts - low, 0, REACH), np.clip(high - counts, 0, REACH)
        return Room(down[field.figures], up[field.figures], prices[field.figures])

    def steps(self, reader: Reader) -> tuple[Amounts, Amounts]:
        """How far every figure must still be seen to go up, or else down."""
        enough, counts = self.secrets.need - 1, self.system.counts
        up = enough - np.floor(counts - reader.least + STILL)
        down = enough - np.floor(reader.most - counts + STILL)
        return up, down

    def take(self, field: Field, move: Amounts, reader: Reader) -> None:
        """Withhold what moves, and remember where it went."""
        moving = np.abs(move) > STILL
        figures = field.figures[moving]
        values = self.system.counts[figures] + move[moving]
        self.withheld[figures] = True
        self.untold.note(figures, values)
        if reader.told:
            self.told.note(figures, values)

    def field(self, scope: Scope) -> Field:
        if scope not in self.fields:
            homes = self.system.home
            figures = np.arange(len(homes)) if EVERYWHERE in scope else np.flatnonzero(np.isin(homes, scope))
            self.fields[scope] = field_of(self.system, figures)
        return self.fields[scope]

    def scopes(self, target: int) -> list[Scope]:
        """Ever wider surroundings: a figure's home, the homes of wholes above it too, everything."""
        homes = self.system.home
        home = int(homes[target])
        if home == EVERYWHERE:
            return [(EVERYWHERE,)]
        inside = homes == home
        around = homes[inside | (self.system.parts @ inside > 0)]
        above = tuple(np.unique(around[around != EVERYWHERE]).tolist())
        return [(home,), above, (EVERYWHERE,)] if len(above) > 1 else [(home,), (EVERYWHERE,)]

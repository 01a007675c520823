"""From raw tables to safe ones: small figures withheld, and whatever else would let a reader work them out."""

from collections.abc import Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from dialog.picture.equations import Name, System, TablesDisagree, tie
from dialog.picture.rounding import rounded_cell
from dialog.picture.suppression import withheld_figures
from dialog.picture.tables import Cell, RawTable, SafeTable, State
from dialog.picture.thresholds import AREA, Rule, is_small_gathering, secrets_of

__all__ = ["Rule", "TablesDisagree", "is_small_gathering", "protect"]

DEFAULT = Rule()


def protect(tables: Sequence[RawTable], *, rule: Rule = DEFAULT, before: Sequence[SafeTable] = ()) -> list[SafeTable]:
    """The tables as they may leave, in the same order.

    All tables that will stand in one release must be given together: tables of one universe protect each other.
    `before` holds the tables of every earlier edition of the same round, oldest first. A figure then is withheld
    also when it has changed by less than the threshold since an edition that showed it; when it has not changed
    while a total around it has by that little (the few who came or went can't be told from what they did not say);
    and when the latest edition withheld it, whatever it is now. A rule that rounds withholds nothing; all editions of
    a round have to be protected in the same way.

    Raises TablesDisagree when counts contradict each other or the dimensions they stand in.
    """
    safe: dict[int, SafeTable] = {}
    universe = [table.heading.universe for table in tables]
    for _, group in groupby(sorted(range(len(tables)), key=universe.__getitem__), key=universe.__getitem__):
        positions = list(group)
        linked = protect_linked([tables[position] for position in positions], rule, before)
        safe.update(zip(positions, linked, strict=True))
    return [safe[position] for position in range(len(tables))]


def protect_linked(tables: Sequence[RawTable], rule: Rule, before: Sequence[SafeTable]) -> list[SafeTable]:
    """Tables of one universe."""
    system = tie(tables)
    if rule.rounding:
        cells = [rounded_cell(count, rule.rounding) for count in system.counts.tolist()]
    else:
        withheld = withheld_figures(system, secrets_of(system, tables, rule, before))
        cells = cells_of(system, tables, withheld)
    return [
        SafeTable(
            heading=table.heading,
            dimensions=table.dimensions,
            cells={key: cells[figure] for key, figure in zip(table.keys(), places.ravel().tolist(), strict=True)},
        )
        for table, places in zip(tables, system.places, strict=True)
    ]


def cells_of(system: System, tables: Sequence[RawTable], withheld: NDArray[np.bool_]) -> list[Cell]:
    """What each figure shows. Inside a group known to have no voices there is nothing to count: no data, not zero."""
    who = {one.id for table in tables for one in table.dimensions if one.background or one.id == AREA}
    empty = {
        name
        for name, count, hidden in zip(system.names, system.counts, withheld, strict=True)
        if count == 0 and not hidden and all(dimension in who for dimension, _ in name)
    }

    def cell(name: Name, count: int, hidden: bool) -> Cell:
        if hidden:
            return Cell(None, State.WITHHELD)
        if count == 0 and any(base < name for base in empty):
            return Cell(None, State.NO_DATA)
        return Cell(count, State.SHOWN)

    return [cell(*one) for one in zip(system.names, system.counts.tolist(), withheld.tolist(), strict=True)]

"""Small groups of one mind: who knows that somebody is among them knows what that one said. Pure.

Five voices of an area are enough to be shown, but not what all five answered. A group is known by where its voices
live or by who they are; what reports say of a place tells of the place, not of whoever reported it.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dialog.picture.equations import Name, System
from dialog.picture.groups import REST
from dialog.picture.ids import AREA, IMPORTED, NONE_OF_THEM, is_place, is_silent
from dialog.picture.spots import SPOT
from dialog.picture.tables import RawTable

OF_PLACES = frozenset({"feeling", "kind", "cause", "strength", "time", "month", IMPORTED, SPOT})  # dimensions


def unanimous(system: System, tables: Sequence[RawTable], below: int) -> NDArray[np.bool_]:
    """Figures of what all of a group said, where the group has fewer than `below` voices."""
    who = {one.id for table in tables for one in table.dimensions if one.background or one.id == AREA}
    numbers = {name: number for number, name in enumerate(system.names)}
    found = np.zeros(len(system.names), np.bool_)
    for number, name in enumerate(system.names):
        group = _group(name, who)
        if group and (whole := numbers.get(group)) is not None:
            count = system.counts[number]
            found[number] = 0 < count == system.counts[whole] < below
    return found


def _group(name: Name, who: set[str]) -> Name | None:
    """Those of whom a figure tells one thing that they said; None where it tells something else."""
    group = frozenset(part for part in name if part[0] in who)
    said = name - group
    if len(said) != 1 or not group or any(is_place(item) for _, item in group):
        return None
    ((dimension, item),) = said
    tells = dimension not in OF_PLACES and not is_silent(item) and item not in (REST, NONE_OF_THEM)
    return group if tells else None

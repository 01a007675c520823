"""Whether people came by other ways than the time before: then their answers may differ for that alone. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from dialog.languages import Words
from dialog.picture.tables import ALL, SafeTable

# Total variation distance: the least share of voices that would have to come by another way to make both mixes alike.
# Ours: one voice in five; domain experience is that a stop of school visits alone moved more than that.
SHIFTED = 0.2
TOLD = 0.05  # a way is named when its share has moved by so much


@dataclass(frozen=True)
class Shift:
    """One way of coming, with its share of 100 voices then and now."""

    label: Words
    then: int
    now: int


def shifts(now: SafeTable | None, then: SafeTable | None) -> tuple[Shift, ...]:
    """The ways that have shifted, the most first; none when the mix is about the same or can't be told."""
    if now is None or then is None:
        return ()
    after, before = _shares(now), _shares(then)
    if after is None or before is None or distance(after, before) < SHIFTED:
        return ()
    labels = {item.id: item.label for table in (then, now) for item in table.dimensions[0].items}
    moved = [one for one in labels if one != ALL and abs(after.get(one, 0) - before.get(one, 0)) >= TOLD]
    moved.sort(key=lambda one: -abs(after.get(one, 0) - before.get(one, 0)))
    return tuple(Shift(labels[one], round(100 * before.get(one, 0)), round(100 * after.get(one, 0))) for one in moved)


def distance(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Total variation distance of two mixes, 0 to 1."""
    return sum(abs(one.get(way, 0) - other.get(way, 0)) for way in sorted(one.keys() | other.keys())) / 2


def _shares(table: SafeTable) -> dict[str, float] | None:
    """The share of each way that is shown, and what is withheld together as one; None without a total."""
    whole = table.at({}).value
    if not whole:
        return None
    dimension = table.dimensions[0]
    shown = {item.id: table.at({dimension.id: item.id}).value for item in dimension.items if item.id != ALL}
    known = {way: value / whole for way, value in shown.items() if value is not None}
    return known | {"": max(1 - sum(known.values()), 0)}

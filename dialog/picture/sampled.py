"""Weighted shares beside the counts they belong to, as pages show them. Made of safe tables only. Pure."""

from dataclasses import dataclass

from dialog.languages import Words
from dialog.picture.content import Picture
from dialog.picture.statistics.comparing import base_of, share_of, unsafe_base
from dialog.picture.statistics.weighting import Estimates, Share
from dialog.picture.tables import Cell, SafeTable


@dataclass(frozen=True)
class Weighted:
    """One item: how many voices, how many of 100 who answered, and the same weighted, with its interval."""

    label: Words
    voices: Cell
    unweighted: int | None
    weighted: Share


@dataclass(frozen=True)
class WeightedTable:
    """`only`: the items of other dimensions, such as an area; `size`: how many answers of equal weight it is worth."""

    title: Words
    only: tuple[Words, ...]
    base: int | None
    size: int
    lines: tuple[Weighted, ...]
    of: Estimates


def is_sample(picture: Picture) -> bool:
    """Whether people were drawn to answer, so that shares have weights."""
    return bool(picture.figures and picture.figures.estimates)


def weighted_tables(picture: Picture) -> list[WeightedTable]:
    """None for an open round."""
    found = picture.figures.estimates if picture.figures else ()
    tables = {table.heading.id: table for table in picture.tables}
    return [_weighted(tables[one.table], one) for one in found if one.table in tables]


def _weighted(table: SafeTable, one: Estimates) -> WeightedTable:
    within = dict(one.within)
    base = (unsafe_base if within else base_of)(table, one.dimension, within)
    labels = {item.id: item.label for dimension in table.dimensions for item in dimension.items}
    lines = []
    for share in one.shares:
        voices = table.at({**within, one.dimension: share.item})
        unweighted = share_of(voices, base)
        lines.append(Weighted(labels[share.item], voices, None if unweighted is None else round(unweighted), share))
    return WeightedTable(
        table.heading.title, tuple(labels[item] for item in within.values()), base, one.size, tuple(lines), one
    )

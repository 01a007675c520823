"""Figures set beside the figure they are part of; only where both are shown, and of enough voices. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dialog.picture.content import Picture
from dialog.picture.findings.told import CELL, Evidence
from dialog.picture.ids import AREA, CODE, RATED, is_area
from dialog.picture.presentation import FEW
from dialog.picture.tables import ALL, Item, SafeTable, State

Items = Mapping[str, str]


@dataclass(frozen=True)
class Share:
    """So many of a whole of at least FEW voices, and the cells that say so."""

    part: int
    whole: int
    cells: tuple[Evidence, ...]

    @property
    def of_100(self) -> float:
        return 100 * self.part / self.whole


def value_at(table: SafeTable, items: Items) -> int | None:
    """The figure of these items, everybody in every other dimension; None unless it is shown."""
    cell = table.cells.get(_key(table, items))
    return cell.value if cell is not None and cell.state is State.SHOWN else None


def cited(table: SafeTable, items: Items) -> Evidence:
    return Evidence(CELL, table=table.heading.id, key=_key(table, items))


def share(part: tuple[SafeTable, Items], *whole: tuple[SafeTable, Items]) -> Share | None:
    """The part of a whole, or of the sum of several; None where one of them is not shown or the whole is too small."""
    figures = [value_at(*one) for one in (part, *whole)]
    shown = [figure for figure in figures if figure is not None]
    if len(shown) < len(figures) or sum(shown[1:]) < FEW:
        return None
    return Share(shown[0], sum(shown[1:]), once([cited(*one) for one in (part, *whole)]))


def once(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Each the first time it comes."""
    return tuple(one for place, one in enumerate(evidence) if one not in evidence[:place])


def problem_share(picture: Picture, code: str, area: str = ALL) -> Share | None:
    """Who calls a problem fairly or very big, of those who said of any problem how big it is."""
    problems, rated = picture.table("problems"), picture.table(RATED)
    if problems is None or rated is None:
        return None
    return share((problems, {AREA: area, CODE: code}), (rated, {AREA: area, RATED: RATED}))


def areas(picture: Picture) -> list[Item]:
    """The areas that have a name of their own."""
    table = picture.table(AREA)
    return [item for item in table.dimension(AREA).items if is_area(item.id)] if table else []


def _key(table: SafeTable, items: Items) -> tuple[str, ...]:
    return tuple(items.get(one.id, ALL) for one in table.dimensions)

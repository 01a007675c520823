"""Whether another source says the same of areas as residents do: agree, differ, or unknown. Never one score. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dialog.languages import N_, Words
from dialog.picture.beside.rates import PEOPLE
from dialog.picture.beside.told import Beside, Known, OutsideCell, OutsideTable
from dialog.picture.content import Picture
from dialog.picture.findings.proposing.shares import areas, problem_share
from dialog.picture.presentation import FEW
from dialog.picture.tables import ALL, Item
from dialog.picture.wording import filled, words
from dialog.sources.understanding.units import INDEX, PERCENT, UNITS

AGREE, DIFFER, UNKNOWN = "agree", "differ", "unknown"
Verdict = Literal["agree", "differ", "unknown"]


@dataclass(frozen=True)
class Outside:
    """A figure that another source has of each area, the higher the worse; None where it has none or may not show it.

    `areas` is by the items of the dimension `area`, with the whole as the item `all`.
    """

    source: str  # its id in the register
    lane: str  # one of LANES
    title: Words  # of the figure, with its publisher and year
    code: str  # the problem that it is about
    areas: Mapping[str, float | None]
    table: str = ""  # the id of its table in the picture

    @property
    def key(self) -> str:
        return self.table or self.source


@dataclass(frozen=True)
class Compared:
    """What the dialogue and one figure of another source say of one area; `above` is of the dialogue."""

    area: Item
    verdict: Verdict
    above: bool = False


def outsides(beside: Beside) -> list[Outside]:
    """The latest figures of every table that is about a problem, and whose areas can be set beside the whole."""
    return [_outside(beside, one) for one in beside.tables if one.code and is_comparable(one) and one.latest]


def is_comparable(table: OutsideTable) -> bool:
    """A count can't be above the whole that it is a part of; a rate, a share or an index can."""
    return table.unit in PEOPLE or table.unit in (PERCENT, INDEX)


def compare_areas(picture: Picture, outside: Outside) -> list[Compared]:
    """Area by area: both above the whole, or both not, agree. Unknown where either can't be told."""
    everywhere, whole = problem_share(picture, outside.code), outside.areas.get(ALL)
    found = []
    for area in areas(picture):
        here, there = problem_share(picture, outside.code, area.id), outside.areas.get(area.id)
        if everywhere is None or here is None or whole is None or there is None:
            found.append(Compared(area, "unknown"))
            continue
        above = here.of_100 > everywhere.of_100
        found.append(Compared(area, "agree" if above == (there > whole) else "differ", above))
    return found


def firm_value(cell: OutsideCell) -> float | None:
    """None too where few answered: too little data, whatever was published."""
    is_thin = cell.answers is not None and cell.answers < FEW
    return None if is_thin or cell.state is not Known.SHOWN else cell.value


def title_of(beside: Beside, table: OutsideTable) -> Words:
    """Of which source, of what, in which unit and of which period."""
    source = beside.source(table.source)
    period = dict.fromkeys(words(TITLE), table.latest)
    parts = {"source": source.name if source else {}, "unit": words(UNITS[table.unit]), "period": period}
    return filled(TITLE, figure=table.title, **parts)


TITLE = N_("%(source)s: %(figure)s, %(unit)s, %(period)s")


def _outside(beside: Beside, table: OutsideTable) -> Outside:
    cells = {item.id: firm_value(table.at(item.id, table.latest)) for item in beside.areas}
    return Outside(table.source, table.lane, title_of(beside, table), table.code or "", cells, table.id)

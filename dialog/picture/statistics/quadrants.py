"""Felt beside recorded: where people feel unsafe and where crimes are recorded, area by area, in four quadrants. Pure.

Two sources, side by side and never one score. What is felt is of those who answered a dialogue; what is recorded is of
those who reported a crime. Neither explains the other, and an area of which too little is known stands in none of the
quadrants, whatever the other source says of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median
from typing import Protocol

from dialog.languages import N_, Words
from dialog.picture.groups import UNSAFE
from dialog.picture.ids import AREA, is_area
from dialog.picture.presentation import FEW
from dialog.picture.statistics.comparing import unsafe_base
from dialog.picture.tables import SafeTable

CAPTION = N_(
    "What is felt and what is recorded come from different people and are counted in different ways. That they agree "
    "or differ in an area says nothing of why: neither is the cause of the other, and they make no score together."
)


class Quadrant(StrEnum):
    """Above or below the middle of the areas in each of the two; UNKNOWN where either is not known."""

    BOTH = "felt and recorded"
    FELT = "felt, little recorded"
    RECORDED = "recorded, little felt"
    NEITHER = "neither much"  # than elsewhere here: never a word of safe
    UNKNOWN = "unknown"


class Recorded(Protocol):
    """What is needed of a source of recorded crime."""

    @property
    def per_thousand(self) -> Mapping[str, float | None]:
        """Crimes for every 1,000 inhabitants by item of the dimension area; None or absent where it is not told."""
        ...


@dataclass(frozen=True)
class Felt:
    """How many of those who said safe or unsafe feel unsafe in an area; None where it can't be told."""

    area: str
    label: Words
    unsafe: int | None
    answered: int | None

    @property
    def of_hundred(self) -> float | None:
        """None too where fewer than FEW answered: too little data, not safe."""
        if self.unsafe is None or self.answered is None or self.answered < FEW:
            return None
        return 100 * self.unsafe / self.answered


@dataclass(frozen=True)
class Standing:
    """Where one area stands."""

    felt: Felt
    per_thousand: float | None
    quadrant: Quadrant


@dataclass(frozen=True)
class Quadrants:
    """Areas in the order of the table. The middles are medians of the areas of which both are known; None: too few."""

    standings: tuple[Standing, ...]
    middle_felt: float | None
    middle_recorded: float | None

    def of(self, quadrant: Quadrant) -> list[Standing]:
        return [one for one in self.standings if one.quadrant is quadrant]


FEWEST_AREAS = 4  # one for each quadrant: of fewer there is no middle to speak of


def felt_by_area(table: SafeTable) -> list[Felt]:
    """From a safe table of area by a question of safety."""
    question = table.dimensions[-1].id
    items = [item for item in table.dimension(AREA).items if is_area(item.id)]
    return [
        Felt(
            item.id,
            item.label,
            table.at({AREA: item.id, question: UNSAFE}).value,
            unsafe_base(table, question, {AREA: item.id}),
        )
        for item in items
    ]


def quadrants(felt: Sequence[Felt], recorded: Recorded) -> Quadrants:
    """Each area above or below the medians of the areas of which both sources tell."""
    rates = recorded.per_thousand
    known = [
        (of, rate) for one in felt if (of := one.of_hundred) is not None if (rate := rates.get(one.area)) is not None
    ]
    if len(known) < FEWEST_AREAS:
        return Quadrants(tuple(Standing(one, rates.get(one.area), Quadrant.UNKNOWN) for one in felt), None, None)
    middles = median(of for of, _ in known), median(rate for _, rate in known)
    standings = (
        Standing(one, rates.get(one.area), _quadrant(one.of_hundred, rates.get(one.area), *middles)) for one in felt
    )
    return Quadrants(tuple(standings), *middles)


def _quadrant(felt: float | None, recorded: float | None, middle_felt: float, middle_recorded: float) -> Quadrant:
    """What stands on the middle counts as above it."""
    if felt is None or recorded is None:
        return Quadrant.UNKNOWN
    if felt >= middle_felt:
        return Quadrant.BOTH if recorded >= middle_recorded else Quadrant.FELT
    return Quadrant.RECORDED if recorded >= middle_recorded else Quadrant.NEITHER

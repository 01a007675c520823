"""The areas that can be chosen in a report: those the round asks for, and what they lie in or what lies in them."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.areas.queries import choices, counts
from dialog.languages import Words
from dialog.places.rounds import ReportingRound

MOST_TOGETHER = 40  # areas at one level; of more there are groups by name
Name = Callable[[Words], str]


@dataclass(frozen=True)
class Choice:
    """An area, or only the heading over some; `value` stands in the form, empty for a heading."""

    value: str
    label: str
    area_id: int | None = None
    below: tuple["Choice", ...] = ()

    @property
    def all(self) -> tuple["Choice", ...]:
        """What can be chosen here, itself first."""
        return tuple(every(self))

    def holds(self, value: str) -> bool:
        """Whether this value is to be chosen below it."""
        return any(choice.value == value for choice in every(*self.below))


def every(*those: Choice) -> Iterator[Choice]:
    """All areas that can be chosen, each followed by those below it."""
    for choice in those:
        if choice.value:
            yield choice
        yield from every(*choice.below)


def area_choices(session: Session, round: ReportingRound, name: Name) -> tuple[Choice, ...]:
    """The tree of choices, its labels in the language of `name`; two queries, however many areas there are."""
    asked = choices(session, root_id=round.area_id, kind=round.area_kind, division=round.division)
    own = {area.id for area in asked}
    parents = {area.parent_id for area in asked} - {round.area_id, None}
    around = [area for area in _around(session, round, own, parents) if area.id not in own and _has_name(area)]
    above = [area for area in around if area.id in parents]
    if above:
        top = [*above, *(area for area in asked if area.parent_id not in {one.id for one in above})]
        return _grouped([_choice(area, name, asked, own) for area in top])
    return _grouped([_choice(area, name, around, own) for area in asked])


def _around(
    session: Session, round: ReportingRound, ids: Collection[int], parents: Collection[int | None]
) -> Sequence[Area]:
    """Areas that lie in these, and those that these lie in, of the versions that count in the round."""
    near = or_(Area.parent_id.in_(ids), Area.id.in_(parents))
    return session.scalars(select(Area).where(near, counts(round.division)).order_by(Area.kind, Area.code)).all()


def _has_name(area: Area) -> bool:
    """Whether people can know it: many small areas are called by their code, and only some rounds ask for them."""
    return any(name != area.code for name in area.names.values())


def _choice(area: Area, name: Name, others: Sequence[Area], own: Collection[int]) -> Choice:
    """The area with those of the others that lie in it. A code stands for an area that the round asks for."""
    inside = [_choice(one, name, (), own) for one in others if one.parent_id == area.id]
    value = area.code if area.id in own else f"{area.division}/{area.code}"
    return Choice(value, name(area.names), area.id, _grouped(sorted(inside, key=lambda one: one.label.casefold())))


def _grouped(those: Sequence[Choice]) -> tuple[Choice, ...]:
    """As they are, or where they are too many to look through, in groups of about the same size."""
    if len(those) <= MOST_TOGETHER:
        return tuple(those)
    groups = -(-len(those) // MOST_TOGETHER)
    edges = [len(those) * group // groups for group in range(groups + 1)]
    parts = [tuple(those[start:end]) for start, end in pairwise(edges)]
    return tuple(Choice("", f"{part[0].label} – {part[-1].label}", None, part) for part in parts)

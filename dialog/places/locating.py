"""Finding out where a place lies that somebody spoke of."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dialog.areas.queries import finest_area
from dialog.geography.points import Point
from dialog.places.models import AREA, NAME, PIN, WORDS
from dialog.places.rounds import ReportingRound
from dialog.places.where import Said


@dataclass(frozen=True)
class Landmark:
    """A name chosen from the list: as it is called there, and where that is."""

    called: str
    point: Point


@dataclass(frozen=True)
class Located:
    """Where one place lies, as far as it is known."""

    placed_by: str
    area_id: int | None
    point: Point | None = None
    landmark: str | None = None


def locate(
    session: Session, said: Said, *, round: ReportingRound, areas: Mapping[str, int], landmark: Landmark | None
) -> Located:
    """A pin counts before a name, a name before an area; words only add to them. `areas`: choice -> id."""
    point = said.pin or (landmark.point if landmark else None)
    if point:
        found = finest_area(session, point, round.area_id, round.division)
        called = landmark.called if landmark and not said.pin else None
        return Located(PIN if said.pin else NAME, found.id if found else None, point, called)
    return Located(AREA, areas[said.area]) if said.area else Located(WORDS, None)


def trouble_with(session: Session, said: Said, *, round: ReportingRound, landmark: Landmark | None) -> str:
    """What only the database knows of a place: its name is there no longer (no_such_name), its pin has its numbers
    swapped (not_on_map). Empty where all is well.
    """
    if said.named and landmark is None:
        return "no_such_name"
    return "not_on_map" if is_swapped(session, said, round=round) else ""


def is_swapped(session: Session, said: Said, *, round: ReportingRound) -> bool:
    """Whether a pin lies outside every area, and would lie in one if its two numbers changed places."""
    pin = said.pin
    if pin is None or abs(pin.lon) > 90 or finest_area(session, pin, round.area_id, round.division):
        return False
    return finest_area(session, pin.swapped, round.area_id, round.division) is not None

"""Names of spots in a report form: those that were searched for, and those that were chosen."""

from collections.abc import Iterable, Mapping

from sqlalchemy.orm import Session

from dialog.areas.names.queries import FoundName, found_name, search_names
from dialog.geography.points import Point
from dialog.languages import MAIN, pick
from dialog.places.locating import Landmark
from dialog.places.where import EVERY, Said, field
from dialog.texts.cleaning import clean_text


def landmarks_of(session: Session, places: Iterable[Said]) -> dict[int, Landmark | None]:
    """What the chosen name of each place stands for, by the place's number; None where there is no such name."""
    return {said.place: _landmark(session, said.named) for said in places if said.named}


def _landmark(session: Session, id: int) -> Landmark | None:
    name = found_name(session, id)
    if name is None:
        return None
    called = [pick(words, MAIN)[0] for words in (name.name, name.area)]
    return Landmark(", ".join(text for text in called if text), Point(name.lat, name.lon))


def found_names(session: Session, given: Mapping[str, str], *, root_id: int) -> dict[int, list[FoundName]]:
    """What each search of a form finds, by the number of the place; the name chosen before stays among them."""
    asked = {place: (given.get(field("q", place), ""), given.get(field("named", place), "")) for place in EVERY}
    return {
        place: found_for(session, query, chosen, root_id=root_id)
        for place, (query, chosen) in asked.items()
        if clean_text(query)
    }


def found_for(session: Session, query: str, chosen: str, *, root_id: int) -> list[FoundName]:
    """What one search finds; `chosen`: the id of a name, or nothing."""
    names = search_names(session, clean_text(query), root_id=root_id)
    if chosen.isascii() and chosen.isdigit() and int(chosen) not in {name.id for name in names}:
        names[:0] = [name for name in [found_name(session, int(chosen))] if name]
    return names

"""Published places near the one that somebody is telling of: others have said it there too."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import ngettext
from sqlalchemy.orm import Session

from dialog.geography.points import Point
from dialog.places.locating import Landmark
from dialog.places.models import Place
from dialog.places.queries import me_too_counts, places_in, places_near
from dialog.places.where import Said
from dialog.web.pages import lang_of, say


@dataclass(frozen=True)
class Published:
    """A published place as it is offered."""

    key: str
    name: str
    lang: str | None  # of the name, where that is not the page's language
    voices: str  # a sentence or two

    @property
    def document(self) -> dict[str, Any]:
        return {"key": self.key, "name": self.name, "lang": self.lang, "voices": self.voices}


def published_near(
    session: Session, said: Said | None, landmark: Landmark | None, areas: Mapping[str, int]
) -> list[Published]:
    """Around a point, or else in an area (`areas`: choice -> id); nothing is found by words."""
    if said is None:
        return []
    found = _at(session, said.pin or (landmark.point if landmark else None), areas.get(said.area))
    more = me_too_counts(session, [place.id for place in found]) if found else {}
    return [
        Published(str(place.key), say(place.names), lang_of(place.names), _voices(place, more.get(place.id, 0)))
        for place in found
    ]


def _at(session: Session, point: Point | None, area_id: int | None) -> list[Place]:
    if point:
        return list(places_near(session, point))
    return list(places_in(session, area_id)) if area_id else []


def _voices(place: Place, more: int) -> str:
    voices = ngettext("%(num)s voice has told of it.", "%(num)s voices have told of it.", place.voices)
    if not more:
        return voices
    me_too = ngettext("At least %(num)s says me too.", "At least %(num)s say me too.", more)
    return f"{voices} {me_too}"

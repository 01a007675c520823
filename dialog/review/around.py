"""Finding what in a text could point to a person, with the names of places around here in mind."""

from collections.abc import Iterable, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.areas.names.queries import search_names
from dialog.review.suspects import Suspect, find_suspects
from dialog.survey.models import Round
from dialog.texts.models import Text

_NAME = "name"
_MOST_ASKED = 6  # doubtful names that are looked for among the names of places
_MOST_LIKE = 4  # names of places that are like one of them


def suspects_of(session: Session, text: Text) -> list[Suspect]:
    """What could point to a person and is not hidden: what only is the name of a place is left out."""
    hidden = [(mask["start"], mask["end"]) for mask in text.masks]
    language = text.written_in or text.language
    found = find_suspects(text.original, hidden, language=language)
    doubtful = [text.original[one.start : one.end] for one in found if one.label == _NAME and not one.sure]
    if not doubtful:
        return found
    places = [*_areas(session), *_places_like(session, dict.fromkeys(doubtful))]
    return find_suspects(text.original, hidden, language=language, places=places)


def _areas(session: Session) -> Iterator[str]:
    """What the areas that rounds ask for are called, in every language."""
    asked = select(Area.names).where(Area.kind.in_(select(Round.area_kind)))
    return (name for names in session.scalars(asked) for name in names.values())


def _places_like(session: Session, doubtful: Iterable[str]) -> Iterator[str]:
    for words, _ in zip(doubtful, range(_MOST_ASKED), strict=False):
        yield from (found.written for found in search_names(session, words, root_id=None, limit=_MOST_LIKE))

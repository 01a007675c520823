"""Looking for what points to a person in words of a source, before they are kept."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.languages import MAIN
from dialog.texts.personal.finder import find_personal


@dataclass(frozen=True)
class Pointing:
    """Words that could point to a person."""

    kind: str
    words: str


def pointing_words(session: Session, text: str) -> Sequence[Pointing]:
    """In order of place. Names of areas are no names of people."""
    places = {name for names in session.scalars(select(Area.names)) for name in names.values()}
    return [Pointing(one.kind, text[one.start : one.end]) for one in find_personal(text, language=MAIN, places=places)]


def by_kind(found: Sequence[Pointing]) -> dict[str, int]:
    """How many of each kind, for the log, which never says which."""
    return dict(Counter(one.kind for one in found))

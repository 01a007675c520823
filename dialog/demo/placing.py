"""How people say where a spot is, now and then of several at once or of the way between two. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dialog.demo.chance import Chance
from dialog.demo.spots import Spot
from dialog.places.models import AREA, NAME, PIN, WORDS

WAYS: Mapping[str, str] = {  # from one spot to another that is near
    "skolstigen": "kiosken", "tunneln": "resecentrum", "resecentrum": "stortorget", "elljussparet": "ekhagsskolan",
    "kvarnparken": "stadsbiblioteket", "hammarstoppet": "bruket", "byvagen": "skolskjutsen",
}  # fmt: skip
_A_WAY, _SEVERAL = 0.14, 0.05  # shares of what comes by the form on the web
_POINTED_TOO = 0.35  # share of those who need no words and write some


@dataclass(frozen=True)
class Placing:
    """Where somebody says it is."""

    placed_by: str
    words: str = ""
    to: Spot | None = None  # where the way ends
    others: tuple[Spot, ...] = ()  # told of at the same time


UNDECIDED = Placing(WORDS)


def place_on_paper(chance: Chance, spot: Spot, language: str) -> Placing:
    """The dialogue and paper have no map and no list of names."""
    placed_by = chance.weighted({AREA: 6, WORDS: 4})
    return Placing(placed_by, _words(chance, spot, language, placed_by))


def place_on_walk(chance: Chance, spot: Spot, language: str) -> Placing:
    """Whoever leads a safety walk puts a pin."""
    return Placing(PIN, _words(chance, spot, language, PIN))


def place_in_form(chance: Chance, spot: Spot, language: str, spots: Sequence[Spot]) -> Placing:
    placed_by = chance.weighted({PIN: 62, NAME: 18, AREA: 11, WORDS: 9})
    words = _words(chance, spot, language, placed_by)
    if placed_by not in (PIN, NAME):
        return Placing(placed_by, words)
    if spot.id in WAYS and chance.happens(_A_WAY):
        return Placing(placed_by, words, to=next(one for one in spots if one.id == WAYS[spot.id]))
    near = [
        one for one in spots if one.area == spot.area and one is not spot and one.causes.keys() & spot.causes.keys()
    ]
    if near and chance.happens(_SEVERAL):
        return Placing(placed_by, words, others=tuple(chance.shuffled(near)[: chance.number(1, 2)]))
    return Placing(placed_by, words)


def _words(chance: Chance, spot: Spot, language: str, placed_by: str) -> str:
    if placed_by == WORDS or chance.happens(_POINTED_TOO):
        return chance.one(spot.names(language) or spot.names("sv"))
    return ""

"""How the figures of a picture are to be read. Pure."""

from collections.abc import Iterator

from dialog.languages import N_
from dialog.picture.documents.drawn import Drawn
from dialog.picture.documents.pieces import Facts, Note, Piece
from dialog.picture.sampled import is_sample

ABOUT_VOICES = N_(
    "A voice is one answered questionnaire with the places reported in it, one report of its own, or one answer from a "
    "group. Nobody is counted as a person, since nobody says who they are."
)
OPEN_TO_ALL = N_(
    "The dialogue is open to everybody. The figures say how many have told us, not how large a part of the residents "
    "think so."
)
DRAWN = N_(
    "People were drawn to answer. The figures here count answers; weighted shares, with the interval that each lies "
    "in, stand on the page of the edition and in its files."
)
SILENCE = N_("Few voices from an area means that we know too little about it, not that it is safe there.")


def honest_shown(drawn: Drawn, _of: str) -> Iterator[Piece]:
    yield Note(drawn.teller.tell(DRAWN if is_sample(drawn.picture) else OPEN_TO_ALL))


def rule_shown(drawn: Drawn, _of: str) -> Iterator[Piece]:
    teller, picture = drawn.teller, drawn.picture
    yield Facts(
        (
            (teller.tell(N_("What is counted")), teller.tell(ABOUT_VOICES)),
            (teller.tell(N_("What is not shown")), teller.say(picture.method).text),
            (teller.tell(N_("Least number of voices in a figure")), teller.number(picture.minimum)),
            (teller.tell(N_("Least number in an area and background group")), teller.number(picture.group_minimum)),
            (teller.tell(N_("Too little data")), teller.tell(SILENCE)),
        )
    )

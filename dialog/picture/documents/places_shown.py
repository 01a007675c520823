"""Places where reports gather, as a table of a document. Pure."""

from collections.abc import Iterator, Sequence

from dialog.languages import N_
from dialog.picture.content import Picture
from dialog.picture.documents.about import about_picture, figure_of
from dialog.picture.documents.pieces import Figure, Grid, Note, Piece
from dialog.picture.documents.teller import Said, Teller
from dialog.picture.presentation import Figure as Counted
from dialog.picture.sections import Sections

NAMED = 3  # of causes and times: those with most voices
COLUMNS = (N_("Place"), N_("Area"), N_("Voices"), N_("How it feels"), N_("What makes it unsafe"), N_("When"))
AT_LEAST = N_(
    "At least %(number)s voices told of each. The point of a place is the middle of a square, not where anybody stood. "
    "A place that is not listed can be unsafe too."
)


def places_grid(picture: Picture, view: Sections, teller: Teller) -> Iterator[Piece]:
    """The numbers are those of the map."""
    if not view.gatherings:
        return
    rows = tuple(
        (
            Said(f"{teller.number(number)}. {teller.say(line.place.names).text}"),
            (
                Figure(teller.say(line.area).text, numeric=False),
                figure_of(teller, line.voices),
                *(_named(teller, some) for some in (line.feelings, line.causes, line.times)),
            ),
        )
        for number, line in enumerate(view.gatherings, start=1)
    )
    columns = tuple(Said(teller.tell(one)) for one in COLUMNS)
    yield Grid(teller.tell(N_("Places where reports gather")), columns, rows, about_picture(teller, picture))
    yield Note(teller.tell(AT_LEAST, number=picture.minimum))


def _named(teller: Teller, figures: Sequence[Counted]) -> Figure:
    """Those that are shown; nothing is said of the others."""
    said = [f"{teller.say(one.label).text} {teller.number(one.cell.value or 0)}" for one in figures[:NAMED]]
    return Figure(" · ".join(said) or "–", numeric=False)

"""The map of a picture, and the areas that too little is known of. Pure."""

from collections.abc import Iterator

from dialog.languages import N_
from dialog.picture.documents.about import about_picture, figure_of
from dialog.picture.documents.drawn import Drawn, capped
from dialog.picture.documents.pieces import Grid, MapPiece, Note, Piece
from dialog.picture.documents.reading import SILENCE
from dialog.picture.documents.teller import Said
from dialog.picture.presentation import FEW, area_columns
from dialog.picture.tables import State


def map_shown(drawn: Drawn, _of: str) -> Iterator[Piece]:
    if drawn.view.map is None:
        return
    teller, columns = drawn.teller, area_columns(drawn.picture)
    few = [teller.say(column.label).text for column in columns if column.is_few]
    spoken = [
        teller.tell(N_("Map of the areas, with the places by their numbers. The same places stand in the table."))
    ]
    if few:
        spoken.append(teller.tell(N_("Hatched, since too little is known of them: %(areas)s."), areas=", ".join(few)))
    title = teller.tell(N_("Areas, and places where reports gather"))
    about = " ".join([*spoken[1:], teller.tell(SILENCE), about_picture(teller, drawn.picture)])
    names = tuple(teller.say(land.name).text for land in drawn.view.map.lands)
    numbers = tuple(teller.number(pin.number) for pin in drawn.view.map.pins)
    yield MapPiece(title, drawn.view.map, about, " ".join(spoken), names, numbers)


def few_shown(drawn: Drawn, _of: str) -> Iterator[Piece]:
    """Areas that too little is known of."""
    teller = drawn.teller
    few = [column for column in area_columns(drawn.picture) if column.is_few]
    if not few:
        return
    rows = tuple((teller.say(column.label), (figure_of(teller, column.voices),)) for column in few)
    columns = (Said(teller.tell(N_("Area"))), Said(teller.tell(N_("Voices"))))
    title = teller.tell(N_("Areas with fewer than %(number)s voices"), number=FEW)
    withheld = sum(column.voices.state is State.WITHHELD for column in few)
    yield capped(teller, Grid(title, columns, rows, about_picture(teller, drawn.picture, withheld)))
    yield Note(teller.tell(SILENCE))

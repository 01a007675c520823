"""What has changed since the edition before, of the same round. Only figures that both show are compared. Pure."""

from collections.abc import Iterator

from dialog.languages import N_, Words
from dialog.picture.content import Picture
from dialog.picture.documents.about import about_picture, figure_of
from dialog.picture.documents.pieces import Grid, Note, Piece
from dialog.picture.documents.teller import Said, Teller
from dialog.picture.ids import AREA, CODE, VOICES
from dialog.picture.presentation import UNKNOWN, cell_at, figures, voices_in
from dialog.picture.tables import Cell

Line = tuple[Words | str, Cell, Cell]

CAUTION = N_(
    "Both editions count the same round: a larger figure can mean that more people have answered, not that a problem "
    "has grown."
)
SAME_ROUND = N_("What has changed since edition %(number)s")
ALL_VOICES = N_("All voices")


def changes_grid(picture: Picture, before: Picture | None, teller: Teller) -> Iterator[Piece]:
    """Voices, voices by area, and who calls each problem big: then and now."""
    if before is None or not picture.follows:
        return
    lines: list[Line] = [(teller.tell(ALL_VOICES), voices_in(before, VOICES), voices_in(picture, VOICES))]
    lines += _by(picture, before, AREA, AREA)
    lines += _by(picture, before, "problems", CODE)
    rows = tuple(
        (Said(name) if isinstance(name, str) else teller.say(name), (figure_of(teller, then), figure_of(teller, now)))
        for name, then, now in lines
    )
    columns = tuple(Said(teller.tell(one)) for one in (N_("Voices"), N_("Then"), N_("Now")))
    title = teller.tell(SAME_ROUND, number=picture.follows[-1])
    yield Grid(title, columns, rows, about_picture(teller, picture))
    yield Note(teller.tell(CAUTION))


def _by(picture: Picture, before: Picture, id: str, dimension: str) -> Iterator[Line]:
    now, then = picture.table(id), before.table(id)
    if now is None or then is None:
        return
    there = {item.id for item in then.dimension(dimension).items}
    for one in figures(now, dimension, ranked=dimension == CODE):
        was = cell_at(then, {dimension: one.item}) if one.item in there else UNKNOWN
        yield one.label, was, one.cell

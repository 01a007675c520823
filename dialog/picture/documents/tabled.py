"""Safe tables of a picture as tables of a document: as they are, and as a matrix of areas. Pure."""

from collections.abc import Iterator

from dialog.languages import N_
from dialog.picture.documents.about import about_picture, about_table, figure_of
from dialog.picture.documents.drawn import Drawn, capped
from dialog.picture.documents.pieces import Figure, Grid, Piece
from dialog.picture.documents.teller import Said, Teller
from dialog.picture.presentation import Heat
from dialog.picture.tables import Cell, Dimension, Item, SafeTable, State

PROBLEMS_BIG = N_("Voices that call the problem fairly or very big")
HEATS = {  # of -> title, what the shades are of, what the rows are
    "problems": (
        PROBLEMS_BIG,
        N_(
            "The number is how many voices. The shade is how many of 100 who said how big the problem is: under 10, "
            "20, 35, 50 or more."
        ),
        N_("Problem"),
    ),
    "unsafe": (
        N_("Voices that feel fairly or very unsafe where they live"),
        N_(
            "The number is how many voices. The shade is how many of 100 who answered safe or unsafe: under 10, 20, "
            "35, 50 or more."
        ),
        N_("Question"),
    ),
    "kinds": (
        N_("Reported places by area and kind"),
        N_("The number is how many voices reported such a place there."),
        N_("Kind of place"),
    ),
}


def table_shown(drawn: Drawn, of: str) -> Iterator[Piece]:
    """The first dimension downwards, the second, if there is one, to the right."""
    table, teller = drawn.picture.any_table(of), drawn.teller
    if table is None:
        return
    first, across = table.dimensions[0], table.dimensions[1] if len(table.dimensions) > 1 else None
    rows = tuple((teller.say(item.label), tuple(_line(teller, table, item, across))) for item in first.items)
    named = [teller.say(one.label) for one in across.items] if across else [teller.say(table.heading.unit)]
    several = not all(one.additive for one in table.dimensions)
    about = about_table(teller, table, table.cells.values(), several=several)
    title = teller.say(table.heading.title).text
    yield capped(teller, Grid(title, (teller.say(first.label), *named), rows, about))


def _line(teller: Teller, table: SafeTable, item: Item, across: Dimension | None) -> Iterator[Figure]:
    if across is None:
        yield figure_of(teller, table[(item.id,)])
        return
    for other in across.items:
        yield figure_of(teller, table[(item.id, other.id)])


def matrix_shown(drawn: Drawn, of: str) -> Iterator[Piece]:
    view = drawn.view
    heat = {"problems": view.problems_by_area, "unsafe": view.unsafe_by_area, "kinds": view.kinds_by_area}.get(of)
    if heat is not None:
        yield _heat_grid(drawn, heat, *HEATS[of])


def _heat_grid(drawn: Drawn, heat: Heat, title: str, note: str, corner: str) -> Grid:
    teller = drawn.teller
    rows = tuple(
        (teller.say(label), tuple(figure_of(teller, Cell(one.value, one.state), one.heat) for one in cells))
        for label, cells in heat.rows
    )
    withheld = sum(one.state is State.WITHHELD for _label, cells in heat.rows for one in cells)
    columns = (Said(teller.tell(corner)), *(teller.say(column.label) for column in heat.columns))
    notes = tuple(_voices(teller, column.voices.value) for column in heat.columns)
    about = f"{teller.tell(note)} {about_picture(teller, drawn.picture, withheld)}"
    return capped(teller, Grid(teller.tell(title), columns, rows, about, heat=True, notes=notes))


def _voices(teller: Teller, number: int | None) -> str:
    if number is None:
        return teller.tell(N_("voices not shown"))
    return teller.ngettext("%(number)s voice", "%(number)s voices", number)

"""One question or dimension of a picture as bars, and the table of the same figures. Pure."""

from collections.abc import Iterator

from dialog.picture.documents.about import about_table, figure_of
from dialog.picture.documents.drawn import Drawn, capped
from dialog.picture.documents.kinds import ranked_dimension
from dialog.picture.documents.pieces import Bar, Bars, Grid, Piece
from dialog.picture.documents.tabled import PROBLEMS_BIG
from dialog.picture.documents.teller import Teller
from dialog.picture.sections import Chart, chart

RANKED = ("problems", "imported")


def bars_shown(drawn: Drawn, of: str) -> Iterator[Piece]:
    table = drawn.picture.any_table(of)
    if table is None:
        return
    found, teller = chart(table, ranked_dimension(table), ranked=of in RANKED), drawn.teller
    title = teller.tell(PROBLEMS_BIG) if of == "problems" else teller.say(table.heading.title).text
    bars = tuple(
        Bar(teller.say(one.label), figure_of(teller, one.cell), one.width, one.is_part) for one in found.figures
    )
    if bars:
        about = about_table(teller, table, [one.cell for one in found.lines], several=not found.dimension.additive)
        yield Bars(title, bars, about, _behind(teller, found, title, about))


def _behind(teller: Teller, found: Chart, title: str, about: str) -> Grid:
    rows = tuple((teller.say(one.label), (figure_of(teller, one.cell),)) for one in found.lines)
    columns = (teller.say(found.dimension.label), teller.say(found.table.heading.unit))
    return capped(teller, Grid(title, columns, rows, about))

"""The kinds of live blocks, and of what in a picture each can be. Pure."""

from collections.abc import Iterator

from dialog.picture.beside.facing import felt_recorded, side_by_side
from dialog.picture.content import Picture
from dialog.picture.ids import AREA, CODE, is_place
from dialog.picture.tables import SafeTable

MATRICES = ("problems", "unsafe", "kinds")
FINDINGS = ("problem", "strength", "gap", "disagreement")  # kinds, beside the chief ones
OF_STAFF = "staff"  # quotes of colleagues, which stand apart from those of residents
STANCES = ("problem", "strength", "proposal")
MOST_DIMENSIONS = 2
MOST_CELLS = 600  # of a table that is a block: more is for the files of figures

Key = tuple[str, str]  # kind and what it is of


def possible(picture: Picture) -> list[Key]:
    """Every live block that the picture has something for, in a sensible order."""
    return [
        *_whole(picture),
        *_beside(picture),
        *_matrices(picture),
        *_bars(picture),
        *_quotes(picture),
        *_tables(picture),
    ]


def _whole(picture: Picture) -> Iterator[Key]:
    """Blocks that are of the picture as a whole."""
    for kind in ("", *FINDINGS):
        yield "findings", kind
    yield "causes", ""
    yield "focus", ""
    yield "evidence", ""
    yield "honest", ""
    yield "rule", ""
    yield "sources", ""
    if any(outline.geometry for outline in picture.outlines):
        yield "map", ""
    if picture.places:
        yield "places", ""
    if picture.table("themes"):
        yield "themes", ""
    if picture.figures and picture.figures.comparisons:
        yield "change", ""
    if picture.table(AREA):
        yield "few", ""
    if picture.figures and picture.figures.inhabitants:
        yield "coverage", ""


def _beside(picture: Picture) -> Iterator[Key]:
    """What other sources say: beside the dialogue, by themselves, and in words."""
    if picture.beside is None:
        return
    compared = side_by_side(picture)
    if any(one.is_known for one in compared):
        yield "verdicts", ""
    yield from (("beside", one.table.id) for one in compared)
    yield from (("quadrants", one.table.id) for one in felt_recorded(picture))
    yield from (("outside", one.id) for one in picture.beside.tables)
    yield from (("words", source) for source in dict.fromkeys(one.source for one in picture.beside.texts))


def _matrices(picture: Picture) -> Iterator[Key]:
    if not picture.table(AREA):
        return
    if picture.table("problems"):
        yield "matrix", "problems"
    if any(
        one.heading.id.endswith("-by-area") and one.dimensions[-1].id.startswith("question:") for one in picture.tables
    ):
        yield "matrix", "unsafe"
    if picture.table("kinds-by-area"):
        yield "matrix", "kinds"


def _bars(picture: Picture) -> Iterator[Key]:
    if picture.table("problems"):
        yield "bars", "problems"
    for table in picture.every_table:
        if len(table.dimensions) == 1 and not _is_of_places(table):
            yield "bars", table.heading.id


def _quotes(picture: Picture) -> Iterator[Key]:
    if picture.quotes:
        yield "quotes", ""
    if picture.staff_quotes:
        yield "quotes", OF_STAFF
    for stance in STANCES:
        if any(quote.stance == stance for quote in picture.quotes):
            yield "quotes", stance


def _tables(picture: Picture) -> Iterator[Key]:
    for table in picture.every_table:
        if len(table.dimensions) <= MOST_DIMENSIONS and len(table.cells) <= MOST_CELLS and not _is_of_places(table):
            yield "table", table.heading.id


def _is_of_places(table: SafeTable) -> bool:
    return any(is_place(item.id) for item in table.dimensions[0].items)


def ranked_dimension(table: SafeTable) -> str:
    """What bars of a table are of: its one dimension, or of problems by area the problems."""
    return CODE if table.heading.id == "problems" else table.dimensions[0].id

"""The document that a draft has before anybody changes it: all is placed, only the texts are missing. Pure."""

from collections.abc import Iterator, Sequence
from itertools import count

from dialog.picture.beside.told import OutsideTable
from dialog.picture.content import Picture
from dialog.picture.documents.blocks import TEXT, Block, Paper, Section
from dialog.picture.documents.headings import HEADINGS
from dialog.picture.documents.kinds import Key, possible
from dialog.sources.lanes import DEPARTMENTS, STAFF

# Where each kind of live block belongs, by its kind and what it is of; the first that fits.
_HOME = {
    ("findings", ""): "summary",
    ("bars", "problems"): "problems",
    ("findings", "problem"): "problems",
    ("findings", "disagreement"): "beside",
    ("findings", "strength"): "strengths",
    ("causes", ""): "analysis",
    ("focus", ""): "focus",
    ("findings", "gap"): "gaps",
    ("honest", ""): "about",
    ("rule", ""): "about",
    ("sources", ""): "sources",
    ("coverage", ""): "who",
    ("matrix", "problems"): "matrix",
    ("matrix", "unsafe"): "matrix",
    ("map", ""): "places",
    ("places", ""): "places",
    ("matrix", "kinds"): "places",
    ("bars", "feelings"): "places",
    ("bars", "kinds"): "places",
    ("bars", "causes"): "places",
    ("bars", "times"): "places",
    ("bars", "months"): "places",
    ("themes", ""): "themes",
    ("quotes", ""): "themes",
    ("quotes", "staff"): "staff",
    ("change", ""): "change",
    ("bars", "strengths"): "strengths",
    ("quotes", "strength"): "strengths",
    ("few", ""): "gaps",
    ("evidence", ""): "appendix",
}
_IN_SHORT = {("findings", ""), ("bars", "problems"), ("matrix", "problems"), ("map", ""), ("honest", "")}
_IN_EASY = {("bars", "problems"), ("map", ""), ("honest", "")}
_IN_ALL = ("summary", "about")  # sections whose text every version has
OF_STAFF = (STAFF, DEPARTMENTS)  # lanes whose section is that of staff and departments
_INTERNAL = ("staff", "analysis")  # sections whose text is for colleagues until somebody decides otherwise


def first_paper(picture: Picture) -> Paper:
    """A text in each section, and every live block that the picture has something for."""
    numbers = count(1)
    places: dict[str, list[Block]] = {
        id: [Block(f"b{next(numbers)}", TEXT, public=id not in _INTERNAL, short=id in _IN_ALL, easy=id in _IN_ALL)]
        for id in HEADINGS
    }
    for home, kind, of in _live(picture):
        key = (kind, of)
        block = Block(f"b{next(numbers)}", kind, of, short=key in _IN_SHORT, easy=key in _IN_EASY)
        places[home].append(block)
    return Paper(tuple(Section(id, tuple(blocks)) for id, blocks in places.items()))


def _live(picture: Picture) -> Iterator[tuple[str, str, str]]:
    """(section, kind, of) of what the picture can show, in the order of _HOME, then who answered, then the rest."""
    there = possible(picture)
    placed = [(home, *key) for key, home in _HOME.items() if key in there]
    yield from placed
    left = [key for key in there if key not in _HOME]
    yield from _beside(picture, left)
    for kind, of in left:
        if kind == "bars":
            yield _home_of_bars(picture, of), kind, of


def _beside(picture: Picture, left: Sequence[Key]) -> Iterator[tuple[str, str, str]]:
    """All that stands face to face; of each source by itself its words and its first table, with its rate."""
    if picture.beside is None:
        return
    tables: dict[str, list[OutsideTable]] = {}
    for one in picture.beside.tables:
        tables.setdefault(one.source, []).append(one)
    firsts = {table.id for some in tables.values() for table in some if some[0].id in (table.id, table.made_from)}
    lanes = {one.id: one.lane for one in picture.beside.register}
    for kind, of in left:
        if kind in ("verdicts", "quadrants"):
            yield "beside", kind, of
        elif kind == "words" or (kind == "outside" and of in firsts):
            table = picture.beside.table(of)
            yield ("staff" if lanes[table.source if table else of] in OF_STAFF else "beside"), kind, of


def _home_of_bars(picture: Picture, id: str) -> str:
    table = picture.table(id)
    if table is None:
        return "staff"  # of another dialogue of our own
    return "who" if table.dimensions[0].background or id == "area" else "appendix"

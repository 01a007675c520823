"""What has changed since earlier editions, as a document tells it: what goes on, visible breaks, and warnings. Pure.

Only what both pictures show and what was asked alike is compared (see statistics/comparing.py).
"""

from collections.abc import Iterable, Iterator

from dialog.languages import N_, Words
from dialog.picture.changes import Changes, changes_view
from dialog.picture.documents.about import about_picture, figure_of
from dialog.picture.documents.drawn import Drawn, capped
from dialog.picture.documents.marks import HEADING, PARAGRAPH, Part, Run
from dialog.picture.documents.pieces import Figure, Grid, Note, Piece, Point, Points, Prose
from dialog.picture.documents.teller import Said, Teller
from dialog.picture.ids import AREA, VOICES
from dialog.picture.presentation import voices_in
from dialog.picture.statistics.compared import Followed, Pair
from dialog.picture.statistics.sentences import REASONS
from dialog.picture.tables import Cell, State

CAUTION = N_(
    "Both editions count the same round: a larger figure can mean that more people have answered, not that a problem "
    "has grown."
)
OPEN_BOTH_TIMES = N_(
    "Both times those who wanted to answered. A difference can come from who answered, and has no margin of error."
)
OTHER_WAYS = N_("People came by other ways than then. What looks like a change of mind can come from that alone.")
COMPARED_WITH = N_("Compared with edition %(number)s: %(title)s, %(first)s – %(last)s.")
MORE = N_("What else can be compared stands in the files of figures.")
COLUMNS = (N_("Answer"), N_("Then"), N_("Now"), N_("Of 100 who answered"))
CHIEF = ("problems", "themes")  # tables that a document has room for, beside those by area


def changes_shown(drawn: Drawn, _of: str) -> Iterator[Piece]:
    for one in changes_view(drawn.picture):
        yield from _since(drawn, one)


def _since(drawn: Drawn, one: Changes) -> Iterator[Piece]:
    teller, told = drawn.teller, one.comparison
    yield from _heading(teller.tell(N_("Since edition %(number)s"), number=told.edition), _with_what(teller, one))
    yield Note(teller.tell(CAUTION if told.is_same_round else OPEN_BOTH_TIMES))
    if told.channels:
        yield Note(teller.tell(OTHER_WAYS))
        yield _listed(teller, [(way.label, _moved(teller, way.then, way.now)) for way in told.channels])
    yield _voices(drawn, one)
    chief = [table for table in one.followed if _is_chief(table) and any(map(_is_told, table.pairs))]
    yield from (_grid(drawn, table) for table in chief)
    if told.breaks:
        yield from _heading(teller.tell(N_("Not comparable")))
        yield _listed(teller, [(found.label, teller.tell(REASONS[found.reason])) for found in told.breaks])
    if len(chief) < sum(table.line.table != AREA for table in one.followed):
        yield Prose((Part(PARAGRAPH, ((Run(teller.tell(MORE)),),)),))


def _heading(heading: str, *below: str) -> Iterator[Prose]:
    yield Prose((Part(HEADING, ((Run(heading),),)), *(Part(PARAGRAPH, ((Run(line),),)) for line in below)))


def _listed(teller: Teller, lines: Iterable[tuple[Words, str]]) -> Points:
    return Points(tuple(Point(teller.say(name), words=Said(said)) for name, said in lines))


def _is_chief(table: Followed) -> bool:
    return table.line.table in CHIEF or bool(table.only)


def _is_told(pair: Pair) -> bool:
    """Whether a line has a figure; parts of a theme, and places where nobody was or will be told of, are many."""
    return not pair.is_part and bool(pair.then.value or pair.now.value)


def _with_what(teller: Teller, one: Changes) -> str:
    first, last = (teller.day(day) for day in one.days)
    title = teller.say(one.comparison.title).text
    return teller.tell(COMPARED_WITH, number=one.comparison.edition, title=title, first=first, last=last)


def _moved(teller: Teller, then: int, now: int) -> str:
    return teller.tell(N_("%(then)s of 100 voices then, %(now)s now"), then=then, now=now)


def _voices(drawn: Drawn, one: Changes) -> Grid:
    """All voices, and those of each area where areas are the same: counts alone, since each is one of its own."""
    teller = drawn.teller
    lines = [(Said(teller.tell(N_("All voices"))), one.comparison.voices, voices_in(drawn.picture, VOICES))]
    for table in one.followed:
        if table.line.table == AREA:
            lines += [(teller.say(pair.label), pair.then, pair.now) for pair in table.pairs if _is_told(pair)]
    rows = tuple((name, (figure_of(teller, then), figure_of(teller, now))) for name, then, now in lines)
    columns = tuple(Said(teller.tell(column)) for column in (N_("Voices"), N_("Then"), N_("Now")))
    about = about_picture(teller, drawn.picture, _withheld(cell for _name, *cells in lines for cell in cells))
    return capped(teller, Grid(teller.tell(N_("Voices")), columns, rows, about))


def _grid(drawn: Drawn, table: Followed) -> Grid:
    teller, told = drawn.teller, [pair for pair in table.pairs if _is_told(pair)]
    title = " – ".join(teller.say(label).text for label in (table.title, *table.only))
    rows = tuple((teller.say(pair.label), tuple(_pair(teller, pair))) for pair in told)
    columns = tuple(Said(teller.tell(column)) for column in COLUMNS)
    about = about_picture(teller, drawn.picture, _withheld(cell for pair in told for cell in (pair.then, pair.now)))
    return capped(teller, Grid(title, columns, rows, about))


def _pair(teller: Teller, pair: Pair) -> Iterator[Figure]:
    """How many then and now, each of how many who answered; shares where enough did both times."""
    yield _of_base(teller, pair.then, pair.then_base)
    yield _of_base(teller, pair.now, pair.now_base)
    shares = pair.shares
    yield Figure(teller.tell(N_("%(then)s → %(now)s"), then=shares[0], now=shares[1]) if shares else "–")


def _of_base(teller: Teller, cell: Cell, base: int | None) -> Figure:
    if cell.value is None or base is None:
        return figure_of(teller, cell)
    number, whole = teller.number(cell.value), teller.number(base)
    return Figure(teller.tell(N_("%(number)s of %(base)s"), number=number, base=whole))


def _withheld(cells: Iterator[Cell]) -> int:
    return sum(cell.state is State.WITHHELD for cell in cells)

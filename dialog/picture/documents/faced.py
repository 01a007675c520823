"""Other sources in a document: their figures, what they say beside the dialogue, and their words. Pure."""

from collections.abc import Iterator

from dialog.languages import MAIN, N_
from dialog.picture.beside.facing import Facing, FeltRecorded, SideBySide, felt_recorded, side_by_side
from dialog.picture.beside.names import QUADRANT_NAMES, STATE_NAMES, TIME_NAMES, VERDICT_NAMES
from dialog.picture.beside.told import Known, OutsideCell, OutsideTable
from dialog.picture.beside.verdicts import AGREE, DIFFER, UNKNOWN
from dialog.picture.beside.view import shown
from dialog.picture.documents.about import NOT_SHOWN, TOO_LITTLE
from dialog.picture.documents.drawn import Drawn, capped
from dialog.picture.documents.marks import HEADING, PARAGRAPH, Part, Run, parts
from dialog.picture.documents.pieces import Figure, Grid, Note, Piece, Prose
from dialog.picture.documents.teller import Said, Teller
from dialog.picture.statistics.quadrants import CAPTION, Standing
from dialog.picture.tables import State

HOW_THEY_AGREE = N_(
    "They agree where both are above the whole, or both are not. Unknown means that one of them has too little data, "
    "is not shown or is not known."
)
WHAT_SIGNS_MEAN = N_("= they agree · ≠ they differ · ? unknown")
SIGNS = {AGREE: "=", DIFFER: "≠", UNKNOWN: "?"}  # in a table of every problem and area words would be too many
COMPUTED = N_(
    "Computed from the numbers beside, with inhabitants at the end of the same year by population statistics."
)
LIMITS = N_("In brackets: the limits of confidence that were published.")
NOT_NOTHING = N_("As published, or protected as our own are. What is not known is not nothing.")
_AS = {Known.WITHHELD: State.WITHHELD, Known.TOO_LITTLE: State.NO_DATA, Known.UNKNOWN: State.SHOWN}


def outside_shown(drawn: Drawn, of: str) -> Iterator[Piece]:
    """A table of another source: areas downwards, periods to the right."""
    beside, teller = drawn.picture.beside, drawn.teller
    table = beside.table(of) if beside else None
    if beside is None or table is None:
        return
    one = shown(beside, table)
    rows = tuple(
        (teller.say(area.label), tuple(_figure(teller, table.at(area.id, period)) for period in table.periods))
        for area in one.areas
    )
    columns = (Said(teller.tell(N_("Area"))), *(Said(period) for period in table.periods))
    said = [teller.say(one.source.name).text + ".", teller.tell(NOT_NOTHING)]
    said += [teller.tell(COMPUTED)] if table.made_from else []
    said += [teller.tell(LIMITS)] if one.has_limits else []
    yield capped(
        teller, Grid(f"{teller.say(table.title).text}, {teller.say(one.unit).text}", columns, rows, " ".join(said))
    )


def beside_shown(drawn: Drawn, of: str) -> Iterator[Piece]:
    """The dialogue beside a table about one problem, area by area."""
    teller = drawn.teller
    for one in side_by_side(drawn.picture):
        if one.table.id == of:
            rows = tuple((teller.say(row.area.label), tuple(_faced(teller, row))) for row in one.rows)
            names = (
                N_("Area"),
                N_("Voices that call it big, of those who said"),
                N_("The other source"),
                N_("Agree or differ"),
            )
            columns = tuple(Said(teller.tell(name)) for name in names)
            about = f"{teller.say(one.title).text}. {teller.tell(HOW_THEY_AGREE)}"
            yield capped(teller, Grid(teller.say(one.problem).text, columns, rows, about))


def verdicts_shown(drawn: Drawn, _of: str) -> Iterator[Piece]:
    """Of every problem and source in one table: do they say the same of an area?"""
    found, teller = [one for one in side_by_side(drawn.picture) if one.is_known], drawn.teller
    if not found:
        return
    areas = [teller.say(row.area.label) for row in found[0].rows if row.verdict]
    rows = tuple((_named(teller, one), tuple(_verdicts(teller, one))) for one in found)
    columns = (Said(teller.tell(N_("Problem and source"))), *areas)
    title = teller.tell(N_("Do the sources say the same?"))
    about = f"{teller.tell(HOW_THEY_AGREE)} {teller.tell(WHAT_SIGNS_MEAN)}."
    yield capped(teller, Grid(title, columns, rows, about))


def quadrants_shown(drawn: Drawn, of: str) -> Iterator[Piece]:
    """Felt beside recorded, with the sentence that forbids to read a cause into it."""
    teller = drawn.teller
    for one in felt_recorded(drawn.picture):
        if one.table.id == of:
            yield Note(teller.tell(CAPTION))
            yield capped(teller, _quadrants(teller, one))


def words_shown(drawn: Drawn, of: str) -> Iterator[Piece]:
    """What a source says in words, which are in the main language."""
    beside = drawn.picture.beside
    for one in beside.texts if beside else ():
        if one.source == of:
            heading = Part(HEADING, ((Run(one.heading),),))
            source = beside.source(of) if beside else None
            said = [drawn.teller.say(source.name).text] if source else []
            about = Part(PARAGRAPH, ((Run(", ".join([*said, *([one.period] if one.period else [])])),),))
            yield Prose((heading, *parts(one.words), about), None if drawn.teller.language == MAIN else MAIN)


def _named(teller: Teller, one: SideBySide) -> Said:
    problem = teller.say(one.problem)
    return Said(f"{problem.text} – {teller.say(one.title).text}", problem.lang)


def _verdicts(teller: Teller, one: SideBySide) -> Iterator[Figure]:
    for row in one.rows:
        if row.verdict:
            yield Figure(SIGNS[row.verdict], numeric=False)


def _quadrants(teller: Teller, one: FeltRecorded) -> Grid:
    names = (
        N_("Area"),
        N_("Voices that feel unsafe, of those who said"),
        N_("Recorded per 1,000 inhabitants"),
        N_("Beside the middle"),
    )
    rows = tuple((teller.say(each.felt.label), tuple(_standing(teller, each))) for each in one.standing.standings)
    title = teller.tell(N_("Felt and recorded: %(figure)s"), figure=_title(teller, one.table))
    about = f"{teller.say(one.felt.heading.title).text}. {one.period}."
    return Grid(title, tuple(Said(teller.tell(name)) for name in names), rows, about)


def _title(teller: Teller, table: OutsideTable) -> str:
    time = f", {teller.tell(TIME_NAMES[table.time])}" if table.time else ""
    return teller.say(table.title).text + time


def _standing(teller: Teller, one: Standing) -> Iterator[Figure]:
    if one.felt.of_hundred is None:
        yield Figure(teller.tell(TOO_LITTLE), State.NO_DATA)
    else:
        yield _of_base(teller, one.felt.unsafe or 0, one.felt.answered or 0)
    rate = one.per_thousand
    yield Figure(teller.tell(STATE_NAMES[Known.UNKNOWN]), numeric=False) if rate is None else _number(teller, rate)
    yield Figure(teller.tell(QUADRANT_NAMES[one.quadrant]), numeric=False)


def _faced(teller: Teller, row: Facing) -> Iterator[Figure]:
    if row.said:
        yield _of_base(teller, row.said.part, row.said.whole)
    elif row.cell.state is State.WITHHELD:
        yield Figure(teller.tell(NOT_SHOWN), State.WITHHELD)
    else:
        yield Figure(teller.tell(TOO_LITTLE), State.NO_DATA)
    yield _figure(teller, row.outside)
    yield Figure(teller.tell(VERDICT_NAMES[row.verdict]) if row.verdict else "", numeric=False)


def _of_base(teller: Teller, part: int, whole: int) -> Figure:
    told = teller.tell(N_("%(number)s of %(base)s"), number=teller.number(part), base=teller.number(whole))
    return Figure(told)


def _figure(teller: Teller, cell: OutsideCell) -> Figure:
    if cell.value is None:
        return Figure(teller.tell(STATE_NAMES[cell.state]), _AS[cell.state], numeric=cell.state is not Known.UNKNOWN)
    return _number(teller, cell.value, cell)


def _number(teller: Teller, value: float, cell: OutsideCell | None = None) -> Figure:
    limits = ""
    if cell and cell.lower is not None and cell.upper is not None:
        limits = f" ({teller.number(cell.lower)}–{teller.number(cell.upper)})"
    return Figure(teller.number(value) + limits)

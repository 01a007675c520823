"""Who answered beside who lives there, as a document tells it: one table for areas, ages and sexes each. Pure."""

from collections.abc import Iterator

from dialog.languages import N_
from dialog.picture.beside.names import STATE_NAMES
from dialog.picture.beside.told import Known
from dialog.picture.coverage.view import CoverageView, coverage_view
from dialog.picture.documents.about import about_table, figure_of
from dialog.picture.documents.drawn import Drawn, capped
from dialog.picture.documents.pieces import Figure, Grid, Note, Piece
from dialog.picture.documents.teller import Said, Teller
from dialog.picture.sampled import is_sample
from dialog.picture.statistics.coverage import Group, Lane
from dialog.picture.statistics.sentences import VERDICTS

TITLE = N_("Who answered, beside who lives here")
NO_SAMPLE = N_(
    "Nobody was drawn to answer: who did is not a sample of those who live here, however well they are spread."
)
AT_THE_END_OF = N_("Inhabitants at the end of %(year)s, by population statistics.")
AS_LOADED = N_("Inhabitants as the areas were loaded.")
COLUMNS = (
    N_("Voices"),
    N_("Inhabitants"),
    N_("Voices per 1,000 inhabitants"),
    N_("Beside what was to be expected"),
)


def coverage_shown(drawn: Drawn, _of: str) -> Iterator[Piece]:
    """Nothing where nobody knows who lives there."""
    view = coverage_view(drawn.picture)
    if view is None or not view.lanes:
        return
    if not is_sample(drawn.picture):
        yield Note(drawn.teller.tell(NO_SAMPLE))
    yield from (capped(drawn.teller, _grid(drawn.teller, view, lane)) for lane in view.lanes)


def _grid(teller: Teller, view: CoverageView, lane: Lane) -> Grid:
    label = teller.say(lane.label)
    people = teller.tell(AT_THE_END_OF, year=view.year) if view.year else teller.tell(AS_LOADED)
    about = about_table(teller, lane.table, [one.voices for one in lane.groups])
    rows = tuple((teller.say(one.label), tuple(_figures(teller, one))) for one in lane.groups)
    columns = (label, *(Said(teller.tell(name)) for name in COLUMNS))
    return Grid(f"{teller.tell(TITLE)}: {label.text}", columns, rows, f"{about} {people}")


def _figures(teller: Teller, one: Group) -> Iterator[Figure]:
    """A rate that can't be told is as little known as the voices it is of."""
    yield figure_of(teller, one.voices)
    unknown = Figure(teller.tell(STATE_NAMES[Known.UNKNOWN]))
    yield unknown if one.inhabitants is None else Figure(teller.number(one.inhabitants))
    rate = one.per_thousand
    yield figure_of(teller, one.voices) if rate is None else Figure(teller.number(round(rate, 1)))
    yield Figure(teller.tell(VERDICTS[one.verdict]), numeric=False)

"""The register of sources of a picture: what, when, of how many, with which limits. Pure."""

from collections.abc import Iterator

from dialog.languages import N_
from dialog.picture.beside.own import CHOSEN_TO, OPEN
from dialog.picture.beside.view import Row, beside_view
from dialog.picture.content import Picture
from dialog.picture.documents.about import figure_of
from dialog.picture.documents.pieces import Figure, Grid, Piece
from dialog.picture.documents.teller import Said, Teller
from dialog.picture.periods import days_of
from dialog.picture.sections import Sections
from dialog.picture.tables import Cell

TITLE = N_("Register of sources")
COLUMNS = (N_("Source"), N_("When"), N_("Voices"), N_("Limits"))
OF_ALL = (N_("Source"), N_("By whom, and how"), N_("When"), N_("How many answered"), N_("What it can’t say"))
LIMITS_OF_IMPORTED = N_("Categories as they came with the file, not set by those who read the texts.")


def sources_grid(picture: Picture, view: Sections, teller: Teller) -> Iterator[Piece]:
    """Every source; of pictures of before there were others, the ways in which residents said something."""
    beside = beside_view(picture)
    columns = OF_ALL if beside else COLUMNS
    rows = tuple(_told(teller, row) for row in beside.register) if beside else _ways(picture, view, teller)
    about = teller.tell(N_("Codebook: version %(version)s."), version=picture.codebook)
    yield Grid(teller.tell(TITLE), tuple(Said(teller.tell(one)) for one in columns), rows, about)


def _told(teller: Teller, row: Row) -> tuple[Said, tuple[Figure, ...]]:
    source = row.source
    said = (source.publisher, source.method, source.licence)
    how = ". ".join(told for one in said if (told := teller.say(one).text.rstrip(".")))
    when = " – ".join(teller.day(day) for day in row.days) or source.period
    answers = "" if source.answers is None else teller.number(source.answers)
    if source.response_rate is not None:
        rate = teller.tell(N_("%(rate)s per cent answered"), rate=teller.number(source.response_rate))
        answers = f"{answers} ({rate})" if answers else rate
    figures = (how, when, answers, teller.say(source.limits).text)
    return teller.say(source.name), tuple(Figure(one, numeric=False) for one in figures)


def _ways(picture: Picture, view: Sections, teller: Teller) -> tuple[tuple[Said, tuple[Figure, ...]], ...]:
    days = " – ".join(teller.day(day) for day in days_of(picture.period))
    questionnaire = teller.tell(N_("The dialogue, questionnaire %(name)s"), name=picture.questionnaire)
    lines = [(questionnaire, view.voices, OPEN)]
    if view.reporters.value is not None:
        lines.append((teller.tell(N_("Places reported in the dialogue")), view.reporters, CHOSEN_TO))
    if view.imported:
        lines.append((teller.tell(N_("Categories imported with a file")), view.imported.base, LIMITS_OF_IMPORTED))
    return tuple(_row(teller, name, days, voices, limits) for name, voices, limits in lines)


def _row(teller: Teller, name: str, days: str, voices: Cell, limits: str) -> tuple[Said, tuple[Figure, ...]]:
    told = Figure(teller.tell(limits), numeric=False)
    return Said(name), (Figure(days, numeric=False), figure_of(teller, voices), told)

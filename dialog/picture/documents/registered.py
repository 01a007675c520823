"""The register of sources of a picture: what, when, of how many, with which limits. Pure."""

from collections.abc import Iterator

from dialog.languages import N_
from dialog.picture.content import Picture
from dialog.picture.documents.about import figure_of
from dialog.picture.documents.pieces import Figure, Grid, Piece
from dialog.picture.documents.teller import Said, Teller
from dialog.picture.periods import days_of
from dialog.picture.sections import Sections
from dialog.picture.tables import Cell

COLUMNS = (N_("Source"), N_("When"), N_("Voices"), N_("Limits"))
LIMITS = N_("Open to everybody and chosen by nobody: it says what those who answered think.")
LIMITS_OF_REPORTS = N_("Told by those who chose to. Few reports from a place does not mean that it is safe.")
LIMITS_OF_IMPORTED = N_("Categories as they came with the file, not set by those who read the texts.")


def sources_grid(picture: Picture, view: Sections, teller: Teller) -> Iterator[Piece]:
    days = " – ".join(teller.day(day) for day in days_of(picture.period))
    questionnaire = teller.tell(N_("The dialogue, questionnaire %(name)s"), name=picture.questionnaire)
    lines = [(questionnaire, view.voices, LIMITS)]
    if view.reporters.value is not None:
        lines.append((teller.tell(N_("Places reported in the dialogue")), view.reporters, LIMITS_OF_REPORTS))
    if view.imported:
        lines.append((teller.tell(N_("Categories imported with a file")), view.imported.base, LIMITS_OF_IMPORTED))
    rows = tuple(_row(teller, name, days, voices, limits) for name, voices, limits in lines)
    columns = tuple(Said(teller.tell(one)) for one in COLUMNS)
    about = teller.tell(N_("Codebook: version %(version)s."), version=picture.codebook)
    yield Grid(teller.tell(N_("Register of sources")), columns, rows, about)


def _row(teller: Teller, name: str, days: str, voices: Cell, limits: str) -> tuple[Said, tuple[Figure, ...]]:
    told = Figure(teller.tell(limits), numeric=False)
    return Said(name), (Figure(days, numeric=False), figure_of(teller, voices), told)

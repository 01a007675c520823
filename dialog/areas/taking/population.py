"""Taking in how many people live where: which version of the areas is meant, keeping it, and what is said of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy.orm import Session

from dialog.areas.divisions import version_in
from dialog.areas.population.columns import Layout, recognise_population
from dialog.areas.population.loading import Kept, WhichDivision, division_meant, keep_population, known_areas
from dialog.areas.population.rows import Read, codes_in, population_rows, read_figures, years_in
from dialog.areas.taking.problems import NotTaken
from dialog.languages import N_, Sentence, several
from dialog.rows.mapping import BadMap, ColumnMap
from dialog.rows.rejects import Rejects
from dialog.rows.row import Row, Rows

AREAS_COMMAND = "flask --app wsgi areas load"


@dataclass(frozen=True)
class AboutPopulation:
    """What the person who loads figures says of them; None: the file says it."""

    division: str | None = None
    sheet: str | None = None
    told: ColumnMap = field(default_factory=ColumnMap)  # the year, where it is told, is fixed in it


@dataclass(frozen=True)
class PopulationTaken:
    """What became of a file of figures."""

    layout: Layout
    assumed: Sequence[Sentence]
    read: Read
    kept: Kept
    meant: str | None  # the key of the version of the areas; None where there is only one


def take_population(
    session: Session,
    file: Path,
    rejects: Rejects,
    about: AboutPopulation,
    *,
    by: int | None = None,
    listed: Callable[[Rows], Iterable[Row]] = list,
) -> PopulationTaken:
    """Keep the figures of a file in place of those of the same areas and years; what is wrong is rejected.

    `listed` reads the rows, and may show how far it has come. Raises NotTaken, BadMap or UnreadableFile.
    """
    found = population_rows(file, sheet=about.sheet)
    layout, assumed = _layout(found, about.told, file)
    rows = list(listed(found))
    meant = _meant(session, about.division, file, rows, layout)
    areas, ids = known_areas(session, meant)
    if not ids:
        raise NotTaken(
            Sentence(N_("There are no areas: load them first with %(command)s."), command=f"{AREAS_COMMAND} FILE")
        )
    read = read_figures(rows, layout, areas, rejects, file.name)
    if not read.figures and len(rejects) == read.unknown:
        problem = N_("None of the areas of %(file)s is loaded: load them first with %(command)s.")
        raise NotTaken(Sentence(problem, file=file.name, command=AREAS_COMMAND))
    kept = keep_population(session, list(read.figures.values()), ids, source=file.name, by=by)
    return PopulationTaken(layout, assumed, read, kept, meant)


def _layout(rows: Rows, told: ColumnMap, file: Path) -> tuple[Layout, list[Sentence]]:
    """Where the file says what, and what had to be assumed: a year that only its name says."""
    named = version_in(file.stem)[:4]
    try:
        return recognise_population(rows.columns, told, file.name), []
    except BadMap:
        if not named or "year" in told.fixed:
            raise
        assumed = replace(told, fixed={**told.fixed, "year": named})
        layout = recognise_population(rows.columns, assumed, file.name)
        said = N_("The year, %(year)s, was taken from the name of the file; %(option)s tells otherwise.")
        return layout, [Sentence(said, year=named, option="--year")]


def _meant(session: Session, told: str | None, file: Path, rows: list[Row], layout: Layout) -> str | None:
    try:
        return division_meant(session, told, file=file.stem, codes=codes_in(rows, layout), years=years_in(rows, layout))
    except WhichDivision as problem:
        raise NotTaken(Sentence(N_("%(file)s: %(problem)s"), file=file.name, problem=problem.args[0])) from None


def said_of_population(one: PopulationTaken) -> Iterator[Sentence]:
    """What it was taken for, how many figures there are, then what became of the others."""
    if one.meant:
        yield Sentence(N_("The codes were taken for those of %(division)s."), division=one.meant)
    yield loaded(one.kept)
    yield from said_of_left_out(one)


def said_of_left_out(one: PopulationTaken) -> Iterator[Sentence]:
    if one.read.elsewhere:
        yield several(
            "%(number)s row was passed over: areas of other municipalities.",
            "%(number)s rows were passed over: areas of other municipalities.",
            one.read.elsewhere,
        )
    if one.read.unsaid:
        yield several("%(number)s cell tells no number.", "%(number)s cells tell no number.", one.read.unsaid)
    if one.kept.unclear:
        yield several(
            "For %(number)s area the figures don't add up to everybody, so how many live there was left as it was.",
            "For %(number)s areas the figures don't add up to everybody, so how many live there was left as it was.",
            one.kept.unclear,
        )


def loaded(kept: Kept) -> Sentence:
    """Two things are counted: the sentence inside bears the areas, the one around it the figures."""
    areas = several("%(number)s area", "%(number)s areas", kept.areas)
    return several(
        "%(number)s figure of %(areas)s loaded, for %(years)s.",
        "%(number)s figures of %(areas)s loaded, for %(years)s.",
        kept.figures,
        areas=areas,
        years=", ".join(map(str, kept.years)),
    )

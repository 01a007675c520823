"""flask population …"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click
from flask.cli import AppGroup
from sqlalchemy.orm import Session

from dialog.areas.divisions import version_in
from dialog.areas.population.columns import Layout, recognise_population, whom
from dialog.areas.population.loading import Kept, WhichDivision, division_meant, keep_population, known_areas
from dialog.areas.population.rows import Read, codes_in, population_rows, read_figures, years_in
from dialog.cli.ending import Refusal, transaction
from dialog.cli.loads import FILE, counted, finish, map_options, progress, recognised, settle
from dialog.rows.mapping import BadMap, ColumnMap, read_map
from dialog.rows.rejects import Rejects
from dialog.rows.row import Row, Rows

population = AppGroup("population", help="How many people live in each area.")


@population.command()
@click.argument("file", type=FILE)
@click.option("--division", help="Which version of the areas its codes are, such as deso-2025.")
@click.option("--year", help="Which year the figures are of, where the file does not say.")
@map_options
def load(
    file: Path,
    division: str | None,
    year: str | None,
    map_file: Path | None,
    told: tuple[str, ...],
    sheet: str | None,
    keep_going: bool,
) -> None:
    """Load how many people live in each area, by age and sex, from a FILE: CSV, XLSX, JSON or a map with figures.

    Columns are recognised: the area's code, year, sex, age (16-24, 65+) and persons; or one column for each year, sex
    and age, such as kvinnor_16_1. A further year of the same table ends in _1, _2 …; the year itself stands in ar,
    ar_1, ar_2 or, in a map, as year_1 = "2015" under [fixed]. Figures of the same areas and years are replaced.
    """
    rejects = Rejects()
    with transaction() as session:
        rows = population_rows(file, sheet=sheet)
        layout, assumed = _layout(rows, read_map(map_file, told, {"year": year}), file)
        with progress(rows, file) as shown:
            read, kept, meant = _take(session, list(shown), layout, rejects, file, division)
        settle(file, taken=read.rows, rejects=rejects, keep_going=keep_going)
    for sentence in (*assumed, *_said(layout, read, kept, meant)):
        click.echo(sentence)
    finish(file, rejects)


def _layout(rows: Rows, told: ColumnMap, file: Path) -> tuple[Layout, list[str]]:
    """Where the file says what, and what had to be assumed: a year that only its name says."""
    named = version_in(file.stem)[:4]
    try:
        return recognise_population(rows.columns, told, file.name), []
    except BadMap:
        if not named or "year" in told.fixed:
            raise
        assumed = replace(told, fixed={**told.fixed, "year": named})
        layout = recognise_population(rows.columns, assumed, file.name)
        return layout, [f"The year, {named}, was taken from the name of the file; --year tells otherwise."]


def _take(
    session: Session, rows: list[Row], layout: Layout, rejects: Rejects, file: Path, told: str | None
) -> tuple[Read, Kept, str | None]:
    try:
        meant = division_meant(
            session, told, file=file.stem, codes=codes_in(rows, layout), years=years_in(rows, layout)
        )
    except WhichDivision as problem:
        raise Refusal(f"{file.name}: {problem}") from None
    areas, ids = known_areas(session, meant)
    if not ids:
        raise Refusal("There are no areas: load them first with flask --app wsgi areas load FILE.")
    read = read_figures(rows, layout, areas, rejects, file.name)
    if not read.figures and len(rejects) == read.unknown:
        raise Refusal(f"None of the areas of {file.name} is loaded: load them first with flask --app wsgi areas load.")
    return read, keep_population(session, list(read.figures.values()), ids, source=file.name), meant


def _said(layout: Layout, read: Read, kept: Kept, meant: str | None) -> Iterator[str]:
    yield f"Read {recognised(layout.columns)}."
    wide = [one for one in layout.counted if one.heading != layout.columns.column("persons")]
    if wide:
        first = [f"{one.heading} ({whom(one)})" for one in wide if one.year_field == "year"]
        further = sorted({one.year_field for one in wide} - {"year"})
        yield f"Read persons from {', '.join(first)}{', and the same for ' if further else ''}{', '.join(further)}."
    if meant:
        yield f"The codes were taken for those of {meant}."
    years = ", ".join(map(str, kept.years))
    yield f"{counted(kept.figures, 'figure', 'figures')} of {counted(kept.areas, 'area', 'areas')} loaded, for {years}."
    if read.elsewhere:
        yield f"{counted(read.elsewhere, 'row was', 'rows were')} passed over: areas of other municipalities."
    if read.unsaid:
        yield f"{counted(read.unsaid, 'cell tells', 'cells tell')} no number."
    if kept.unclear:
        areas = counted(kept.unclear, "area", "areas")
        yield f"For {areas} the figures don't add up to everybody, so how many live there was left as it was."

"""flask population …"""

from collections.abc import Iterator
from pathlib import Path

import click
from flask.cli import AppGroup

from dialog.areas.population.columns import Layout, whom
from dialog.areas.taking.population import AboutPopulation, said_of_population, take_population
from dialog.cli.ending import transaction
from dialog.cli.loads import FILE, finish, map_options, progress, recognised, settle
from dialog.rows.mapping import read_map
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
    about = AboutPopulation(division, sheet, read_map(map_file, told, {"year": year}))

    def listed(rows: Rows) -> list[Row]:
        with progress(rows, file) as shown:
            return list(shown)

    with transaction() as session:
        taken = take_population(session, file, rejects, about, listed=listed)
        settle(file, taken=taken.read.rows, rejects=rejects, keep_going=keep_going)
    for sentence in (*taken.assumed, *_read(taken.layout), *said_of_population(taken)):
        click.echo(sentence)
    finish(file, rejects)


def _read(layout: Layout) -> Iterator[str]:
    yield f"Read {recognised(layout.columns)}."
    wide = [one for one in layout.counted if one.heading != layout.columns.column("persons")]
    if wide:
        first = [f"{one.heading} ({whom(one)})" for one in wide if one.year_field == "year"]
        further = sorted({one.year_field for one in wide} - {"year"})
        yield f"Read persons from {', '.join(first)}{', and the same for ' if further else ''}{', '.join(further)}."

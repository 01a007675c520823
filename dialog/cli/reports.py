"""flask reports …"""

from datetime import date, timedelta
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup

from dialog.cli.ending import transaction
from dialog.cli.finding import round_to_load
from dialog.cli.loads import FILE, counted, finish, map_options, progress, recognised, settle
from dialog.places.columns import recognise_columns
from dialog.places.imports import Load, Loaded, load_reports
from dialog.rows.mapping import read_map
from dialog.rows.reading import read_rows

reports = AppGroup("reports", help="Reports of places that came in files.")


@reports.command()
@click.argument("file", type=FILE)
@click.option("--round", "round_name", required=True, help="The round they belong to.")
@click.option("--language", help="What the texts are written in, such as sv; by default not known.")
@map_options
def load(
    file: Path,
    round_name: str,
    language: str | None,
    map_file: Path | None,
    told: tuple[str, ...],
    sheet: str | None,
    keep_going: bool,
) -> None:
    """Load reports of places from a FILE of another system: CSV, XLSX, JSON or GeoJSON.

    Columns are recognised. Names of people, pictures, addresses of pages and case numbers are left behind.
    """
    today = date.today()
    erase_on = today + timedelta(days=current_app.config["POINT_DAYS"])
    with transaction() as session:
        round = round_to_load(session, round_name)
        rows = read_rows(file, sheet=sheet)
        columns = recognise_columns(rows.columns, read_map(map_file, told, {"language": language}))
        with progress(rows, file) as shown:
            loaded = load_reports(session, shown, columns, Load(round.id, round.area_id, file.stem, today, erase_on))
        settle(file, taken=loaded.taken, rejects=loaded.rejects, keep_going=keep_going)
    click.echo(f"Read {recognised(columns)}.")
    if "date" not in columns.columns.keys() | columns.fixed.keys():
        click.echo("The file has no dates, so the reports count as received today; --column date=COLUMN names one.")
    click.echo(_said(loaded))
    finish(file, loaded.rejects)


def _said(loaded: Loaded) -> str:
    parts = (f"{loaded.in_words:,} placed in words only", f"{loaded.outside:,} outside every area")
    return f"{counted(loaded.taken, 'report', 'reports')} loaded, of which {' and '.join(parts)}."

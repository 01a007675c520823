"""flask reports …"""

from datetime import date, timedelta
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy.orm import Session

from dialog.cli.ending import transaction
from dialog.cli.finding import round_to_load
from dialog.cli.loads import FILE, counted, finish, map_options, progress, recognised, settle
from dialog.places.columns import recognise_columns
from dialog.places.imports import Load, Loaded, load_reports
from dialog.places.service_requests import read_service_requests
from dialog.rows.mapping import read_map
from dialog.rows.reading import read_rows
from dialog.rows.row import Rows
from dialog.settings.queries import settings_in_force
from dialog.survey.models import Round
from dialog.web.tokens import keyed_hash

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
    """Load reports of places from a FILE of another system: CSV, XLSX, JSON, GeoJSON, or XML of an Open311 server.

    Columns are recognised, those of GeoReport v2 too. Names of people, pictures and addresses of pages are left behind.
    What was loaded before is not loaded again: a row is known by its case number, or by what it says.
    """
    with transaction() as session:
        round = round_to_load(session, round_name)
        rows = _rows(file, sheet)
        columns = recognise_columns(rows.columns, read_map(map_file, told, {"language": language}))
        with progress(rows, file) as shown:
            loaded = load_reports(session, shown, columns, _load(session, round, file))
        settle(file, taken=loaded.taken + loaded.here_already, rejects=loaded.rejects, keep_going=keep_going)
    click.echo(f"Read {recognised(columns)}.")
    if "date" not in columns.columns.keys() | columns.fixed.keys():
        click.echo("The file has no dates, so the reports count as received today; --column date=COLUMN names one.")
    click.echo(_said(loaded))
    finish(file, loaded.rejects)


def _rows(file: Path, sheet: str | None) -> Rows:
    return read_service_requests(file) if file.suffix.lower() == ".xml" else read_rows(file, sheet=sheet)


def _load(session: Session, round: Round, file: Path) -> Load:
    in_force, today = settings_in_force(session, current_app.config), date.today()
    return Load(
        round_id=round.id,
        root_id=round.area_id,
        source=file.stem,
        today=today,
        erase_on=today + timedelta(days=in_force.point_days),
        inhabitants=in_force.cell_inhabitants,
        hash_of=lambda said: keyed_hash("imported report", said),
        division=round.division,
    )


def _said(loaded: Loaded) -> str:
    here = f" {counted(loaded.here_already, 'was', 'were')} here already." if loaded.here_already else ""
    if not loaded.taken:
        return f"Nothing new was loaded:{here}"
    parts = (f"{loaded.in_words:,} placed in words only", f"{loaded.outside:,} outside every area")
    return f"{counted(loaded.taken, 'report', 'reports')} loaded, of which {' and '.join(parts)}.{here}"

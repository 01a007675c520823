"""flask responses …"""

from datetime import date
from pathlib import Path

import click
from flask.cli import AppGroup

from dialog.cli.ending import transaction
from dialog.cli.finding import round_to_load
from dialog.cli.loads import FILE, counted, finish, map_options, progress, recognised, settle
from dialog.languages import MAIN
from dialog.rows.mapping import read_map
from dialog.rows.reading import read_rows
from dialog.survey.columns import recognise_columns
from dialog.survey.imports import load_responses
from dialog.survey.queries import questionnaire_of

responses = AppGroup("responses", help="Answers that came on paper or in files.")


@responses.command()
@click.argument("file", type=FILE)
@click.option("--round", "round_name", required=True, help="The round they answer.")
@click.option("--channel", default="paper", show_default=True, help="How they came, where the file does not say.")
@click.option("--language", default=MAIN, show_default=True, help="Their language, where the file does not say.")
@map_options
def load(
    file: Path,
    round_name: str,
    channel: str,
    language: str,
    map_file: Path | None,
    told: tuple[str, ...],
    sheet: str | None,
    keep_going: bool,
) -> None:
    """Load answers to the questionnaire of a round from a FILE: CSV, XLSX or JSON.

    Columns are called by the ids of questions (Q0, Q1.a, Q6, Q3_text) or by their words in any language, and so
    are options; several options stand with ; or | between them.
    """
    with transaction() as session:
        round = round_to_load(session, round_name)
        rows = read_rows(file, sheet=sheet)
        columns = recognise_columns(questionnaire_of(round), rows.columns, read_map(map_file, told))
        with progress(rows, file) as shown:
            loaded = load_responses(
                session, shown, columns, round=round, today=date.today(), language=language, channel=channel
            )
        settle(file, taken=loaded.taken, rejects=loaded.rejects, keep_going=keep_going)
    click.echo(f"Read {recognised(columns)}.")
    if passed_over := [name for name in rows.columns if name not in columns.columns.values()]:
        click.echo(f"Passed over {', '.join(passed_over)}.")
    click.echo(f"{counted(loaded.taken, 'response', 'responses')} loaded.")
    finish(file, loaded.rejects)

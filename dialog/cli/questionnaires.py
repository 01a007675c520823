"""flask questionnaires …"""

import json
from pathlib import Path

import click
from flask.cli import AppGroup

from dialog.audit.actions import record
from dialog.cli.ending import Refusal, transaction
from dialog.cli.loads import FILE
from dialog.rows.nested import read_json
from dialog.survey.actions import keep_questionnaire
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.document import from_document
from dialog.survey.queries import find_questionnaire

questionnaires = AppGroup("questionnaires", help="What a round asks.")


@questionnaires.command()
@click.argument("file", type=FILE, required=False)
@click.option("--default", "default", is_flag=True, help="The one that Dialog brings with it.")
def load(file: Path | None, default: bool) -> None:
    """Load a questionnaire from FILE (JSON, as `export` writes it), or --default."""
    if bool(file) == default:
        raise Refusal("Give either a file or --default.")
    with transaction() as session:
        questionnaire = from_document(read_json(file)) if file else default_questionnaire()
        keep_questionnaire(session, questionnaire)
        record(session, "questionnaire loaded", f"questionnaire {questionnaire.id}", version=questionnaire.version)
    number = sum(1 for _ in questionnaire.questions())
    click.echo(f"Questionnaire {questionnaire.id}, version {questionnaire.version}: {number} questions.")


@questionnaires.command()
@click.argument("key")
@click.option("--version", type=int, help="By default the newest.")
def export(key: str, version: int | None) -> None:
    """Write the questionnaire KEY as JSON to standard output."""
    with transaction() as session:
        found = find_questionnaire(session, key, version)
        if found is None:
            raise Refusal(f"There is no questionnaire {key}{f' in version {version}' if version else ''}.")
        click.echo(json.dumps(found.document, ensure_ascii=False, indent=2))

"""flask questionnaires …"""

import json
from pathlib import Path

import click
from flask.cli import AppGroup

from dialog.audit.actions import record
from dialog.cli.ending import Refusal, transaction
from dialog.cli.loads import FILE
from dialog.cli.translations import export_texts, import_texts
from dialog.cli.workbooks import KINDS, read_form, tell, write_form
from dialog.rows.nested import read_json
from dialog.survey.actions import keep_questionnaire
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.default_staff_dialogue import staff_dialogue
from dialog.survey.document import from_document
from dialog.survey.queries import find_questionnaire
from dialog.survey.xlsform.losses import Loss

questionnaires = AppGroup("questionnaires", help="What a round asks.")
questionnaires.add_command(export_texts)
questionnaires.add_command(import_texts)


@questionnaires.command()
@click.argument("file", type=FILE, required=False)
@click.option("--default", "default", is_flag=True, help="The one that Dialog brings with it.")
@click.option("--staff-dialogue", "of_staff", is_flag=True, help="The one for colleagues that Dialog brings with it.")
@click.option("--language", metavar="TAG", help="Of texts of a workbook that does not say it: sv, en, ar …")
def load(file: Path | None, default: bool, of_staff: bool, language: str | None) -> None:
    """Load a questionnaire from FILE (JSON, as `export` writes it, or an XLSForm workbook), or one that Dialog has."""
    if [bool(file), default, of_staff].count(True) != 1:
        raise Refusal("Give either a file or --default.")
    losses: list[Loss] | None = None
    with transaction() as session:
        if file and file.suffix.lower() in KINDS:
            questionnaire, losses = read_form(file, language)
        else:
            shipped = staff_dialogue if of_staff else default_questionnaire
            questionnaire = from_document(read_json(file)) if file else shipped()
        keep_questionnaire(session, questionnaire)
        record(session, "questionnaire loaded", f"questionnaire {questionnaire.id}", version=questionnaire.version)
    number = sum(1 for _ in questionnaire.questions())
    click.echo(f"Questionnaire {questionnaire.id}, version {questionnaire.version}: {number} questions.")
    if file and losses is not None:
        tell(file, questionnaire, losses)


@questionnaires.command()
@click.argument("key")
@click.option("--version", type=int, help="By default the newest.")
@click.option("--xlsx", "workbook", type=FILE, help="Write an XLSForm workbook instead.")
def export(key: str, version: int | None, workbook: Path | None) -> None:
    """Write the questionnaire KEY as JSON to standard output, or as a workbook to a file."""
    with transaction() as session:
        found = find_questionnaire(session, key, version)
        if found is None:
            raise Refusal(f"There is no questionnaire {key}{f' in version {version}' if version else ''}.")
        if workbook:
            write_form(from_document(found.document), workbook)
        else:
            click.echo(json.dumps(found.document, ensure_ascii=False, indent=2))

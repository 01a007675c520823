"""Questionnaires in workbooks (XLSForm): reading one with a report of what was left out, and writing one."""

import csv
from collections.abc import Sequence
from pathlib import Path

import click

from dialog.cli.ending import SOME_REJECTED, Refusal
from dialog.cli.loads import counted
from dialog.rows.rejects import harmless
from dialog.survey.pieces import is_tag
from dialog.survey.questionnaire import Questionnaire
from dialog.survey.xlsform.losses import Loss
from dialog.survey.xlsform.reading import read_workbook
from dialog.survey.xlsform.writing import TooLong, write_workbook

KINDS = (".xlsx", ".xlsm", ".xls", ".lss", ".xml")  # files that are no JSON; only the first two can be read
REPORT = ("sheet", "row", "column", "value", "reason")


def read_form(file: Path, language: str | None) -> tuple[Questionnaire, list[Loss]]:
    """The questionnaire of a workbook, and what was left out or changed, also listed in FILE.report.csv here.

    Raises UnreadableFile, or Refusal when the list can't be written.
    """
    if language is not None and not is_tag(language):
        raise Refusal(f"{language!r} is no language tag, such as sv or en.")
    questionnaire, losses = read_workbook(file, main=language)
    if losses:
        _list(losses, _report(file))
    return questionnaire, losses


def tell(file: Path, questionnaire: Questionnaire, losses: Sequence[Loss]) -> None:
    """After the transaction: how large it is, and what was left out; exit 1 if something was."""
    sections = counted(len(questionnaire.sections), "section", "sections")
    options = sum(len(question.options) for question in questionnaire.questions())
    choices = counted(options, "option", "options")
    click.echo(
        f"{sections}, {choices}, in {', '.join(questionnaire.languages)}; {questionnaire.main} is the main language."
    )
    if losses:
        told = counted(len(losses), "thing was", "things were")
        click.echo(f"{told} left out or changed, and listed in {_report(file).name}.", err=True)
        click.get_current_context().exit(SOME_REJECTED)


def write_form(questionnaire: Questionnaire, file: Path) -> None:
    """Raises Refusal when the file can't be written."""
    try:
        file.write_bytes(write_workbook(questionnaire))
    except OSError as problem:
        raise Refusal(f"{file} can't be written: {problem.strerror}.") from None
    except TooLong as problem:
        raise Refusal(str(problem)) from None


def _report(file: Path) -> Path:
    return Path.cwd() / f"{file.name}.report.csv"


def _list(losses: Sequence[Loss], path: Path) -> None:
    try:
        with path.open("w", encoding="utf-8", errors="replace", newline="") as list:
            writer = csv.writer(list)
            writer.writerow(REPORT)
            for one in losses:
                writer.writerow(harmless(cell) for cell in (one.sheet, one.row, one.column, one.value, one.sentence))
    except OSError as problem:
        raise Refusal(f"What was left out can't be listed in this folder: {problem.strerror}.") from None

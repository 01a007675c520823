"""What all loads of files have in common: their options, their progress, and what they say in the end."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from dialog.cli.ending import SOME_REJECTED, Refusal
from dialog.rows.mapping import ColumnMap
from dialog.rows.rejects import Rejects
from dialog.rows.row import Row, Rows

Command = Callable[..., None]

FILE = click.Path(path_type=Path)
keep_going_option = click.option("--keep-going", is_flag=True, help="Take the good rows, even if some are rejected.")


def map_options(command: Command) -> Command:
    """--map, --column, --sheet and --keep-going."""
    for option in (
        keep_going_option,
        click.option("--sheet", help="The sheet of a workbook; by default the first that holds something."),
        click.option("--column", "told", multiple=True, metavar="FIELD=COLUMN", help="Which column is a field."),
        click.option("--map", "map_file", type=FILE, metavar="FILE.toml", help="[columns], [values.FIELD], [fixed]."),
    ):
        command = option(command)
    return command


@contextmanager
def progress(rows: Rows, file: Path) -> Iterator[Iterator[Row]]:
    """The rows, showing on stderr how far one has come."""
    with click.progressbar(rows, label=f"Reading {file.name}", file=sys.stderr) as shown:
        yield iter(shown)


def settle(file: Path, *, taken: int, rejects: Rejects, keep_going: bool) -> None:
    """List the rejects; inside the transaction, which a Refusal undoes unless good rows may be taken alone."""
    if not rejects:
        return
    try:
        listed = rejects.write(file.name, Path.cwd())
    except OSError as problem:
        raise Refusal(f"The rejected rows can't be listed in this folder: {problem.strerror}.") from None
    if not keep_going or not taken:
        advice = "mend them, or take the others with --keep-going" if taken else "none could be taken"
        raise Refusal(f"Nothing was loaded: {_rows(rejects)} rejected and listed in {listed}; {advice}.")


def finish(file: Path, rejects: Rejects) -> None:
    """After the transaction: exit 1 if some rows were rejected."""
    if rejects:
        click.echo(f"{_rows(rejects)} rejected and listed in {file.name}.rejected.csv.", err=True)
        click.get_current_context().exit(SOME_REJECTED)


def recognised(columns: ColumnMap) -> str:
    """Which column was taken for what, for the person who loads to see."""
    found = [f"{name} from {column}" for name, column in columns.columns.items()]
    fixed = [f"{name} = {value}" for name, value in columns.fixed.items()]
    return ", ".join([*found, *fixed])


def counted(number: int, one: str, several: str) -> str:
    """1 report; 1,066 reports."""
    return f"{number:,} {one if number == 1 else several}"


def _rows(rejects: Rejects) -> str:
    return counted(len(rejects), "row was", "rows were")

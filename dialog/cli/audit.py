"""flask audit …"""

import click
from flask.cli import AppGroup

from dialog.audit.chain import Broken
from dialog.audit.verifying import bears, verify_log
from dialog.cli.ending import transaction

audit = AppGroup("audit", help="The log of what staff and commands did.")
BROKEN = 1
_WHY = {
    "changed": "Line {id} is not as it was written.",
    "gap": "Line {id} does not follow on the one before: lines were taken out, put in or moved.",
    "cut": "The log ends before line {id}, which was there.",
    "anchor": "The note on destroyed lines up to {id} was not written by Dialog.",
}


@audit.command()
@click.option("--noted", metavar="SEAL", help="A seal that was printed before: it must still be in the log.")
@click.pass_context
def verify(context: click.Context, noted: str | None) -> None:
    """Look whether the log is whole: 0 it is, 1 it is not (the first broken line is named), 2 it can't be read."""
    with transaction() as session:
        verdict = verify_log(session)
        missing = bool(noted) and not bears(session, noted or "")
    if verdict.broken:
        click.echo(_sentence(verdict.broken), err=True)
    elif missing:
        click.echo(
            "No line bears the seal that was noted: lines were cut off, or it was noted of another log.", err=True
        )
    else:
        click.echo(f"The log is whole: {verdict.lines} lines up to line {verdict.last}.")
        click.echo(f"Seal of the last, to be noted elsewhere: {verdict.head or '-'}")
    context.exit(BROKEN if verdict.broken or missing else 0)


def _sentence(broken: Broken) -> str:
    return _WHY[broken.why].format(id=broken.id)

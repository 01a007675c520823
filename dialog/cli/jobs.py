"""flask jobs …"""

import os
import signal

import click
from flask import current_app
from flask.cli import AppGroup

from dialog.cli.ending import insist_ready
from dialog.jobs.process import work_on
from dialog.picture.documents.work import KINDS as DOCUMENTS
from dialog.picture.drafting import KINDS as DRAFTING

jobs = AppGroup("jobs", help="Do the long work that pages ask for.")


@jobs.command()
@click.option("--until-empty", is_flag=True, help="End when nothing waits any more.")
@click.option("--with-parent", is_flag=True, help="End as soon as the process that started this one has ended.")
def run(until_empty: bool, with_parent: bool) -> None:
    """Do jobs, one after the other, until told to end. Run one beside the web processes, or several."""
    insist_ready()
    told_to_end: list[int] = []
    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, lambda number, _frame: told_to_end.append(number))
    parent = os.getppid()

    def going() -> bool:
        return not told_to_end and (not with_parent or os.getppid() == parent)

    work_on(current_app.extensions["sessions"], {**DRAFTING, **DOCUMENTS}, going=going, until_empty=until_empty)

"""`flask` commands, each as thin as a page."""

from flask import Flask

from dialog.cli.alike import alike
from dialog.cli.areas import areas
from dialog.cli.audit import audit
from dialog.cli.backup import backup, restore
from dialog.cli.codes import codes
from dialog.cli.database import db
from dialog.cli.demo import demo as demonstration
from dialog.cli.digest import digest
from dialog.cli.doctor import doctor
from dialog.cli.jobs import jobs
from dialog.cli.names import names
from dialog.cli.picture import picture
from dialog.cli.population import population
from dialog.cli.purge import purge_command
from dialog.cli.questionnaires import questionnaires
from dialog.cli.reports import reports
from dialog.cli.responses import responses
from dialog.cli.rounds import rounds
from dialog.cli.sources import sources
from dialog.cli.staff import staff
from dialog.cli.systems import systems

GROUPS = (
    db,
    areas,
    names,
    population,
    questionnaires,
    rounds,
    responses,
    reports,
    alike,
    codes,
    sources,
    picture,
    jobs,
    staff,
    systems,
    audit,
    purge_command,
    backup,
    restore,
    doctor,
    digest,
    demonstration,
)


def add_commands(app: Flask) -> None:
    """Every command under `flask --app wsgi`."""
    for group in GROUPS:
        app.cli.add_command(group)

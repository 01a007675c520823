"""flask codes …"""

from datetime import UTC, datetime
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup

from dialog.cli.ending import Refusal, transaction
from dialog.review.suggesting.training import NotTrained, is_due, train

codes = AppGroup("codes", help="Make the model that suggests codes.")


@codes.command("train")
@click.option("--if-due", is_flag=True, help="Only when there is no model, or codings have grown by a tenth since.")
def train_command(if_due: bool) -> None:
    """Make the suggestions anew from what has been coded; prints from how many texts."""
    instance = Path(current_app.config["INSTANCE"])
    with transaction() as session:
        if if_due and not is_due(session, instance):
            click.echo("The suggestions are new enough.")
            return
        try:
            model = train(session, instance, by=None, at=datetime.now(UTC).replace(tzinfo=None, microsecond=0))
        except NotTrained as problem:
            raise Refusal(f"The suggestions could not be made: {problem}.") from None
    click.echo(model.report["texts"])

"""flask demo"""

from datetime import date
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from dialog.cli.ending import Refusal, transaction
from dialog.config import derived_key
from dialog.demo.colleagues.dialogue import PHRASE
from dialog.demo.staff import new_passwords, write_passwords
from dialog.demo.story import NotEmpty, build
from dialog.picture.disclosure import Rule
from dialog.review.alike.comparing import compare_texts
from dialog.review.alike.comparing_answers import compare_answers


@click.command()
@with_appcontext
def demo() -> None:
    """Fill an empty database with the invented municipality of Åkersta."""
    config, passwords = current_app.config, new_passwords()
    file = Path(config["INSTANCE"], "demo.json")
    rule = Rule(minimum=config["CELL_MINIMUM"], group_minimum=config["GROUP_MINIMUM"])
    try:
        with transaction() as session:
            build(session, today=date.today(), passwords=passwords, rule=rule, point_days=config["POINT_DAYS"])
            key = derived_key(config["SECRET_KEY"], "alike")
            compare_texts(session, key=key)
            compare_answers(session, key=key)
            write_passwords(passwords, file)
    except NotEmpty:
        raise Refusal("The database holds something already: the demonstration needs an empty one.") from None
    except OSError as problem:
        raise Refusal(f"The sign-ins can't be written to {file}: {problem.strerror}.") from None
    click.echo(f"Colleagues answer behind the phrase: {PHRASE}.")
    click.echo(f"Åkersta is there: two rounds, one of them open, and a picture. Its sign-ins stand in {file}.")

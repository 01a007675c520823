"""flask alike …"""

from collections.abc import Callable

import click
from flask import current_app
from flask.cli import AppGroup

from dialog.cli.ending import transaction
from dialog.config import derived_key
from dialog.review.alike.comparing import Compared, compare_texts, how_many_not_compared
from dialog.review.alike.comparing_answers import compare_answers, how_many_answers_not_compared

alike = AppGroup("alike", help="Texts and answers that are alike, for reviewers to see what comes in bursts.")


@alike.command()
def compare() -> None:
    """Compare what has come since the last time with everything that came before; every night, or after a load."""
    key = derived_key(current_app.config["SECRET_KEY"], "alike")
    with transaction() as session:
        texts, answers = how_many_not_compared(session), how_many_answers_not_compared(session)
    found = _all(compare_texts, texts, "texts", key)
    _all(compare_answers, answers, "answers", key)
    click.echo(
        f"{texts:,} texts were compared, {found:,} of them like one before; {answers:,} responses were compared."
    )


def _all(step: Callable[..., Compared], number: int, what: str, key: bytes) -> int:
    """Each portion in a transaction of its own, so that what was compared stays when the command is ended."""
    found, after = 0, None
    with click.progressbar(length=number, label=what) as progress:
        while True:
            with transaction() as session:
                done = step(session, key=key, after=after)
            progress.update(done.texts)
            found, after = found + done.alike, done.after
            if after is None:
                return found

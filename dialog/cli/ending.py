"""How a command ends: 0 all done, 1 some rows rejected, 2 nothing done, with one sentence on stderr."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask import current_app
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from dialog.accounts.actions import BadAccount
from dialog.areas.queries import NoSuchArea
from dialog.areas.taking.problems import NotTaken
from dialog.db import is_migrated
from dialog.rows.mapping import BadMap
from dialog.rows.row import UnreadableFile
from dialog.survey.actions import NotPossible
from dialog.survey.questionnaire import BadQuestionnaire

SOME_REJECTED, NOTHING_DONE = 1, 2
_SPEAK_FOR_THEMSELVES = (BadAccount, BadMap, BadQuestionnaire, NoSuchArea, NotPossible, NotTaken, UnreadableFile)


class Refusal(click.ClickException):
    """Nothing was done; the text says why in one sentence."""

    exit_code = NOTHING_DONE


@contextmanager
def transaction() -> Iterator[Session]:
    """One transaction on a ready database: all of it is kept, or nothing and the command ends with a Refusal."""
    with batches() as session, session.begin():
        yield session


@contextmanager
def batches() -> Iterator[Session]:
    """A session on a ready database whose user commits, step by step; what goes wrong ends in a Refusal."""
    try:
        insist_ready()
        with current_app.extensions["sessions"]() as session:
            yield session
    except _SPEAK_FOR_THEMSELVES as problem:
        raise Refusal(str(problem)) from None
    except SQLAlchemyError as problem:
        raise Refusal(f"The database did not take it: {first_line(problem)}.") from None


def insist_ready() -> None:
    """Raises Refusal unless the database stands at the newest migration."""
    if not is_migrated(current_app.extensions["sessions"].kw["bind"]):
        raise Refusal("The database is not ready: run flask --app wsgi db upgrade first.")


def first_line(problem: Exception) -> str:
    """What a database says, without the statement and the values that it says it of."""
    return str(getattr(problem, "orig", None) or problem).strip().partition("\n")[0].rstrip(".")

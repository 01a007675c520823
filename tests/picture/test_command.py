"""`flask picture` drafts and releases, prints a number, and says in one sentence what it can't do."""

from flask import Flask
from sqlalchemy.orm import Session

from tests.factories import make_round
from tests.picture.speaking import respond


def test_draft_prints_the_drafts_number_and_release_the_editions(app: Flask, session: Session):
    respond(session, make_round(session), 30)
    session.commit()
    runner = app.test_cli_runner()
    drafted = runner.invoke(args=["picture", "draft", "--round", "trygg"])
    assert (drafted.exit_code, drafted.output) == (0, "1\n")
    released = runner.invoke(args=["picture", "release", drafted.output.strip()])
    assert (released.exit_code, released.output) == (0, "1\n")


def test_a_round_that_is_not_there_is_said_in_one_sentence(app: Flask):
    answer = app.test_cli_runner().invoke(args=["picture", "draft", "--round", "nowhere"])
    assert answer.exit_code == 2
    assert "There is no round nowhere." in answer.output


def test_a_draft_that_is_not_there_or_was_released_is_refused(app: Flask, session: Session):
    make_round(session)
    session.commit()
    runner = app.test_cli_runner()
    assert runner.invoke(args=["picture", "release", "9"]).exit_code == 2
    runner.invoke(args=["picture", "draft", "--round", "trygg"])
    assert runner.invoke(args=["picture", "release", "1"]).exit_code == 0
    again = runner.invoke(args=["picture", "release", "1"])
    assert again.exit_code == 2
    assert "released already" in again.output

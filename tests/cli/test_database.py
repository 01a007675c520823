"""flask db …, and what commands say to a database that is not ready."""

from pathlib import Path

import pytest

from dialog.app import create_app
from dialog.config import Config
from dialog.db import is_migrated
from tests.cli.terminal import runner


@pytest.fixture
def bare(tmp_path, monkeypatch):
    """An installation whose database nobody has touched."""
    monkeypatch.chdir(tmp_path)
    url = f"sqlite:///{tmp_path / 'new' / 'dialog.sqlite'}"
    made = create_app(Config(DATABASE_URL=url, SECRET_KEY="only for the tests", INSTANCE=tmp_path, TESTING=True))
    yield made
    made.extensions["sessions"].kw["bind"].dispose()


def test_an_empty_database_becomes_a_ready_one_and_goes_back(bare):
    run, engine = runner(bare), bare.extensions["sessions"].kw["bind"]
    assert run("db", "upgrade").code == 0
    assert is_migrated(engine)
    assert run("db", "upgrade").code == 0
    assert run("db", "downgrade", "base").code == 0
    assert not is_migrated(engine)
    assert run("db", "upgrade").code == 0
    assert run("db", "downgrade", "-1").code == 0


def test_an_unknown_revision_gets_one_sentence(bare):
    run = runner(bare)
    run("db", "upgrade")
    assert run("db", "downgrade", "9999").refused("9999")


@pytest.mark.parametrize(
    "words",
    [
        ("rounds", "list"),
        ("areas", "load", "some.geojson"),
        ("reports", "load", "some.csv", "--round", "r"),
        ("responses", "load", "some.csv", "--round", "r"),
        ("questionnaires", "load", "--default"),
        ("staff", "add", "m@x.example", "--name", "M", "--role", "admin"),
    ],
)
def test_every_command_asks_for_the_migrations_first(bare, words):
    Path("some.csv").write_text("text\nMörkt\n")
    assert runner(bare)(*words).refused("The database is not ready: run flask --app wsgi db upgrade first.")


def test_a_database_that_does_not_answer_gets_one_sentence(tmp_path):
    (tmp_path / "file").write_text("not a database, but longer than the header of one has to be" * 3)
    url = f"sqlite:///{tmp_path / 'file'}"
    broken = create_app(Config(DATABASE_URL=url, SECRET_KEY="only for the tests", INSTANCE=tmp_path, TESTING=True))
    assert runner(broken)("rounds", "list").refused("The database did not take it: file is not a database.")
    assert runner(broken)("db", "upgrade").refused("DATABASE_URL")
    broken.extensions["sessions"].kw["bind"].dispose()

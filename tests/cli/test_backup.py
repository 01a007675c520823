"""flask backup and flask restore."""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from dialog.app import create_app
from dialog.config import Config
from dialog.texts.models import Text
from dialog.upkeep.backups.folder import backups_in
from tests.cli.terminal import runner
from tests.review.factories import make_text


@pytest.fixture
def folder(app: Flask, tmp_path, monkeypatch) -> Path:
    monkeypatch.setitem(app.config, "BACKUPS", tmp_path / "kept")
    return tmp_path / "kept"


def test_a_key_is_made_then_a_backup_then_it_is_tried_and_restored_elsewhere(app, run, session: Session, folder):
    text = make_text(session, "Mörkt vid bron.")
    session.commit()
    made = run("backup", "--new-key", "key")
    assert made.code == 0 and "Keep a copy apart" in made.out
    app.config["BACKUP_KEY_FILE"] = "key"
    try:
        assert "rows of" in run("backup").out
        (file,) = backups_in(folder)
        assert "can be restored" in run("restore", file, "--drill").out
        assert run("restore", file).refused("holds something already")
    finally:
        app.config["BACKUP_KEY_FILE"] = ""
    config = Config(
        DATABASE_URL="sqlite:///other.sqlite", SECRET_KEY=app.config["SECRET_KEY"], INSTANCE=Path("other").resolve()
    )
    other = create_app(config)
    ended = runner(other)("restore", file, "--key", "key")
    assert ended.code == 0 and "are as they were written" in ended.out and "erasures.jsonl" in ended.out
    with other.extensions["sessions"]() as restored:
        assert restored.get_one(Text, text.id).original == "Mörkt vid bron."
    other.extensions["sessions"].kw["bind"].dispose()


def test_without_a_key_it_says_how_to_make_one(run, folder):
    assert run("backup").refused("backup --new-key FILE")
    Path("file.age").write_bytes(b"age-encryption.org/v1")
    assert run("restore", "file.age").refused("DIALOG_BACKUP_KEY_FILE is not set")
    run("backup", "--new-key", "key")
    assert run("backup", "--new-key", "key").refused("File exists")
    assert run("restore", "file.age", "--key", "key").refused("damaged")

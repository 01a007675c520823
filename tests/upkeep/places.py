"""Where upkeep's tests keep backups, another database to restore into, and a picture that quotes. None commits."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session, sessionmaker

from dialog.config import log_key
from dialog.db import sessions
from dialog.picture.actions import draft_picture, release_picture
from dialog.picture.content import Quote, checksum, from_document, to_document
from dialog.picture.disclosure import Rule
from dialog.picture.models import Release
from dialog.texts.models import Text
from dialog.upkeep.backups.sealing import new_key_file
from tests.review.factories import DAY, the_round


def set_folder(app: Flask, tmp_path: Path, monkeypatch) -> Path:
    """A folder of backups with a key in it, which the application uses for one test."""
    folder = tmp_path / "backups"
    folder.mkdir()
    new_key_file(folder / "key")
    monkeypatch.setitem(app.config, "BACKUPS", folder)
    monkeypatch.setitem(app.config, "BACKUP_KEY_FILE", str(folder / "key"))
    return folder


@contextmanager
def elsewhere(app: Flask, tmp_path: Path) -> Iterator[sessionmaker[Session]]:
    """A database that nobody has touched, on another machine with the same SECRET_KEY."""
    made = sessions(f"sqlite:///{tmp_path}/elsewhere.sqlite", log_key=log_key(app.config["SECRET_KEY"]))
    yield made
    made.kw["bind"].dispose()


def quoted(session: Session, text: Text, words: str) -> Release:
    """An edition, and the draft that it was, that quote the text and another one."""
    draft = draft_picture(session, round=the_round(session), rule=Rule(5, 10), on=DAY)
    said = {str(text.id): words, "another": "Mörkt vid bron."}
    quotes = tuple(Quote(id, one, "sv", "T1", "problem", None) for id, one in said.items())
    release = release_picture(session, draft, on=DAY)
    for one in (draft, release):
        one.content = to_document(replace(from_document(one.content), quotes=quotes))
    release.checksum = checksum(release.content)
    session.flush()
    return release


def in_english(client: FlaskClient) -> FlaskClient:
    """The same visitor, who has chosen to read English."""
    client.get("/staff/account/digest?lang=en")
    return client

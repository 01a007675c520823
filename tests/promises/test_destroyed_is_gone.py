"""Destroyed words are found nowhere: not in the database's file, its write-ahead log, its index, the installation's
files, or the next backup; and a restore of an older backup destroys them again."""

import gzip
from base64 import b64encode
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from dialog.texts.actions import store_texts, text_rows
from dialog.texts.models import Photo, Text
from dialog.upkeep.backups.again import erase_again
from dialog.upkeep.backups.erasures import NAME, read_erasures
from dialog.upkeep.backups.making import make_backup, restore
from dialog.upkeep.backups.sealing import opening
from dialog.upkeep.cleaning import clean
from dialog.upkeep.models import Destruction
from tests.databases import ON_POSTGRES
from tests.forms import submit
from tests.review.factories import DAY, make_exact_point, make_report, make_response, the_round
from tests.upkeep.factories import make_photo
from tests.upkeep.places import elsewhere, quoted, set_folder

MARK = "Zebrakvist"
WORDS = f"{MARK}sson på tredje våningen slår sönder lamporna."
PIXELS = b"Zebrapixel"
NAME_OF_SPOT = "Zebragränd 4"
IN_FILES = () if ON_POSTGRES else (PIXELS,)
EACH = (MARK.encode(), MARK.lower().encode(), NAME_OF_SPOT.encode(), b64encode(PIXELS), *IN_FILES)


def now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


@pytest.fixture
def folder(app: Flask, tmp_path: Path, monkeypatch):
    """The folder of backups, with its key."""
    return set_folder(app, tmp_path, monkeypatch)


def arrange(session: Session) -> tuple[UUID, UUID, UUID]:
    """(text, photo, report) with marks in everything that there is of them."""
    response, report = make_response(session), make_report(session)
    same: dict[str, Any] = {
        "round_id": the_round(session).id,
        "area_id": None,
        "language": "sv",
        "channel": "web",
        "on": DAY,
    }
    store_texts(session, text_rows({"Q3": WORDS}, response_id=response.id, **same))
    text = session.scalars(select(Text)).one()
    text.status, text.quotable, text.held = "accepted", True, False
    quoted(session, text, WORDS)
    photo = make_photo(session, report, image=PIXELS)
    make_exact_point(session, report, landmark=NAME_OF_SPOT)
    session.commit()
    return text.id, photo.id, report.id


def destroy(client, address: str, **more: str) -> None:
    sent = submit(client, address, {"why": "Utpekar en person", "basis": "KS 2026/12", **more})
    assert sent.status_code == 303, sent.text


def everything(app: Flask, folder: Path, *, backup: str) -> dict[str, bytes]:
    """What can be read of the installation: its files as they are, and a new backup in the clear."""
    engine: Engine = app.extensions["sessions"].kw["bind"]
    made = make_backup(engine, folder / backup, key_file=folder / "key", at=now())
    with made.file.open("rb") as file, opening(file, folder / "key") as inside:
        found = {"backup": gzip.decompress(inside.read())}
    if not ON_POSTGRES:
        database = Path(str(engine.url.database))
        files = [one for one in database.parent.glob(f"{database.name}*") if one.is_file()]
        found |= {one.name: one.read_bytes() for one in files}
    else:
        with engine.connect() as connection:
            found["index"] = str(connection.exec_driver_sql("SELECT * FROM text_search").all()).encode()
    instance = [one for one in Path(app.config["INSTANCE"]).rglob("*") if one.is_file()]
    return found | {str(one): one.read_bytes() for one in instance} | {NAME: (folder / NAME).read_bytes()}


def test_what_is_destroyed_is_found_nowhere_and_never_comes_back(app, session, signed_in, folder, tmp_path):
    text_id, photo_id, report_id = arrange(session)
    session.close()
    (folder / NAME).touch()
    before = everything(app, folder, backup="old.age")
    assert all(any(mark in found for found in before.values()) for mark in EACH)
    client = signed_in("reviewer")
    destroy(client, f"/staff/texts/{text_id}/destroy", leaves="nothing")
    destroy(client, f"/staff/photos/{photo_id}/destroy")
    destroy(client, f"/staff/reports/{report_id}/destroy")
    for name, found in everything(app, folder, backup="new.age").items():
        assert not [mark for mark in EACH if mark in found], name
    with app.extensions["sessions"]() as looking:
        assert all(one.done_at and one.cleaned_at for one in looking.scalars(select(Destruction)))
    with elsewhere(app, tmp_path) as sessions:
        engine = sessions.kw["bind"]
        restore(engine, folder / "old.age", key_file=folder / "key", log_key=sessions.kw["info"]["log_key"])
        with sessions() as restored:
            assert restored.get_one(Text, text_id).original == WORDS
            for _ in erase_again(restored, read_erasures(folder / NAME), point_days=90, today=DAY, at=now()):
                restored.commit()
            assert restored.get_one(Text, text_id).original == "" and restored.get(Photo, photo_id) is None
        assert clean(sessions, at=now(), whole=True)
        kept = [file.read_bytes() for file in tmp_path.glob("elsewhere.sqlite*")]
        assert kept and not [mark for mark in EACH for file in kept if mark in file]

"""Backups: what is restored is what was there, on either database; what is damaged, or not ours to read, is refused."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import inspect, select

from dialog.accounts.models import Staff
from dialog.audit.verifying import verify_log
from dialog.db import Base, is_migrated, make_engine, upgrade
from dialog.survey.models import Response, Round
from dialog.texts.models import Photo, Text
from dialog.upkeep.backups.dumping import NOT_KEPT, count, head_of, kept_tables
from dialog.upkeep.backups.erasures import NAME, BadList, read_erasures, write_erasures
from dialog.upkeep.backups.filling import NotEmpty
from dialog.upkeep.backups.folder import backups_in, made_at, name_of, prune
from dialog.upkeep.backups.making import make_backup, read_through, restore
from dialog.upkeep.backups.queries import last_tried
from dialog.upkeep.backups.routine import back_up, bring_back, try_out
from dialog.upkeep.backups.sealing import BadKeyFile, CannotRead, new_key_file, opening, sealing
from dialog.upkeep.backups.stream import Reading, TableHead, write_stream
from dialog.upkeep.backups.values import from_json, kind_of, line_of, to_json
from dialog.upkeep.destroying.actions import propose
from dialog.upkeep.models import Destruction
from dialog.upkeep.retention.actions import Asked, purge
from dialog.upkeep.retention.kinds import ENDED
from tests.review.factories import (
    AT,
    DAY,
    make_exact_point,
    make_report,
    make_response,
    make_sending,
    make_staff,
    make_text,
    the_round,
)
from tests.upkeep.factories import make_photo
from tests.upkeep.places import elsewhere, set_folder

NOW = datetime(2026, 11, 1, 3, 0)


@pytest.fixture
def folder(app: Flask, tmp_path: Path, monkeypatch) -> Path:
    return set_folder(app, tmp_path, monkeypatch)


@pytest.fixture
def sessions(app: Flask):
    return app.extensions["sessions"]


def fill(session) -> None:
    """Something of many kinds: rows that point to each other, dates, bytes, words of several scripts."""
    first, *_others = make_sending(session)
    make_photo(session, first)
    make_exact_point(session, first, landmark="مدرسة")
    one = make_text(session, 'Mörkt\n"här" — 夜', masks=[{"start": 0, "end": 5, "label": "name"}])
    make_text(session, "Samma", duplicate_of=one.id, status="duplicate")
    session.add(Staff(email="a@test.example", name="Åsa", password_hash=""))
    session.commit()


def restored(app: Flask, tmp_path: Path, file: Path, folder: Path):
    """What a fresh database holds after a restore."""
    with elsewhere(app, tmp_path) as other:
        made = restore(other.kw["bind"], file, key_file=folder / "key", log_key=other.kw["info"]["log_key"])
        return count(other.kw["bind"], made.head.tables), made


def test_what_is_restored_is_what_was_backed_up(app, sessions, session, folder, tmp_path):
    fill(session)
    made, _ = back_up(sessions, app.config, at=NOW)
    counted, read = restored(app, tmp_path, made.file, folder)
    assert counted == made.counted == read.counted
    assert counted["report"][0] == 3 and counted["photo"][0] == 1
    assert made.file.stat().st_mode & 0o777 == 0o600


def test_a_backup_can_be_restored_over_and_over_and_on_the_database_of_the_test(
    app, sessions, session, folder, database, tmp_path
):
    fill(session)
    made, _ = back_up(sessions, app.config, at=NOW)
    session.close()
    sessions.kw["bind"].dispose()
    database.empty()
    bring_back(sessions, app.config, made.file, key_file=folder / "key", erasures=None, at=NOW)
    with sessions.begin() as after:
        assert count(sessions.kw["bind"], [head_of(Base.metadata.tables["text"])])["text"] == made.counted["text"]
        added = Staff(email="b@test.example", name="Bo", password_hash="")
        after.add(added)  # ids go on after the largest
        after.flush()
        assert added.id == max(after.scalars(select(Staff.id)))
        assert not verify_log(after).broken


def test_trying_a_backup_is_noted(app, sessions, session, folder):
    fill(session)
    made, _ = back_up(sessions, app.config, at=NOW)
    assert last_tried(session) is None
    session.commit()
    try_out(sessions, made.file, key_file=folder / "key", at=NOW + timedelta(1))
    assert (tried := last_tried(session)) and (tried.file, tried.tried_at) == (made.file.name, NOW + timedelta(1))
    assert not list(folder.glob("dialog-drill-*"))


def test_a_database_that_holds_something_is_left_alone(app, sessions, session, folder):
    fill(session)
    made, _ = back_up(sessions, app.config, at=NOW)
    with pytest.raises(NotEmpty):
        restore(sessions.kw["bind"], made.file, key_file=folder / "key", log_key=b"")


def test_the_words_in_a_backup_can_not_be_read_without_the_key(app, sessions, session, folder, tmp_path):
    make_text(session, "Zebrakvistsson" * 50)
    session.commit()
    made, _ = back_up(sessions, app.config, at=NOW)
    assert b"Zebrakvist" not in made.file.read_bytes()
    new_key_file(tmp_path / "other")
    with pytest.raises(CannotRead):
        read_through(made.file, key_file=tmp_path / "other")


def test_the_public_half_makes_backups_and_reads_none(app, sessions, session, folder, tmp_path):
    public = new_key_file(tmp_path / "secret")
    (folder / "key").write_text(f"# only the public half\n{public}\n")
    made, _ = back_up(sessions, app.config, at=NOW)
    with pytest.raises(BadKeyFile):
        read_through(made.file, key_file=folder / "key")
    assert read_through(made.file, key_file=tmp_path / "secret").counted == made.counted


@pytest.mark.parametrize("content", ["", "# nothing\n", "age1nonsense", "AGE-SECRET-KEY-1NONSENSE", "hello"])
def test_a_key_file_without_a_key_is_refused(app, sessions, folder, content):
    (folder / "key").write_text(content)
    with pytest.raises(BadKeyFile):
        back_up(sessions, app.config, at=NOW)
    assert not backups_in(folder) and not list(folder.glob("*.part"))


@pytest.mark.parametrize("harm", ["cut", "flipped", "empty", "foreign"])
def test_a_damaged_backup_is_refused_before_anything_is_filled(app, sessions, session, folder, tmp_path, harm):
    fill(session)
    made, _ = back_up(sessions, app.config, at=NOW)
    whole = made.file.read_bytes()
    flipped = bytearray(whole)
    flipped[-40] ^= 1
    harmed = {"cut": whole[: len(whole) // 2], "flipped": bytes(flipped), "empty": b"", "foreign": b"PK\x03\x04" * 99}
    made.file.write_bytes(harmed[harm])
    with elsewhere(app, tmp_path) as other, pytest.raises(CannotRead):
        restore(other.kw["bind"], made.file, key_file=folder / "key", log_key=b"")
    assert inspect(other.kw["bind"]).get_table_names() == []


def test_an_older_backup_is_brought_to_the_newest_migration(app, sessions, session, folder, tmp_path):
    fill(session)
    made, _ = back_up(sessions, app.config, at=NOW)
    older = as_of_older(made.file, folder, revision="0010", known=tables_of(tmp_path, "0010"))
    with elsewhere(app, tmp_path) as other:
        restore(other.kw["bind"], older, key_file=folder / "key", log_key=other.kw["info"]["log_key"])
        assert is_migrated(other.kw["bind"])
        assert count(other.kw["bind"], [head_of(Base.metadata.tables["text"])])["text"] == made.counted["text"]


def tables_of(folder: Path, revision: str) -> dict[str, set[str]]:
    """The tables of an older migration, each with its columns."""
    engine = make_engine(f"sqlite:///{folder}/older.sqlite")
    upgrade(engine, revision)
    looking = inspect(engine)
    found = {name: {one["name"] for one in looking.get_columns(name)} for name in looking.get_table_names()}
    engine.dispose()
    return found


def as_of_older(file: Path, folder: Path, *, revision: str, known: dict[str, set[str]]) -> Path:
    """The same backup as an installation at an older migration would have made it."""
    older = folder / "older.age"
    with file.open("rb") as source, opening(source, folder / "key") as inside, older.open("wb") as target:
        reading = Reading(inside)
        tables = {table.name: without_newer(table, known) for table in reading.head.tables if table.name in known}
        kept = ((tables[new.name], older_rows(new, rows, known)) for new, rows in reading.tables() if new.name in known)
        with sealing(target, folder / "key") as outside:
            write_stream(outside, replace(reading.head, revision=revision, tables=list(tables.values())), kept)
    return older


def without_newer(table: TableHead, known: dict[str, set[str]]) -> TableHead:
    return replace(table, columns={name: kind for name, kind in table.columns.items() if name in known[table.name]})


def older_rows(table: TableHead, rows: Iterable[list[Any]], known: dict[str, set[str]]) -> Iterator[list[Any]]:
    places = [place for place, name in enumerate(table.columns) if name in known[table.name]]
    return ([row[place] for place in places] for row in rows)


def test_every_table_is_kept_or_left_out_for_a_reason():
    names = {table.name for table in kept_tables()}
    assert names | NOT_KEPT.keys() == set(Base.metadata.tables) and not names & NOT_KEPT.keys()
    for table in kept_tables():
        assert [kind_of(column) for column in table.columns if column.computed is None]


def test_values_come_back_as_they_were():
    kinds = ["uuid", "datetime", "date", "bytes", "json", "str", "int", "float", "bool", "str"]
    row = [uuid4(), NOW, DAY, b"\x00\xff", {"å": [1, None]}, "夜", 7, 0.1, True, None]
    assert from_json(to_json(row, kinds), kinds) == row
    assert line_of({"b": 1, "a": "å"}) == '{"a":"å","b":1}'.encode()


def test_only_the_newest_backups_stay_and_none_outlives_an_exact_point(tmp_path):
    days = [datetime(2026, 10, day) for day in (1, 2, 3, 4)]
    for day in days:
        (tmp_path / name_of(day)).touch()
    (tmp_path / "somebody-elses.age").touch()
    assert prune(tmp_path, keep=3, days=90, now=days[3]) == [name_of(days[0])]
    assert prune(tmp_path, keep=3, days=1, now=days[3]) == [name_of(days[1])]
    assert [made_at(file) for file in backups_in(tmp_path)] == [days[3], days[2]]
    assert prune(tmp_path, keep=3, days=1, now=datetime(2030, 1, 1)) == [name_of(days[2])]


def test_a_restore_erases_again_what_was_destroyed_and_purged_after_the_backup(
    app, sessions, session, folder, tmp_path
):
    by = make_staff(session)
    lone, response_id = make_report(session), make_response(session).id
    gone, hidden = (make_text(session, words, report_id=lone.id) for words in ("Kalle", "Kalle bor här"))
    photo_id, round_id = make_photo(session, lone).id, the_round(session).id
    session.commit()
    made = make_backup(sessions.kw["bind"], folder / "old.age", key_file=folder / "key", at=NOW)
    hidden.masks = [{"start": 0, "end": 5, "label": "name"}]
    said: dict[str, Any] = {"why": "x", "basis": "y", "by": by, "at": AT, "two": False}
    propose(session, kind="text", subject=gone.id, leaves="nothing", **said)
    propose(session, kind="text", subject=hidden.id, leaves="masked", **said)
    propose(session, kind="photo", subject=photo_id, leaves="nothing", **said)
    round = session.get_one(Round, round_id)
    round.state = "ended"
    session.flush()
    list(purge(session, Asked("responses", ENDED, round.closes_on, date(2099, 1, 1)), by=None, at=AT))
    session.commit()
    assert write_erasures(session, folder) == write_erasures(session, folder) == 6
    with elsewhere(app, tmp_path) as other:
        bring_back(other, app.config, made.file, key_file=folder / "key", erasures=folder / NAME, at=NOW)
        with other() as after:
            left = {one.id: one.original for one in after.scalars(select(Text))}
            assert left == {gone.id: "", hidden.id: "█████ bor här"}  # in the backup nothing of it was hidden
            assert after.get(Photo, photo_id) is None and after.get(Response, response_id) is None
            assert [one.why for one in after.scalars(select(Destruction))] == ["x"] * 3


def test_a_list_that_is_none_is_refused(tmp_path):
    for content in ("[]", "{", '{"no": 1}', "\x00"):
        (tmp_path / NAME).write_text(content)
        with pytest.raises(BadList):
            read_erasures(tmp_path / NAME)

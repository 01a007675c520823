"""The doctor: what is well, what should be looked at, what is wrong, each in one sentence that says what to do."""

from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import pytest
from flask import Flask

from dialog.accounts.actions import add_staff
from dialog.areas.models import Population
from dialog.config import Config
from dialog.db import sessions as make_sessions
from dialog.jobs.actions import ask_for_job, take_job
from dialog.tiles.proxy import Proxy
from dialog.tiles.source import Xyz
from dialog.upkeep.doctor import contents, surroundings
from dialog.upkeep.doctor.examining import examine
from dialog.upkeep.doctor.findings import BAD, OK, WARN, bad, gravest, ok, warn
from dialog.upkeep.models import Backup
from tests.cli.terminal import runner
from tests.factories import make_round
from tests.review.factories import make_exact_point, make_report

TODAY, NOW = date(2026, 11, 5), datetime(2026, 11, 5, 8, 0)


def states(findings) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in findings:
        found.setdefault(one.about, set()).add(one.state)
        assert one.english  # every placeholder has its value
    return found


def examined(app: Flask, **changes) -> dict[str, set[str]]:
    config = app.config | changes
    return states(examine(app.extensions["sessions"], config, today=TODAY, now=NOW))


def test_the_gravest_finding_decides_how_the_command_ends():
    assert [gravest([]), gravest([ok("a", "b")]), gravest([ok("a", "b"), warn("a", "b")])] == [0, 0, 1]
    assert gravest([bad("a", "b"), ok("a", "b")]) == 2


def test_an_empty_installation_is_told_what_it_lacks(app):
    found = examined(app)
    wrong = {"areas", "administrators", "backups"}
    assert {about for about, said in found.items() if BAD in said} >= wrong
    assert found["database"] == found["migrations"] == found["durability"] == found["secret"] == {OK}


def test_a_database_that_does_not_answer_ends_the_examination(app, tmp_path):
    nowhere = make_sessions(f"sqlite:///{tmp_path}")
    found = states(examine(nowhere, app.config, today=TODAY, now=NOW))
    nowhere.kw["bind"].dispose()
    assert found["database"] == {BAD} and "migrations" not in found


def test_a_database_behind_its_migrations_is_told(app, tmp_path):
    behind = make_sessions(f"sqlite:///{tmp_path}/empty.sqlite")
    found = states(examine(behind, app.config, today=TODAY, now=NOW))
    behind.kw["bind"].dispose()
    assert found["migrations"] == {BAD} and "areas" not in found


@pytest.mark.parametrize("secret", ["short but no", "a" * 64, "abcabcabc" * 9])
def test_a_secret_that_is_easily_guessed_is_bad(app, secret):
    assert examined(app, SECRET_KEY=secret)["secret"] == {BAD}


def test_proxies_mail_and_demonstration_are_spoken_of(app):
    assert examined(app)["proxies"] == examined(app)["mail"] == {WARN}
    well = examined(app, PROXIES=1, SMTP_URL="smtp://mail.example", DEMO=True)
    assert (well["proxies"], well["mail"], well["demo"]) == ({OK}, {OK}, {WARN})


def test_a_secret_file_that_everybody_may_read_is_bad():
    with TemporaryDirectory() as made:
        folder, key = Path(made), Path(made, "secret-key")
        key.write_text("x")
        for of_folder, of_file, state in ((0o755, 0o644, BAD), (0o755, 0o600, OK), (0o700, 0o644, OK)):
            folder.chmod(of_folder)
            key.chmod(of_file)
            config = vars(Config(INSTANCE=folder, DATABASE_URL=f"sqlite:///{folder}/none.sqlite"))
            assert states(surroundings.files(config))["files"] == {state}


def test_a_full_disk_is_bad(app, monkeypatch):
    for free, state in ((100, BAD), (2 * 1024**3, WARN), (9 * 1024**4, OK)):
        monkeypatch.setattr("shutil.disk_usage", lambda _folder, free=free: SimpleNamespace(free=free))
        assert examined(app)["disk"] == {state}


def test_a_clock_before_dialog_was_written_is_wrong():
    assert [surroundings.clock(date(1970, 1, 1)).state, surroundings.clock(TODAY).state] == [BAD, OK]


def test_rounds_that_linger_are_told(app, session):
    round = make_round(session)
    assert states(contents.rounds(session, today=date(2026, 12, 1)))["rounds"] == {OK}
    assert states(contents.rounds(session, today=date(2027, 1, 1)))["rounds"] == {WARN}
    round.state = "planned"
    assert states(contents.rounds(session, today=date(2026, 12, 1)))["rounds"] == {WARN}
    round.area_kind = "village"
    assert states(contents.rounds(session, today=date(2026, 9, 1)))["rounds"] == {BAD}


def test_land_without_people_is_told(session):
    round = make_round(session)
    assert states(contents.land(session)) == {"areas": {OK}, "population": {WARN}}
    session.add(Population(area_id=round.area_id, year=2025, sex="all", age_from=0, persons=9))
    session.flush()
    assert states(contents.land(session))["population"] == {OK}


def test_one_administrator_is_too_few_and_passwords_alone_are_told(session):
    for number, state in ((0, BAD), (1, WARN), (2, OK)):
        found = states(contents.people(session, required_of=()))
        assert found["administrators"] == {state}
        add_staff(session, email=f"{number}@x.example", name="A", password="korrekt häst batteri", roles=["admin"])
    assert found["second factor"] == {WARN}


def test_points_past_their_day_are_bad(session):
    make_exact_point(session, make_report(session), erase_on=TODAY)
    assert states(contents.overdue(session, point_days=90, today=TODAY))["overdue"] == {OK}
    found = states(contents.overdue(session, point_days=90, today=TODAY + timedelta(1)))
    assert found["overdue"] == {BAD} and found["retention"] == {WARN}


def test_long_work_that_nobody_does_is_told(session):
    assert states(contents.work(session, now=NOW)) == {"work": {OK}}
    ask_for_job(session, "draft", at=NOW - timedelta(minutes=5))
    assert states(contents.work(session, now=NOW)) == {"work": {WARN}}
    take_job(session, worker="somebody", at=NOW)
    assert states(contents.work(session, now=NOW)) == {"work": {OK}}


@pytest.mark.parametrize(("days", "state"), [(1, OK), (3, WARN), (9, BAD)])
def test_backups_grow_old(session, days, state):
    made = Backup(made_at=NOW - timedelta(days), file="a", size=1, rows=1, revision="0011")
    session.add(made)
    session.flush()
    found = states(contents.backups(session, has_key=True, now=NOW))
    assert found == {"backups": {state}, "restoring": {WARN}}
    made.tried_at = NOW
    session.flush()
    assert states(contents.backups(session, has_key=False, now=NOW)) == {"backups": {state, BAD}, "restoring": {OK}}


def test_a_server_of_tiles_that_is_silent_is_told(app, tmp_path: Path):
    silent = Proxy(Xyz("http://127.0.0.1:9/{z}/{x}/{y}"), tmp_path)
    found = states(examine(app.extensions["sessions"], app.config, today=TODAY, now=NOW, giver=silent, thorough=True))
    assert found["tiles"] == {WARN} and found["log"] == {OK}


def test_the_command_says_it_in_plain_english_and_ends_accordingly(app):
    ended = runner(app)("doctor")
    assert ended.code == 2 and "BAD   There are no areas: load them with" in ended.out

"""flask reports load, flask responses load: how they end and what they say."""

import csv
from pathlib import Path

import pytest
from sqlalchemy import func, select

from dialog.places.models import ExactPoint, Report
from dialog.survey.actions import end_round
from dialog.survey.models import CLOSED, Response
from dialog.texts.models import Text
from tests.factories import make_round

REPORTS = "text,lat,lon,date\nMörkt,59.05,15.05,2026-01-01\nSkräp,59.05,15.15,2026-01-02\n"
BAD_REPORT = "=Fel,159.05,15.05,2026-01-01\n"
RESPONSES = "Q0;Q1.a;Q1.b;Q3_text;note\nnorth;very_safe;Mycket otrygg;Mörkt;x\nsouth;very_safe;very_safe;;y\n"
BAD_RESPONSE = "east;very_safe;very_safe;;z\n"
KINDS = {"reports": (REPORTS, BAD_REPORT, Report), "responses": (RESPONSES, BAD_RESPONSE, Response)}


@pytest.fixture(params=["reports", "responses"])
def kind(request):
    return request.param


@pytest.fixture
def round(session):
    made = make_round(session)
    session.commit()
    return made


def number(session, model):
    return session.scalar(select(func.count()).select_from(model))


def test_all_rows_are_taken(run, session, round, kind):
    content, _, model = KINDS[kind]
    Path("some.csv").write_text(content)
    ended = run(kind, "load", "some.csv", "--round", "trygg")
    assert (ended.code, number(session, model)) == (0, 2)
    assert f"2 {kind} loaded" in ended.out
    assert "Reading some.csv" in ended.err
    assert not Path("some.csv.rejected.csv").exists()


def test_one_bad_row_stops_all_unless_told_to_keep_going(run, session, round, kind):
    content, bad, model = KINDS[kind]
    Path("some.csv").write_text(content + bad)
    ended = run(kind, "load", "some.csv", "--round", "trygg")
    assert ended.refused("Nothing was loaded: 1 row was rejected and listed in")
    assert "--keep-going" in ended.err
    assert (number(session, model), number(session, Text)) == (0, 0)
    session.commit()
    ended = run(kind, "load", "some.csv", "--round", "trygg", "--keep-going")
    assert (ended.code, number(session, model)) == (1, 2)
    assert "1 row was rejected and listed in some.csv.rejected.csv." in ended.err


def test_rejected_rows_are_listed_in_the_current_folder(run, round, tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "some.csv").write_text(REPORTS + BAD_REPORT)
    run("reports", "load", folder / "some.csv", "--round", "trygg")
    with (tmp_path / "some.csv.rejected.csv").open(newline="", encoding="utf-8") as file:
        [reject] = csv.DictReader(file)
    assert (reject["line"], reject["column"], reject["text"]) == ("4", "lat", "'=Fel")
    assert "outside the world" in reject["reason"]


def test_when_no_row_is_good_nothing_is_done(run, session, round, kind):
    content, bad, model = KINDS[kind]
    Path("some.csv").write_text(content.splitlines(keepends=True)[0] + bad)
    assert run(kind, "load", "some.csv", "--round", "trygg", "--keep-going").refused("none could be taken")
    assert number(session, model) == 0


def test_what_can_not_be_loaded_gets_one_sentence(run, round, kind):
    for name, content in {"empty.csv": b"", "some.xlsx": b"PK broken", "some.json": b"{", "some.pdf": b"%PDF"}.items():
        Path(name).write_bytes(content)
        assert run(kind, "load", name, "--round", "trygg").refused(name)
    assert run(kind, "load", "nowhere.csv", "--round", "trygg").refused("There is no file nowhere.csv")
    assert run(kind, "load", ".", "--round", "trygg").refused("")
    assert run(kind, "load", "empty.csv").refused("Missing option '--round'")


def test_wrong_maps_get_one_sentence(run, round, kind):
    Path("some.csv").write_text(KINDS[kind][0])
    Path("map.toml").write_text("[columns\n")
    rest = ("load", "some.csv", "--round", "trygg")
    assert run(kind, *rest, "--map", "map.toml").refused("map.toml is no map")
    assert run(kind, *rest, "--map", "none.toml").refused("none.toml")
    assert run(kind, *rest, "--column", "colour=text").refused("no field colour")
    assert run(kind, *rest, "--column", "language=tongue").refused("no column 'tongue'")


def test_a_round_must_be_there_and_take_rows(run, session, round, kind):
    Path("some.csv").write_text(KINDS[kind][0])
    assert run(kind, "load", "some.csv", "--round", "tryggt").refused("There is no round tryggt; there is trygg.")
    make_round(session, slug="later", opened=False)
    session.commit()
    assert run(kind, "load", "some.csv", "--round", "later").refused("Round later is planned")
    session.add(round)
    round.state = CLOSED
    session.commit()
    assert run(kind, "load", "some.csv", "--round", "trygg").refused("Round trygg is closed")


def test_an_ended_round_still_takes_what_came_on_paper(run, session, round, kind):
    end_round(round)
    session.commit()
    Path("some.csv").write_text(KINDS[kind][0])
    assert run(kind, "load", "some.csv", "--round", str(round.id)).code == 0


def test_reports_say_how_they_were_read_and_placed(run, session, round):
    Path("some.csv").write_text(REPORTS + "Fjärran,47.67,9.19,2026-01-01\nNågonstans,,,2026-01-01\n")
    ended = run("reports", "load", "some.csv", "--round", "trygg", "--language", "sv")
    assert "Read text from text, lat from lat, lon from lon, date from date, language = sv." in ended.out
    assert "4 reports loaded, of which 1 placed in words only and 1 outside every area." in ended.out
    assert set(session.scalars(select(Report.language))) == {"sv"}
    assert number(session, ExactPoint) == 3


def test_responses_say_what_was_passed_over_and_how_they_came(run, session, round):
    Path("some.csv").write_text(RESPONSES)
    ended = run("responses", "load", "some.csv", "--round", "trygg", "--channel", "school", "--language", "en")
    assert "Passed over note." in ended.out
    assert {tuple(row) for row in session.execute(select(Response.channel, Response.language))} == {("school", "en")}


def test_reports_that_are_here_already_are_counted_and_not_taken_again(run, session, round):
    Path("some.csv").write_text(REPORTS)
    run("reports", "load", "some.csv", "--round", "trygg")
    Path("more.csv").write_text(REPORTS + "Nytt,59.05,15.05,2026-01-03\n")
    ended = run("reports", "load", "more.csv", "--round", "trygg")
    assert (ended.code, number(session, Report)) == (0, 3)
    assert (
        "1 report loaded, of which 0 placed in words only and 0 outside every area. 2 were here already." in ended.out
    )
    ended = run("reports", "load", "more.csv", "--round", "trygg")
    assert (ended.code, number(session, Report)) == (0, 3)
    assert "Nothing new was loaded: 3 were here already." in ended.out


def test_requests_of_an_open311_server_are_loaded_from_xml(run, session, round):
    request = "<request><description>Mörkt</description><lat>59.05</lat><long>15.05</long></request>"
    Path("some.xml").write_text(f"<service_requests>{request}</service_requests>")
    ended = run("reports", "load", "some.xml", "--round", "trygg")
    assert (ended.code, number(session, Report)) == (0, 1)
    Path("some.xml").write_text("<!DOCTYPE x>" + request)
    assert run("reports", "load", "some.xml", "--round", "trygg").refused("declares a document type")

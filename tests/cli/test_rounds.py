"""flask rounds …, flask questionnaires …"""

import json
from pathlib import Path

import pytest

from dialog.areas.queries import find_area
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.document import to_document
from dialog.survey.models import ENDED, OPEN, PLANNED
from dialog.survey.queries import find_round
from tests.factories import make_land, make_round

DATES = ("--opens", "2026-10-01", "--closes", "2026-12-31")


@pytest.fixture
def land(session):
    make_land(session)
    session.commit()


def plan(run, slug, *options):
    return run("rounds", "plan", slug, "--title", "Trygg", "--level", "district", *DATES, *options)


def test_a_round_goes_from_planned_to_ended(run, session, land):
    assert run("questionnaires", "load", "--default").code == 0
    ended = run("rounds", "plan", "trygg", "--title", "Trygg", "--title", "en=Safe", "--level", "district", *DATES)
    assert (ended.code, ended.err) == (0, "")
    found = find_round(session, "trygg")
    assert (found.state, found.title, found.area_kind) == (PLANNED, {"sv": "Trygg", "en": "Safe"}, "district")
    assert found.area_id == find_area(session, "9999").id
    for command, state in (("open", OPEN), ("end", ENDED)):
        session.commit()
        assert run("rounds", command, "trygg").code == 0
        session.refresh(found)
        assert found.state == state
    assert run("rounds", "list").out.split()[:2] == ["trygg", "ended"]


def test_what_no_round_can_do_gets_one_sentence(run, session, land):
    assert plan(run, "trygg").refused("There is no questionnaire: load one")
    run("questionnaires", "load", "--default")
    assert plan(run, "Trygg i stan").refused("can't stand in an address")
    assert plan(run, "2026").refused("not digits alone")
    assert plan(run, "trygg", "--area", "8888").refused("no area with the code 8888")
    assert plan(run, "trygg", "--questionnaire", "none").refused("no questionnaire none")
    assert plan(run, "trygg", "--closes", "2026-09-01").refused("before it opens")
    assert plan(run, "trygg", "--closes", "soon").refused("'soon'")
    assert run("rounds", "open", "trygg").refused("There is no round trygg.")
    assert plan(run, "trygg", "--level", "village").code == 0
    assert plan(run, "trygg").refused("There is a round 'trygg' already")
    assert run("rounds", "open", "trygg").refused("0 areas of kind village")
    assert run("rounds", "end", "trygg").refused("is planned, not open")


def test_without_areas_no_round_is_planned(run):
    run("questionnaires", "load", "--default")
    assert plan(run, "trygg").refused("There are no areas")


def test_a_questionnaire_goes_out_and_comes_back(run):
    run("questionnaires", "load", "--default")
    ended = run("questionnaires", "export", "trygghet")
    document = json.loads(ended.out)
    assert document == to_document(default_questionnaire())
    Path("own.json").write_text(json.dumps(document | {"version": 2}))
    assert "Questionnaire trygghet, version 2" in run("questionnaires", "load", "own.json").out
    assert json.loads(run("questionnaires", "export", "trygghet").out)["version"] == 2
    assert json.loads(run("questionnaires", "export", "trygghet", "--version", "1").out)["version"] == 1


def test_what_is_no_questionnaire_gets_one_sentence(run, session):
    make_round(session)
    session.commit()
    Path("own.json").write_text("{}")
    assert run("questionnaires", "load", "own.json").refused("The questionnaire")
    Path("own.json").write_text("not json")
    assert run("questionnaires", "load", "own.json").refused("own.json is no JSON")
    assert run("questionnaires", "load", "nowhere.json").refused("nowhere.json")
    assert run("questionnaires", "load").refused("either a file or --default")
    assert run("questionnaires", "export", "none").refused("no questionnaire none")
    assert run("questionnaires", "export", "trygghet", "--version", "7").refused("in version 7")
    changed = to_document(default_questionnaire()) | {"title": {"sv": "X", "en": "X", "ar": "X"}}
    Path("own.json").write_text(json.dumps(changed))
    assert run("questionnaires", "load", "own.json").refused("give it a new version")

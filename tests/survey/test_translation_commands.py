"""flask questionnaires texts-export, texts-import."""

import csv
from pathlib import Path

import pytest

from dialog.survey.actions import keep_questionnaire
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.editing import remove_question
from dialog.survey.making.queries import draft_of, read
from tests.cli.terminal import Run, runner
from tests.survey.translations import PARK, make_draft, said

EXPORT = ("questionnaires", "texts-export", "park", "--language", "en", "--file")
IMPORT = ("questionnaires", "texts-import")


@pytest.fixture
def run(app, tmp_path, monkeypatch) -> Run:
    monkeypatch.chdir(tmp_path)
    return runner(app)


def translated(name: str) -> None:
    """As a translator would, who works in a PO editor."""
    text = Path(name).read_text()
    assert 'msgid "Aldrig"\nmsgstr ""' in text
    Path(name).write_text(text.replace('msgid "Aldrig"\nmsgstr ""', 'msgid "Aldrig"\nmsgstr "Never"'))


def draft(session, key="park"):
    session.expire_all()
    found = draft_of(session, key)
    assert found
    return read(found)


def test_the_texts_of_a_draft_go_out_and_come_back(run, session):
    make_draft(session)
    for name in ("park.xlsx", "park.po"):
        assert run(*EXPORT, name).out == f"Questionnaire park: its texts in en are in {name}.\n"
        ended = run(*IMPORT, name, "--draft", "park")
        assert (ended.code, ended.out) == (0, "Questionnaire park: 0 texts in en.\n")
    assert draft(session) == PARK


def test_translations_of_a_published_version_begin_a_draft(run, session):
    keep_questionnaire(session, PARK)
    session.commit()
    run(*EXPORT, "park.po")
    translated("park.po")
    ended = run(*IMPORT, "park.po", "--draft", "park", "--by-machine")
    assert (ended.code, ended.out.splitlines()[0]) == (0, "A draft is begun from version 1.")
    found = draft(session)
    assert (said(found, "often:never"), found.version) == ("Never", 2)
    assert found.marks["often:never"]["en"].state == "machine"


def test_what_is_not_taken_is_listed(run, session):
    keep_questionnaire(session, PARK)
    session.commit()
    run(*EXPORT, "park.po")
    translated("park.po")
    make_draft(session, remove_question(PARK, "parts"))
    ended = run(*IMPORT, "park.po", "--draft", "park")
    assert (ended.code, ended.out) == (1, "Questionnaire park: 1 text in en.\n")
    assert "3 rows were rejected and listed in park.po.rejected.csv." in ended.err
    with Path("park.po.rejected.csv").open() as file:
        assert [row["path"] for row in csv.DictReader(file)] == ["parts", "parts/day", "parts:well"]


def test_what_no_command_can_do_gets_one_sentence(run, session):
    assert run(*EXPORT, "park.po").refused("There is no questionnaire park.")
    make_draft(session)
    assert run(*EXPORT, "park.doc").refused("another kind than .xlsx and .po")
    assert run(*EXPORT, "nowhere/park.po").refused("can't be written")
    assert run(*EXPORT[:4], "sv", "--file", "park.po").refused("main language")
    assert run(*EXPORT[:4], "Klingon!", "--file", "park.po").refused("is no language tag")
    assert run(*IMPORT, "park.po", "--draft", "park").refused("There is no file park.po.")
    Path("park.po").write_text("no PO")
    assert run(*IMPORT, "park.po", "--draft", "park").refused("park.po is no PO file")
    run(*EXPORT, "park.po")
    assert run(*IMPORT, "park.po", "--draft", "none").refused("There is no questionnaire none.")


def test_a_new_language_comes_into_being_when_its_first_text_arrives(run, session):
    make_draft(session, default_questionnaire())
    assert run("questionnaires", "texts-export", "trygghet", "--language", "so", "--file", "so.po").code == 0
    text = Path("so.po").read_text().replace('msgid "Ja"\nmsgstr ""', 'msgid "Ja"\nmsgstr "Haa"', 1)
    Path("so.po").write_text(text)
    assert run(*IMPORT, "so.po", "--draft", "trygghet").out == "Questionnaire trygghet: 1 text in so.\n"
    assert set(draft(session, "trygghet").languages) == {"sv", "en", "ar", "so"}

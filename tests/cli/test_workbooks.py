"""Questionnaires travel as workbooks from and to the command line."""

import csv
import json
from pathlib import Path

import pytest

from dialog.survey.document import from_document
from dialog.survey.xlsform.reading import read_workbook
from tests.cli.terminal import Run
from tests.survey.workbooks import YES_NO, asked, workbook

WHOLE = [asked("select_one yn", "q"), asked("text", "why", relevant="${q} = 'no'")]


def saved(name: str, content: bytes) -> str:
    Path(name).write_bytes(content)
    return name


def test_a_workbook_that_can_be_taken_whole_is_loaded(run: Run):
    done = run("questionnaires", "load", saved("walk.xlsx", workbook(WHOLE, YES_NO)))
    assert (done.code, done.err) == (0, "")
    assert "Questionnaire f, version 1: 2 questions." in done.out
    assert "1 section, 2 options, in sv; sv is the main language." in done.out
    assert not Path("walk.xlsx.report.csv").exists()
    assert from_document(json.loads(run("questionnaires", "export", "f").out)).id == "f"


def test_what_is_left_out_is_listed_beside_and_the_rest_loaded(run: Run):
    rows = [*WHOLE, asked("barcode", "code"), asked("text", "a", relevant="${gone} = '=1'")]
    done = run("questionnaires", "load", saved("walk.xlsx", workbook(rows, YES_NO)))
    assert done.code == 1
    assert "2 things were left out or changed, and listed in walk.xlsx.report.csv." in done.err
    with open("walk.xlsx.report.csv", encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    assert lines[0] == ["sheet", "row", "column", "value", "reason"]
    assert [line[:4] for line in lines[1:]] == [
        ["survey", "4", "type", "barcode"],
        ["survey", "5", "relevant", "${gone} = '=1'"],
    ]
    assert "3 questions" in done.out


def test_a_questionnaire_goes_out_as_a_workbook_and_comes_back_the_same(run: Run):
    run("questionnaires", "load", "--default")
    before = json.loads(run("questionnaires", "export", "trygghet").out)
    assert run("questionnaires", "export", "trygghet", "--xlsx", "out.xlsx").code == 0
    assert read_workbook(Path("out.xlsx"))[0] == from_document(before)
    assert run("questionnaires", "load", "out.xlsx").code == 0
    assert json.loads(run("questionnaires", "export", "trygghet").out) == before


def test_the_language_of_a_workbook_can_be_told(run: Run):
    content = workbook([{"type": "text", "name": "a", "label": "Why?"}])
    done = run("questionnaires", "load", saved("walk.xlsx", content), "--language", "en")
    assert (done.code, "in en; en is the main language" in done.out) == (0, True)
    assert run("questionnaires", "load", "walk.xlsx", "--language", "English").refused(says="no language tag")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.lss", b'<?xml version="1.0"?><document><LimeSurveyDocType>', "LimeSurvey"),
        ("a.xml", b'<?xml version="1.0"?><h:html>', "finished XForm"),
        ("a.xls", b"\xd0\xcf\x11\xe0", "old Excel format"),
        ("a.xlsx", b"rubbish", "no Excel workbook"),
        ("a.xlsx", b"", "is empty"),
        ("a.xlsx", workbook([{"colour": "red"}]), "no columns called type and name"),
    ],
)
def test_what_is_no_form_is_refused_in_one_sentence(run: Run, name: str, content: bytes, sentence: str):
    assert run("questionnaires", "load", saved(name, content)).refused(says=sentence)


def test_a_workbook_that_can_not_be_written_is_refused(run: Run):
    run("questionnaires", "load", saved("walk.xlsx", workbook(WHOLE, YES_NO)))
    assert run("questionnaires", "export", "f", "--xlsx", "no/such/folder.xlsx").refused(says="can't be written")

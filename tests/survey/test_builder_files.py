"""Questionnaires that go out as files and come in again: nothing is doubled unasked, and what was left out is told."""

import re
from dataclasses import replace
from io import BytesIO

import pytest

from dialog.survey.actions import keep_questionnaire
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.document import to_document
from dialog.survey.editing import add_question, set_text
from dialog.survey.making.drafts import begin_draft
from dialog.survey.making.exchange import write_json
from dialog.survey.making.queries import draft_of, read
from dialog.survey.making.taking import origin_of
from dialog.survey.questionnaire import Question
from dialog.survey.xlsform.losses import Loss, loss_document
from tests.survey.building import AT, HOME, at, edit, send, the_draft
from tests.survey.workbooks import YES_NO, asked, workbook

DEFAULT = default_questionnaire()
SOMETHING_LOST = workbook([asked("select_one yn", "q"), asked("barcode", "b")], YES_NO, [{"form_id": "shop"}])


def take_in(facilitator, data: bytes, name: str = "fil.xlsx", **fields):
    return send(facilitator, f"{HOME}/import", holding="file", file=(BytesIO(data), name), **fields)


def test_a_file_that_was_fetched_is_taken_in_as_a_draft_of_its_own_when_that_is_wanted(session, facilitator, draft):
    fetched = facilitator.get(at(draft, "file.json"))
    assert fetched.headers["Content-Disposition"].endswith("trygghet-2.json")
    assert fetched.json == to_document(replace(DEFAULT, version=2))
    asked_back = take_in(facilitator, fetched.data)
    assert (asked_back.status_code, "nothing was done now" in asked_back.text) == (409, True)
    assert f'href="{at(draft)}"' in asked_back.text and 'name="again"' in asked_back.text
    taken = take_in(facilitator, fetched.data, again="yes")
    assert "16 questions stand in a draft." in facilitator.get(taken.location).text
    assert read(the_draft(session, "trygghet-2")) == replace(DEFAULT, id="trygghet-2")


def test_what_a_file_left_out_is_told_on_a_page_that_can_be_loaded_again(session, facilitator):
    taken = take_in(facilitator, SOMETHING_LOST)
    assert taken.status_code == 303
    for _ in range(2):
        page = facilitator.get(taken.location).text
        assert "What was left out or changed (1)" in page and "Sound, video, files and barcodes" in page
    found = the_draft(session, "shop")
    assert "What of its file was left out or changed (1)" in facilitator.get(at(found)).text
    assert draft_of(session, "shop-2") is None


def test_the_same_file_is_not_taken_in_twice_unasked_whatever_became_of_its_draft(session, facilitator):
    take_in(facilitator, SOMETHING_LOST)
    found = the_draft(session, "shop")
    edit(session, found, lambda one: set_text(one, "q", "sv", "Handlar du?"))
    assert take_in(facilitator, SOMETHING_LOST, "another-name.xlsx").status_code == 409
    assert draft_of(session, "shop-2") is None
    facilitator.get(at(found, "taken"))
    send(facilitator, at(found, "discard"), holding="revision")
    assert take_in(facilitator, SOMETHING_LOST).status_code == 303


def test_what_a_published_version_says_is_not_taken_in_once_more_unasked(session, facilitator):
    keep_questionnaire(session, DEFAULT)
    session.commit()
    answered = take_in(facilitator, write_json(replace(DEFAULT, version=7)))
    assert (answered.status_code, "Open the version that says the same" in answered.text) == (409, True)
    changed = write_json(set_text(DEFAULT, "Q6", "sv", "Något annat?"))
    assert take_in(facilitator, changed).status_code == 303


def test_a_draft_that_comes_from_no_file_has_no_such_page(facilitator, draft):
    assert facilitator.get(at(draft, "taken")).status_code == 404
    assert "What of its file" not in facilitator.get(at(draft)).text


def test_more_losses_than_anybody_reads_are_counted(session, facilitator, monkeypatch):
    monkeypatch.setattr("dialog.survey.making.taking.MOST_TOLD", 2)
    rows = [asked("text", "q"), *(asked("barcode", f"b{number}") for number in range(5))]
    page = facilitator.get(take_in(facilitator, workbook(rows)).location).text
    assert "What was left out or changed (5)" in page and "3 more are not listed." in page


@pytest.mark.parametrize("value", ["a\x00b", "\ud800", "x" * 200])
def test_every_database_keeps_what_stood_in_a_cell(session, value):
    draft = begin_draft(session, DEFAULT, by=None, at=AT)
    loss = Loss("survey", 2, "label", value, "markup", {"number": 1, "list": value}, "unreadable_part", {"part": value})
    draft.origin = {"number": 1, "losses": [loss_document(loss)]}
    session.commit()
    session.expire_all()
    origin = origin_of(draft)
    assert origin is not None
    (found,) = origin.losses
    assert (found.row, found.params["number"], found.sentence) == (2, 1, found.sentence)


@pytest.mark.parametrize(
    ("data", "status", "sentence"),
    [
        (b"PK\x03\x04", 422, "The file can&#39;t be taken in"),
        (b"\xff\xfe", 422, "neither a workbook nor JSON"),
        (b"<?xml version='1.0'?><document/>", 422, "take the workbook"),
        (b'{"id": "x"}', 422, "The questionnaire x needs a title"),
        (b" " * 101, 413, "The file is larger than"),
    ],
)
def test_a_file_that_is_no_questionnaire_is_refused_with_a_sentence(facilitator, monkeypatch, data, status, sentence):
    monkeypatch.setattr("dialog.survey.making.file_pages.LARGEST", 100)
    answered = take_in(facilitator, data)
    assert (answered.status_code, sentence in answered.text) == (status, True)


def test_a_workbook_goes_out_and_comes_in_with_every_language(session, facilitator, draft):
    fetched = facilitator.get(at(draft, "file.xlsx"))
    assert fetched.headers["Content-Disposition"].endswith("trygghet-2.xlsx")
    taken = take_in(facilitator, fetched.data, again="yes")
    assert "Everything in the file was taken." in facilitator.get(taken.location).text
    assert read(the_draft(session, "trygghet-2")) == replace(DEFAULT, id="trygghet-2")


def test_what_a_workbook_says_and_has_no_counterpart_here_is_listed(session, facilitator, shared_data):
    workbook = shared_data / "questionnaires" / "odk_socio-economic-survey-v20240515.xlsx"
    page = facilitator.get(take_in(facilitator, workbook.read_bytes()).location).text
    assert "17 questions stand in a draft." in page
    assert "What was left out or changed (10)" in page
    assert re.search(r'<th scope="row">survey, row \d+</th><td data-label="Column">', page)


def test_a_questionnaire_with_something_missing_is_fetched_as_json_but_not_as_a_workbook(session, facilitator, draft):
    edit(session, draft, lambda one: add_question(one, "home", Question("new", "one_of", {"sv": "Ny?"})))
    assert facilitator.get(at(draft, "file.json")).status_code == 200
    refused = facilitator.get(at(draft, "file.xlsx"))
    assert refused.status_code == 303
    assert "has no options" in facilitator.get(refused.location).text

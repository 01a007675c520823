"""A questionnaire comes back from a workbook as it was, and the workbook is one that others can open."""

import json

import pytest
from hypothesis import example, given, settings
from pyxform.xls2xform import convert

from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.document import to_document
from dialog.survey.questionnaire import Option, Question, Questionnaire, Section
from dialog.survey.xlsform.reading import read_workbook
from dialog.survey.xlsform.writing import write_workbook
from tests.survey.strategies import questionnaires

ODD = [
    "<b>b</b>",
    "**x**",
    "${Q1}",
    " a ",
    "=1+1",
    "_x000D_",
    "_x0041_",
    "a\nb\tc",
    "a\ufffe",
    "a\u2028b",
    "\x80",
    "1.0",
    '"',
]


def same(one: Questionnaire, other: Questionnaire) -> bool:
    """3 and 3.0 are not the same, since a checksum of the document is what tells versions apart."""
    return json.dumps(to_document(one), sort_keys=True) == json.dumps(to_document(other), sort_keys=True)


@settings(max_examples=40)
@given(questionnaires())
@example(default_questionnaire())
def test_a_questionnaire_comes_back_from_a_workbook_as_it_was(questionnaire):
    read, losses = read_workbook(write_workbook(questionnaire))
    assert read == questionnaire
    assert same(read, questionnaire)
    assert losses == []


@pytest.mark.parametrize("text", ODD)
def test_whatever_a_text_holds_comes_back(text):
    words = {"sv": text, "en": text}
    question = Question("q", "one_of", words, hint=words, options=(Option("a", words, {text: text}),), text_label=words)
    made = Questionnaire("f", 1, words, (Section("s", words, (question,)),))
    assert read_workbook(write_workbook(made)) == (made, [])


@settings(max_examples=15)
@given(questionnaires())
@example(default_questionnaire())
def test_the_makers_of_xlsform_take_the_workbook_for_one_of_theirs(questionnaire):
    made = convert(xlsform=write_workbook(questionnaire), file_type=".xlsx", validate=False)
    assert made.xform.startswith("<?xml")

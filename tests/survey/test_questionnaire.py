"""Questionnaires are data that survive the way to JSON and back, and nothing else passes for one."""

import contextlib
import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.places.fields import REMEDIES
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.document import from_document, to_document
from dialog.survey.questionnaire import BadQuestionnaire
from tests.survey.strategies import questionnaires

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def document() -> dict:
    return copy.deepcopy(to_document(default_questionnaire()))


def question(made: dict, id: str) -> dict:
    return next(one for section in made["sections"] for one in section["questions"] if one["id"] == id)


@given(questionnaires())
def test_a_questionnaire_comes_back_from_its_document_as_it_was(questionnaire):
    assert from_document(json.loads(json.dumps(to_document(questionnaire)))) == questionnaire


def test_the_default_questionnaire_comes_back_from_its_document_as_it_was():
    assert from_document(json.loads(json.dumps(document()))) == default_questionnaire()


@given(JSON)
def test_whatever_is_no_questionnaire_is_refused_with_a_sentence(something):
    with pytest.raises(BadQuestionnaire, match=r"\.$"):
        from_document(something)


@given(st.data(), JSON)
def test_a_questionnaire_with_anything_in_it_replaced_is_read_or_refused_and_nothing_else(data, replacement):
    made = document()
    spot = made
    while isinstance(spot, dict | list) and spot:
        key = data.draw(st.sampled_from(list(spot) if isinstance(spot, dict) else range(len(spot))))
        if data.draw(st.booleans()) or not isinstance(spot[key], dict | list) or not spot[key]:
            spot[key] = replacement
            break
        spot = spot[key]
    with contextlib.suppress(BadQuestionnaire):
        assert to_document(from_document(made))


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda made: made.pop("title"), "needs a title"),
        (lambda made: made.update(version=True), "version that is a whole number"),
        (lambda made: made.update(colour="red"), "unknown key: colour"),
        (lambda made: made.update(sections=[]), "has no sections"),
        (lambda made: made["sections"][0].update(questions=[]), "Section home has no questions"),
        (lambda made: question(made, "Q6").update(kind="rating"), "Question Q6 has an unknown kind"),
        (lambda made: question(made, "Q6").update(id="Q7"), "more than one question called Q7"),
        (lambda made: question(made, "Q6").update(id="Q1_a"), "more than one form field called Q1_a"),
        (lambda made: question(made, "Q6").update(id="key"), "more than one form field called key"),
        (lambda made: question(made, "Q6").update(id="Q 6"), "needs an id"),
        (lambda made: question(made, "Q6")["text"].pop("sv"), "Question Q6 has no text in sv"),
        (lambda made: question(made, "Q6").update(show_if={"chosen": "Q7", "options": ["fraud"]}), "not asked before"),
        (lambda made: question(made, "Q6").update(show_if={"chosen": "Q2", "options": []}), "can't be read"),
        (lambda made: question(made, "Q6").update(show_if={"all": []}), "can't be read"),
        (lambda made: question(made, "Q6").update(least=3), "Question Q6 has least, which kind one_of can't"),
        (lambda made: question(made, "Q6").update(kind="number", least="x"), "no number"),
        (lambda made: question(made, "Q6").update(kind="number", least=3, most=2), "more than its most"),
        (lambda made: made.update(marks={"Q6": {"ar": ["guessed", "0"]}}), "not one of machine, draft, checked"),
        (lambda made: question(made, "Q6")["text"].update(sv=" "), "Question Q6 has an empty text in sv"),
        (lambda made: question(made, "Q6")["text"].update(sv="a\0"), "can't be printed"),
        (lambda made: question(made, "Q6")["text"].update(Swedish="a"), "not a language tag"),
        (lambda made: question(made, "Q6").pop("options"), "Question Q6 has no options, which kind one_of needs"),
        (lambda made: question(made, "Q6").update(maximum=2), "Question Q6 has maximum, which kind one_of can't"),
        (lambda made: question(made, "Q6")["options"][0].update(id="often"), "more than one option called often"),
        (lambda made: question(made, "Q6")["options"][0]["text"].pop("sv"), "Q6, option never has no text in sv"),
        (lambda made: question(made, "Q2")["rows"][0].update(id="T2"), "more than one row called T2"),
        (lambda made: question(made, "Q7").update(exclusive=["none"]), "none of its options"),
        (lambda made: question(made, "Q6").update(required="yes"), "neither true nor false"),
        (lambda made: question(made, "Q4").update(feeling="odd"), "unknown feeling"),
        (lambda made: question(made, "Q4").update(maximum=11), "more than 10 places"),
        (
            lambda made: made["sections"][0]["questions"].append(question(made, "Q0") | {"id": "Q00"}),
            "area more than once",
        ),
    ],
)
def test_what_is_wrong_with_a_questionnaire_is_said_in_a_sentence(spoil, sentence):
    made = document()
    spoil(made)
    with pytest.raises(BadQuestionnaire, match=sentence):
        from_document(made)


def test_only_the_main_language_must_be_complete():
    made = document()
    question(made, "Q6")["text"].pop("ar")
    question(made, "Q6")["text"]["fi"] = "Oletko vältellyt paikkoja?"
    assert from_document(made).languages == ("sv", "en", "ar")


def test_every_text_of_the_default_questionnaire_is_in_swedish_english_and_arabic():
    texts = [*_words(document())]
    assert len(texts) > 100
    assert {frozenset(text) for text in texts} == {frozenset({"sv", "en", "ar"})}
    assert all(any("\u0600" <= character <= "\u06ff" for character in text["ar"]) for text in texts)


def test_the_default_questionnaire_asks_what_was_agreed_in_five_sections():
    questionnaire = default_questionnaire()
    assert len(questionnaire.sections) == 5
    expected = {*(f"Q{number}" for number in range(13)), "B1", "B2", "B3"}
    assert {one.id for one in questionnaire.questions()} == expected


def test_only_the_area_and_the_first_question_are_compulsory():
    assert [one.id for one in default_questionnaire().questions() if one.required] == ["Q0", "Q1"]


def test_nobody_is_asked_to_write_about_a_crime_they_suffered():
    assert default_questionnaire().text_labels().keys() == {"Q3", "Q9"}


def test_only_the_background_questions_tell_who_answered():
    assert [one.id for one in default_questionnaire().columns() if one.background] == ["B1", "B2", "B3"]


def test_a_row_is_a_column_of_its_own_and_says_in_full_what_it_asks():
    columns = {one.id: one for one in default_questionnaire().columns()}
    assert columns["Q1.b"].field == "Q1_b"
    assert columns["Q1.b"].title["en"] == "How safe do you feel where you live? – Late in the evening"
    assert columns["Q1.b"].measures == "safety_evening"
    assert [id for id, one in columns.items() if one.several] == ["Q7", "Q9", "Q12", "B3"]
    assert len(columns) == 2 + 10 + 4 + 1 + 1 + 2 + 1 + 3


def test_what_a_column_measures_is_measured_by_no_other():
    measures = [one.measures for one in default_questionnaire().columns()]
    assert all(measures)
    assert len(set(measures)) == len(measures)


def test_every_name_a_question_uses_in_a_form_is_known():
    fields = {one.id: one.fields for one in default_questionnaire().questions()}
    assert fields["Q0"] == ("Q0",)
    assert fields["Q1"] == ("Q1_a", "Q1_b")
    assert fields["Q3"] == ("Q3", "Q3_text")
    assert fields["Q4"] == ("Q4_1", "Q4_2", "Q4_3")
    assert fields["Q5"] == ("Q5_1",)


def test_what_would_help_is_asked_in_the_same_words_of_a_place_and_of_the_neighbourhood():
    asked = next(one for one in default_questionnaire().questions() if one.id == "Q9")
    assert {option.id: option.text for option in asked.options} == REMEDIES


def _words(part):
    """Every text in a document, however deep."""
    if isinstance(part, dict) and "sv" in part:
        yield part
    elif isinstance(part, dict | list):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from _words(inner)

"""What a form holds becomes answers only where it fits the questionnaire."""

import json
import time

from hypothesis import given
from hypothesis import strategies as st

from dialog.survey.answers import Problem, check
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.questionnaire import Question, Questionnaire, Section
from dialog.texts.cleaning import LONGEST_TEXT

AREAS = ("centrum", "norrby")
LEAST = {"Q0": ["norrby"], "Q1_a": ["very_safe"], "Q1_b": ["fairly_unsafe"]}
QUESTIONNAIRE = default_questionnaire()
COLUMNS = {column.id: column for column in QUESTIONNAIRE.columns()}
FIELDS = [name for question in QUESTIONNAIRE.questions() for name in question.fields]
OPTION_IDS = sorted({option.id for column in COLUMNS.values() for option in column.options} | {*AREAS, "elsewhere"})
FORMS = st.dictionaries(
    st.sampled_from(FIELDS) | st.text(max_size=5),
    st.lists(st.sampled_from(OPTION_IDS) | st.text(st.characters(), max_size=20), max_size=6),
)


def checked(**changes):
    return check(QUESTIONNAIRE, AREAS, LEAST | changes)


@given(FORMS)
def test_no_form_makes_it_fail_or_store_an_unknown_option(form):
    found = check(QUESTIONNAIRE, AREAS, form)
    assert found.area in (None, "elsewhere", *AREAS)
    for id, answer in found.answers.items():
        chosen = answer if COLUMNS[id].several else [answer]
        assert chosen
        assert {*chosen} <= {option.id for option in COLUMNS[id].options}
        assert len({*chosen}) == len(chosen)


@given(FORMS)
def test_whatever_is_kept_can_be_written_as_json_in_utf_8(form):
    found = check(QUESTIONNAIRE, AREAS, form)
    text = json.dumps([found.answers, found.texts, found.area], ensure_ascii=False)
    text.encode()
    assert "\\u0000" not in text


@given(FORMS)
def test_what_is_kept_is_kept_again_when_it_comes_back(form):
    found = check(QUESTIONNAIRE, AREAS, form)
    again = {COLUMNS[id].field: [one] if isinstance(one, str) else one for id, one in found.answers.items()}
    again |= {f"{id}_text": [text] for id, text in found.texts.items()}
    again |= {"Q0": [found.area] if found.area else []}
    same = check(QUESTIONNAIRE, AREAS, again)
    assert (same.answers, same.texts, same.area) == (found.answers, found.texts, found.area)


def test_the_least_a_person_can_answer_is_enough():
    found = checked()
    assert found.problems == ()
    assert found.area == "norrby"
    assert found.answers == {"Q1.a": "very_safe", "Q1.b": "fairly_unsafe"}


def test_an_empty_form_misses_the_area_and_both_rows_of_the_first_question():
    assert check(QUESTIONNAIRE, AREAS, {}).problems == (
        Problem("Q0", "required", {}),
        Problem("Q1_a", "required", {}),
        Problem("Q1_b", "required", {}),
    )


def test_somebody_who_lives_elsewhere_may_answer():
    assert checked(Q0=["elsewhere"]).area == "elsewhere"


def test_an_area_that_the_round_does_not_ask_for_is_refused():
    found = checked(Q0=["atlantis"])
    assert found.area is None
    assert found.problems == (Problem("Q0", "unknown_option", {}),)


def test_a_single_choice_made_twice_differently_is_refused():
    found = checked(Q6=["never", "often"])
    assert "Q6" not in found.answers
    assert found.problems == (Problem("Q6", "too_many", {"chosen": 2, "maximum": 1}),)


def test_several_are_kept_in_the_order_of_the_options_and_once():
    assert checked(Q9=["police", "lighting", "police"]).answers["Q9"] == ["lighting", "police"]


def test_a_fourth_of_at_most_three_is_one_too_many():
    found = checked(Q9=["lighting", "police", "cameras", "other"])
    assert "Q9" not in found.answers
    assert found.problems == (Problem("Q9", "too_many", {"chosen": 4, "maximum": 3}),)


def test_none_of_these_goes_with_nothing_else():
    assert checked(Q7=["nothing"]).answers["Q7"] == ["nothing"]
    assert checked(Q7=["fraud", "nothing"]).problems == (Problem("Q7", "exclusive", {"option": "nothing"}),)


def test_an_empty_choice_is_no_answer():
    found = checked(Q6=[""], Q9=["", ""])
    assert found.problems == ()
    assert not {"Q6", "Q9"} & found.answers.keys()


def test_a_text_is_kept_clean_under_the_id_of_its_question():
    found = checked(Q3_text=["  Mo\u0308rkt\r\ni tunneln\0\x1b \n"], Q9_text=["\t \n"])
    assert found.texts == {"Q3": "Mörkt\ni tunneln"}


def test_a_text_that_is_too_long_is_a_problem_but_not_lost():
    found = checked(Q3_text=["å" * (LONGEST_TEXT + 1)])
    assert found.problems == (Problem("Q3_text", "too_long", {"length": 2001, "maximum": 2000}),)
    assert len(found.texts["Q3"]) == LONGEST_TEXT + 1
    assert checked(Q3_text=["å" * LONGEST_TEXT]).problems == ()


def test_a_crime_suffered_takes_no_text():
    assert checked(Q8_text=["It was my neighbour"]).texts == {}


def test_fields_nobody_asked_for_are_passed_over():
    found = checked(form_token=["x"], key=["y"], Q99=["often"], Q4_1_kind=["square"])
    assert found.problems == ()
    assert found.answers.keys() == {"Q1.a", "Q1.b"}


def test_a_compulsory_text_has_to_be_written():
    words = {"sv": "Vad?"}
    asked = Questionnaire("q", 1, words, (Section("s", words, (Question("W", "text", words, required=True),)),))
    assert check(asked, (), {"W": [" "]}).problems == (Problem("W", "required", {}),)
    assert check(asked, (), {"W": ["Mörkt"]}).texts == {"W": "Mörkt"}


def test_a_field_repeated_thousands_of_times_takes_no_time():
    started = time.process_time()
    for values in (["lighting"] * 20_000, [f"no{number}" for number in range(20_000)], ["x" * 2_000] * 20_000):
        check(QUESTIONNAIRE, AREAS, dict.fromkeys(FIELDS, values))
    assert time.process_time() - started < 2  # seconds; some hundredths are needed


def test_a_text_of_heaped_accents_takes_no_time():
    started = time.process_time()
    checked(Q3_text=["a" + "\u0316\u0301" * 500_000])
    assert time.process_time() - started < 2

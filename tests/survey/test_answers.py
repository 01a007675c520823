"""What a form holds becomes answers only where it fits the questionnaire."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.survey.answers import Problem, check
from dialog.survey.conditions import Chosen, Compared, several
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.questionnaire import Narrowing, Option, Question, Questionnaire, Section
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
        chosen = several(answer)
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
    again = {COLUMNS[id].field: several(one) for id, one in found.answers.items()}
    again |= {f"{id}_text": [text] for id, text in found.texts.items()}
    again |= {"Q0": [found.area] if found.area else []}
    same = check(QUESTIONNAIRE, AREAS, again)
    assert (same.answers, same.texts, same.area) == (found.answers, found.texts, found.area)


def test_the_least_a_person_can_answer_is_enough():
    found = checked()
    assert found.problems == []
    assert found.area == "norrby"
    assert found.answers == {"Q1.a": "very_safe", "Q1.b": "fairly_unsafe"}


def test_an_empty_form_misses_the_area_and_both_rows_of_the_first_question():
    assert check(QUESTIONNAIRE, AREAS, {}).problems == [
        Problem("Q0", "required", {}),
        Problem("Q1_a", "required", {}),
        Problem("Q1_b", "required", {}),
    ]


def test_somebody_who_lives_elsewhere_may_answer():
    assert checked(Q0=["elsewhere"]).area == "elsewhere"


def test_an_area_that_the_round_does_not_ask_for_is_refused():
    found = checked(Q0=["atlantis"])
    assert found.area is None
    assert found.problems == [Problem("Q0", "unknown_option", {})]


def test_a_single_choice_made_twice_differently_is_refused():
    found = checked(Q6=["never", "often"])
    assert "Q6" not in found.answers
    assert found.problems == [Problem("Q6", "too_many", {"chosen": 2, "maximum": 1})]


def test_several_are_kept_in_the_order_of_the_options_and_once():
    assert checked(Q9=["police", "lighting", "police"]).answers["Q9"] == ["lighting", "police"]


def test_a_fourth_of_at_most_three_is_one_too_many():
    found = checked(Q9=["lighting", "police", "cameras", "other"])
    assert "Q9" not in found.answers
    assert found.problems == [Problem("Q9", "too_many", {"chosen": 4, "maximum": 3})]


def test_none_of_these_goes_with_nothing_else():
    assert checked(Q7=["nothing"]).answers["Q7"] == ["nothing"]
    assert checked(Q7=["fraud", "nothing"]).problems == [Problem("Q7", "exclusive", {"option": "nothing"})]


def test_an_empty_choice_is_no_answer():
    found = checked(Q6=[""], Q9=["", ""])
    assert found.problems == []
    assert not {"Q6", "Q9"} & found.answers.keys()


def test_a_text_is_kept_clean_under_the_id_of_its_question():
    found = checked(Q3_text=["  Mo\u0308rkt\r\ni tunneln\0\x1b \n"], Q9_text=["\t \n"])
    assert found.texts == {"Q3": "Mörkt\ni tunneln"}


def test_a_text_that_is_too_long_is_a_problem_but_not_lost():
    found = checked(Q3_text=["å" * (LONGEST_TEXT + 1)])
    assert found.problems == [Problem("Q3_text", "too_long", {"length": 2001, "maximum": 2000})]
    assert len(found.texts["Q3"]) == LONGEST_TEXT + 1
    assert checked(Q3_text=["å" * LONGEST_TEXT]).problems == []


def test_a_crime_suffered_takes_no_text():
    assert checked(Q8_text=["It was my neighbour"]).texts == {}


def test_fields_nobody_asked_for_are_passed_over():
    found = checked(form_token=["x"], key=["y"], Q99=["often"], Q4_1_kind=["square"])
    assert found.problems == []
    assert found.answers.keys() == {"Q1.a", "Q1.b"}


def test_a_compulsory_text_has_to_be_written():
    words = {"sv": "Vad?"}
    asked = Questionnaire("q", 1, words, (Section("s", words, (Question("W", "text", words, required=True),)),))
    assert check(asked, (), {"W": [" "]}).problems == [Problem("W", "required", {})]
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


def asked(*questions: Question) -> Questionnaire:
    return Questionnaire("q", 1, {"sv": "Q"}, (Section("s", {"sv": "S"}, questions),))


def named(*ids: str) -> tuple[Option, ...]:
    return tuple(Option(id, {"sv": id}) for id in ids)


WORRY = Question("worry", "one_of", {"sv": "Orolig?"}, options=named("yes", "no"))
WHY = Question("why", "text", {"sv": "Varför?"}, required=True, show_if=Chosen("worry", ("yes",)))
AGE = Question("age", "number", {"sv": "Ålder"}, options=named("prefer_not"), least=16, most=110, whole=True)
TOWN = Question("town", "one_of", {"sv": "Ort"}, options=named("north", "south"))
VILLAGES = tuple(
    Option(id, {"sv": id}, {"town": town} if town else {})
    for id, town in (("hill", "north"), ("lake", "south"), ("dont_know", ""))
)
VILLAGE = Question("village", "one_of", {"sv": "By"}, options=VILLAGES, narrowed=(Narrowing("town", "town"),))
RANK = Question("rank", "ranking", {"sv": "Viktigast?"}, options=named("a", "b", "c"), maximum=2)


def test_a_question_that_the_answers_do_not_lead_to_is_neither_required_nor_kept():
    found = check(asked(WORRY, WHY), AREAS, {"worry": ["no"], "why": ["mörkt"]})
    assert (found.problems, found.texts, found.shown) == ([], {}, {"worry"})
    assert check(asked(WORRY, WHY), AREAS, {"worry": ["yes"]}).problems == [Problem("why", "required", {})]
    assert check(asked(WORRY, WHY), AREAS, {"worry": ["yes"], "why": ["mörkt"]}).texts == {"why": "mörkt"}


def test_what_a_hidden_question_answered_leads_nowhere():
    deeper = Question("deeper", "one_of", {"sv": "?"}, options=named("x"), show_if=Chosen("worry", ("yes",)))
    last = Question("last", "one_of", {"sv": "?"}, options=named("y"), show_if=Chosen("deeper", ("x",)))
    given = {"worry": ["no"], "deeper": ["x"], "last": ["y"]}
    assert check(asked(WORRY, deeper, last), AREAS, given).answers == {"worry": "no"}


def test_a_hidden_section_is_not_asked():
    hidden = Section("t", {"sv": "T"}, (AGE,), show_if=Chosen("worry", ("yes",)))
    both = Questionnaire("q", 1, {"sv": "Q"}, (Section("s", {"sv": "S"}, (WORRY,)), hidden))
    assert check(both, AREAS, {"worry": ["no"], "age": ["40"]}).answers == {"worry": "no"}


@pytest.mark.parametrize("written", ["40", " 40 ", "4٠", "٤٠", "40,0"])
def test_a_number_is_read_as_people_write_it(written):
    assert check(asked(AGE), AREAS, {"age": [written]}).answers == {"age": 40}


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("forty", "not_a_value"),
        ("1e999", "not_a_value"),
        ("40.5", "not_a_value"),
        ("nan", "not_a_value"),
        ("4_0", "not_a_value"),
        ("15", "bounds"),
        ("111", "bounds"),
    ],
)
def test_what_is_no_number_or_beyond_its_bounds_is_a_problem(written, reason):
    found = check(asked(AGE), AREAS, {"age": [written]})
    assert (found.answers, [one.reason for one in found.problems]) == ({}, [reason])


def test_that_one_will_not_say_is_an_answer_in_place_of_a_number():
    assert check(asked(AGE), AREAS, {"age": [""], "age_instead": ["prefer_not"]}).answers == {"age": "prefer_not"}


def test_a_date_is_kept_in_iso_form():
    since = Question("since", "date", {"sv": "Sedan när?"}, most="2026-12-31")
    assert check(asked(since), AREAS, {"since": ["2026-05-04"]}).answers == {"since": "2026-05-04"}
    assert check(asked(since), AREAS, {"since": ["2027-01-01"]}).problems == [Problem("since", "bounds", {})]
    assert check(asked(since), AREAS, {"since": ["4 May"]}).problems == [Problem("since", "not_a_value", {})]


def test_only_options_that_earlier_answers_leave_can_be_chosen():
    given = {"town": ["north"], "village": ["hill"]}
    assert check(asked(TOWN, VILLAGE), AREAS, given).answers == {"town": "north", "village": "hill"}
    found = check(asked(TOWN, VILLAGE), AREAS, given | {"village": ["lake"]})
    assert found.problems == [Problem("village", "unknown_option", {})]
    assert check(asked(TOWN, VILLAGE), AREAS, given | {"village": ["dont_know"]}).answers["village"] == "dont_know"


def test_a_ranking_is_kept_from_first_to_last():
    assert check(asked(RANK), AREAS, {"rank_c": ["1"], "rank_a": ["2"]}).answers == {"rank": ["c", "a"]}


def test_two_options_can_not_share_a_place():
    found = check(asked(RANK), AREAS, {"rank_c": ["1"], "rank_a": ["1"]})
    assert (found.answers, found.problems) == ({}, [Problem("rank_c", "same_place", {})])


def test_a_third_place_of_at_most_two_is_one_too_many():
    found = check(asked(RANK), AREAS, {"rank_a": ["1"], "rank_b": ["2"], "rank_c": ["3"]})
    assert found.problems == [Problem("rank", "too_many", {"chosen": 3, "maximum": 2})]


def test_an_answer_that_does_not_fulfil_its_condition_is_a_problem():
    younger = Question("child", "number", {"sv": "Barnets ålder"}, must=Compared("child", "<", other="age"))
    assert check(asked(AGE, younger), AREAS, {"age": ["40"], "child": ["12"]}).answers == {"age": 40, "child": 12}
    found = check(asked(AGE, younger), AREAS, {"age": ["40"], "child": ["50"]})
    assert (found.answers, found.problems) == ({"age": 40}, [Problem("child", "must", {})])

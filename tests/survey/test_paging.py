"""A questionnaire page by page."""

from hypothesis import given
from hypothesis import strategies as st

from dialog.survey.answers import check
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.paging import (
    CLOSING,
    Page,
    carried,
    is_paged,
    newly_asked,
    next_section,
    page,
    problems_on,
    section_of,
)
from tests.survey.walks import WALKS


def walked(**answers: str):
    return check(WALKS, (), {name: [value] for name, value in answers.items()})


def shown(section_id: str, **answers: str) -> Page:
    found = page(WALKS, walked(**answers), section_id)
    assert found
    return found


def ids(questions) -> list[str]:
    return [question.id for question in questions]


def test_the_default_questionnaire_is_one_page_and_one_with_conditions_is_not():
    assert not is_paged(default_questionnaire())
    assert is_paged(WALKS)


def test_a_page_asks_what_is_known_to_be_asked_and_keeps_the_rest_ready():
    first = shown("first")
    assert (ids(first.asked), ids(first.follow), first.number, first.of) == (["out"], ["when"], 1, 2)


def test_an_answer_that_leads_to_another_question_on_the_same_page_brings_it():
    first = shown("first", out="yes")
    assert ids(newly_asked(first, seen=["out"])) == ["when"]
    assert newly_asked(first, seen=["out", "when"]) == []


def test_a_question_whose_options_depend_on_another_waits_for_it():
    assert ids(shown("where", out="yes").follow) == ["street"]
    assert ids(shown("where", out="yes", town="a").asked) == ["town", "street"]


def test_the_way_leads_past_sections_that_the_answers_do_not_lead_to():
    assert next_section(WALKS, walked(out="yes"), "first") == "where"
    assert next_section(WALKS, walked(out="no"), "first") == "inside"
    assert next_section(WALKS, walked(out="yes"), "where") == CLOSING
    assert next_section(WALKS, walked(out="yes"), "where", back=True) == "first"
    assert next_section(WALKS, walked(out="yes"), CLOSING, back=True) == "where"
    assert next_section(WALKS, walked(out="yes"), "first", back=True) == "first"
    assert page(WALKS, walked(out="yes"), "inside") is None


def test_the_answers_of_other_pages_travel_with_the_form_and_nothing_else_does():
    given = {"out": ["no"], "why": ["mörkt"], "town": ["a"], "stranger": ["x"], "when": [""]}
    assert dict(carried(WALKS, WALKS.sections[2], given)) == {"out": "no", "why": "mörkt"}
    assert dict(carried(WALKS, None, given)) == {"out": "no", "why": "mörkt", "town": "a"}


def test_a_problem_is_told_on_the_page_of_its_question():
    (problem,) = walked().problems
    assert problems_on(WALKS.sections[0], [problem]) == [problem]
    assert problems_on(WALKS.sections[2], [problem]) == []
    assert section_of(WALKS, problem) == "first"


@given(
    st.fixed_dictionaries(
        {},
        optional={
            name: st.sampled_from(["yes", "no", "a", "a1", "x"]) for name in ("out", "when", "why", "town", "street")
        },
    )
)
def test_whatever_is_answered_the_way_forward_ends_and_the_way_back_returns(answers):
    checked = walked(**answers)
    at, visited = "first", []
    while at != CLOSING:
        visited.append(at)
        at = next_section(WALKS, checked, at)
    assert visited == [one.id for one in WALKS.sections if one.id != "inside" or answers.get("out") == "no"]
    for expected in reversed(visited):
        at = next_section(WALKS, checked, at, back=True)
        assert at == expected

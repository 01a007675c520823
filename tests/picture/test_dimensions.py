"""Dimensions hold the options of the questionnaire, in groups where they belong together."""

from datetime import date

import pytest

from dialog.picture.dimensions import channel_dimension, coarse, language_dimension, month_dimension, question_dimension
from dialog.picture.periods import days_of, period_of
from dialog.picture.problems import is_problem, problem_dimension, problems_dimension
from dialog.picture.tables import ALL
from dialog.survey.default_questionnaire import default_questionnaire

COLUMNS = {column.id: column for column in default_questionnaire().columns()}


def test_options_of_a_scale_stand_in_their_groups():
    parents = {item.id: item.parent for item in question_dimension(COLUMNS["Q1.a"]).items}
    assert parents["very_unsafe"] == "group:unsafe"
    assert parents["group:unsafe"] == ALL
    assert parents["dont_know"] == "group:rest"
    assert parents["group:rest"] == ALL


def test_every_item_stands_after_its_parent():
    for column in COLUMNS.values():
        seen: set[str | None] = {None}
        for item in question_dimension(column).items:
            assert item.parent in seen
            seen.add(item.id)


def test_a_question_with_several_answers_does_not_add_up():
    assert not question_dimension(COLUMNS["Q7"]).additive
    assert question_dimension(COLUMNS["Q6"]).additive


def test_what_tells_who_answered_is_background():
    assert question_dimension(COLUMNS["B1"]).background
    assert not question_dimension(COLUMNS["Q6"]).background


def test_who_calls_a_problem_big_is_the_problems_code():
    items = {item.id: item.parent for item in problem_dimension(COLUMNS["Q2.T1"]).items}
    assert items["T1:very_big"] == "T1"
    assert items["T1"] == "T1:rated"
    assert items["T1:dont_know"] == ALL
    assert "T1" in {item.id for item in problems_dimension([COLUMNS["Q2.T1"]]).items}


def test_problems_are_the_rows_that_ask_how_big():
    assert [id for id, column in COLUMNS.items() if is_problem(column)] == [f"Q2.T{number}" for number in range(1, 11)]


@pytest.mark.parametrize(("levels", "kept"), [(0, 1), (1, 4), (2, 11)])
def test_a_coarser_dimension_lacks_what_lies_deeper(levels: int, kept: int):
    assert len(coarse(question_dimension(COLUMNS["Q1.a"]), levels=levels).items) == kept


def test_languages_channels_and_months_are_those_found_and_those_known():
    assert {"sv", "en", "ar", "so"} <= {item.id for item in language_dimension(["sv", "so"]).items}
    assert [item.id for item in channel_dimension(["pigeon", "paper", "web"]).items] == [ALL, "web", "paper", "pigeon"]
    months = [item.id for item in month_dimension(["2026-01", "2025-11"], additive=True).items]
    assert months == [ALL, "2025-11", "2025-12", "2026-01", "no answer"]


def test_many_months_stand_in_their_years():
    parents = {item.id: item.parent for item in month_dimension(["2024-11", "2026-01"], additive=True).items}
    assert parents["2024-11"] == "2024"
    assert parents["2026-01"] == "2026"
    assert parents["2025"] == ALL


def test_a_period_is_the_rounds_and_whole_months_outside_it():
    opens, closes = date(2026, 5, 4), date(2026, 6, 14)
    assert period_of(opens, closes, ["2026-05", "2026-06"]) == "2026-05-04/2026-06-14"
    assert period_of(opens, closes, ["2026-02", "2026-05"]) == "2026-02-01/2026-06-14"
    assert days_of("2026-05-04/2026-06-14") == (opens, closes)

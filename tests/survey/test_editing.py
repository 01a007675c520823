"""Edits of a questionnaire: each leaves it readable, and none loses a text that nobody asked to lose."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dialog.survey.bank import as_copied, core
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.document import read_draft, to_document
from dialog.survey.editing import (
    NoSuchPart,
    NothingLeft,
    add_question,
    add_section,
    begin_text,
    change_question,
    drop_part,
    find_question,
    free_id,
    move_question,
    move_section,
    place_question,
    remove_question,
    set_options,
    set_text,
)
from dialog.survey.making.given import NotUsable
from dialog.survey.making.question_form import apply_form, given_of
from dialog.survey.making.steps import step
from dialog.survey.questionnaire import KINDS, Option, Question, Questionnaire, Section
from dialog.survey.soundness import faults, impossible
from dialog.survey.texts import PARTS, state_of, texts
from tests.survey.losses import lost_texts
from tests.survey.strategies import questionnaires

DEFAULT = default_questionnaire()
Edit = Callable[[Questionnaire], Questionnaire]


@st.composite
def edits(draw: st.DrawFn, questionnaire: Questionnaire) -> Edit:
    """Something a facilitator does without meaning to take anything away."""
    ids = [question.id for question in questionnaire.questions()]
    sections = [section.id for section in questionnaire.sections]
    id, section = draw(st.sampled_from(ids)), draw(st.sampled_from(sections))
    number, kind = draw(st.integers(-3, 3)), draw(st.sampled_from(KINDS))
    said = draw(st.sampled_from(["Annat", "Hur ofta?", " Två  ord "]))
    path, tag = draw(st.sampled_from(list(texts(questionnaire)))), draw(st.sampled_from(["sv", "en", "ar", "fi"]))
    return draw(
        st.sampled_from(
            [
                lambda one: move_question(one, id, number),
                lambda one: move_section(one, section, number),
                lambda one: place_question(one, id, section, abs(number)),
                lambda one: add_section(one, Section(free_id(sections, "x"), {one.main: said}, ())),
                lambda one: add_question(one, section, Question(free_id(ids, "new"), "text", {one.main: said})),
                lambda one: add_question(one, section, as_copied(core()[0], id=free_id(ids, "q"))),
                lambda one: change_question(one, id, kind=kind),
                lambda one: change_question(one, id, required=True, shuffle=True, maximum=2),
                lambda one: set_text(one, path, tag, said),
                lambda one: begin_text(one, id, "hint", said),
                lambda one: _with_option(one, id, said),
                lambda one: _through_the_form(one, id, text=[said]),
                lambda one: _through_the_form(one, id, more_options=["Ett\nTvå"], dont_know=["yes"]),
                lambda one: _through_the_form(one, id, kind=[kind]),
                lambda one: _through_the_form(one, id, hint=[""]),
            ]
        )
    )


def _with_option(questionnaire: Questionnaire, id: str, said: str) -> Questionnaire:
    options = find_question(questionnaire, id).options
    fresh = Option(free_id([one.id for one in options], "o"), {questionnaire.main: said})
    return set_options(questionnaire, id, (*options, fresh))


def _through_the_form(questionnaire: Questionnaire, id: str, **changes: list[str]) -> Questionnaire:
    form = given_of(questionnaire, find_question(questionnaire, id)) | changes
    try:
        return apply_form(questionnaire, id, form)
    except NotUsable:
        return questionnaire


@settings(max_examples=60)
@given(st.data())
def test_no_sequence_of_edits_loses_a_text_and_each_leaves_the_questionnaire_readable(data):
    questionnaire = data.draw(questionnaires())
    for _ in range(data.draw(st.integers(1, 6))):
        edited = data.draw(edits(questionnaire))(questionnaire)
        lost = lost_texts(questionnaire, edited)
        main = questionnaire.main
        assert all(set(words) <= {main} for words in lost.values()), "only an emptied hint goes, in its own language"
        assert read_draft(to_document(edited)) == edited
        list(faults(edited))
        questionnaire = edited


@settings(max_examples=60)
@given(st.data())
def test_a_form_that_is_sent_as_it_came_changes_nothing(data):
    questionnaire = data.draw(questionnaires())
    question = data.draw(st.sampled_from(list(questionnaire.questions())))
    try:
        same = apply_form(questionnaire, question.id, given_of(questionnaire, question))
    except NotUsable as unusable:
        assume("measured" not in unusable.problems.values())
        raise
    assert same == questionnaire


def test_other_words_in_the_main_language_mark_the_translations_as_outdated():
    edited = set_text(DEFAULT, "Q6", "sv", "Brukar du undvika platser?")
    words = texts(edited)["Q6"]
    assert words["ar"] == texts(DEFAULT)["Q6"]["ar"]
    assert (state_of(edited, "Q6", words, "ar"), state_of(edited, "Q6", words, "sv")) == ("outdated", "checked")


def test_editing_the_words_of_an_option_keeps_its_id_and_its_translations():
    form = given_of(DEFAULT, find_question(DEFAULT, "Q6"))
    form["option_text"][0] = "Aldrig någonsin"
    edited = find_question(apply_form(DEFAULT, "Q6", form), "Q6")
    assert [one.id for one in edited.options] == ["never", "sometimes", "often"]
    assert edited.options[0].text == {"sv": "Aldrig någonsin", "en": "Never", "ar": "أبدًا"}


def test_a_new_option_gets_an_id_from_its_words_that_nothing_else_has_had():
    form = given_of(DEFAULT, find_question(DEFAULT, "Q6")) | {"more_options": ["Hela tiden\nHela tiden"]}
    edited = apply_form(DEFAULT, "Q6", form, spent={"hela_tiden"})
    assert [one.id for one in find_question(edited, "Q6").options][3:] == ["hela_tiden_2", "hela_tiden_3"]


def test_emptying_a_line_is_no_way_to_remove_an_option():
    form = given_of(DEFAULT, find_question(DEFAULT, "Q6"))
    form["option_text"][0] = ""
    with pytest.raises(NotUsable) as unusable:
        apply_form(DEFAULT, "Q6", form)
    assert unusable.value.problems == {"option-never": "empty"}


def test_dont_know_and_wont_say_are_real_options_with_words_in_every_language():
    form = given_of(DEFAULT, find_question(DEFAULT, "Q6")) | {"dont_know": ["yes"], "prefer_not": ["yes"]}
    edited = apply_form(DEFAULT, "Q6", form)
    added = find_question(edited, "Q6").options[3:]
    assert [(one.id, one.text["sv"], set(one.text)) for one in added] == [
        ("dont_know", "Vet inte", {"sv", "en", "ar"}),
        ("prefer_not", "Vill inte svara", {"sv", "en", "ar"}),
    ]
    without = apply_form(edited, "Q6", given_of(edited, find_question(edited, "Q6")) | {"dont_know": []})
    assert [one.id for one in find_question(without, "Q6").options][3:] == ["prefer_not"]


def test_another_kind_keeps_what_it_has_no_use_for_until_somebody_takes_it_away():
    form = given_of(DEFAULT, find_question(DEFAULT, "Q6")) | {"kind": ["text"]}
    edited = apply_form(DEFAULT, "Q6", form)
    assert impossible(find_question(edited, "Q6")) == ["options"]
    assert len(find_question(edited, "Q6").options) == 3
    assert not find_question(step(edited, "Q6", "part_drop:options"), "Q6").options


def test_a_long_list_of_options_is_one_text_whose_missing_lines_are_asked_about():
    many = tuple(Option(f"v{number}", {"sv": f"By {number}", "en": f"Village {number}"}) for number in range(80))
    long = change_question(DEFAULT, "Q6", options=many)
    form = given_of(long, find_question(long, "Q6"))
    assert apply_form(long, "Q6", form) == long
    shorter = {**form, "option_list": [form["option_list"][0].replace("v7 | By 7\n", "") + "\nNy by"]}
    with pytest.raises(NotUsable):
        apply_form(long, "Q6", shorter)
    edited = find_question(apply_form(long, "Q6", shorter | {"drop_options": ["yes"]}), "Q6")
    assert [one.id for one in edited.options][-1] == "ny_by"
    assert len(edited.options) == 80 and "v7" not in [one.id for one in edited.options]


@pytest.mark.parametrize(
    ("go", "order"),
    [
        ("option_up:often", ["never", "often", "sometimes"]),
        ("option_down:never", ["sometimes", "never", "often"]),
        ("option_drop:sometimes", ["never", "often"]),
        ("keep", ["never", "sometimes", "often"]),
    ],
)
def test_options_move_and_go_by_their_buttons(go, order):
    assert [one.id for one in find_question(step(DEFAULT, "Q6", go), "Q6").options] == order


def test_a_part_that_every_question_needs_is_never_taken_away():
    for part in ("text", "kind", "id", "nonsense"):
        with pytest.raises(NoSuchPart):
            drop_part(DEFAULT, "Q6", part)


def test_a_text_that_must_be_there_stays_in_one_language_at_least():
    only = replace(DEFAULT, title={"sv": "Trygg"})
    with pytest.raises(NothingLeft):
        set_text(only, "title", "sv", " ")
    hinted = set_text(set_text(DEFAULT, "Q0.hint", "en", ""), "Q0.hint", "ar", "")
    assert find_question(set_text(hinted, "Q0.hint", "sv", ""), "Q0").hint == {}


def test_two_questions_never_measure_the_same():
    form = given_of(DEFAULT, find_question(DEFAULT, "Q6")) | {"measures": ["worry"]}
    with pytest.raises(NotUsable) as unusable:
        apply_form(DEFAULT, "Q6", form)
    assert unusable.value.problems == {"measures": "measured"}


def test_a_question_moves_past_the_end_of_its_section_and_to_a_place_in_another():
    moved = move_question(DEFAULT, "Q1", 1)
    assert moved.sections[1].questions[0].id == "Q1"
    placed = place_question(DEFAULT, "Q1", "about", 1)
    assert [one.id for one in placed.sections[4].questions] == ["B1", "Q1", "B2", "B3"]


def test_removing_is_the_only_edit_that_takes_texts_with_it():
    assert set(lost_texts(DEFAULT, remove_question(DEFAULT, "Q10"))) == {
        "Q10", "Q10.hint", "Q10:yes", "Q10:partly", "Q10:no",
    }  # fmt: skip
    assert PARTS[0] == "hint"

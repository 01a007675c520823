"""Whether the figures of two questionnaires may stand in one series."""

from dataclasses import replace

from dialog.survey.bank import as_copied, core
from dialog.survey.comparability import are_comparable, decided, series
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.questionnaire import Option, Questionnaire
from dialog.survey.texts import change_texts

BEFORE = default_questionnaire()


def status(after: Questionnaire) -> dict[str, str]:
    return {one.measures: one.status for one in series(BEFORE, after) if one.status != "kept"}


def with_text(path: str, tag: str, text: str) -> Questionnaire:
    return change_texts(BEFORE, lambda at, words: {**words, tag: text} if at == path else words)


def with_options(id: str, *options: Option) -> Questionnaire:
    sections = tuple(
        replace(section, questions=tuple(replace(q, options=options) if q.id == id else q for q in section.questions))
        for section in BEFORE.sections
    )
    return replace(BEFORE, sections=sections)


def without(id: str) -> Questionnaire:
    sections = tuple(
        replace(section, questions=tuple(one for one in section.questions if one.id != id))
        for section in BEFORE.sections
    )
    return replace(BEFORE, sections=sections)


def test_the_same_questionnaire_breaks_nothing():
    assert status(BEFORE) == {}


def test_other_words_in_the_main_language_may_break_the_series_and_ask_for_a_reason():
    (found,) = (one for one in series(BEFORE, with_text("Q6", "sv", "Brukar du undvika platser?")) if not one.is_kept)
    assert (found.measures, found.status, found.languages) == ("avoidance", "reworded", ("sv",))
    assert found.asks_for_a_reason
    assert decided(found, {}) == "broken"
    assert decided(found, {"avoidance": {"decision": "kept", "reason": "Ett stavfel."}}) == "kept"


def test_an_option_in_other_words_is_a_rewording_of_all_that_has_it():
    assert status(with_text("Q1:very_safe", "sv", "Jättetrygg")) == {
        "safety_day": "reworded",
        "safety_evening": "reworded",
    }


def test_a_better_translation_breaks_nothing():
    found = next(one for one in series(BEFORE, with_text("Q6", "ar", "هل تتجنب؟")) if one.measures == "avoidance")
    assert (found.status, found.languages) == ("kept", ("ar",))


def test_other_options_always_break_the_series():
    after = with_options("Q6", Option("never", {"sv": "Aldrig"}), Option("always", {"sv": "Alltid"}))
    (found,) = (one for one in series(BEFORE, after) if not one.is_kept)
    assert found.status == "options"
    assert decided(found, {"avoidance": {"decision": "kept", "reason": "Ändå."}}) == "broken"


def test_a_question_that_is_left_out_ends_its_series_and_comes_back_as_new():
    assert status(without("Q6")) == {"avoidance": "gone"}
    assert {one.measures: one.status for one in series(without("Q6"), BEFORE) if not one.is_kept} == {
        "avoidance": "new"
    }


def test_a_question_copied_from_the_bank_is_comparable_under_whatever_id():
    entry = next(one for one in core() if one.question.id == "Q6")
    copied = as_copied(entry, id="avoiding")
    (was,), (now,) = entry.question.columns(), copied.columns()
    assert are_comparable(was, now, main="sv")


def test_everything_the_core_measures_is_in_the_bank_once_and_locked():
    measured = [measures for entry in core() for measures in entry.measures]
    assert len(measured) == len(set(measured))
    assert {"safety_day", "safety_evening"} <= set(measured)
    assert all(entry.is_locked and entry.note for entry in core())

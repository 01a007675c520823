"""Two people have one question open: each changes what they touch, and only the same part makes them choose."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dialog.survey.bank import measured_by
from dialog.survey.conditions import Chosen
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.editing import (
    begin_text,
    change_question,
    find_question,
    remove_question,
    set_options,
    set_text,
)
from dialog.survey.making.looks import looks_of, spelled
from dialog.survey.making.question_form import given_of
from dialog.survey.making.together import Clash, keep_together
from dialog.survey.questionnaire import Option, Question, Questionnaire, Section
from dialog.survey.texts import texts
from tests.survey.losses import lost_texts
from tests.survey.strategies import questionnaires

DEFAULT = default_questionnaire()
MANY = Question(
    "many",
    "one_of",
    {"sv": "Vilken by?"},
    options=tuple(Option(f"o{n}", {"sv": f"By {n}", "en": f"V {n}"}) for n in range(70)),
)


def together(theirs, id: str = "Q9", base: Questionnaire = DEFAULT, **mine):
    """What comes of a form opened at `base` and sent after somebody else has made `theirs` of it."""
    form = given_of(base, find_question(base, id)) | mine
    return keep_together(theirs(base) if callable(theirs) else theirs, id, form, spelled(looks_of(base, id)))


def asked(done, id: str = "Q9") -> Question:
    return find_question(done.kept, id)


THEIRS = {
    "another language": lambda one: set_text(one, "Q9", "ar", "سؤال"),
    "another language of an option": lambda one: set_text(one, "Q9:lighting", "en", "Lamps"),
    "hint": lambda one: set_text(one, "Q9.hint", "sv", "Deras tips"),
    "maximum": lambda one: change_question(one, "Q9", maximum=2),
    "option": lambda one: set_text(one, "Q9:lighting", "sv", "Lampor"),
    "order": lambda one: set_options(one, "Q9", find_question(one, "Q9").options[::-1]),
    "shown": lambda one: change_question(one, "Q9", show_if=Chosen("Q6", ("often",))),
    "another question": lambda one: set_text(one, "Q6", "sv", "Annat?"),
}
MINE: dict[str, Any] = {
    "text": {"text": ["Min fråga?"]},
    "required": {"required": ["yes"]},
    "must": {"must": ["1"], "must-1-question": ["Q9"], "must-1-relation": ["counted_least"], "must-1-value": ["2"]},
    "must_text": {"must_text": ["Välj minst två."]},
}


@pytest.mark.parametrize("theirs", THEIRS)
@pytest.mark.parametrize("mine", MINE)
def test_different_parts_of_a_question_are_changed_by_two_at_once(theirs, mine):
    alone = together(DEFAULT, **MINE[mine]).kept
    done = together(THEIRS[theirs], **MINE[mine])
    after, now = looks_of(done.kept, "Q9"), looks_of(THEIRS[theirs](DEFAULT), "Q9")
    own, base = looks_of(alone, "Q9"), looks_of(DEFAULT, "Q9")
    for part in {*after, *now, *own}:
        expected = own if own.get(part) != base.get(part) else now
        assert after.get(part) == expected.get(part), part
    assert lost_texts(THEIRS[theirs](DEFAULT), done.kept) == {}


def test_a_form_that_changes_nothing_leaves_what_others_did_alone():
    for theirs in THEIRS.values():
        assert together(theirs).kept == theirs(DEFAULT)


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [
        ("hint", {"hint": ["Mitt tips"]}),
        ("maximum", {"maximum": ["1"]}),
        ("order", {"more_options": ["Min nya"]}),
        ("order", {"go": ["option_up:lighting"]}),
        ("option", {"go": ["option_drop:lighting"]}),
        ("another language of an option", {"go": ["option_drop:lighting"]}),
        ("shown", {"when": ["1"], "when-1-question": ["Q6"], "when-1-relation": ["answered"]}),
    ],
)
def test_the_same_part_changed_by_two_is_for_somebody_to_choose(theirs, mine):
    with pytest.raises(Clash):
        together(THEIRS[theirs], **mine)


def test_two_who_write_the_same_do_not_clash():
    done = together(THEIRS["hint"], hint=["Deras tips"])
    assert done.kept == THEIRS["hint"](DEFAULT)


def test_who_has_to_choose_chooses_only_about_what_both_have_changed():
    def theirs(one: Questionnaire) -> Questionnaire:
        return THEIRS["maximum"](THEIRS["hint"](one))

    with pytest.raises(Clash) as clash:
        together(theirs, hint=["Mitt tips"], required=["yes"])
    now = theirs(DEFAULT)
    mine = keep_together(now, "Q9", clash.value.given, spelled(looks_of(now, "Q9")))
    assert (asked(mine).hint["sv"], asked(mine).maximum, asked(mine).required) == ("Mitt tips", 2, True)


def test_an_option_that_somebody_removed_does_not_come_back_with_the_next_change():
    def theirs(one: Questionnaire) -> Questionnaire:
        return set_options(one, "Q9", find_question(one, "Q9").options[1:])

    first = find_question(DEFAULT, "Q9").options[0].id
    done = together(theirs, text=["Min fråga?"])
    assert first not in [option.id for option in asked(done).options]
    assert done.by_others
    again = keep_together(
        done.kept, "Q9", given_of(DEFAULT, find_question(DEFAULT, "Q9")) | {"text": ["Nu?"]}, done.looks
    )
    assert first not in [option.id for option in asked(again).options]
    assert asked(again).text["sv"] == "Nu?"
    worded = [f"{option.text['sv']}!" for option in find_question(DEFAULT, "Q9").options]
    with pytest.raises(Clash):
        together(theirs, option_text=worded)


def test_what_others_changed_is_not_put_back_by_the_next_change_of_a_form_that_does_not_show_it():
    form = given_of(DEFAULT, find_question(DEFAULT, "Q9")) | {"text": ["Min fråga?"]}
    first = keep_together(THEIRS["hint"](DEFAULT), "Q9", form, spelled(looks_of(DEFAULT, "Q9")))
    assert first.by_others
    second = keep_together(first.kept, "Q9", form | {"required": ["yes"]}, first.looks)
    assert (asked(second).hint["sv"], asked(second).required) == ("Deras tips", True)


def test_a_new_option_has_the_id_that_script_is_told():
    done = together(THEIRS["hint"], more_options=["Fler vakter"])
    assert asked(done).options[-1].text["sv"] == "Fler vakter" or "fler_vakter" in {
        one.id for one in asked(done).options
    }
    assert [one.id for one in find_question(done.shown, "Q9").options] == [one.id for one in asked(done).options]


def test_a_list_of_many_options_is_one_part_and_its_translations_another():
    base = Questionnaire("m", 1, {"sv": "M"}, (Section("s", {"sv": "S"}, (MANY,)),))
    fewer = set_options(base, "many", MANY.options[:-1])
    more = set_options(base, "many", (*MANY.options, Option("new", {"sv": "Ny"})))
    translated = set_text(base, "many:o3", "en", "Hamlet")
    for theirs in (fewer, more, translated):
        done = together(theirs, "many", base, hint=["Tips"])
        assert asked(done, "many").options == find_question(theirs, "many").options
        assert asked(done, "many").hint == {"sv": "Tips"}
    mine = given_of(base, MANY)["option_list"][0].replace("By 3\n", "Byn\n")
    assert texts(together(translated, "many", base, option_list=[mine]).kept)["many:o3"] == {
        "sv": "Byn",
        "en": "Hamlet",
    }
    with pytest.raises(Clash):
        together(more, "many", base, option_list=[mine])


def test_another_main_language_meanwhile_is_for_somebody_to_choose():
    with pytest.raises(Clash):
        together(replace(DEFAULT, main="en"), text=["Min fråga?"])


def test_a_form_that_does_not_say_what_it_saw_changes_nothing():
    form = given_of(DEFAULT, find_question(DEFAULT, "Q9")) | {"text": ["Min fråga?"]}
    with pytest.raises(Clash):
        keep_together(DEFAULT, "Q9", form, "")


@settings(max_examples=30)
@given(questionnaires(), st.data())
def test_whatever_others_do_to_a_question_its_untouched_form_changes_nothing(base, data):
    id = data.draw(st.sampled_from([one.id for one in base.questions()]))
    paths = [path for path in texts(base) if path.startswith(id)]
    tag, path = data.draw(st.sampled_from(base.languages)), data.draw(st.sampled_from(paths))
    theirs = set_text(base, path, tag, "Annat")
    if data.draw(st.booleans()):
        theirs = begin_text(theirs, id, "hint", "Ett tips")
    if data.draw(st.booleans()):
        theirs = change_question(theirs, id, required=not find_question(base, id).required)
    measured = [one for question in base.questions() for one in measured_by(question)]
    assume(len(measured) == len({*measured}))  # otherwise no form of it can be kept
    untouched = given_of(base, find_question(base, id))
    assert lost_texts(theirs, keep_together(theirs, id, untouched, spelled(looks_of(base, id))).kept) == {}
    mine = untouched | {"text": ["Min fråga?"]}
    try:
        kept = keep_together(theirs, id, mine, spelled(looks_of(base, id))).kept
    except Clash:
        assert (path, tag) == (id, base.main)
    else:
        assert texts(kept)[id][base.main] == "Min fråga?"
        assert lost_texts(theirs, kept) == {}


def test_a_question_that_is_gone_is_not_changed():
    with pytest.raises(LookupError):
        together(lambda one: remove_question(one, "Q9"), text=["Min fråga?"])

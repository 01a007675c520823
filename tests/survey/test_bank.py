"""The question bank: its locked core, what staff add, and copying with what is measured."""

from dataclasses import replace

import pytest

from dialog.survey.actions import keep_questionnaire
from dialog.survey.bank import as_kept, core, differs, entry_of, question_document, read_question, restored
from dialog.survey.comparability import series
from dialog.survey.conditions import Chosen
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.editing import add_question, change_question, find_question, set_text
from dialog.survey.making.bank_actions import Locked, MeasuredAlready, add_to_bank, remove_from_bank
from dialog.survey.making.drafts import begin_draft
from dialog.survey.making.queries import bank_entries, find_draft, read
from dialog.survey.questionnaire import Option, Question, Questionnaire, Row, Section
from tests.survey.building import AT, HOME, at, edit, send, the_draft

DEFAULT = default_questionnaire()
TODAY = AT.date()
TRUST = Question(
    "tillit",
    "one_of",
    {"sv": "Litar du på dina grannar?", "en": "Do you trust your neighbours?"},
    options=(Option("yes", {"sv": "Ja"}), Option("no", {"sv": "Nej"})),
    required=True,
    show_if=Chosen("Q6", ("often",)),
)
LIGHT = Question(
    "ljus",
    "scale",
    {"sv": "Är det ljust?"},
    options=TRUST.options,
    rows=(Row("park", {"sv": "I parken"}), Row("square", {"sv": "På torget"})),
)


@pytest.fixture
def draft(session):
    keep_questionnaire(session, DEFAULT)
    with_own = add_question(add_question(DEFAULT, "about", TRUST), "about", LIGHT)
    found = begin_draft(session, with_own, by=None, at=AT)
    session.commit()
    return found


def now_of(session, draft) -> Questionnaire:
    session.expire_all()
    return read(find_draft(session, draft.id))


def kept(session, question=TRUST, measures="trust"):
    return add_to_bank(session, question, measures=measures, note="Vår egen.", on=TODAY, by=None)


def test_every_question_of_the_core_survives_the_way_to_json_and_back():
    for entry in core():
        assert read_question(question_document(entry.question)) == entry.question


def test_a_question_is_kept_without_what_ties_it_to_its_place(session):
    entry = kept(session)
    assert (entry.measures, entry.is_locked) == (("trust",), False)
    assert (entry.question.required, entry.question.show_if) == (False, None)
    assert bank_entries(session)[-1] == entry


def test_the_rows_of_a_question_are_measured_one_by_one():
    assert [row.measures for row in as_kept(LIGHT, measures="light").rows] == ["light.park", "light.square"]


def test_nothing_is_measured_by_two_entries_of_the_bank(session):
    kept(session)
    for measures in ("trust", "avoidance"):
        with pytest.raises(MeasuredAlready):
            kept(session, replace(TRUST, id="other"), measures=measures)


def test_the_core_is_locked_and_what_staff_added_can_be_taken_out(session):
    kept(session)
    remove_from_bank(session, "trust")
    assert len(bank_entries(session)) == len(core())
    with pytest.raises(Locked):
        remove_from_bank(session, "avoidance")


@pytest.mark.parametrize("id", [question.id for question in DEFAULT.questions()])
def test_the_default_questionnaire_is_worded_as_the_bank(id):
    question = find_question(DEFAULT, id)
    entry = entry_of(question, core())
    assert entry is not None and not differs(question, entry, main="sv")


@pytest.mark.parametrize(
    "change",
    [
        lambda one: set_text(one, "Q6", "sv", "Har du undvikit platser?"),
        lambda one: set_text(one, "Q6:never", "sv", "Aldrig någonsin"),
        lambda one: change_question(one, "Q6", options=find_question(one, "Q6").options[:2]),
        lambda one: change_question(one, "Q6", kind="several_of"),
    ],
)
def test_another_wording_than_the_banks_is_seen_and_can_be_taken_back(change):
    changed = find_question(change(change_question(DEFAULT, "Q6", required=True)), "Q6")
    entry = entry_of(changed, core())
    assert entry and differs(changed, entry, main="sv")
    back = restored(changed, entry)
    assert not differs(back, entry, main="sv")
    assert back.required, "what is no wording stays"


def test_a_translation_that_only_the_draft_has_survives_the_banks_wording():
    changed = find_question(set_text(DEFAULT, "Q6", "fi", "Oletko vältellyt?"), "Q6")
    entry = entry_of(changed, core())
    assert entry and restored(changed, entry).text["fi"] == "Oletko vältellyt?"


def test_the_bank_shows_the_core_with_where_its_wording_comes_from(facilitator):
    page = facilitator.get(f"{HOME}/bank").text
    assert page.count("Comes with Dialog, locked") == len(core())
    assert "Close to the national safety survey" in page and "measures avoidance" in page
    assert "Take it out" not in page


def test_a_question_of_a_draft_goes_into_the_bank_and_measures_from_then_on(session, facilitator, draft):
    page = at(draft, "questions", "tillit", "bank")
    refused = send(facilitator, page, holding="measures", measures="", note="")
    assert refused.status_code == 422
    assert send(facilitator, page, holding="measures", measures="Avoidance", note="Vår egen.").status_code == 422
    sent = send(facilitator, page, holding="measures", measures="Tillit till grannar", note="Vår egen.")
    assert sent.status_code == 303
    question = find_question(now_of(session, draft), "tillit")
    assert (question.measures, question.required) == ("tillit_till_grannar", True)
    assert "Vår egen." in facilitator.get(f"{HOME}/bank").text
    send(facilitator, at(draft, "questions", "ljus", "bank"), holding="measures", measures="ljus", note="Vår egen.")
    assert [row.measures for row in find_question(now_of(session, draft), "ljus").rows] == ["ljus.park", "ljus.square"]


def test_an_entry_of_staffs_own_is_taken_out_on_its_page(session, facilitator, draft):
    kept(session)
    kept(session, LIGHT, measures="light")
    session.commit()
    for measures in ("trust", "light"):
        assert send(facilitator, f"{HOME}/bank", to=f"{HOME}/bank/remove", holding="measures", measures=measures)
    session.expire_all()
    assert len(bank_entries(session)) == len(core())


def test_questions_are_copied_from_the_bank_and_stay_comparable(session, facilitator):
    alone = Questionnaire("ny", 1, {"sv": "Ny"}, (Section("s", {"sv": "Först"}, ()),))
    draft = begin_draft(session, alone, by=None, at=AT)
    kept(session)
    session.commit()
    chosen = ["avoidance", "safety_day", "trust"]
    sent = send(facilitator, at(draft, "bank"), holding="section", entry=chosen, section="s")
    assert sent.location.endswith("#s-s")
    copied = now_of(session, draft)
    assert [one.id for one in copied.questions()] == ["Q1", "Q6", "tillit"]
    found = {one.measures: one.status for one in series(DEFAULT, copied) if one.is_kept}
    assert set(found) == {"avoidance", "safety_day", "safety_evening"}
    page = facilitator.get(at(draft, "bank")).text
    assert page.count("in the draft already") == 3


def test_a_copied_question_gets_another_id_where_its_own_has_meant_something_else(session, facilitator, draft):
    edit(session, draft, lambda one: change_question(one, "Q6", measures=""))
    send(facilitator, at(draft, "bank"), holding="section", entry=["avoidance"], section="about")
    copied = now_of(session, draft).sections[4].questions[-1]
    assert (copied.id, copied.measures) == ("q1", "avoidance")


def test_another_wording_than_the_cores_is_told_and_taken_back_with_one_button(session, facilitator, draft):
    edit(session, draft, lambda one: set_text(one, "Q6", "sv", "Har du undvikit platser?"))
    assert "Not the bank's wording" in facilitator.get(at(draft)).text
    page = facilitator.get(at(draft, "questions", "Q6")).text
    assert "The bank says: “Har du det senaste året undvikit" in page
    send(facilitator, at(draft, "questions", "Q6"), to=at(draft, "questions", "Q6", "restore"))
    assert find_question(now_of(session, draft), "Q6") == find_question(DEFAULT, "Q6")
    assert "Not the bank's wording" not in facilitator.get(at(draft)).text
    assert the_draft(session).revision == 3

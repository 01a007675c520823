"""What an answer must fulfil, and options that depend on an earlier answer, made without script."""

from functools import partial

import pytest

from dialog.survey.actions import keep_questionnaire
from dialog.survey.answers import check
from dialog.survey.conditions import AllOf, Answered, AnyOf, Chosen, Compared, Counted, Not
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.editing import add_question, change_question, find_question, set_text
from dialog.survey.making.drafts import begin_draft
from dialog.survey.making.queries import find_draft, read
from dialog.survey.questionnaire import Narrowing, Option, Question, Questionnaire
from tests.survey.building import AT, HOME, edit, fields_of, send

DEFAULT = default_questionnaire()
TOWNS = tuple(Option(id, {"sv": id.title(), "en": id}) for id in ("uppsala", "visby"))
PLACES = tuple(Option(id, {"sv": id.title()}) for id in ("slottet", "ringmuren", "dont_know"))
ADDED = (
    Question("adults", "number", {"sv": "Hur många vuxna?"}, whole=True),
    Question("children", "number", {"sv": "Hur många barn?"}, whole=True),
    Question("town", "one_of", {"sv": "Vilken stad?"}, options=TOWNS),
    Question("place", "one_of", {"sv": "Vilken plats?"}, options=PLACES),
    Question("second", "one_of", {"sv": "Vilken plats sedan?"}, options=PLACES),
)


@pytest.fixture
def draft(session):
    """The default questionnaire with a few more questions."""
    keep_questionnaire(session, DEFAULT)
    found = begin_draft(session, DEFAULT, by=None, at=AT)
    for one in ADDED:
        edit(session, found, partial(add_question, section_id="home", question=one))
    return found


def at(draft, id: str, **asked: str) -> str:
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    return f"{HOME}/{draft.id}/questions/{id}{'?' + query if query else ''}"


def now_of(session, draft) -> Questionnaire:
    session.expire_all()
    return read(find_draft(session, draft.id))


def question(session, draft, id: str) -> Question:
    return find_question(now_of(session, draft), id)


def save(facilitator, address: str, **changes):
    """Send the form of a page; a field is written with a _ for each -."""
    return send(facilitator, address, to=address.partition("?")[0], holding="parts", **changes)


def test_a_rule_looks_at_the_answer_itself_and_at_earlier_ones(session, facilitator, draft):
    asked = save(facilitator, at(draft, "children"), go="ask_must", ask_must="children")
    assert asked.location.endswith("?ask_must=children#must")
    save(facilitator, at(draft, "children", ask_must="children"), must__1__relation=">=", must__1__value="1")
    assert question(session, draft, "children").must == Compared("children", ">=", 1)
    page = facilitator.get(at(draft, "children", ask_must="children")).text
    assert "The answer to this question" in page and "Or the answer to another question" in page
    form = {"must__2__relation": "<=", "must__2__other": "adults", "must_text": "Högst ett barn per vuxen."}
    save(facilitator, at(draft, "children", ask_must="children"), **form)
    found = question(session, draft, "children")
    rule = AllOf((Compared("children", ">=", 1), Compared("children", "<=", other="adults")))
    assert (found.must, found.must_text) == (rule, {"sv": "Högst ett barn per vuxen."})
    answered = check(now_of(session, draft), [], {"adults": ["1"], "children": ["2"]})
    assert ("children", "must") in [(one.field, one.reason) for one in answered.problems]


def test_a_rule_counts_the_options_that_are_chosen(session, facilitator, draft):
    address = at(draft, "Q9", ask_must="Q9")
    save(facilitator, address, must__1__relation="counted_least", must__1__value="2")
    assert question(session, draft, "Q9").must == Counted("Q9", ">=", 2)
    save(facilitator, address, must__joined="any", must__2__relation="chosen", must__2__option=["other"])
    expected = AnyOf((Counted("Q9", ">=", 2), Chosen("Q9", ("other",))))
    assert question(session, draft, "Q9").must == expected
    assert save(facilitator, at(draft, "Q9")).status_code == 303
    assert question(session, draft, "Q9").must == expected


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"must__1__value": "många"}, "Write a number, as 3."),
        ({"must__1__value": "3", "must__1__other": "adults"}, "Write a value or choose a question to compare with"),
        ({"must__1__kept": "{"}, "A condition can&#39;t be read."),
    ],
)
def test_what_is_wrong_with_a_rule_is_said_beside_it(session, facilitator, draft, fields, sentence):
    answered = save(facilitator, at(draft, "children", ask_must="children"), text="Ny text", **fields)
    assert (answered.status_code, sentence in answered.text) == (422, True)
    assert 'href="#must"' in answered.text and "Ny text" in answered.text
    assert question(session, draft, "children") == ADDED[1]


def test_a_rule_is_taken_away_line_by_line_and_its_sentence_in_every_language(session, facilitator, draft):
    rule = AllOf((Compared("children", ">=", 1), Not(Answered("Q6"))))
    edit(session, draft, lambda one: change_question(one, "children", must=rule, must_text={"sv": "Fel"}))
    edit(session, draft, lambda one: set_text(one, "children.must_text", "en", "Wrong"))
    dropped = save(facilitator, at(draft, "children"), go="must_drop:1", must_text="Rätta")
    assert dropped.location.endswith("/questions/children#must")
    found = question(session, draft, "children")
    assert (found.must, found.must_text) == (Not(Answered("Q6")), {"sv": "Rätta", "en": "Wrong"})
    save(facilitator, at(draft, "children"), go="must_drop:1")
    save(facilitator, at(draft, "children"), must_text="")
    found = question(session, draft, "children")
    assert (found.must, found.must_text) == (None, {"en": "Wrong"})
    page = facilitator.get(at(draft, "children")).text
    assert "Still there in other languages: a sentence for answers that don&#39;t fulfil the rule." in page
    save(facilitator, at(draft, "children"), go="part_drop:must_text")
    assert question(session, draft, "children").must_text == {}


def test_a_rule_that_is_more_than_lines_is_shown_in_words_and_kept(session, facilitator, draft):
    rule = AllOf((Not(AllOf((Answered("Q6"), Answered("Q7")))), Counted("Q9", "<", 4)))
    edit(session, draft, lambda one: change_question(one, "Q9", must=rule))
    page = facilitator.get(at(draft, "Q9")).text
    assert "An answer must fulfil: it is not so that" in page
    save(facilitator, at(draft, "Q9"), required="yes")
    assert question(session, draft, "Q9").must == rule


def test_options_are_offered_after_an_earlier_answer(session, facilitator, draft):
    asked = save(facilitator, at(draft, "place"), go="ask_narrow", ask_narrow="town")
    assert asked.location.endswith("?ask_narrow=town#narrow")
    belongs = {"narrow__1__for__slottet": "=uppsala", "narrow__1__for__ringmuren": "=visby"}
    save(facilitator, at(draft, "place", ask_narrow="town"), **belongs)
    found = question(session, draft, "place")
    assert found.narrowed == (Narrowing("town", "town"),)
    assert [dict(one.tags) for one in found.options] == [{"town": "uppsala"}, {"town": "visby"}, {}]
    answered = check(now_of(session, draft), [], {"town": ["visby"], "place": ["slottet"]})
    assert ("place", "unknown_option") in [(one.field, one.reason) for one in answered.problems]
    save(facilitator, at(draft, "place"), narrow__1__same="others", narrow__1__for__ringmuren="")
    found = question(session, draft, "place")
    assert found.narrowed == (Narrowing("town", "town", same=False),)
    assert [dict(one.tags) for one in found.options] == [{"town": "uppsala"}, {}, {}]


def test_a_new_line_by_which_no_option_belongs_to_an_answer_counts_for_nothing(session, facilitator, draft):
    save(facilitator, at(draft, "place", ask_narrow="town"))
    assert question(session, draft, "place") == ADDED[3]


def test_options_that_no_longer_depend_on_an_answer_still_know_to_which_they_belonged(session, facilitator, draft):
    address = at(draft, "place", ask_narrow="town")
    save(facilitator, address, narrow__1__for__slottet="=uppsala")
    dropped = save(facilitator, at(draft, "place"), go="narrow_drop:1")
    assert dropped.location.endswith("/questions/place#narrow")
    assert question(session, draft, "place").narrowed == ()
    assert fields_of(facilitator.get(address).text, "parts")["narrow-1-for-slottet"] == ["=uppsala"]
    save(facilitator, address)
    assert question(session, draft, "place").narrowed == (Narrowing("town", "town"),)


def test_two_questions_can_share_to_which_answers_options_belong(session, facilitator, draft):
    narrowed = (Narrowing("me", "town", same=False), Narrowing("me", "place", same=False))
    tagged = tuple(Option(one.id, one.text, {"me": one.id}) for one in PLACES)
    edit(session, draft, lambda one: change_question(one, "second", narrowed=narrowed, options=tagged))
    assert "They belong to the same answers as above." in facilitator.get(at(draft, "second")).text
    save(facilitator, at(draft, "second"), required="yes")
    found = question(session, draft, "second")
    assert (found.narrowed, found.options, found.required) == (narrowed, tagged, True)
    save(facilitator, at(draft, "second"), go="narrow_drop:1")
    found = question(session, draft, "second")
    assert (found.narrowed, found.options) == (narrowed[1:], tagged)


MANY = tuple(Option(f"o{number}", {"sv": f"Plats {number}", "en": f"Place {number}"}) for number in range(70))


def test_many_options_are_written_one_a_line(session, facilitator, draft):
    edit(session, draft, lambda one: change_question(one, "place", options=MANY))
    address = at(draft, "place", ask_narrow="town")
    save(facilitator, address, narrow__1__list="o0 | uppsala\r\no1|visby\r\n")
    found = question(session, draft, "place")
    assert [dict(one.tags) for one in found.options][:3] == [{"town": "uppsala"}, {"town": "visby"}, {}]
    assert [one.text for one in found.options] == [one.text for one in MANY]
    assert save(facilitator, at(draft, "place")).status_code == 303
    assert question(session, draft, "place") == found
    for written, sentence in (("o99 | visby", "an option that this"), ("o1 | lund", "an answer that the earlier")):
        refused = save(facilitator, at(draft, "place"), narrow__1__list=written)
        assert (refused.status_code, sentence in refused.text, written in refused.text) == (422, True, True)


@pytest.mark.parametrize("kind", ["text", "info", "places"])
def test_what_a_kind_can_not_have_is_not_asked_for(session, facilitator, draft, kind):
    edit(session, draft, lambda one: add_question(one, "home", Question("new", kind, {"sv": "Ny"})))
    page = facilitator.get(at(draft, "new")).text
    assert 'id="must"' not in page and 'id="narrow"' not in page


def test_two_who_change_different_fields_of_a_question_are_both_right_and_told_so(session, facilitator, draft):
    form = fields_of(facilitator.get(at(draft, "Q6")).text, "parts")
    edit(session, draft, lambda one: set_text(one, "Q6", "en", "Their translation?"))
    edit(session, draft, lambda one: change_question(one, "Q6", shuffle=True))
    saved = facilitator.post(at(draft, "Q6"), data=form | {"text": "Min fråga?"}, follow_redirects=True)
    assert "The question is saved, together with what was changed meanwhile by somebody else" in saved.text
    found = question(session, draft, "Q6")
    assert (found.text["sv"], found.text["en"], found.shuffle) == ("Min fråga?", "Their translation?", True)


def test_script_is_told_of_changes_that_its_form_does_not_show(session, facilitator, draft):
    form = fields_of(facilitator.get(at(draft, "Q6")).text, "parts") | {"text": "Min fråga?"}
    edit(session, draft, lambda one: change_question(one, "Q6", shuffle=True))
    said = facilitator.post(at(draft, "Q6"), data=form, headers={"Accept": "application/json"}).json
    assert "Load the page again to see what was changed by somebody else" in said["saved"]
    again = facilitator.post(
        at(draft, "Q6"), data=form | {"seen": said["seen"], "required": "yes"}, headers={"Accept": "application/json"}
    )
    assert again.status_code == 200
    found = question(session, draft, "Q6")
    assert (found.shuffle, found.required, found.text["sv"]) == (True, True, "Min fråga?")

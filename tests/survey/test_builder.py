"""The pages where a questionnaire is made, without script."""

import re
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import event

from dialog.survey.actions import keep_questionnaire, submit_response
from dialog.survey.conditions import AllOf, AnyOf, Chosen, Compared, Counted, Not
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.editing import (
    add_question,
    change_question,
    change_section,
    find_question,
    remove_question,
    set_text,
)
from dialog.survey.making.drafts import begin_draft
from dialog.survey.making.exchange import write_json
from dialog.survey.making.queries import draft_of, find_draft, read
from dialog.survey.questionnaire import KINDS, Option, Question, Questionnaire, Section
from dialog.web.pages import STATIC
from tests.factories import make_round
from tests.look.test_stylesheet import PHYSICAL
from tests.survey.building import AT, HOME, at, edit, fields_of, send, the_draft, the_version

DEFAULT = default_questionnaire()
TODAY = AT.date()
MOST_STATEMENTS = 12  # to the database, for one page


def now_of(session, draft) -> Questionnaire:
    session.expire_all()
    return read(find_draft(session, draft.id))


def question(session, draft, id: str) -> Question:
    return find_question(now_of(session, draft), id)


def save(facilitator, draft, id: str, **changes):
    return send(facilitator, at(draft, "questions", id), holding="parts", **changes)


def test_from_an_empty_house_to_a_published_version_without_a_programmer(session, facilitator):
    assert "There is no questionnaire yet." in facilitator.get(HOME).text
    begun = send(facilitator, f"{HOME}/new", holding="title", title="Trygg i skolan", main="sv")
    found = the_draft(session, "trygg-i-skolan")
    assert begun.location == at(found)
    send(facilitator, at(found), to=at(found, "sections"), holding="title", title="Skolan")
    added = send(facilitator, at(found), to=at(found, "questions"), holding="text", text="Hur är det?", kind="one_of")
    assert added.location == at(found, "questions", "q1")
    save(facilitator, found, "q1", more_options="Bra\r\nInte bra", dont_know="yes", required="yes", go="back")
    published = send(facilitator, at(found, "publish"))
    assert published.status_code == 303
    version = the_version(session, "trygg-i-skolan")
    asked = find_question(read(version), "q1")
    assert [one.id for one in asked.options] == ["bra", "inte_bra", "dont_know"]
    assert (asked.required, version.version, version.published_on) == (True, 1, date.today())


def test_a_draft_with_nothing_in_it_can_be_looked_at_from_every_side(session, facilitator):
    send(facilitator, f"{HOME}/new", holding="title", title="Tom", main="sv")
    found = the_draft(session, "tom")
    for page in ("", "about", "publish", "discard", "bank", "preview/sv"):
        assert facilitator.get(at(found, *filter(None, [page]))).status_code == 200, page
    assert "There is no section yet" in facilitator.get(at(found)).text


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_question_has_a_page_that_keeps_it_as_it_is(session, facilitator, draft, kind):
    edit(session, draft, lambda one: add_question(one, "home", Question("new", kind, {"sv": "Ny"})))
    before = now_of(session, draft)
    assert save(facilitator, draft, "new").status_code == 303
    assert now_of(session, draft) == before


def test_every_question_of_the_default_questionnaire_is_kept_as_it_is(session, facilitator, draft):
    before = now_of(session, draft)
    for one in DEFAULT.questions():
        assert save(facilitator, draft, one.id).status_code == 303
    assert now_of(session, draft) == before
    assert draft.revision == 1


def test_what_is_wrong_is_said_beside_it_and_what_was_written_is_still_there(session, facilitator, draft):
    answered = save(facilitator, draft, "Q9", text="", maximum="tre", hint="Min nya hint")
    assert answered.status_code == 422
    for words in ("Write the question.", "Write a number, as 3.", "Min nya hint", 'value="tre"'):
        assert words in answered.text
    assert now_of(session, draft) == replace(DEFAULT, version=2)


def test_a_condition_is_built_line_by_line(session, facilitator, draft):
    asked = save(facilitator, draft, "Q7", go="ask", ask="Q6")
    page = facilitator.get(asked.location.partition("#")[0])
    form = fields_of(page.text, "parts") | {"when-1-option": ["sometimes", "often"]}
    facilitator.post(at(draft, "questions", "Q7"), data=form)
    assert question(session, draft, "Q7").show_if == Chosen("Q6", ("sometimes", "often"))
    page = facilitator.get(at(draft, "questions", "Q7") + "?ask=Q1.a")
    form = fields_of(page.text, "parts") | {
        "when-joined": "any",
        "when-2-relation": "not_chosen",
        "when-2-option": ["very_safe"],
    }
    facilitator.post(at(draft, "questions", "Q7"), data=form)
    expected = AnyOf((Chosen("Q6", ("sometimes", "often")), Not(Chosen("Q1.a", ("very_safe",)))))
    assert question(session, draft, "Q7").show_if == expected
    outline = facilitator.get(at(draft)).text
    assert "Shown if the answer to “Har du det senaste året undvikit" in outline
    assert "“Någon gång” or “Ofta” or the answer to" in outline
    save(facilitator, draft, "Q7", go="when_drop:1")
    assert question(session, draft, "Q7").show_if == Not(Chosen("Q1.a", ("very_safe",)))


def test_a_condition_on_a_number_is_compared_with_a_number(session, facilitator, draft):
    edit(session, draft, lambda one: add_question(one, "home", Question("age", "number", {"sv": "Ålder"})))
    page = facilitator.get(at(draft, "questions", "Q7") + "?ask=age").text
    form = fields_of(page, "parts") | {"when-1-relation": ">=", "when-1-value": "18,5"}
    facilitator.post(at(draft, "questions", "Q7"), data=form)
    assert question(session, draft, "Q7").show_if == Compared("age", ">=", 18.5)
    refused = facilitator.post(at(draft, "questions", "Q7"), data=form | {"when-1-value": "arton"})
    assert (refused.status_code, "Write a number" in refused.text) in ((422, True), (409, False))


def test_a_condition_that_is_more_than_lines_is_shown_in_words_and_kept(session, facilitator, draft):
    complex_one = AllOf((Chosen("Q6", ("often",)), Not(AnyOf((Counted("Q9", ">", 2), Chosen("Q1.a", ("very_safe",)))))))
    edit(session, draft, lambda one: change_question(one, "B1", show_if=complex_one))
    page = facilitator.get(at(draft, "questions", "B1")).text
    assert "it is not so that (the number of options chosen in “Vad skulle göra det tryggare?” &gt; 2 or" in page
    assert save(facilitator, draft, "B1", hint="Ny hint").status_code == 303
    assert question(session, draft, "B1").show_if == complex_one


def test_a_section_has_a_title_and_a_condition_of_its_own(session, facilitator, draft):
    page = facilitator.get(at(draft, "sections", "about") + "?ask=Q6").text
    form = fields_of(page, "title") | {"title": "Kort om dig", "when-1-option": ["often"]}
    assert facilitator.post(at(draft, "sections", "about"), data=form).status_code == 303
    about = now_of(session, draft).sections[4]
    assert (about.title["sv"], about.title["en"], about.show_if) == (
        "Kort om dig",
        "About you",
        Chosen("Q6", ("often",)),
    )


def test_questions_and_sections_move_by_buttons_that_keep_the_focus(session, facilitator, draft):
    moved = send(facilitator, at(draft), to=at(draft, "move"), holding="seen", move="question:Q1:-1")
    page = facilitator.get(moved.location).text
    assert "is now number 1 in “Där du bor”" in page
    assert re.search(r'value="question:Q1:-1" autofocus', page)
    send(facilitator, at(draft), to=at(draft, "move"), holding="seen", move="section:about:-1")
    send(facilitator, at(draft), to=at(draft, "move"), holding="seen", move="place:Q12:home:0")
    found = now_of(session, draft)
    assert [one.id for one in found.sections] == ["home", "experience", "places", "about", "help"]
    assert [one.id for one in found.sections[0].questions] == ["Q12", "Q1", "Q0"]


def test_a_move_in_an_order_that_somebody_else_changed_moves_nothing_and_says_so(session, facilitator, draft):
    form = fields_of(facilitator.get(at(draft)).text, "seen")
    edit(session, draft, lambda one: remove_question(one, "Q12"))
    answered = facilitator.post(at(draft, "move"), data=form | {"move": "question:Q1:-1"})
    assert (answered.status_code, "Nothing was moved" in answered.text) == (409, True)
    assert now_of(session, draft).sections[0].questions[0].id == "Q0"


def test_removing_a_question_asks_once_and_says_what_goes_with_it(session, facilitator, draft):
    edit(session, draft, lambda one: change_question(one, "Q7", show_if=Chosen("Q6", ("often",))))
    page = facilitator.get(at(draft, "questions", "Q6", "remove")).text
    for words in ("The translations into", "1 series ends", "depends on it"):
        assert words in page
    assert send(facilitator, at(draft, "questions", "Q6", "remove")).status_code == 303
    assert "Q6" not in [one.id for one in now_of(session, draft).questions()]
    outline = facilitator.get(at(draft)).text
    assert "depends on the answer to “Q6”, which is not asked before it." in outline


def test_removing_a_section_asks_once_and_names_its_questions(session, facilitator, draft):
    page = facilitator.get(at(draft, "sections", "places", "remove")).text
    assert "Its 2 questions go with it:" in page
    form = fields_of(page, "seen")
    edit(session, draft, lambda one: set_text(one, "Q4", "sv", "Ny"))
    facilitator.post(at(draft, "sections", "places", "remove"), data=form)
    assert len(now_of(session, draft).sections) == 5
    send(facilitator, at(draft, "sections", "places", "remove"))
    assert len(now_of(session, draft).sections) == 4


def test_two_editors_of_one_question_see_both_versions_side_by_side(session, facilitator, draft):
    form = fields_of(facilitator.get(at(draft, "questions", "Q6")).text, "parts")
    edit(session, draft, lambda one: set_text(one, "Q6", "sv", "Deras fråga?"))
    mine = form | {"text": "Min fråga?", "required": "yes"}
    answered = facilitator.post(at(draft, "questions", "Q6"), data=mine)
    assert answered.status_code == 409
    for words in ("Min fråga?", "Deras fråga?", "somebody else", "Must be answered"):
        assert words in answered.text
    assert "Aldrig" not in re.sub(r'value="[^"]*"', "", answered.text), "what is alike is not repeated"
    kept = facilitator.post(at(draft, "questions", "Q6"), data=fields_of(answered.text, "parts"))
    assert kept.status_code == 303
    assert (question(session, draft, "Q6").text["sv"], question(session, draft, "Q6").required) == ("Min fråga?", True)


def test_what_was_written_of_a_question_that_somebody_else_removed_can_be_added_again(session, facilitator, draft):
    form = fields_of(facilitator.get(at(draft, "questions", "Q6")).text, "parts")
    edit(session, draft, lambda one: remove_question(one, "Q6"))
    answered = facilitator.post(at(draft, "questions", "Q6"), data=form | {"text": "Min fråga?"})
    assert (answered.status_code, "Add it again" in answered.text) == (409, True)
    again = fields_of(answered.text, "parts") | {"section": "about"}
    facilitator.post(at(draft, "questions"), data=again)
    back = question(session, draft, "Q6")
    assert (back.text["sv"], [one.id for one in back.options]) == ("Min fråga?", ["never", "sometimes", "often"])


def test_script_keeps_what_is_written_and_learns_the_ids_of_new_lines(session, facilitator, draft):
    form = fields_of(facilitator.get(at(draft, "questions", "Q6")).text, "parts")
    form |= {"option_id": [*form["option_id"], "", ""], "option_text": [*form["option_text"], "", "Varje dag"]}
    json = {"Accept": "application/json"}
    answered = facilitator.post(at(draft, "questions", "Q6"), data=form, headers=json)
    assert answered.json["options"] == ["never", "sometimes", "often", "", "varje_dag"]
    assert re.fullmatch(r"Saved \d\d:\d\d", answered.json["saved"])
    form |= {name: answered.json[name] for name in ("revision", "seen")} | {"option_id": answered.json["options"]}
    form["option_text"][-1] = "Varje dag, nästan"
    again = facilitator.post(at(draft, "questions", "Q6"), data=form, headers=json)
    assert again.status_code == 200
    assert [(one.id, one.text["sv"]) for one in question(session, draft, "Q6").options][3:] == [
        ("varje_dag", "Varje dag, nästan")
    ]
    form |= {name: again.json[name] for name in ("revision", "seen")}
    wrong = facilitator.post(at(draft, "questions", "Q6"), data=form | {"text": ""}, headers=json)
    assert (wrong.status_code, wrong.json) == (422, {"problems": {"text": "Write the question."}})


def test_which_series_end_is_told_at_once_on_the_draft_and_on_the_question(session, facilitator, draft):
    save(facilitator, draft, "Q6", text="Har du undvikit platser?")
    save(facilitator, draft, "Q10", go="option_drop:partly")
    page = facilitator.get(at(draft)).text
    assert "22 series go on as they were." in page
    assert "“Har du undvikit platser?” is worded in another way than before." in page
    assert "<del>Har du det senaste året undvikit platser" in page
    assert "“Känner du till medborgarlöftet?” has other options than before" in page
    assert "is worded in another way" in facilitator.get(at(draft, "questions", "Q6")).text


def test_publishing_asks_why_for_each_series_that_ends_or_may_end(session, facilitator, draft):
    save(facilitator, draft, "Q6", text="Har du undvikit platser?")
    page = facilitator.get(at(draft, "publish")).text
    assert "It means the same: the series goes on" in page
    refused = send(facilitator, at(draft, "publish"), holding="series")
    assert (refused.status_code, "Say why." in refused.text) == (422, True)
    said = {"decision-avoidance": "kept", "reason-avoidance": "Kortare, samma innehåll."}
    form = fields_of(refused.text, "series") | said
    published = facilitator.post(at(draft, "publish"), data=form)
    shown = facilitator.get(published.location).text
    assert "Kortare, samma innehåll." in shown and "The series goes on" in shown


def test_publishing_tells_what_is_missing_and_publishes_nothing(session, facilitator, draft):
    edit(session, draft, lambda one: add_question(one, "home", Question("new", "one_of", {"sv": "Ny?"})))
    page = facilitator.get(at(draft, "publish")).text
    assert "“Ny?” has no options to choose among." in page
    assert "Publish version 2</button>" not in page
    form = {"csrf_token": fields_of(facilitator.get(at(draft)).text, "seen")["csrf_token"], "revision": draft.revision}
    assert facilitator.post(at(draft, "publish"), data=form).status_code == 422
    assert the_version(session).version == 1


def test_a_draft_is_thrown_away_after_one_question(session, facilitator, draft):
    assert "Published versions stay as they are." in facilitator.get(at(draft, "discard")).text
    assert send(facilitator, at(draft, "discard"), holding="revision").status_code == 303
    session.expire_all()
    assert draft_of(session, "trygghet") is None


def test_the_list_says_which_rounds_ask_a_version_and_that_answers_lock_it(session, facilitator):
    round = make_round(session)
    session.commit()
    assert "not answered yet" in facilitator.get(HOME).text
    submit_response(session, round=round, language="sv", channel="web", area_id=None, answers={}, texts={}, on=TODAY)
    session.commit()
    page = facilitator.get(HOME).text
    assert "locked: people have answered" in page and "Safe in Provby" in page


def test_a_questionnaire_is_corrected_or_copied_under_a_key_of_its_own(session, facilitator):
    version = keep_questionnaire(session, DEFAULT)
    session.commit()
    for to in ("copy", "correct", "correct"):
        page = f"{HOME}/versions/{version.id}"
        send(facilitator, page, to=f"{page}/{to}", holding="csrf_token")
    assert [draft_of(session, key) is not None for key in ("trygghet", "trygghet-2")] == [True, True]


@pytest.mark.parametrize("tag", ["sv", "en", "ar"])
def test_the_preview_is_in_the_language_and_direction_of_residents(facilitator, draft, tag):
    page = facilitator.get(at(draft, "preview", tag)).text
    direction = "rtl" if tag == "ar" else "ltr"
    assert f'<html lang="{tag}" dir="{direction}">' in page
    assert find_question(DEFAULT, "Q1").text[tag] in page
    assert '<div class="preview-bar stack-tight" lang="en" dir="ltr">' in page
    assert "Preview. Nothing that you fill in is kept." in page
    assert (page.count("<main"), page.count("<h1")) == (1, 1)


def test_a_preview_leads_from_question_to_question_and_keeps_nothing(session, facilitator, draft):
    edit(session, draft, lambda one: change_section(one, "about", show_if=Chosen("Q6", ("often",))))
    address = at(draft, "preview", "sv")
    answers = {"Q0": "elsewhere", "Q1_a": "very_safe", "Q1_b": "very_safe", "Q6": "often"}
    page = facilitator.get(address).text
    for _ in range(5):
        form = fields_of(page, "page")
        page = facilitator.post(address, data=form | answers | {"go": "next"}).text
    assert "Det var den sista frågan" in page
    page = facilitator.post(address, data=fields_of(page, "page") | {"go": "send"}).text
    assert "Here the answers would be sent. Nothing was kept." in page


def test_the_preview_of_a_language_that_the_questionnaire_does_not_speak_is_no_page(facilitator, draft):
    assert facilitator.get(at(draft, "preview", "fi")).status_code == 404


def test_no_page_of_the_builder_says_more_to_a_database_when_there_is_more_to_show(app, session, facilitator):
    small = Questionnaire("few", 1, {"sv": "Få"}, (Section("s", {"sv": "S"}, _many(3)),))
    large = Questionnaire("many", 1, {"sv": "Många"}, (Section("s", {"sv": "S"}, _many(120)),))
    for one in (small, large):
        keep_questionnaire(session, one)
    drafts = [begin_draft(session, one, by=None, at=AT) for one in (small, large)]
    session.commit()
    for rest in ("", "publish", "questions/n1", "bank", "about", "preview/sv"):
        few, many = (_statements(app, facilitator, at(one, *filter(None, [rest]))) for one in drafts)
        assert few == many <= MOST_STATEMENTS, rest
    before = _statements(app, facilitator, HOME)
    for number in range(8):
        keep_questionnaire(session, replace(small, id=f"few-{number}"))
    session.commit()
    assert _statements(app, facilitator, HOME) == before


def _many(number: int) -> tuple[Question, ...]:
    options = (Option("a", {"sv": "A"}), Option("b", {"sv": "B"}))
    return tuple(Question(f"n{one}", "one_of", {"sv": f"Fråga {one}?"}, options=options) for one in range(number))


def _statements(app, client, address: str) -> int:
    engine, seen = app.extensions["sessions"].kw["bind"], []

    def count(_connection, _cursor, statement, *_rest) -> None:
        seen.append(statement)

    event.listen(engine, "before_cursor_execute", count)
    try:
        assert client.get(address).status_code == 200
    finally:
        event.remove(engine, "before_cursor_execute", count)
    return len(seen)


def test_what_is_written_is_shown_in_its_own_direction_and_never_as_markup(session, facilitator, draft):
    edit(session, draft, lambda one: set_text(one, "Q6", "sv", "<b>Undvikit?</b> &amp;"))
    for rest in ("", "questions/Q6", "questions/Q6/remove", "publish", "preview/sv"):
        assert "<b>Undvikit?</b>" not in facilitator.get(at(draft, *filter(None, [rest]))).text
    assert write_json(now_of(session, draft))


@pytest.mark.parametrize("rest", ["", "about", "questions/Q6", "sections/home", "publish", "bank", "preview/sv"])
def test_the_pages_stand_behind_the_facilitators_gate(signed_in, draft, rest):
    assert signed_in("analyst").get(at(draft, *filter(None, [rest]))).status_code == 403


def test_the_builders_own_stylesheet_names_no_side_of_the_screen_and_loads_nothing():
    styles = (STATIC / "builder.css").read_text()
    rules = re.sub(r"/\*.*?\*/|@(?:media|container)[^{]*", "", styles, flags=re.DOTALL)
    assert PHYSICAL.findall(rules) == []
    assert not re.search(r"@import|url\(", styles)

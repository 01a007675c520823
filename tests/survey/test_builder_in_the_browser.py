"""Making a questionnaire in a real browser: by keyboard, with and without script, on a phone, by two people at once."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect
from sqlalchemy import select

from dialog.accounts.actions import add_staff
from dialog.survey.actions import keep_questionnaire
from dialog.survey.conditions import Chosen, Counted
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.editing import change_question, find_question, set_text
from dialog.survey.making.drafts import begin_draft, change_draft
from dialog.survey.making.queries import draft_of, find_draft, read
from dialog.survey.models import Response
from dialog.survey.questionnaire import Narrowing, Questionnaire
from tests.browsers import OpenPage, on_phone_and_desk
from tests.conftest import PASSWORD
from tests.factories import make_round
from tests.servers import LiveServer
from tests.survey.building import the_version
from tests.survey.translations import AT

EMAIL = "bo@test.example"
PHONE = {"viewport": {"width": 360, "height": 740}}
FURTHEST = 120  # presses of Tab to anything on a page
KINDS = ["one_of", "several_of", "scale", "matrix", "ranking", "short", "text", "number"]  # as the list has them
both_ways = pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])


@pytest.fixture
def server(live_server: LiveServer) -> LiveServer:
    with live_server.sessions.begin() as session:
        add_staff(session, email=EMAIL, name="Bo Frågvis", password=PASSWORD, roles=["facilitator"])
    return live_server


@pytest.fixture
def draft(server: LiveServer) -> str:
    """The address of a correction of the default questionnaire."""
    with server.sessions.begin() as session:
        keep_questionnaire(session, default_questionnaire())
        found = begin_draft(session, default_questionnaire(), by=None, at=AT)
        return f"{server.url}/facilitator/questionnaires/{found.id}"


def sign_in(page: Page, server: LiveServer, language: str = "en") -> Page:
    page.goto(f"{server.url}/staff/sign-in?lang={language}")
    page.fill("[name=email]", EMAIL)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button")
    page.wait_for_url("**/facilitator/**")
    return page


def now_of(server: LiveServer) -> Questionnaire:
    with server.sessions() as session:
        return read(find_draft(session, 1))


def by_somebody_else(server: LiveServer, change: Callable[[Questionnaire], Questionnaire]) -> None:
    with server.sessions.begin() as session:
        draft = find_draft(session, 1)
        change_draft(session, draft, draft.revision, change, None, AT)


def reach(page: Page, wanted: Locator) -> None:
    """By Tab alone."""
    for _ in range(FURTHEST):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{wanted} can't be reached by keyboard")


def press(page: Page, name: str) -> None:
    """A button or link of the page, by keyboard."""
    found = (
        page.locator("main")
        .get_by_role("button", name=name, exact=True)
        .or_(page.locator("main").get_by_role("link", name=name, exact=True))
    )
    reach(page, found.first)
    page.keyboard.press("Enter")
    page.wait_for_load_state()


def write(page: Page, wanted: Locator, text: str) -> None:
    reach(page, wanted)
    page.keyboard.press("Control+a")
    page.keyboard.type(text)


def add_question(page: Page, text: str, kind: str) -> None:
    """Also opens the fold, where it is closed."""
    field = page.locator("details.more input[name=text]").first
    if not field.is_visible():
        reach(page, page.locator("details.more > summary").first)
        page.keyboard.press("Enter")
    write(page, field, text)
    page.keyboard.press("Tab")
    for _ in range(KINDS.index(kind)):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/questions/*")


def add_lines(page: Page, part: str, texts: list[str], *, script: bool) -> None:
    if not script:
        write(page, page.locator(f"#more_{part}s"), "\n".join(texts))
        return
    reach(page, page.get_by_role("button", name=f"Add {'a row' if part == 'row' else 'an option'}"))
    page.keyboard.press("Enter")
    for number, text in enumerate(texts):
        page.keyboard.type(text)
        if number + 1 < len(texts):
            page.keyboard.press("Enter")


@both_ways
def test_a_bilingual_questionnaire_of_six_questions_with_a_condition_is_built_by_keyboard_and_answered(
    open_page: OpenPage, server: LiveServer, script: bool
) -> None:
    page = sign_in(open_page(java_script_enabled=script), server)
    begin(page, server)
    add_question(page, "Går du ut på kvällen?", "one_of")
    add_lines(page, "option", ["Ja", "Nej"], script=script)
    press(page, "Save and go back")
    add_question(page, "Varför inte?", "text")
    ask_only_those_who_said_no(page)
    for text, kind, rows, options in MORE:
        add_question(page, text, kind)
        for part, lines in (("row", rows), ("option", options)):
            if lines:
                add_lines(page, part, lines, script=script)
        press(page, "Save and go back")
    made = now_of(server)
    assert [one.kind for one in made.questions()] == ["one_of", "text", "number", "several_of", "scale", "short"]
    assert find_question(made, "q2").show_if == Chosen("q1", ("nej",))
    assert [one.id for one in find_question(made, "q5").rows] == ["i_parken", "pa_torget"]
    translate(page, server)
    page.goto(f"{server.url}/facilitator/questionnaires/1/publish")
    press(page, "Publish version 1")
    page.wait_for_url("**/versions/*")
    answer_in_both_languages(page, server)


MORE: tuple[tuple[str, str, list[str], list[str]], ...] = (  # text, kind, rows, options
    ("Hur många gånger i veckan?", "number", [], []),
    ("Vad skulle hjälpa?", "several_of", [], ["Ljus", "Sällskap"]),
    ("Hur är det?", "scale", ["I parken", "På torget"], ["Bra", "Dåligt"]),
    ("Ett ord om platsen?", "short", [], []),
)


def begin(page: Page, server: LiveServer) -> None:
    page.goto(f"{server.url}/facilitator/questionnaires/new")
    write(page, page.locator("#title"), "Om kvällen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/questionnaires/1")
    write(page, page.locator("#section-title"), "Ute")
    page.keyboard.press("Enter")
    page.wait_for_url("**#s-s1")


def ask_only_those_who_said_no(page: Page) -> None:
    reach(page, page.locator("#ask"))
    page.keyboard.press("ArrowDown")
    press(page, "Add a line: Add a condition on an earlier answer")
    page.wait_for_url("**ask=q1**")
    reach(page, page.locator('input[name="when-1-option"][value="nej"]'))
    page.keyboard.press("Space")
    press(page, "Save and go back")


def translate(page: Page, server: LiveServer) -> None:
    page.goto(f"{server.url}/facilitator/questionnaires/1/languages")
    page.locator("#language").select_option("en")
    page.locator("main form").last.locator("button").click()
    page.wait_for_url("**/languages/en")
    for number, field in enumerate(page.locator("textarea").all()):
        field.fill(f"English {number}")
    page.get_by_role("button", name="Save", exact=True).first.click()
    page.wait_for_load_state()


def answer_in_both_languages(page: Page, server: LiveServer) -> None:
    with server.sessions.begin() as session:
        version = the_version(session, "om-kvallen")
        closes_on = date.today() + timedelta(days=9)
        make_round(session, slug="kvall", questionnaire=version, opens_on=date.today(), closes_on=closes_on)
        texts = {one.id: one.text for one in read(version).questions()}
    for tag, answer in (("sv", "nej"), ("en", "ja")):
        page.goto(f"{server.url}/{tag}/dialogue/kvall")
        expect(page.get_by_text(texts["q1"][tag])).to_be_visible()
        page.locator(f'input[name=q1][value="{answer}"]').check()
        if answer == "nej":
            if not page.locator("textarea[name=q2]").count():
                page.locator("form button.button[value=next]").click()
            page.locator("textarea[name=q2]").fill("Det är mörkt")
        page.locator("form button.button[value=next]").click()
        page.locator("form button.button[value=send]").click()
        expect(page.locator("#receipt")).to_be_visible()
    with server.sessions() as session:
        kept = session.execute(select(Response.language, Response.answers)).all()
    assert sorted((language, answers["q1"]) for language, answers in kept) == [("en", "ja"), ("sv", "nej")]


def test_a_rule_and_options_that_depend_on_an_answer_are_made_by_keyboard_on_a_phone(
    open_page: OpenPage, server: LiveServer, draft: str
) -> None:
    page = sign_in(open_page(**PHONE), server)
    page.goto(f"{draft}/questions/Q9")
    reach(page, page.locator("#ask_must"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**ask_must=Q9#must")
    reach(page, page.locator("#must-1-relation"))
    page.keyboard.type("has at least")
    write(page, page.locator("#must-1-value"), "2")
    write(page, page.locator("#must_text"), "Välj minst två.")
    expect(page.locator("[data-saved]")).to_contain_text("Saved ")
    reach(page, page.locator("#ask_narrow"))
    page.keyboard.type("Har du det senaste")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**ask_narrow=Q6#narrow")
    reach(page, page.locator("#narrow-1-for-police"))
    page.keyboard.type("Ofta")
    press(page, "Save and go back")
    page.wait_for_url("**#q-Q9")
    made = find_question(now_of(server), "Q9")
    assert (made.must, made.must_text["sv"]) == (Counted("Q9", ">=", 2), "Välj minst två.")
    assert made.narrowed == (Narrowing("Q6", "Q6"),)
    assert {one.id: dict(one.tags) for one in made.options if one.tags} == {"police": {"Q6": "often"}}


def test_what_is_written_is_kept_a_second_after_the_last_key(page: Page, server: LiveServer, draft: str) -> None:
    sign_in(page, server).goto(f"{draft}/questions/Q6")
    page.locator("#text").fill("Har du undvikit platser?")
    expect(page.locator("[data-saved]")).to_have_text("")
    expect(page.locator("[data-saved]")).to_contain_text("Saved ")
    expect(page.locator("[data-series]")).to_contain_text("is worded in another way than before.")
    page.get_by_role("button", name="Add an option").click()
    page.keyboard.type("Hela tiden")
    page.locator("#hint").fill("Tänk efter")
    expect(page.locator("[data-saved]")).to_contain_text("Saved ")
    page.locator("input[name=option_text]").last.fill("Nästan hela tiden")
    expect(page.locator("[data-saved]")).to_have_text("")
    expect(page.locator("[data-saved]")).to_contain_text("Saved ")
    made = find_question(now_of(server), "Q6")
    assert (made.text["sv"], made.text["ar"][:2]) == ("Har du undvikit platser?", "هل")
    assert [(one.id, one.text["sv"]) for one in made.options][3:] == [("hela_tiden", "Nästan hela tiden")]


def test_what_was_just_written_is_not_lost_by_leaving_at_once(page: Page, server: LiveServer, draft: str) -> None:
    sign_in(page, server).goto(f"{draft}/questions/Q6")
    page.locator("#text").fill("Har du undvikit platser?")
    page.goto(draft)
    page.wait_for_timeout(500)
    assert find_question(now_of(server), "Q6").text["sv"] == "Har du undvikit platser?"


def test_what_can_not_be_kept_stays_in_the_form_and_is_said(page: Page, server: LiveServer, draft: str) -> None:
    sign_in(page, server).goto(f"{draft}/questions/Q9")
    page.locator("#maximum").fill("tre")
    expect(page.locator("[data-saved]")).to_have_text("Not saved yet: Write a number, as 3.")
    page.locator("#maximum").fill("2")
    expect(page.locator("[data-saved]")).to_contain_text("Saved ")
    page.context.set_offline(True)
    page.locator("#maximum").fill("1")
    expect(page.locator("[data-saved]")).to_contain_text("there is no connection")
    page.context.set_offline(False)
    expect(page.locator("[data-saved]")).to_contain_text("Saved ", timeout=15_000)
    assert find_question(now_of(server), "Q9").maximum == 1


@both_ways
def test_two_editors_of_one_question_choose_between_both(
    open_page: OpenPage, server: LiveServer, draft: str, script: bool
) -> None:
    page = sign_in(open_page(java_script_enabled=script), server)
    page.goto(f"{draft}/questions/Q6")
    by_somebody_else(server, lambda one: set_text(one, "Q6", "sv", "Deras fråga?"))
    page.locator("#text").fill("Min fråga?")
    if not script:
        page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("h1")).to_have_text("Somebody else has changed the question")
    expect(page.locator("td", has_text="Deras fråga?")).to_be_visible()
    expect(page.locator("td", has_text="Min fråga?")).to_be_visible()
    assert find_question(now_of(server), "Q6").text["sv"] == "Deras fråga?"
    page.get_by_role("button", name="Keep mine").click()
    page.wait_for_url("**/questions/Q6")
    assert find_question(now_of(server), "Q6").text["sv"] == "Min fråga?"


def test_two_editors_of_one_question_who_write_different_things_are_both_right(
    page: Page, server: LiveServer, draft: str
) -> None:
    sign_in(page, server).goto(f"{draft}/questions/Q6")
    by_somebody_else(server, lambda one: set_text(one, "Q6", "en", "Their translation?"))
    page.locator("#text").fill("Min fråga?")
    expect(page.locator("[data-saved]")).to_contain_text("Saved ")
    by_somebody_else(server, lambda one: change_question(one, "Q6", shuffle=True))
    page.locator("#hint").fill("Mitt tips")
    expect(page.locator("[data-saved]")).to_contain_text("Load the page again")
    made = find_question(now_of(server), "Q6")
    assert (made.text["sv"], made.text["en"], made.shuffle) == ("Min fråga?", "Their translation?", True)


def test_two_editors_of_different_questions_do_not_notice_each_other(
    page: Page, server: LiveServer, draft: str
) -> None:
    sign_in(page, server).goto(f"{draft}/questions/Q6")
    by_somebody_else(server, lambda one: set_text(one, "Q7", "sv", "Deras fråga?"))
    page.locator("#text").fill("Min fråga?")
    expect(page.locator("[data-saved]")).to_contain_text("Saved ")
    texts = {one.text["sv"] for one in now_of(server).questions()}
    assert {"Min fråga?", "Deras fråga?"} <= texts


def test_a_question_is_moved_by_keyboard_again_and_again(page: Page, server: LiveServer, draft: str) -> None:
    sign_in(page, server).goto(draft)
    reach(page, page.locator('button[value="question:Q1:1"]'))
    for place in (1, 2, 3):
        page.keyboard.press("Enter")
        expect(page.locator(".flashes")).to_contain_text(f"is now number {place} in “Din upplevelse”")
        expect(page.locator('button[value="question:Q1:1"]')).to_be_focused()
    assert [one.id for one in now_of(server).sections[1].questions][:3] == ["Q2", "Q3", "Q1"]


def test_a_question_is_dragged_into_another_section(open_page: OpenPage, server: LiveServer, draft: str) -> None:
    page = sign_in(open_page(viewport={"width": 1280, "height": 2400}), server)
    page.goto(draft)
    page.locator("#q-B1 .grip").drag_to(page.locator("#q-Q2 .outline-text"), target_position={"x": 5, "y": 2})
    expect(page.locator(".flashes")).to_contain_text("is now number 1 in “Din upplevelse”")
    assert now_of(server).sections[1].questions[0].id == "B1"


@pytest.mark.parametrize(("language", "width"), [("sv", 360), ("en", 1280)])
def test_every_page_is_accessible_and_fits_the_window(
    page: Page, server: LiveServer, draft: str, axe: Callable[[Page], list[str]], language: str
) -> None:
    by_somebody_else(server, _troubled)
    sign_in(page, server, language)
    home = draft.rpartition("/")[0]
    rest = ("", "/about", "/publish", "/discard", "/bank", "/questions/Q1", "/questions/Q7?ask=Q6", "/questions/B1")
    more = (
        "/questions/Q9?ask_must=Q9&ask_narrow=Q6",
        "/questions/Q6/remove",
        "/questions/Q8/bank",
        "/sections/about?ask=Q6",
        "/preview/sv",
        "/preview/ar",
    )
    alone = (home, f"{home}/new", f"{home}/import", f"{home}/bank", f"{home}/versions/1")
    for address in (*alone, *(draft + one for one in (*rest, *more))):
        page.goto(address)
        assert axe(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), address


def _troubled(questionnaire: Questionnaire) -> Questionnaire:
    """Something to mend, a series in question and one that ends, a condition."""
    worded = set_text(questionnaire, "Q6", "sv", "Har du undvikit platser?")
    conditional = change_question(worded, "B1", show_if=Chosen("Q6", ("often",)), options=())
    return set_text(conditional, "Q8", "en", "")


@on_phone_and_desk
def test_the_page_with_both_versions_is_accessible_and_fits_the_window(
    open_page: OpenPage, server: LiveServer, draft: str, axe: Callable[[Page], list[str]]
) -> None:
    page = sign_in(open_page(), server)
    page.goto(f"{draft}/questions/Q6")
    by_somebody_else(server, lambda one: set_text(one, "Q6", "sv", "Deras fråga?"))
    page.locator("#text").fill("Min fråga?")
    expect(page.locator("h1")).to_have_text("Somebody else has changed the question")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_preview_is_tried_page_by_page_with_script(page: Page, server: LiveServer, draft: str) -> None:
    by_somebody_else(server, lambda one: change_question(one, "Q7", show_if=Chosen("Q6", ("often",))))
    sign_in(page, server).goto(f"{draft}/preview/en")
    page.locator('input[name=Q0][value="elsewhere"]').check()
    page.locator("input[name=Q1_a]").first.check()
    page.locator("input[name=Q1_b]").first.check()
    page.locator("form button.button[value=next]").click()
    expect(page.locator("input[name=Q7]")).to_have_count(0)
    page.locator('input[name=Q6][value="often"]').check()
    expect(page.locator("input[name=Q7]").first).to_be_visible()
    with server.sessions() as session:
        assert session.scalar(select(Response.id)) is None
        assert draft_of(session, "trygghet") is not None

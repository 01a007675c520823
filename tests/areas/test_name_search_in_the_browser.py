"""Searching a place by its name in the report form: by keyboard, by pointer, without script, in three languages."""

import pytest
from playwright.sync_api import Page, Request, Route, expect

from dialog.areas.names.actions import replace_names
from dialog.areas.names.joining import LANDMARK, STREET, Spot
from dialog.areas.queries import find_area
from dialog.geography.points import Point
from tests.browsers import OpenPage
from tests.factories import make_round
from tests.servers import LiveServer

NARROWEST = 320  # CSS pixels
SEND = """(sent) => {
    const form = Object.assign(document.createElement("form"), { method: "post" });
    for (const [name, value] of Object.entries(sent)) {
        form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
    document.body.append(form);
    form.submit();
}"""


@pytest.fixture
def report(live_server: LiveServer) -> str:
    """The address of a report form where three names can be found, without the language."""
    with live_server.sessions.begin() as session:
        make_round(session)
        north, south = find_area(session, "north").id, find_area(session, "south").id
        spots = [
            Spot(STREET, {"sv": "Kvarngatan", "ar": "شارع كفارنغاتان"}, (), Point(59.05, 15.05), north),
            Spot(STREET, {"sv": "Kvarngatan"}, (), Point(59.05, 15.15), south),
            Spot(LANDMARK, {"sv": "Kvarnparken", "ar": "حديقة كفارن"}, (), Point(59.06, 15.05), north),
        ]
        replace_names(session, source="test", spots=spots, gap=0)
    return f"{live_server.url}/{{}}/report"


def listen(page: Page) -> None:
    """Note what the form tells other scripts."""
    page.evaluate("""() => {
        window.told = [];
        const form = document.querySelector("#q").form;
        form.addEventListener("dialog:named", (event) => told.push(event.detail));
    }""")


def search_field(page: Page):
    return page.locator("#q")


def options(page: Page):
    return page.locator("#q-found [role=option]")


def named(page: Page) -> str:
    return page.evaluate("new FormData(document.querySelector('#q').form).get('named') ?? ''")


def test_a_name_is_found_and_chosen_by_keyboard_alone(page, report):
    page.goto(report.format("sv"))
    listen(page)
    field = search_field(page)
    field.focus()
    page.keyboard.type("kvarngtan")
    expect(options(page)).to_have_count(2)
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "q-found-0")
    page.keyboard.press("ArrowDown")
    expect(options(page).nth(1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_have_attribute("aria-activedescendant", "q-found-1")
    page.keyboard.press("Enter")
    expect(field).to_have_value("Kvarngatan")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_be_focused()
    expect(page.locator("[data-search-said]").first).to_contain_text("Kvarngatan")
    assert named(page) == "2"
    assert page.evaluate("told") == [{"field": "named", "id": 2, "name": "Kvarngatan", "lat": 59.05, "lon": 15.15}]


def test_namesakes_are_told_apart_by_their_area_and_how_many_there_are_is_said(page, report):
    page.goto(report.format("en"))
    search_field(page).press_sequentially("kvarn")
    expect(options(page)).to_have_count(3)
    expect(page.locator("[data-search-said]").first).to_have_text("3 names were found.")
    texts = options(page).all_inner_texts()
    assert any("Norrby" in one for one in texts) and any("Söderby" in one for one in texts)


def test_escape_closes_the_list_and_nothing_is_chosen(page, report):
    page.goto(report.format("sv"))
    search_field(page).press_sequentially("kvarn")
    expect(options(page)).to_have_count(3)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator("#q-found")).to_be_hidden()
    assert named(page) == ""
    assert search_field(page).input_value() == "kvarn"


def test_a_choice_can_be_taken_back(page, report):
    page.goto(report.format("sv"))
    listen(page)
    search_field(page).press_sequentially("kvarnp")
    options(page).first.click()
    assert named(page) == "3"
    page.locator("[data-search-remove]").first.click()
    assert (named(page), search_field(page).input_value()) == ("", "")
    assert page.evaluate("told.map((one) => one.id)") == [3, ""]
    expect(search_field(page)).to_be_focused()


def test_writing_on_takes_the_choice_back(page, report):
    page.goto(report.format("sv"))
    search_field(page).press_sequentially("kvarnp")
    options(page).first.click()
    search_field(page).press_sequentially("x")
    assert named(page) == ""


def test_only_the_answer_to_the_latest_question_counts(page, report):
    page.goto(report.format("sv"))
    waiting: list[Route] = []
    page.route("**/places.json", lambda route: waiting.append(route) if not waiting else route.continue_())
    search_field(page).press_sequentially("kvarng")
    page.wait_for_timeout(400)
    search_field(page).fill("kvarnparken")
    expect(options(page)).to_have_count(1)
    waiting[0].continue_()
    page.wait_for_timeout(200)
    expect(options(page)).to_have_count(1)


def test_what_is_looked_for_stands_in_no_address(page, report):
    asked: list[Request] = []
    page.on("request", lambda one: asked.append(one))
    page.goto(report.format("sv"))
    search_field(page).press_sequentially("kvarn")
    expect(options(page)).to_have_count(3)
    assert [one.method for one in asked if "places.json" in one.url] == ["POST"]
    assert not any("kvarn" in one.url for one in asked)


def test_when_names_can_not_be_looked_up_the_page_says_so(page, report):
    page.goto(report.format("en"))
    page.route("**/places.json", lambda route: route.abort())
    search_field(page).press_sequentially("kvarn")
    expect(page.locator("[data-search-said]").first).to_contain_text("can't be looked up right now")


def test_in_arabic_names_are_found_as_arabic_writes_them(page, report):
    page.goto(report.format("ar"))
    search_field(page).press_sequentially("حديقه")
    expect(options(page)).to_have_count(1)
    expect(options(page).first.locator("bdi").first).to_have_text("حديقة كفارن")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert named(page) == "3"


@pytest.mark.parametrize("language", ["sv", "en", "ar"])
def test_the_list_is_accessible_and_fits_the_narrowest_screen(open_page: OpenPage, report, axe, language):
    page = open_page(viewport={"width": NARROWEST, "height": 800})
    page.goto(report.format(language))
    search_field(page).press_sequentially("kvarn")
    expect(options(page)).to_have_count(3)
    page.keyboard.press("ArrowDown")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST
    assert all(box["height"] >= 44 for box in (one.bounding_box() for one in options(page).all()) if box)
    options(page).first.click()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST


@pytest.mark.parametrize("language", ["sv", "ar"])
def test_without_script_the_button_finds_names_to_choose_from(open_page: OpenPage, report, axe, language):
    page = open_page(java_script_enabled=False)
    page.goto(report.format(language))
    page.locator("#words").fill("Vid dammen")
    search_field(page).fill("kvarngtan")
    page.locator("button[name=do][value=search]").first.click()
    expect(page.locator("input[type=radio][name=named]")).to_have_count(3)
    assert page.locator("#words").input_value() == "Vid dammen"
    assert search_field(page).input_value() == "kvarngtan"
    page.locator("input[type=radio][name=named][value='2']").check()
    page.locator("button[name=do][value=search]").first.click()
    expect(page.locator("input[type=radio][name=named][value='2']")).to_be_checked()


def test_a_choice_made_without_script_stands_when_script_runs_again(page, report):
    page.goto(report.format("sv"))
    form = page.evaluate("Object.fromEntries(new FormData(document.querySelector('#q').form))")
    sent = {name: value for name, value in form.items() if isinstance(value, str)} | {
        "q": "Kvarngatan",
        "named": "2",
        "do": "search",
    }
    page.evaluate(SEND, sent)
    expect(page.locator("[data-search-chosen]").first).to_be_visible()
    expect(page.locator("[data-search-said]").first).to_contain_text("Kvarngatan")
    assert named(page) == "2"
    assert page.locator("input[type=radio][name=named]").count() == 0

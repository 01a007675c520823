"""A dialogue whose answers lead from question to question, in a real browser."""

from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from dialog.survey.actions import keep_questionnaire
from dialog.survey.models import Response
from tests.browsers import OpenPage
from tests.factories import make_round
from tests.servers import LiveServer
from tests.survey.walks import WALKS

PHONE = {"viewport": {"width": 360, "height": 740}}


@pytest.fixture
def url(live_server: LiveServer) -> str:
    """The address of a dialogue about walks."""
    with live_server.sessions.begin() as session:
        asked = keep_questionnaire(session, WALKS)
        days: Any = {"opens_on": date.today(), "closes_on": date.today() + timedelta(days=20)}
        make_round(session, slug="ut", questionnaire=asked, **days)
    return f"{live_server.url}/sv/dialogue/ut"


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def page(request: pytest.FixtureRequest, open_page: OpenPage) -> Page:
    return open_page(**PHONE, java_script_enabled=request.param)


def press(page: Page, button: str) -> None:
    page.locator(f"main form button.button[value={button}]").click()


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f'input[name="{name}"][value="{value}"]:not([type=hidden])').check()


def test_a_dialogue_is_answered_page_by_page(page: Page, url: str, live_server: LiveServer) -> None:
    page.goto(url)
    choose(page, "out", "yes")
    if not page.locator('input[name="when"]').count():
        press(page, "next")
    choose(page, "when", "night")
    press(page, "next")
    choose(page, "town", "a")
    press(page, "next")
    choose(page, "street", "a1")
    press(page, "next")
    press(page, "send")
    expect(page.locator("#receipt")).to_be_visible()
    with live_server.sessions() as session:
        assert session.scalars(select(Response.answers)).one() == {
            "out": "yes",
            "when": "night",
            "town": "a",
            "street": "a1",
        }


def test_a_double_tap_turns_one_page(open_page: OpenPage, url: str) -> None:
    page = open_page(**PHONE)
    sent = []
    page.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    page.goto(url)
    choose(page, "out", "no")
    page.locator("main form button.button[value=next]").dblclick()
    expect(page.locator("[name=page]")).to_have_value("inside")
    assert len(sent) == 1
    page.go_back()
    expect(page.locator("[name=page]")).to_have_value("first")


def test_with_script_a_question_appears_with_the_answer_that_leads_to_it_and_goes_with_it(
    open_page: OpenPage, url: str
) -> None:
    page = open_page(**PHONE)
    page.goto(url)
    expect(page.locator('input[name="when"]')).to_have_count(0)
    choose(page, "out", "yes")
    choose(page, "when", "night")
    choose(page, "out", "no")
    expect(page.locator('input[name="when"]')).to_have_count(0)
    choose(page, "out", "yes")
    expect(page.locator('input[name="when"][value="night"]')).to_be_checked()


def test_with_script_the_browsers_own_way_back_keeps_what_was_answered_later(open_page: OpenPage, url: str) -> None:
    page = open_page(**PHONE)
    page.goto(url)
    choose(page, "out", "no")
    press(page, "next")
    page.locator('textarea[name="why"]').fill("Mörkt i tunneln")
    press(page, "next")
    expect(page.locator("#part-where")).to_be_focused()
    page.go_back()
    expect(page.locator('textarea[name="why"]')).to_have_value("Mörkt i tunneln")
    page.go_back()
    expect(page.locator('input[name="out"][value="no"]')).to_be_checked()
    press(page, "next")
    expect(page.locator('textarea[name="why"]')).to_have_value("Mörkt i tunneln")


def test_with_script_by_keyboard_alone(open_page: OpenPage, url: str) -> None:
    page = open_page(**PHONE)
    page.goto(url)
    page.locator('input[name="out"]').first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator("#part-where")).to_be_focused()


def test_a_mistake_is_told_and_takes_the_focus(page: Page, url: str) -> None:
    page.goto(url)
    press(page, "next")
    expect(page.locator(".error-summary")).to_be_focused()
    expect(page.locator('.error-summary a[href="#out"]')).to_be_visible()


def test_it_is_within_reach_for_everybody(open_page: OpenPage, axe: Any, url: str) -> None:
    page = open_page(**PHONE)
    page.goto(url)
    choose(page, "out", "yes")
    assert axe(page) == []

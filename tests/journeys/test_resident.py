"""A resident's ways through the house, in a real browser."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import func, select

from dialog.places.models import ExactPoint, Report
from dialog.survey.models import Response
from dialog.texts.models import Text
from tests.browsers import OpenPage, on_phone_and_desk
from tests.factories import make_round
from tests.servers import LiveServer

PHONE = {"viewport": {"width": 360, "height": 740}}
CODE = r"^\d{4}( \d{4}){4}$"


@pytest.fixture
def url(live_server: LiveServer) -> str:
    """The address of a house with one open round."""
    with live_server.sessions.begin() as session:
        make_round(session, opens_on=date.today(), closes_on=date.today() + timedelta(days=20))
    return live_server.url


def test_in_arabic_on_a_phone_without_script_a_resident_answers_and_reports(
    open_page: OpenPage, url: str, live_server: LiveServer
) -> None:
    page = open_page(**PHONE, java_script_enabled=False, locale="ar")
    page.goto(url)
    expect(page).to_have_url(f"{url}/ar/")
    page.locator("main a.button-main").click()
    page.get_by_label("نوربي").first.check()
    for row in ("Q1_a", "Q1_b"):
        page.locator(f'input[name="{row}"][value="fairly_unsafe"]').check()
    page.locator('textarea[name="Q3_text"]').fill("الإنارة معطلة خلف المدرسة")
    page.locator("main form button").last.click()
    expect(page.locator("#receipt")).to_have_text(page_code())

    page.goto(f"{url}/ar/report")
    page.locator('input[name="feeling"][value="unsafe"]').check()
    page.locator('input[name="area"][value="south"]').check()
    page.locator('textarea[name="words"]').fill("تحت الجسر")
    page.locator("main form button").last.click()
    expect(page.locator("#receipt")).to_have_text(page_code())
    with live_server.sessions() as session:
        assert session.scalars(select(Response.language)).one() == "ar"
        assert session.scalars(select(Report.placed_by)).one() == "area"
        assert session.scalar(select(func.count()).select_from(Text)) == 2


def test_what_is_missing_takes_the_focus_and_links_to_its_field(open_page: OpenPage, url: str) -> None:
    page = open_page(**PHONE)
    page.goto(f"{url}/sv/dialogue/trygg")
    page.locator('textarea[name="Q3_text"]').fill("det jag skrev")
    page.locator("main form button").last.click()
    summary = page.locator('[role="alert"]')
    expect(summary).to_be_focused()
    summary.locator("a").first.click()
    expect(page.locator("#Q0")).to_be_focused()
    expect(page.locator('textarea[name="Q3_text"]')).to_have_value("det jag skrev")


def test_with_a_pin_on_the_map_a_resident_reports_an_unsafe_and_a_safe_place(
    open_page: OpenPage, url: str, live_server: LiveServer
) -> None:
    page = open_page()
    page.goto(f"{url}/sv/report")
    page.locator("[data-map-open]").click()
    canvas = page.locator("[data-map-canvas]")
    canvas.click(position={"x": 200, "y": 150})
    expect(page.locator("[data-map-said]")).not_to_be_empty()
    send_as(page, "unsafe")

    page.goto(f"{url}/sv/report")
    page.locator("[data-map-open]").press("Enter")
    expect(canvas).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(page.locator("[data-map-said]")).not_to_be_empty()
    send_as(page, "safe")
    with live_server.sessions() as session:
        assert {answers["feeling"] for answers in session.scalars(select(Report.answers))} == {"unsafe", "safe"}
        assert session.scalar(select(func.count()).select_from(ExactPoint)) == 2
        assert None not in session.scalars(select(Report.area_id)).all()


def send_as(page: Page, feeling: str) -> None:
    """From the first step of a report on."""
    page.locator("[data-next]").click()
    page.locator(f'input[name="feeling"][value="{feeling}"]').check()
    page.locator("[data-send-now]").click()
    expect(page.locator("#receipt")).to_have_text(page_code())


def test_the_map_can_be_left_with_the_keyboard(page: Page, url: str) -> None:
    page.goto(f"{url}/sv/report")
    page.locator("[data-map-open]").press("Enter")
    expect(page.locator("[data-map-canvas]")).to_be_focused()
    for _ in range(6):
        page.keyboard.press("Tab")
    assert not page.evaluate("document.querySelector('[data-map]').contains(document.activeElement)")


@on_phone_and_desk
@pytest.mark.parametrize("path", ["dialogue/trygg", "report"])
def test_a_form_is_filled_in_and_sent_with_the_keyboard_alone(page: Page, url: str, path: str) -> None:
    page.goto(f"{url}/sv/{path}")
    chosen: set[str] = set()
    for _ in range(250):
        page.keyboard.press("Tab")
        name, kind, leads_on = page.evaluate(
            "(({name, type, dataset}) => [name || '', type || '', 'next' in dataset])(document.activeElement)"
        )
        if leads_on:
            page.keyboard.press("Enter")
        elif kind == "submit" and not name and not page.evaluate("'sendNow' in document.activeElement.dataset"):
            break
        elif kind in ("radio", "checkbox") and name not in chosen:
            page.keyboard.press("Space")
        elif kind == "textarea":
            page.keyboard.type("skrivet")
        chosen.add(name)
    page.keyboard.press("Enter")
    expect(page.locator("#receipt")).to_have_text(page_code())


@pytest.mark.parametrize(("language", "width"), [("sv", 1280), ("en", 360), ("ar", 360), ("ar", 1280)])
def test_no_page_of_a_resident_has_a_fault_that_axe_finds(
    page: Page, url: str, language: str, axe: Callable[[Page], list[str]]
) -> None:
    found = []
    for path in ("", "dialogue/trygg", "report", "receipt", "privacy", "pictures/", "nothing"):
        page.goto(f"{url}/{language}/{path}")
        found += [f"{path}: {fault}" for fault in axe(page)]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} scrolls sideways"
        if path in ("dialogue/trygg", "receipt"):
            with page.expect_navigation(wait_until="load"):
                page.locator("main form button").last.click()
            found += [f"{path} with mistakes: {fault}" for fault in axe(page)]
    assert found == []


@pytest.mark.parametrize("path", ["dialogue/trygg", "report"])
def test_at_320_pixels_with_wide_spacing_nothing_is_cut_off(open_page: OpenPage, url: str, path: str) -> None:
    page = open_page(viewport={"width": 320, "height": 700}, bypass_csp=True)
    page.goto(f"{url}/sv/{path}")
    page.add_style_tag(
        content="* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important}"
    )
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 1


def page_code() -> re.Pattern[str]:
    return re.compile(CODE)

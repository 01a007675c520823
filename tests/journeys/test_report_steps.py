"""The report form one step at a time, in a real browser."""

import gzip
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Page, Request, expect
from sqlalchemy import func, select

from dialog.places.models import Report
from dialog.texts.models import Photo
from tests.browsers import OpenPage, on_phone_and_desk
from tests.factories import make_round
from tests.journeys.test_report_ways import CODE, finish_with_keys, tab_to
from tests.servers import LiveServer

PHONE = {"viewport": {"width": 360, "height": 740}}
STEPS = range(1, 6)
LIGHTEST_LINE = 50 * 1024  # bytes, compressed: what the page and all that it fetches may weigh


@pytest.fixture
def url(live_server: LiveServer) -> str:
    with live_server.sessions.begin() as session:
        make_round(session, opens_on=date.today(), closes_on=date.today() + timedelta(days=20))
    return live_server.url


def is_at(page: Page, step: int) -> None:
    for number in STEPS:
        expect(page.locator(f"#step-{number}")).to_be_visible(visible=number == step)


def go_on(page: Page) -> None:
    page.locator("[data-next]").click()


def answers(server: LiveServer) -> dict[str, object]:
    with server.sessions() as session:
        return session.scalars(select(Report.answers)).one()


@on_phone_and_desk
def test_each_step_takes_the_focus_and_the_browsers_back_leads_through_them(page: Page, url: str) -> None:
    page.goto(f"{url}/sv/report")
    is_at(page, 1)
    page.locator("#words").fill("Vid ån")
    for step in (2, 3, 4, 5):
        go_on(page)
        if step == 3:
            page.locator('[name="feeling"][value="unsafe"]').check()
            go_on(page)
        is_at(page, step)
        expect(page.locator(f"#step-{step}")).to_be_focused()
    assert page.url == f"{url}/sv/report"
    page.go_back()
    is_at(page, 4)
    page.locator("[data-back]").click()
    is_at(page, 3)
    page.go_forward()
    is_at(page, 4)
    expect(page.locator("#words")).to_have_value("Vid ån")


def test_what_is_needed_is_asked_for_in_the_servers_own_words_before_going_on(open_page: OpenPage, url: str) -> None:
    page, plain = open_page(), open_page(java_script_enabled=False)
    plain.goto(f"{url}/sv/report")
    plain.locator("main form button").last.click()
    no_place, no_feeling = plain.locator(".error-summary li").all_text_contents()
    page.goto(f"{url}/sv/report")
    go_on(page)
    expect(page.locator(".is-wrong .error")).to_contain_text(no_place)
    is_at(page, 1)
    page.locator("#words").fill("Vid ån")
    go_on(page)
    go_on(page)
    is_at(page, 2)
    expect(page.locator(".is-wrong .error")).to_contain_text(no_feeling)
    expect(page.locator('[name="feeling"]').first).to_be_focused()


def test_both_ends_of_a_way_are_needed(page: Page, url: str) -> None:
    page.goto(f"{url}/sv/report")
    page.locator('[name="shape"][value="way"]').check(force=True)
    page.locator("#words").fill("Skolan")
    go_on(page)
    expect(page.locator('[data-place="0"].is-wrong .error')).to_be_visible()
    page.locator("#to_words").fill("Torget")
    go_on(page)
    is_at(page, 2)


def test_enter_leads_on_and_sends_nothing_too_early(page: Page, url: str, live_server: LiveServer) -> None:
    page.goto(f"{url}/sv/report")
    page.get_by_label("Norrby").first.check()
    page.keyboard.press("Enter")
    is_at(page, 2)
    page.locator('[name="feeling"][value="safe"]').check()
    for step in (3, 4, 5):
        page.keyboard.press("Enter")
        is_at(page, step)
        page.locator("[data-step]:not([hidden]) input:visible").first.focus()
    page.keyboard.press("Enter")
    is_at(page, 5)
    with live_server.sessions() as session:
        assert session.scalar(select(func.count()).select_from(Report)) == 0


def test_causes_are_asked_where_it_is_unsafe_and_strengths_where_it_is_safe(
    page: Page, url: str, live_server: LiveServer
) -> None:
    page.goto(f"{url}/sv/report")
    page.get_by_label("Norrby").first.check()
    go_on(page)
    shown = {"unsafe": ("causes",), "both": ("causes", "strengths"), "safe": ("strengths",)}
    for feeling, asked in shown.items():
        page.locator(f'[name="feeling"][value="{feeling}"]').check()
        go_on(page)
        for name in ("causes", "strengths"):
            expect(page.locator(f"#{name}")).to_be_visible(visible=name in asked)
        if feeling == "unsafe":
            page.locator("#causes").check()
        page.go_back()
    page.locator("[data-send-now]").click()
    expect(page.locator("#receipt")).to_have_text(CODE)
    assert answers(live_server) == {"feeling": "safe"}  # a cause that was ticked before is no longer asked for


def test_what_the_server_finds_wrong_opens_its_step(page: Page, url: str) -> None:
    page.goto(f"{url}/sv/report")
    page.get_by_label("Norrby").first.check()
    go_on(page)
    page.locator('[name="feeling"][value="unsafe"]').check()
    page.evaluate("document.querySelector('#causes').value = 'dragons'")
    go_on(page)
    page.locator("#causes").check()
    page.locator("[data-send-now]").click()
    expect(page.locator(".error-summary")).to_be_focused()
    is_at(page, 3)
    page.go_back()
    is_at(page, 1)
    page.locator(".error-summary a").click()
    is_at(page, 3)
    expect(page.locator("#causes")).to_be_focused()
    assert page.url == f"{url}/sv/report"


def test_a_photo_that_is_too_large_is_said_before_it_is_sent(page: Page, url: str, live_server: LiveServer) -> None:
    page.goto(f"{url}/sv/report")
    page.locator("#words").fill("Vid ån")
    go_on(page)
    page.locator('[name="feeling"][value="unsafe"]').check()
    for _ in range(3):
        go_on(page)
    page.locator("#photo").set_input_files({"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"x" * 12_600_000})
    page.locator("[data-send] button").click()
    expect(page.locator(".is-wrong .error")).to_contain_text("12 MB")
    file = BytesIO()
    Image.new("RGB", (320, 240), "green").save(file, "JPEG")
    page.locator("#photo").set_input_files({"name": "a.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()})
    page.locator("[data-send] button").click()
    expect(page.locator("#receipt")).to_have_text(CODE)
    with live_server.sessions() as session:
        assert session.scalar(select(func.count()).select_from(Photo)) == 1


def test_in_arabic_on_a_phone_all_steps_are_taken_with_the_keyboard_alone(
    open_page: OpenPage, url: str, live_server: LiveServer
) -> None:
    page = open_page(**PHONE, locale="ar")
    page.goto(f"{url}/ar/report")
    tab_to(page, "words")
    page.keyboard.type("تحت الجسر")
    page.locator("[data-next]").press("Enter")
    for name, key in (("feeling", "Space"), ("causes", "Space"), ("times", "Space")):
        tab_to(page, name)
        page.keyboard.press(key)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
            f"the step of {name} scrolls sideways"
        )
        page.locator("[data-next]").press("Enter")
    is_at(page, 5)
    tab_to(page, "what")
    page.keyboard.type("الإنارة معطلة")
    page.locator("[data-send] button").press("Enter")
    expect(page.locator("#receipt")).to_have_text(CODE)
    assert answers(live_server) == {"feeling": "unsafe", "causes": ["lighting"], "times": ["morning"]}


@on_phone_and_desk
@pytest.mark.parametrize("language", ["sv", "ar"])
def test_no_step_has_a_fault_that_axe_finds(
    page: Page, url: str, language: str, axe: Callable[[Page], list[str]]
) -> None:
    page.goto(f"{url}/{language}/report")
    found = []
    for shape in ("place", "places", "way"):
        page.locator(f'[name="shape"][value="{shape}"]').check(force=True)
        found += [f"step 1, {shape}: {fault}" for fault in axe(page)]
    page.locator('[name="shape"][value="place"]').check(force=True)
    go_on(page)
    found += [f"step 1 with nothing said: {fault}" for fault in axe(page)]
    page.locator("#words").fill("Vid ån")
    go_on(page)
    page.locator('[name="feeling"][value="both"]').check()
    for step in (2, 3, 4, 5):
        is_at(page, step)
        found += [f"step {step}: {fault}" for fault in axe(page)]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"step {step} scrolls sideways"
        if step < 5:
            go_on(page)
    assert found == []


def test_the_page_is_light_and_asks_for_little(page: Page, url: str) -> None:
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    page.goto(f"{url}/sv/report", wait_until="networkidle")
    answered = [response for request in asked if (response := request.response())]
    weight = sum(len(gzip.compress(response.body())) for response in answered)
    assert len(asked) <= 6, [request.url for request in asked]
    assert weight <= LIGHTEST_LINE
    blocking = page.locator("head link[rel=stylesheet], head script:not([type=module]):not([async]):not([defer])")
    assert blocking.count() == 1


def test_only_a_place_and_a_feeling_are_needed(page: Page, url: str, live_server: LiveServer) -> None:
    page.goto(f"{url}/en/report")
    page.get_by_label("Norrby").first.check()
    finish_with_keys(page)
    assert answers(live_server) == {"feeling": "unsafe"}

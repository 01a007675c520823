"""A real browser. Whatever a test does in it, no page may reach another host, break the content policy or fail."""

import os
from collections.abc import Callable, Iterator
from shutil import which
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

ARGUMENTS = (
    "--no-sandbox",  # root, as in a container, can't have one
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
PHONE, DESK = 360, 1280  # CSS pixels wide

expect.set_options(timeout=30_000)  # milliseconds: a busy machine is slow, not wrong

OpenPage = Callable[..., Page]
on_phone_and_desk = pytest.mark.parametrize("width", [PHONE, DESK])


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or which("chromium-headless-shell") or which("chromium"),
            args=ARGUMENTS,
        )
        yield chromium
        chromium.close()


@pytest.fixture
def width() -> int:
    """How wide the window is; `@on_phone_and_desk` gives both."""
    return DESK


@pytest.fixture
def open_page(browser: Browser, width: int) -> Iterator[OpenPage]:
    """A window of its own: `open_page(java_script_enabled=False)`; options as playwright's new_context names them."""
    wrong: list[str] = []
    contexts = []

    def open_one(**options: Any) -> Page:
        chosen: dict[str, Any] = {"viewport": {"width": width, "height": 800}, "locale": "sv"} | options
        context = browser.new_context(**chosen)
        contexts.append(context)
        context.on("request", lambda request: _note_other_host(request, wrong))
        context.on("console", lambda message: _note_broken_policy(message, wrong))
        context.on("weberror", lambda error: wrong.append(f"script failed: {error.error}"))
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
    assert not wrong, "\n".join(wrong)


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    return open_page()


@pytest.fixture
def axe(request: pytest.FixtureRequest, width: int) -> Callable[[Page], list[str]]:
    """`axe(page)`: what axe-core finds wrong with the page (WCAG 2.2 A and AA, best practice); [] when all is well.

    Contrast takes longer than all else together: where a test runs on both widths, it is judged on the phone.
    """
    on_both = "width" in getattr(getattr(request.node, "callspec", None), "params", {})

    def violations(page: Page) -> list[str]:
        options = {"runOnly": {"type": "tag", "values": list(WCAG)}, "resultTypes": ["violations"]}
        options["rules"] = {
            "target-size": {"enabled": True},
            "color-contrast": {"enabled": not (on_both and width == DESK)},
        }
        found = Axe().run(page, options=options).response["violations"]
        return [f"{one['id']}: {one['help']}: {node['html'][:200]}" for one in found for node in one["nodes"]]

    return violations


def _note_other_host(request: Request, wrong: list[str]) -> None:
    """The browser finds no host but this machine. Only told of, not held up: it keeps its cache, as residents' do."""
    if urlsplit(request.url).hostname not in ("127.0.0.1", "localhost", None):
        wrong.append(f"{request.frame.url} asked another host for {request.url}")


def _note_broken_policy(message: ConsoleMessage, wrong: list[str]) -> None:
    if "Content Security Policy" in message.text:
        wrong.append(message.text)

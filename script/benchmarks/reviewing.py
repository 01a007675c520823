"""How quickly a reviewer gets through 200 texts with nothing but the keyboard, in Chromium, on a running Dialog.

    reviewing.py [ITEMS]     by default 200

The script builds the demonstration municipality in a folder of its own, adds texts as people write them until enough
wait, serves it on this machine, signs in, and works: it accepts, masks what is proposed, codes, sets aside and undoes,
as often as PLAN says. A decision takes from the key until the page of the next text listens to keys again. What it
measures is Dialog and the browser: reading a text and thinking about it take no time here.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from shutil import which

from playwright.sync_api import Page, sync_playwright
from sqlalchemy import func, select

from dialog.survey.actions import submit_response
from dialog.survey.models import OPEN, Round
from dialog.texts.models import NEW, Text
from tests.browsers import ARGUMENTS
from tests.servers import ROOT, LiveServer, environment_of, serving

ITEMS, SPARE = 200, 40
READY = "[data-key-hints]:not([hidden])"
PLAN = ("accept", "mask", "accept", "code", "accept", "aside", "accept", "mask", "code", "undo")
SAID = (
    ("sv", "Lampan vid gångvägen har varit trasig sedan i höstas, det är kolsvart vid tunneln."),
    ("sv", "Ring mig på 070-123 45 67 om ni vill veta mer om mopederna."),
    ("sv", "Skriv till karin.lind@example.se så visar jag var bilarna kör för fort."),
    ("en", "There is broken glass at the playground every weekend."),
    ("ar", "الإنارة معطلة في الممر خلف المدرسة منذ الخريف."),
    ("so", "Lampada ka dib dugsiga ayaa jabtay."),
    ("fa", "چراغ‌های پارک خاموش است و شب‌ها تاریک است."),
)


@contextmanager
def dialog(items: int) -> Iterator[LiveServer]:
    """The demonstration with at least so many texts waiting, served."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for command in (["db", "upgrade"], ["demo"]):
            whole = [sys.executable, "-m", "flask", "--app", "wsgi", *command]
            subprocess.run(whole, cwd=ROOT, env=environment_of(folder), check=True, capture_output=True)
        with serving(folder) as server:
            add_texts(server, items + SPARE)
            yield server


def add_texts(server: LiveServer, wanted: int) -> None:
    rnd = random.Random(1)
    with server.sessions.begin() as session:
        waiting = session.scalar(select(func.count()).select_from(Text).where(Text.status == NEW, ~Text.held)) or 0
        round = session.scalars(select(Round).where(Round.state == OPEN)).first()
        assert round is not None, "the demonstration has no open round"
        for number in range(wanted - waiting):
            tag, words = rnd.choice(SAID)
            texts = {"Q3_text": f"{words} ({number})"}
            same = {"round": round, "channel": "web", "area_id": None, "answers": {}, "on": date.today()}
            submit_response(session, language=tag, texts=texts, **same)


def sign_in(page: Page, server: LiveServer) -> None:
    passwords = json.loads((server.instance / "demo.json").read_text())
    page.goto(f"{server.url}/staff/sign-in?lang=sv")
    page.fill("[name=email]", "reviewer@demo.example")
    page.fill("[name=password]", passwords["reviewer@demo.example"])
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "sign-in" not in url)


class Reviewer:
    """Somebody at the keyboard, with a watch."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.took: dict[str, list[float]] = defaultdict(list)  # milliseconds, by what was done
        self.decided = 0

    def timed(self, what: str, step: Callable[[], None]) -> None:
        started = time.monotonic()
        step()
        self.took[what].append(1_000 * (time.monotonic() - started))

    def press(self, key: str) -> None:
        """A key that leads to a page, until that page listens."""
        with self.page.expect_navigation(wait_until="commit"):
            self.page.keyboard.press(key)
        self.page.wait_for_selector(READY)

    def decide(self, key: str, what: str) -> None:
        before = self.page.url
        self.timed(what, lambda: self.press(key))
        if self.page.url == before:  # held for a second person, or nothing comes next
            self.press("n")
        self.decided += 1

    def accept(self) -> None:
        self.decide("a", "accept")

    def aside(self) -> None:
        self.decide("x", "set aside")

    def mask(self) -> None:
        if self.page.locator("[data-hide-first]").count():
            self.timed("mask", lambda: self.press("m"))
        self.accept()

    def code(self) -> None:
        """Lighting, a problem: the codes are chosen and sent with keys, which accepts the text."""
        self.timed("code", self._choose_code)
        self.press("n")
        self.decided += 1

    def _choose_code(self) -> None:
        self.page.keyboard.press("c")
        self.page.keyboard.type("9b")
        self.page.keyboard.press("Enter")
        self.page.keyboard.press("Enter")
        self.page.keyboard.press("1")
        self.press("Enter")

    def undo(self) -> None:
        """Accept, think again, and accept once more."""
        self.accept()
        self.timed("undo", lambda: self.press("u"))
        self.decided -= 1
        self.accept()


def work(page: Page, server: LiveServer, items: int) -> Reviewer:
    reviewer = Reviewer(page)
    page.goto(f"{server.url}/staff/?kind=text")
    page.wait_for_selector(READY)
    reviewer.press("n")
    while reviewer.decided < items:
        getattr(reviewer, PLAN[reviewer.decided % len(PLAN)])()
    return reviewer


def told(name: str, times: list[float]) -> str:
    p95 = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    return f"reviewing, {name}: {len(times)} times, p50 {statistics.median(times):.0f} ms, p95 {p95:.0f} ms"


def main(items: int) -> None:
    chromium = os.environ.get("CHROMIUM") or which("chromium-headless-shell") or which("chromium")
    with dialog(items) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        page = browser.new_page(locale="sv")
        sign_in(page, server)
        started = time.monotonic()
        reviewer = work(page, server, items)
        minutes = (time.monotonic() - started) / 60
        browser.close()
    print(f"reviewing: {reviewer.decided} texts in {minutes:.1f} minutes, {reviewer.decided / minutes:.0f} a minute")
    for name, times in sorted(reviewer.took.items()):
        print(told(name, times))
    decisions = [one for name in ("accept", "set aside", "code") for one in reviewer.took[name]]
    print(told("all decisions", decisions))


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else ITEMS)

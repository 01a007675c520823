"""The first day of somebody new, on a phone: link, password, device, recovery code; none of it needs script."""

import re
from collections.abc import Callable

import cv2
import numpy as np
import pyotp
import pytest
from playwright.sync_api import Page

from dialog.accounts.actions import add_staff
from tests.browsers import PHONE, OpenPage
from tests.servers import LiveServer

PASSWORD, CHOSEN = "correct horse battery staple", "rätt häst batteri klammer"


@pytest.fixture
def width() -> int:
    return PHONE


def test_somebody_new_comes_in_by_link_password_and_device(live_server: LiveServer, open_page: OpenPage, axe) -> None:
    with live_server.sessions.begin() as session:
        add_staff(session, email="admin@x.example", name="Anna Vik", password=PASSWORD, roles=["admin"])
    link = add_somebody(open_page(java_script_enabled=False), live_server.url)
    page = open_page()  # with script, for axe
    page.goto(link)
    choose_password(page)
    assert page.url == f"{live_server.url}/staff/"
    page.goto(f"{live_server.url}/staff/account/")
    assert axe(page) == []
    papers = set_up_device(page, axe)
    again = open_page(java_script_enabled=False)
    sign_in(again, live_server.url, "li@x.example", CHOSEN)
    assert again.url == f"{live_server.url}/staff/sign-in/code"
    again.fill("#code", papers[0])
    send(again)
    assert again.url == f"{live_server.url}/staff/"


def add_somebody(page: Page, url: str) -> str:
    """An administrator does; the link."""
    sign_in(page, url, "admin@x.example", PASSWORD)
    page.click("a[href='/admin/staff/new']")
    page.fill("#email", "li@x.example")
    page.fill("#name", "Li Berg")
    page.check("input[value=police]")
    page.check("input[value=reviewer]")
    send(page)
    return page.input_value("#link")


def choose_password(page: Page) -> None:
    page.fill("#password", CHOSEN)
    page.fill("#again", CHOSEN)
    send(page)


def set_up_device(page: Page, axe: Callable[[Page], list[str]]) -> list[str]:
    """The recovery codes."""
    page.fill("#password", CHOSEN)
    page.click("form[action$='/device/new'] button >> nth=0")
    address = read_qr(page)
    key = re.search(r"secret=([A-Z2-7]+)", address)
    assert key and "li%40x.example" in address
    assert axe(page) == []
    page.fill("#code", pyotp.TOTP(key[1]).now())
    send(page)
    assert axe(page) == []
    return page.locator("ol.codes code").all_inner_texts()


def sign_in(page: Page, url: str, email: str, password: str) -> None:
    page.goto(f"{url}/staff/sign-in")
    page.fill("#email", email)
    page.fill("#password", password)
    send(page)


def send(page: Page) -> None:
    page.click("main form:not([action]) button[type=submit]")


def read_qr(page: Page) -> str:
    """What a phone's camera would read off the screen, at one distance or another."""
    shot = np.frombuffer(page.locator("svg.qr").screenshot(), np.uint8)
    picture = cv2.imdecode(shot, cv2.IMREAD_GRAYSCALE)
    assert picture is not None
    sizes = (cv2.resize(picture, None, fx=times, fy=times) for times in (1, 2, 3, 4))
    return next((words for size in sizes if (words := str(cv2.QRCodeDetector().detectAndDecode(size)[0]))), "")

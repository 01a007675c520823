"""The desk of a reviewer in a real browser: every page of what is sent on, answered, noted and kept together."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from dialog.accounts.actions import add_staff
from dialog.accounts.models import Staff
from dialog.review.alike.groups import group_of
from dialog.texts.models import NEW
from tests.browsers import DESK, PHONE
from tests.conftest import PASSWORD
from tests.review.arranging import gather, work_at_report, work_at_text
from tests.review.factories import make_photo, make_report, make_text
from tests.servers import LiveServer

EMAIL = "maja@test.example"
FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


@pytest.fixture
def addresses(live_server: LiveServer) -> list[str]:
    """Of the pages, on a desk that has something of everything."""
    with live_server.sessions.begin() as session:
        added = add_staff(session, email=EMAIL, name="Maja Lind", password=PASSWORD, roles=["reviewer", "admin"])
        staff = session.get_one(Staff, added.id)
        report, text = work_at_report(session, staff=staff, times=2), work_at_text(session, staff=staff, times=2)
        group = group_of(session, gather(session, staff=staff, size=3)[0])
        held = make_text(session, "Grannen Erik Johansson säljer knark.", suspicion="accusation", held=True, status=NEW)
        photo = make_photo(session, make_report(session))
        assert group
        return [
            *("/staff/answers", "/staff/answers/new", "/staff/answers/more", "/staff/alike", "/staff/bursts"),
            *(f"/staff/reports/{report.id}", f"/staff/reports/{report.id}/copy", f"/staff/reports/{report.id}/destroy"),
            *(f"/staff/texts/{one.id}" for one in (text, held)),
            *(f"/staff/texts/{text.id}/destroy", f"/staff/photos/{photo.id}/destroy", "/staff/destroyed"),
            *(f"/staff/alike/groups/{group.id}", f"/staff/alike/texts/{group.head.id}"),
            *("/staff/codes/differences", "/admin/owners", "/admin/owners/new", "/admin/owners/1", "/admin/health"),
            *("/staff/account/", "/staff/account/digest"),
        ]


def test_every_page_of_the_desk_is_accessible_and_fits_a_phone_and_a_desk(
    page: Page, live_server: LiveServer, addresses: list[str], axe: Callable[[Page], list[str]]
) -> None:
    page.goto(f"{live_server.url}/staff/sign-in?lang=sv")
    page.fill("[name=email]", EMAIL)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button")
    page.wait_for_url("**/staff/")
    for address in addresses:
        answer = page.goto(f"{live_server.url}{address}")
        assert answer and answer.status == 200, address
        for width in (PHONE, DESK):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(FITS), f"{address} is too wide at {width}"
        page.set_viewport_size({"width": PHONE, "height": 800})
        assert axe(page) == [], address

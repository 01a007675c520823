"""A reviewer at work on photos, through the pages."""

from base64 import b64encode
from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Page, expect
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from dialog.accounts.actions import add_staff
from dialog.audit.models import AuditEvent
from dialog.review.actions import set_aside
from dialog.review.models import StatusChange
from dialog.review.photo_queue import photos_from, photos_until, position_of_photo
from dialog.review.photos import photos_of_report
from dialog.texts.actions import keep_photo
from dialog.texts.models import Photo
from dialog.texts.photos import Ready, read_photo
from tests.browsers import OpenPage, on_phone_and_desk
from tests.conftest import PASSWORD
from tests.forms import submit
from tests.review.factories import AT, make_report, make_staff
from tests.servers import LiveServer
from tests.texts.pictures import LARGEST, a_place, as_bytes, opened, with_face, with_plate

TODAY = date.today()
FOREVER = date(2999, 1, 1)
NOWHERE = "00000000-0000-4000-8000-000000000000"
EMAIL = "maja@test.example"
READY = read_photo(as_bytes(with_face(a_place(1200, 900), 300, 300)), largest=LARGEST)
FACE = "{left},{top},{width},{height}".format(**READY.boxes[0])
EMBEDDED = "data:image/webp;base64," + b64encode(READY.original).decode()


@pytest.fixture
def reviewer(signed_in) -> FlaskClient:
    client = signed_in("reviewer")
    client.get("/staff/?lang=en")
    return client


@pytest.fixture
def photo(session: Session) -> Photo:
    photo = a_photo(session)
    session.commit()
    return photo


def a_photo(session: Session, *, on: date = TODAY, erase_on: date = FOREVER, ready: Ready = READY) -> Photo:
    report = make_report(session)
    return session.get_one(Photo, keep_photo(session, ready, report_id=report.id, on=on, erase_on=erase_on))


def page_of(photo: Photo) -> str:
    return f"/staff/photos/{photo.id}"


def send(client: FlaskClient, photo: Photo, to: str, **data: object) -> TestResponse:
    return submit(client, page_of(photo), data, to=f"{page_of(photo)}/{to}")


def fresh(session: Session, photo: Photo) -> Photo:
    session.expire_all()
    return session.get_one(Photo, photo.id)


def audited(session: Session) -> list[str]:
    session.expire_all()
    events = select(AuditEvent).where(AuditEvent.subject.startswith("photo ")).order_by(AuditEvent.id)
    return [event.action for event in session.scalars(events)]


def steps(session: Session) -> list[str]:
    session.expire_all()
    return list(session.scalars(select(StatusChange.action).order_by(StatusChange.id)))


def test_the_photos_that_wait_are_listed_with_their_age_and_area(reviewer, session):
    photo = a_photo(session, on=TODAY - timedelta(days=3))
    set_away = a_photo(session)
    set_away.status = "set_aside"
    session.commit()
    page = reviewer.get("/staff/photos").text
    assert "1 waits" in page and "3 days old" in page and "no area" in page
    assert str(photo.id) in page and str(set_away.id) not in page


def test_the_list_goes_on_page_by_page_without_losing_or_repeating_any(session):
    waiting = [a_photo(session, on=date(2026, 10, 1 + number // 2)) for number in range(7)]
    expected = [one.id for one in sorted(waiting, key=position_of_photo)]
    first = photos_from(session, limit=3)
    second = photos_from(session, after=position_of_photo(first.items[-1].photo), limit=3)
    back = photos_until(session, before=position_of_photo(second.items[0].photo), limit=3)
    assert [one.photo.id for one in (*first.items, *second.items)] == expected[:6]
    assert [one.photo.id for one in back.items] == expected[:3]
    assert (first.has_earlier, first.has_later, back.has_earlier, back.has_later) == (False, True, False, True)


def test_photos_of_spam_do_not_wait(session):
    photo = a_photo(session)
    report = next(one.report for one in photos_from(session).items)
    set_aside(session, report, by=make_staff(session), at=AT)
    session.flush()
    assert photos_from(session).items == []
    assert [one.id for one in photos_of_report(session, report.id)] == [photo.id]


def test_the_blurred_picture_is_served_to_be_looked_at_and_not_to_be_kept(reviewer, photo):
    answer = reviewer.get(f"{page_of(photo)}/image")
    assert answer.data == READY.image
    assert answer.headers["Content-Type"] == "image/webp"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Disposition"] == 'inline; filename="photo.webp"'
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_only_reviewers_see_photos(client, signed_in, photo):
    for visitor in (client, signed_in("analyst"), signed_in("facilitator"), signed_in("admin")):
        for address in ("/staff/photos", page_of(photo), f"{page_of(photo)}/image"):
            answer = visitor.get(address)
            assert answer.status_code in (302, 403) and READY.image not in answer.data


def test_the_photo_before_blurring_is_shown_on_asking_only_and_every_look_is_audited(reviewer, session, photo):
    assert EMBEDDED not in reviewer.get(page_of(photo)).text and audited(session) == []
    shown = send(reviewer, photo, "original")
    assert shown.status_code == 200 and EMBEDDED in shown.text
    assert audited(session) == ["photo original seen"]
    assert reviewer.get(f"{page_of(photo)}/original").status_code == 405
    assert EMBEDDED not in reviewer.get(page_of(photo)).text


def test_past_its_day_the_photo_before_blurring_is_shown_to_nobody(reviewer, session):
    photo = a_photo(session, erase_on=TODAY)
    session.commit()
    page = reviewer.get(page_of(photo)).text
    assert "Show it before blurring" not in page and "its time is up" in page
    refused = send(reviewer, photo, "original")
    assert refused.status_code == 422 and "its time is up" in refused.text and EMBEDDED not in refused.text
    assert audited(session) == []


def test_a_photo_is_accepted_put_back_and_set_aside(reviewer, session, photo):
    for do, status in (("accept", "accepted"), ("reopen", "new"), ("set_aside", "set_aside")):
        assert send(reviewer, photo, "decision", do=do).location == page_of(photo)
        assert fresh(session, photo).status == status
    assert steps(session) == ["photo_accepted", "photo_reopened", "photo_set_aside"]
    assert audited(session) == ["photo accepted", "photo reopened", "photo set aside"]


def test_what_was_done_with_a_photo_stands_on_the_page_of_its_report(reviewer, photo):
    send(reviewer, photo, "decision", do="accept")
    assert "reviewer accepted the photo" in reviewer.get(f"/staff/reports/{photo.report_id}").text


def test_what_is_decided_already_is_said(reviewer, session, photo):
    send(reviewer, photo, "decision", do="accept")
    refused = send(reviewer, photo, "decision", do="accept")
    assert refused.status_code == 422 and "That can&#39;t be done now." in refused.text
    assert send(reviewer, photo, "decision", do="burn").status_code == 400
    assert steps(session) == ["photo_accepted"]


def test_chosen_squares_are_blurred(reviewer, session, photo):
    sent = send(reviewer, photo, "blur", square=["A6", "B6"])
    assert sent.status_code == 303
    held = fresh(session, photo)
    assert held.boxes[-1] == {"left": 0, "top": 750, "width": 400, "height": 150, "kind": "by_hand"}
    assert len(held.boxes) == len(READY.boxes) + 1 and held.image != READY.image
    assert opened(held.image).getpixel((600, 100)) == opened(READY.image).getpixel((600, 100))
    assert steps(session) == ["photo_blurred"] and audited(session) == ["photo blurred"]


def test_drawn_boxes_are_blurred_as_far_as_they_lie_in_the_photo(reviewer, session, photo):
    send(reviewer, photo, "blur", box=["1100,850,500,500", "1300,0,10,10", "-5,0,1,1", "x", "1,2,3"])
    assert fresh(session, photo).boxes[1:] == [
        {"left": 1100, "top": 850, "width": 100, "height": 50, "kind": "by_hand"}
    ]


@pytest.mark.parametrize("data", [{}, {"square": ["Z9", ""]}, {"box": ["0,0,0,0"]}])
def test_marking_nothing_is_said(reviewer, session, photo, data):
    refused = send(reviewer, photo, "blur", **data)
    assert refused.status_code == 422 and "choose at least one square" in refused.text
    assert fresh(session, photo).boxes == READY.boxes and steps(session) == []


def test_a_blur_is_taken_off_only_by_who_has_looked_beneath_it(reviewer, session, photo):
    refused = send(reviewer, photo, "blur/off", box=[FACE])
    assert refused.status_code == 422 and fresh(session, photo).boxes == READY.boxes
    send(reviewer, photo, "original")
    assert send(reviewer, photo, "blur/off", box=[FACE]).status_code == 303
    held = fresh(session, photo)
    assert held.boxes == [] and held.image != READY.image
    assert audited(session) == ["photo original seen", "photo unblurred"]


def test_an_accepted_photo_waits_anew_when_a_blur_is_taken_off(reviewer, session, photo):
    send(reviewer, photo, "decision", do="accept")
    send(reviewer, photo, "original")
    send(reviewer, photo, "blur/off", box=[FACE])
    assert fresh(session, photo).status == "new"


def test_taking_off_no_box_or_one_that_is_gone_is_said(reviewer, session, photo):
    send(reviewer, photo, "original")
    for boxes in ([], ["1,2,3,4"]):
        assert send(reviewer, photo, "blur/off", box=boxes).status_code == 422
    assert fresh(session, photo).boxes == READY.boxes


def test_a_photo_that_does_not_exist_is_not_found(reviewer):
    for path in ("", "/image"):
        assert reviewer.get(f"/staff/photos/{NOWHERE}{path}").status_code == 404


@pytest.fixture
def address(live_server: LiveServer) -> str:
    """The page of a photo with a face and a number plate on it."""
    image = with_plate(with_face(a_place(1200, 900), 300, 300), 800, 700)
    with live_server.sessions.begin() as session:
        add_staff(session, email=EMAIL, name="Maja Lind", password=PASSWORD, roles=["reviewer"])
        a_photo(session, on=TODAY - timedelta(days=2))
        return page_of(a_photo(session, ready=read_photo(as_bytes(image), largest=LARGEST)))


def sign_in(page: Page, server: LiveServer) -> Page:
    page.goto(f"{server.url}/staff/sign-in?lang=en")
    page.fill("[name=email]", EMAIL)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button")
    page.wait_for_url("**/staff/")
    return page


def boxes_in(server: LiveServer, address: str) -> list[dict[str, object]]:
    with server.sessions() as session:
        return session.get_one(Photo, UUID(address.rpartition("/")[2])).boxes


@on_phone_and_desk
def test_every_page_is_accessible_and_fits_the_window(
    page: Page, live_server: LiveServer, address: str, axe: Callable[[Page], list[str]]
) -> None:
    sign_in(page, live_server)
    for path in ("/staff/photos", address):
        page.goto(live_server.url + path)
        assert axe(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path
    page.get_by_text("Blur more: choose squares").click()
    assert axe(page) == []
    page.get_by_role("button", name="Show it before blurring").click()
    expect(page.get_by_alt_text("The photo as it was sent")).to_be_visible()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_squares_are_chosen_by_keyboard_alone_and_without_script(
    open_page: OpenPage, live_server: LiveServer, address: str
) -> None:
    page = sign_in(open_page(java_script_enabled=False, viewport={"width": 320, "height": 700}), live_server)
    page.goto(live_server.url + address)
    before = len(boxes_in(live_server, address))
    page.locator("summary", has_text="Blur more").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("A1")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_label("B1")).to_be_checked()
    page.get_by_role("button", name="Blur these squares").press("Enter")
    expect(page.get_by_text("More of the photo is blurred.")).to_be_visible()
    assert boxes_in(live_server, address)[before:] == [
        {"left": 0, "top": 0, "width": 400, "height": 150, "kind": "by_hand"}
    ]


def test_a_box_is_drawn_with_the_mouse(page: Page, live_server: LiveServer, address: str) -> None:
    sign_in(page, live_server)
    page.goto(live_server.url + address)
    before = len(boxes_in(live_server, address))
    shown = page.locator("[data-photo]").bounding_box()
    assert shown is not None
    for start, end in ((0.1, 0.2), (0.5, 0.6)):
        page.mouse.move(shown["x"] + start * shown["width"], shown["y"] + start * shown["height"])
        page.mouse.down()
        page.mouse.move(shown["x"] + end * shown["width"], shown["y"] + end * shown["height"], steps=3)
        page.mouse.up()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Blur what is marked").click()
    expect(page.get_by_text("More of the photo is blurred.")).to_be_visible()
    (drawn,) = boxes_in(live_server, address)[before:]
    expected = {"left": 120, "top": 90, "width": 120, "height": 90}
    assert all(abs(int(str(drawn[name])) - value) <= 3 for name, value in expected.items())

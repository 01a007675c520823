"""Signing in and out."""

from datetime import datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from dialog.accounts.actions import BadAccount, add_staff
from dialog.accounts.models import Staff, StaffSession
from dialog.accounts.signing.actions import WrongPassword, sign_in
from dialog.accounts.signing.attempts import MOST_FAILURES, WAIT, LockedOut
from tests.forms import submit

DOOR = "/staff/sign-in"
PASSWORD = "correct horse battery staple"
NOW = datetime(2026, 5, 4, 12, 0)


@pytest.fixture
def maja(session: Session) -> Staff:
    staff = add_staff(session, email="Maja@Example.org", name="Maja Lind", password=PASSWORD, roles=["reviewer"])
    session.commit()
    return staff


def enter(session: Session, password: str, *, email: str = "maja@example.org", now: datetime = NOW) -> str:
    return sign_in(session, email=email, password=password, email_hash=f"hash of {email}", now=now).token


def test_the_right_password_opens_and_the_page_that_was_asked_for_follows(client: FlaskClient, maja: Staff) -> None:
    asked = client.get("/staff/?status=accepted")
    assert asked.status_code == 302
    there = submit(client, asked.location, {"email": "maja@example.org", "password": PASSWORD})
    assert (there.status_code, there.location) == (303, "/staff/?status=accepted")


@pytest.mark.parametrize(
    "address", ["https://evil.example", "//evil.example", "/\\evil.example", "/staff/\nx", "javascript:1", "/sv/"]
)
def test_nobody_is_led_out_of_the_house(client: FlaskClient, maja: Staff, address: str) -> None:
    fields = {"email": "maja@example.org", "password": PASSWORD}
    page = client.get(DOOR)
    fields["csrf_token"] = page.text.split('name="csrf_token" value="')[1].split('"')[0]
    sent = client.post(DOOR, query_string={"next": address}, data=fields)
    assert sent.location == "/staff/"


def test_a_wrong_password_and_an_unknown_person_get_the_same_answer(client: FlaskClient, maja: Staff) -> None:
    known = submit(client, DOOR, {"email": "maja@example.org", "password": "wrong"})
    unknown = submit(client, DOOR, {"email": "nobody@example.org", "password": "wrong"})
    assert known.status_code == unknown.status_code == 422
    assert known.text.replace("maja@example.org", "") == unknown.text.replace("nobody@example.org", "") or (
        len(known.text) - len("maja") == len(unknown.text) - len("nobody")
    )


def test_after_too_many_wrong_passwords_even_the_right_one_waits(session: Session, maja: Staff) -> None:
    for _ in range(MOST_FAILURES):
        with pytest.raises(WrongPassword):
            enter(session, "wrong")
    with pytest.raises(LockedOut):
        enter(session, PASSWORD)
    assert enter(session, PASSWORD, now=NOW + WAIT + timedelta(seconds=1))


def test_somebody_without_an_account_is_locked_out_just_the_same(session: Session) -> None:
    for _ in range(MOST_FAILURES):
        with pytest.raises(WrongPassword):
            enter(session, "wrong", email="nobody@example.org")
    with pytest.raises(LockedOut):
        enter(session, "wrong", email="nobody@example.org")


def test_a_locked_door_answers_429(client: FlaskClient, maja: Staff) -> None:
    wrong = {"email": "maja@example.org", "password": "wrong"}
    codes = [submit(client, DOOR, wrong).status_code for _ in range(MOST_FAILURES + 1)]
    assert codes == [422] * MOST_FAILURES + [429]


def test_a_sign_in_ends_when_it_grows_too_old_or_too_idle(app: Flask, session: Session, maja: Staff) -> None:
    for column, age in ((StaffSession.started_at, timedelta(hours=9)), (StaffSession.seen_at, timedelta(minutes=61))):
        client = app.test_client()
        submit(client, DOOR, {"email": "maja@example.org", "password": PASSWORD})
        assert client.get("/staff/").status_code == 200
        kept = session.scalars(select(column)).all()
        session.execute(update(StaffSession).values({column: max(kept) - age}))
        session.commit()
        assert client.get("/staff/").status_code == 302


def test_signing_out_kills_the_cookie_everywhere(client: FlaskClient, app: Flask, maja: Staff) -> None:
    submit(client, DOOR, {"email": "maja@example.org", "password": PASSWORD})
    cookie = client.get_cookie("dialog")
    assert cookie
    submit(client, "/staff/", {}, to="/staff/sign-out")
    thief = app.test_client()
    thief.set_cookie("dialog", cookie.value)
    assert thief.get("/staff/").status_code == 302


def test_a_sign_in_without_a_form_of_ours_is_refused(client: FlaskClient, maja: Staff) -> None:
    assert client.post(DOOR, data={"email": "maja@example.org", "password": PASSWORD}).status_code == 400


def test_over_https_the_cookie_is_bound_to_the_host(client: FlaskClient) -> None:
    cookie = client.get(DOOR, base_url="https://dialog.example").headers["Set-Cookie"]
    assert cookie.startswith("__Host-dialog=") and "Secure" in cookie and "HttpOnly" in cookie


@pytest.mark.parametrize(
    "wrong",
    [{"roles": []}, {"roles": ["king"]}, {"password": "short"}, {"email": "nobody"}, {"email": "maja@example.org"}],
)
def test_an_account_that_can_not_be_made_says_why(session: Session, maja: Staff, wrong: dict[str, object]) -> None:
    good: dict[str, object] = {"email": "x@example.org", "name": "X", "password": PASSWORD, "roles": ["admin"]}
    with pytest.raises(BadAccount):
        add_staff(session, **(good | wrong))  # type: ignore[arg-type]

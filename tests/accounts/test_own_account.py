"""Where one is signed in, and changing the password."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.accounts.actions import add_staff
from dialog.accounts.models import StaffSession
from dialog.accounts.signing.attempts import MOST_FAILURES
from dialog.accounts.signing.browser import coarsely
from tests.forms import submit

DOOR, OWN = "/staff/sign-in", "/staff/account/"
PASSWORD, OTHER = "correct horse battery staple", "rätt häst batteri klammer"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0"


@pytest.fixture
def maja(app: Flask, session: Session) -> None:
    add_staff(session, email="maja@example.org", name="Maja", password=PASSWORD, roles=["facilitator"])
    session.commit()


def enter(app: Flask, *, password: str = PASSWORD, **more: str) -> FlaskClient:
    client = app.test_client()
    client.environ_base["HTTP_USER_AGENT"] = FIREFOX
    submit(client, DOOR, {"email": "maja@example.org", "password": password} | more)
    return client


def is_in(client: FlaskClient) -> bool:
    return client.get(OWN).status_code == 200


def test_somebody_sees_where_they_are_signed_in_and_ends_one(app: Flask, maja, session: Session) -> None:
    here, there = enter(app), enter(app)
    page = here.get(OWN).text
    assert page.count("Firefox, Windows") == 2
    key = session.scalars(select(StaffSession.key).order_by(StaffSession.started_at)).all()
    there_key = next(str(one) for one in key if f"/{one}/end" in page)
    assert submit(here, OWN, {}, to=f"{OWN}sign-ins/{there_key}/end").status_code == 303
    assert is_in(here) and not is_in(there)


def test_nobody_ends_the_sign_in_of_somebody_else(app: Flask, maja, signed_in, session: Session) -> None:
    here = enter(app)
    key = session.scalars(select(StaffSession.key)).one()
    stranger = signed_in("analyst")
    assert submit(stranger, OWN, {}, to=f"{OWN}sign-ins/{key}/end").status_code == 404
    assert is_in(here)


def test_all_others_can_be_ended_at_once(app: Flask, maja) -> None:
    first, second = enter(app), enter(app)
    submit(second, OWN, {}, to=f"{OWN}sign-ins/end")
    assert not is_in(first) and is_in(second)


def test_somebody_may_wish_that_each_sign_in_ends_all_others(app: Flask, maja) -> None:
    first = enter(app)
    submit(first, OWN, {"one_sign_in": "yes"}, to=f"{OWN}sign-ins/rule")
    second = enter(app)
    assert not is_in(first) and is_in(second)
    submit(second, OWN, {}, to=f"{OWN}sign-ins/rule")
    third = enter(app)
    assert is_in(second) and is_in(third)


def test_a_new_password_ends_every_other_sign_in(app: Flask, maja) -> None:
    here, there = enter(app), enter(app)
    changed = submit(here, f"{OWN}password", {"current": PASSWORD, "password": OTHER, "again": OTHER})
    assert changed.status_code == 303
    assert is_in(here) and not is_in(there)
    assert not is_in(enter(app)) and is_in(enter(app, password=OTHER))


@pytest.mark.parametrize(
    "wrong",
    [{"current": "a guess"}, {"password": "short"}, {"password": "password12345"}, {"again": "another one here"}],
)
def test_a_password_that_can_not_be_taken_changes_nothing(app: Flask, maja, wrong) -> None:
    here = enter(app)
    sent = {"current": PASSWORD, "password": OTHER, "again": OTHER} | wrong
    assert submit(here, f"{OWN}password", sent).status_code == 422
    assert is_in(enter(app))


def test_a_screen_left_open_lets_nobody_guess_the_password(app: Flask, maja) -> None:
    here = enter(app)
    for _ in range(MOST_FAILURES):
        submit(here, f"{OWN}password", {"current": "a guess", "password": OTHER, "again": OTHER})
    right = {"current": PASSWORD, "password": OTHER, "again": OTHER}
    assert submit(here, f"{OWN}password", right).status_code == 422
    assert not is_in(enter(app))


@pytest.mark.parametrize(
    ("user_agent", "said"),
    [
        (FIREFOX, "Firefox, Windows"),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140 Safari/537.36 Edg/140",
            "Edge, Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1",
            "Safari, iPhone",
        ),
        (
            "Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 Chrome/140 Mobile Safari/537.36",
            "Chrome, Android",
        ),
        ("curl/8.0", ""),
        ("", ""),
    ],
)
def test_a_browser_is_told_coarsely(user_agent: str, said: str) -> None:
    assert coarsely(user_agent) == said


def test_no_address_of_a_computer_is_kept(app: Flask, maja, session: Session) -> None:
    enter(app)
    kept = session.scalars(select(StaffSession)).one()
    assert {column.name for column in StaffSession.__table__.columns} == {
        *("token_hash", "key", "staff_id", "whole", "browser", "started_at", "seen_at")
    }
    assert kept.browser == "Firefox, Windows"

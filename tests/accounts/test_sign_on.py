"""Signing in elsewhere, by a real OpenID Connect provider on loopback."""

from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from dialog.accounts.actions import add_staff
from dialog.accounts.models import ROLES, Staff, StaffIdentity
from dialog.accounts.queries import staff_by_email
from dialog.audit.models import AuditEvent
from tests.accounts.provider import Provider, running_provider

LEAVE, BACK = "/staff/sign-in/elsewhere", "/staff/sign-in/elsewhere/back"
PASSWORD = "correct horse battery staple"

SignOn = Callable[..., TestResponse]


@pytest.fixture(scope="module")
def running() -> Iterator[Provider]:
    with running_provider() as provider:
        yield provider


@pytest.fixture
def provider(running: Provider, app: Flask, monkeypatch: pytest.MonkeyPatch) -> Provider:
    running.twist()
    settings = {"ISSUER": running.issuer, "CLIENT_ID": "dialog", "CLIENT_SECRET": "the secret of this client"}
    for name, value in (settings | {"NAME": "Kommunens inloggning"}).items():
        monkeypatch.setitem(app.config, f"OIDC_{name}", value)
    running.knows("anna-1", email="anna@kommunen.example", email_verified=True, name="Anna Vik")
    return running


@pytest.fixture
def anna(session: Session) -> Staff:
    staff = add_staff(session, email="anna@kommunen.example", name="Anna", password=PASSWORD, roles=["analyst"])
    session.commit()
    return staff


def sign_on(client: FlaskClient, provider: Provider, subject: str = "anna-1", *, asked: str = "") -> TestResponse:
    away = client.get(LEAVE, query_string={"next": asked} if asked else {})
    assert away.status_code == 302 and away.location.startswith(f"{provider.issuer}/oauth2/authorize?")
    return client.get(provider.sign_in(away.location, subject))


def is_in(client: FlaskClient) -> bool:
    return client.get("/staff/account/").status_code == 200


def test_a_known_address_opens_and_the_page_that_was_asked_for_follows(client, provider, anna, session) -> None:
    assert "Kommunens inloggning" in client.get("/staff/sign-in").text
    there = sign_on(client, provider, asked="/analyst/?x=1")
    assert (there.status_code, there.location) == (303, "/analyst/?x=1")
    assert is_in(client)
    kept = session.scalars(select(StaffIdentity)).one()
    assert (kept.issuer, kept.subject, kept.staff_id) == (provider.issuer, "anna-1", anna.id)
    assert {"sign-on linked", "signed in"} <= set(session.scalars(select(AuditEvent.action)))


def test_the_question_has_state_nonce_and_a_challenge_and_the_cookie_is_narrow(client, provider) -> None:
    away = client.get(LEAVE)
    asked = parse_qs(urlsplit(away.location).query)
    assert asked["response_type"] == ["code"] and asked["code_challenge_method"] == ["S256"]
    assert all(len(asked[name][0]) >= 20 for name in ("state", "nonce", "code_challenge"))
    cookie = next(one for one in away.headers.getlist("Set-Cookie") if one.startswith("dialog-sign-on="))
    assert all(part in cookie for part in ("Path=/staff/sign-in", "HttpOnly", "SameSite=Lax", "Max-Age=600"))
    assert asked["state"][0] not in cookie and asked["nonce"][0] not in cookie
    away = client.get(LEAVE, base_url="https://dialog.example")
    cookie = next(one for one in away.headers.getlist("Set-Cookie") if "dialog-sign-on=" in one)
    assert cookie.startswith("__Secure-dialog-sign-on=") and "Secure" in cookie


def test_whoever_is_known_stays_the_same_under_another_address(app, client, provider, anna) -> None:
    sign_on(client, provider)
    provider.knows("anna-1", email="anna.berg@kommunen.example", email_verified=True)
    again = app.test_client()
    assert sign_on(again, provider).location == "/analyst/"


def test_an_address_that_was_given_to_somebody_else_opens_nothing(app, client, provider, anna) -> None:
    sign_on(client, provider)
    provider.knows("anna-2", email="anna@kommunen.example", email_verified=True)
    other = app.test_client()
    assert sign_on(other, provider, "anna-2").location == "/staff/sign-in"
    assert not is_in(other)


@pytest.mark.parametrize("claims", [{}, {"email_verified": False}, {"email_verified": "true"}])
def test_an_address_that_nobody_verified_opens_nothing(client, provider, anna, claims) -> None:
    provider.knows("anna-1", email="anna@kommunen.example", **claims)
    sign_on(client, provider)
    assert not is_in(client)


def test_unless_the_installation_trusts_the_addresses_of_its_service(app, client, provider, anna, monkeypatch) -> None:
    monkeypatch.setitem(app.config, "OIDC_TRUST_EMAIL", True)
    provider.knows("anna-1", email="anna@kommunen.example")
    sign_on(client, provider)
    assert is_in(client)


def test_nobody_unknown_gets_an_account(client, provider, session) -> None:
    sign_on(client, provider)
    assert not is_in(client) and session.scalars(select(Staff)).all() == []


def test_who_is_closed_here_stays_out(client, provider, anna, session) -> None:
    anna.active = False
    session.commit()
    sign_on(client, provider)
    assert not is_in(client)


def test_groups_give_roles_where_the_installation_says_so(app, client, provider, anna, session, monkeypatch) -> None:
    monkeypatch.setitem(app.config, "OIDC_ROLES", (("granskare", "reviewer"), ("ledare", "facilitator")))
    claims = {"email": "anna@kommunen.example", "email_verified": True}
    provider.knows("anna-1", groups=["granskare", "fotboll"], **claims)
    assert sign_on(client, provider).location == "/staff/"
    session.refresh(anna)
    assert anna.roles == {"reviewer"}
    provider.knows("anna-1", groups=["fotboll"], **claims)
    other = app.test_client()
    sign_on(other, provider)
    assert not is_in(other)


def test_groups_do_not_take_the_last_administrator_away(app, client, provider, session, monkeypatch) -> None:
    boss = add_staff(session, email="anna@kommunen.example", name="Anna", password=PASSWORD, roles=["admin"])
    session.commit()
    monkeypatch.setitem(app.config, "OIDC_ROLES", (("granskare", "reviewer"),))
    provider.knows("anna-1", email="anna@kommunen.example", email_verified=True, groups="granskare")
    sign_on(client, provider)
    session.refresh(boss)
    assert boss.roles == {"admin", "reviewer"}


def test_an_account_is_made_only_where_that_is_set(app, client, provider, session, monkeypatch) -> None:
    monkeypatch.setitem(app.config, "OIDC_ROLES", (("granskare", "reviewer"),))
    monkeypatch.setitem(app.config, "OIDC_CREATE", True)
    provider.knows("anna-1", email="Anna@kommunen.example", email_verified=True, groups=["granskare"], name="Anna Vik")
    sign_on(client, provider)
    made = staff_by_email(session, "anna@kommunen.example")
    assert made and (made.name, made.roles, made.password_hash) == ("Anna Vik", {"reviewer"}, "")


@pytest.mark.parametrize(
    ("whose", "methods", "is_inside"),
    [
        ("amr", ["pwd"], False),
        ("amr", ["pwd", "mfa"], True),
        ("amr", None, False),
        ("provider", None, True),
        ("own", ["mfa"], False),
    ],
)
def test_whose_the_second_factor_is(app, client, provider, anna, monkeypatch, whose, methods, is_inside) -> None:
    monkeypatch.setitem(app.config, "SECOND_FACTOR", ROLES)
    monkeypatch.setitem(app.config, "OIDC_SECOND_FACTOR", whose)
    claims = {"amr": methods} if methods else {}
    provider.knows("anna-1", email="anna@kommunen.example", email_verified=True, **claims)
    there = sign_on(client, provider)
    assert is_in(client) == is_inside
    assert there.location == ("/analyst/" if is_inside else "/staff/sign-in/device")


@pytest.mark.parametrize(
    "lie",
    [
        {"claims": {"nonce": "another"}},
        {"claims": {"iss": "https://evil.example"}},
        {"claims": {"aud": "another-client"}},
        {"claims": {"aud": ["dialog", "another-client"], "azp": "another-client"}},
        {"claims": {"exp": 1_600_000_000}},
        {"key": "other"},
        {"key": "secret"},
    ],
)
def test_an_answer_that_does_not_fit_opens_nothing(client, provider, anna, lie) -> None:
    provider.twist(**lie)
    assert sign_on(client, provider).location == "/staff/sign-in"
    assert not is_in(client)


def test_an_answer_to_somebody_elses_question_opens_nothing(app, client, provider, anna) -> None:
    """As when an attacker's own way back is put before somebody: the state is of another browser."""
    mallory = app.test_client()
    theirs = provider.sign_in(mallory.get(LEAVE).location, "anna-1")
    client.get(LEAVE)
    assert client.get(theirs).location == "/staff/sign-in" and not is_in(client)
    bystander = app.test_client()
    assert bystander.get(theirs).location == "/staff/sign-in" and not is_in(bystander)


def test_the_way_back_is_good_once(app, client, provider, anna) -> None:
    back = provider.sign_in(client.get(LEAVE).location, "anna-1")
    assert client.get(back).status_code == 303
    client.delete_cookie("dialog")
    assert client.get(back).location == "/staff/sign-in" and not is_in(client)


def test_who_says_no_at_the_service_is_told_so(client, provider, anna) -> None:
    back = provider.sign_in(client.get(LEAVE).location, "anna-1", action="deny")
    assert client.get(back).location == "/staff/sign-in"
    assert 'class="callout"' in client.get("/staff/sign-in").text


def test_nobody_is_led_out_of_the_house(client, provider, anna) -> None:
    assert sign_on(client, provider, asked="https://evil.example/").location == "/analyst/"


def test_a_service_that_is_gone_leaves_the_password(app, client, provider, monkeypatch) -> None:
    monkeypatch.setitem(app.config, "OIDC_ISSUER", "http://127.0.0.1:1")
    assert client.get(LEAVE).location == "/staff/sign-in"


def test_a_service_that_calls_itself_otherwise_is_not_asked(app, client, provider, monkeypatch) -> None:
    monkeypatch.setitem(app.config, "OIDC_CLIENT_ID", "a client for which nothing is remembered")
    provider.twist(issuer="https://evil.example")
    assert client.get(LEAVE).location == "/staff/sign-in"


def test_without_a_service_there_is_no_such_page(client) -> None:
    assert client.get(LEAVE).status_code == client.get(BACK).status_code == 404
    assert "elsewhere" not in client.get("/staff/sign-in").text

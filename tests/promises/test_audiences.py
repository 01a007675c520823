"""Every page has exactly one audience, and nobody else gets in: every address, method, role and authority.

What is walked comes from the map of addresses, and who may pass from the one table in dialog/audiences.py.
"""

from collections import Counter
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dialog.accounts.models import ROLES, StaffSession
from dialog.accounts.visibility import AUTHORITIES
from dialog.audiences import EVERYBODY, SIGNED_IN, WHO
from tests.promises.addresses import address_of, audience_of, methods_of, rules

OUTSIDE, FORBIDDEN, WITHOUT_TOKEN = 302, 403, 400
OPENED = {200, 302, 303, 400, 404}  # a page, a way on, too little asked, or nothing of that name
AWAY_FROM_HOME = {"staff_door", "account"}  # audiences that live under another one's prefix

SignedIn = Callable[..., FlaskClient]


def test_every_page_has_exactly_one_audience(app: Flask) -> None:
    for rule in rules(app):
        assert audience_of(rule) in WHO, f"{rule} stands outside every audience"


def test_what_stands_under_a_gates_prefix_stands_behind_the_gate(app: Flask) -> None:
    gates = {name for name, who in WHO.items() if who in ROLES}
    for rule in rules(app):
        first = rule.rule.split("/")[1]
        if first in gates and audience_of(rule) not in AWAY_FROM_HOME:
            assert audience_of(rule) == first, rule


def test_a_stranger_stops_at_every_gate(app: Flask, client: FlaskClient) -> None:
    walked = 0
    for rule in rules(app):
        if WHO[audience_of(rule)] == EVERYBODY:
            continue
        for method in methods_of(rule):
            answer = client.open(address_of(rule), method=method)
            expected = OUTSIDE if method in ("GET", "HEAD") else FORBIDDEN
            assert answer.status_code == expected, f"{method} {rule} let a stranger get {answer.status}"
            if expected == OUTSIDE:
                assert answer.location.startswith("/staff/sign-in?next="), rule
            walked += 1
    assert walked > 50


@pytest.mark.parametrize("role", ROLES)
def test_a_role_opens_its_own_gates_and_no_other(app: Flask, signed_in: SignedIn, role: str) -> None:
    """Without a form's token: whoever may pass the gate of a POST stops there, and nothing is changed."""
    walked = _walk(app, signed_in(role), role, everywhere=True)
    assert walked[True] > 5 and walked[False] > 50


@pytest.mark.parametrize("authority", AUTHORITIES)
def test_for_whom_somebody_works_opens_and_closes_no_gate(app: Flask, signed_in: SignedIn, authority: str) -> None:
    for role in ROLES:
        _walk(app, signed_in(role, authority=authority), role, everywhere=False)


def _walk(app: Flask, client: FlaskClient, role: str, *, everywhere: bool) -> Counter[bool]:
    """Ask for every address behind a gate; without `everywhere` only those that are open to the role."""
    walked = Counter[bool]()
    for rule in rules(app):
        who = WHO[audience_of(rule)]
        may = who in (role, SIGNED_IN)
        if who == EVERYBODY or not (may or everywhere):
            continue
        for method in methods_of(rule):
            if method == "HEAD":
                continue  # as GET
            got = client.open(address_of(rule), method=method).status_code
            assert got in _expected(method) if may else got == FORBIDDEN, f"{role} {method} {rule} answered {got}"
            walked[may] += 1
    return walked


def _expected(method: str) -> set[int]:
    return OPENED if method == "GET" else {WITHOUT_TOKEN}


def test_somebody_without_the_second_factor_is_a_stranger(app: Flask, client: FlaskClient, half_signed_in) -> None:
    """The password alone opens nothing where more is asked for."""
    for rule in rules(app):
        if WHO[audience_of(rule)] != EVERYBODY:
            answer = half_signed_in.open(address_of(rule), method=methods_of(rule)[0])
            assert answer.status_code in (OUTSIDE, FORBIDDEN), rule


def test_residents_and_the_public_get_no_cookie(app: Flask, client: FlaskClient) -> None:
    for rule in rules(app):
        if audience_of(rule) in ("resident", "colleague", "public", "machines") and "GET" in (rule.methods or ()):
            assert "Set-Cookie" not in client.get(address_of(rule)).headers, rule


@pytest.fixture
def half_signed_in(app: Flask, signed_in: SignedIn) -> FlaskClient:
    """Somebody with every role who has given the password, and not yet the code."""
    client = signed_in(*ROLES)
    with app.extensions["sessions"].begin() as session:
        session.query(StaffSession).update({"whole": False})
    return client

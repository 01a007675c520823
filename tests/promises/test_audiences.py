"""Every page has exactly one audience, and a stranger stops at every gate."""

from collections.abc import Callable

from flask import Flask
from flask.testing import FlaskClient

from tests.promises.addresses import GATES, address_of, audience_of, rules

OPEN = {"resident", "public", "machines", "staff_door"}


def test_every_page_has_exactly_one_audience(app: Flask) -> None:
    for rule in rules(app):
        assert audience_of(rule) in OPEN | set(GATES), f"{rule} stands outside every audience"


def test_what_stands_under_a_gates_prefix_stands_behind_the_gate(app: Flask) -> None:
    for rule in rules(app):
        first = rule.rule.split("/")[1]
        if first in GATES and audience_of(rule) != "staff_door":
            assert audience_of(rule) == first, rule


def test_a_stranger_stops_at_every_gate(app: Flask, client: FlaskClient) -> None:
    for rule in rules(app):
        if audience_of(rule) not in GATES:
            continue
        for method in rule.methods or ():
            answer = client.open(address_of(rule), method=method)
            if method == "OPTIONS":
                continue
            expected = 302 if method in ("GET", "HEAD") else 403
            assert answer.status_code == expected, f"{method} {rule} let a stranger get {answer.status}"


def test_a_role_opens_its_own_gate_and_no_other(app: Flask, signed_in: Callable[..., FlaskClient]) -> None:
    for gate, role in GATES.items():
        client = signed_in(role)
        for rule in rules(app):
            if audience_of(rule) in GATES and audience_of(rule) != gate:
                method = "POST" if "POST" in (rule.methods or ()) else "GET"
                assert client.open(address_of(rule), method=method).status_code == 403, f"{role} {method} {rule}"


def test_residents_and_the_public_get_no_cookie(app: Flask, client: FlaskClient) -> None:
    for rule in rules(app):
        if audience_of(rule) in ("resident", "public", "machines") and "GET" in (rule.methods or ()):
            assert "Set-Cookie" not in client.get(address_of(rule)).headers, rule

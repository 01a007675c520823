"""Every page of residents and the public: its language, its direction, its notice, and nothing from elsewhere."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from dialog.languages import LANGUAGES, in_every_language
from tests.factories import WHOLE, make_round
from tests.forms import submit
from tests.promises.addresses import address_of, audience_of, rules

NOT_A_REPORT = in_every_language("This is not a report to the police")
FETCHED = re.compile(
    r"<(?:script|img|iframe|link|source|video|audio|embed|object|form)\b[^>]*?(?:src|href|data|action)=\"([^\"]+)"
)


@pytest.fixture(autouse=True)
def a_round_is_open(session: Session) -> None:
    make_round(session)
    session.commit()


def pages(app: Flask, client: FlaskClient) -> Iterator[tuple[str, str, str]]:
    """(address, language, HTML) of every page of residents and the public, and of what answers a form."""
    for language in LANGUAGES:
        for rule in rules(app):
            if audience_of(rule) in ("resident", "public") and "GET" in (rule.methods or ()):
                address = address_of(rule, language)
                answer = client.get(address)
                if answer.mimetype == "text/html":
                    yield address, language, answer.text
        yield from answers(client, language)


def answers(client: FlaskClient, language: str) -> Iterator[tuple[str, str, str]]:
    for page, good in ((f"/{language}/dialogue/trygg", WHOLE), (f"/{language}/report", PLACE)):
        yield f"{page} with mistakes", language, submit(client, page, {}).text
        yield f"{page} sent", language, submit(client, page, good).text


PLACE = {"feeling": "unsafe", "words": "Under bron"}


def test_every_page_has_the_right_language_and_direction(app: Flask, client: FlaskClient) -> None:
    for address, language, html in pages(app, client):
        expected = f'<html lang="{language}" dir="{LANGUAGES[language].direction}">'
        assert expected in html, address


def test_every_page_has_one_main_and_one_heading(app: Flask, client: FlaskClient) -> None:
    for address, _, html in pages(app, client):
        assert (html.count("<main"), html.count("<h1")) == (1, 1), address


def test_every_form_and_confirmation_says_where_to_turn_and_that_it_is_no_police_report(
    app: Flask, client: FlaskClient
) -> None:
    for address, language, html in pages(app, client):
        if 'method="post"' in html or 'id="receipt"' in html:
            assert 'href="tel:112"' in html and 'href="tel:11414"' in html, address
            assert NOT_A_REPORT[language] in html, address


def test_nothing_is_fetched_from_another_host(app: Flask, client: FlaskClient) -> None:
    for address, _, html in pages(app, client):
        for fetched in FETCHED.findall(html):
            assert not fetched.startswith(("http:", "https:", "//")), f"{address} fetches {fetched}"


def test_no_page_has_script_or_style_of_its_own(app: Flask, client: FlaskClient) -> None:
    for address, _, html in pages(app, client):
        assert not re.search(r"<style|\sstyle=|<script(?![^>]*\bsrc=)|\son\w+=\"", html), address


def test_fields_for_free_words_take_any_direction(app: Flask, client: FlaskClient) -> None:
    for address, _, html in pages(app, client):
        for field in re.findall(r"<textarea[^>]*>", html):
            assert 'dir="auto"' in field, f"{address}: {field}"


def test_pages_of_residents_are_not_kept_by_anyone(app: Flask, client: FlaskClient) -> None:
    for language in LANGUAGES:
        answer = client.get(f"/{language}/dialogue/trygg")
        assert answer.headers["Cache-Control"] == "no-store"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]

"""Filling in the forms of pages, as a browser would: with what stands in their hidden fields."""

from html.parser import HTMLParser
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse


class _Hidden(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "input" and found.get("type") == "hidden" and found.get("name"):
            self.fields.setdefault(str(found["name"]), found.get("value") or "")


def hidden_fields(html: str) -> dict[str, str]:
    """The hidden fields of a page: name -> value; of equal names the first."""
    parser = _Hidden()
    parser.feed(html)
    return parser.fields


def submit(client: FlaskClient, address: str, data: dict[str, Any], *, to: str | None = None) -> TestResponse:
    """Open the page, fill in its form and send it (to its own address, unless told)."""
    page = client.get(address)
    assert page.status_code == 200, f"GET {address} answered {page.status}"
    return client.post(to or address, data=hidden_fields(page.text) | data)

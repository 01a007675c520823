"""Reviewers alone read and change what waits."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from tests.review.factories import make_place, make_report, make_text

READING = [
    "/staff/",
    "/staff/map",
    "/staff/map/cells.json",
    "/staff/map/areas.geojson",
    "/staff/places",
    "/staff/photos",
    "{place}",
    "{text}",
    "{text}/duplicate",
    "{report}",
    "{report}/duplicate",
]
CHANGING = [
    *(f"{{text}}/{to}" for to in ("decision", "masks", "masks/off", "codes", "codes/off", "duplicate", "voice")),
    *(f"{{report}}/{to}" for to in ("decision", "owner", "new-owner", "point", "duplicate", "voice", "clearance")),
]


@pytest.fixture
def pages(session: Session) -> dict[str, str]:
    """Where a text and a report are."""
    text, report, place = make_text(session), make_report(session), make_place(session)
    session.commit()
    return {
        "text": f"/staff/texts/{text.id}",
        "report": f"/staff/reports/{report.id}",
        "place": f"/staff/places/{place.key}",
    }


def test_a_stranger_is_sent_to_sign_in_and_may_change_nothing(client: FlaskClient, pages: dict[str, str]) -> None:
    for address in READING:
        answer = client.get(address.format(**pages))
        assert answer.status_code == 302 and "/staff/sign-in" in answer.location, address
    for address in CHANGING:
        assert client.post(address.format(**pages), data={"do": "accept"}).status_code == 403, address


@pytest.mark.parametrize("role", ["facilitator", "analyst", "admin"])
def test_no_other_role_may_read_or_change_anything(signed_in, pages: dict[str, str], role: str) -> None:
    client = signed_in(role)
    for address in READING:
        assert client.get(address.format(**pages)).status_code == 403, address
    for address in CHANGING:
        assert client.post(address.format(**pages), data={"do": "accept"}).status_code == 403, address

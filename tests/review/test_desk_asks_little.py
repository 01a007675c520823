"""Pages of the desk ask the database no more often the more there is on them."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.review.alike.groups import group_of
from tests.review.arranging import gather, work_at_report, work_at_text
from tests.review.asking import statements


@pytest.fixture
def staff(session: Session, desk: FlaskClient) -> Staff:
    return session.scalars(select(Staff)).one()


@pytest.fixture
def desk(signed_in) -> FlaskClient:
    return signed_in("reviewer", "admin")


def asked_by(app: Flask, client: FlaskClient, address: str) -> int:
    """How many statements the page needs; a first look has what is read only once out of the way."""
    client.get(address)
    with statements(app) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_a_report_with_many_copies_answers_and_notes_asks_as_little_as_one_with_few(app, session, desk, staff):
    few, many = (work_at_report(session, staff=staff, times=times) for times in (1, 6))
    session.commit()
    assert asked_by(app, desk, f"/staff/reports/{few.id}") == asked_by(app, desk, f"/staff/reports/{many.id}")


def test_a_text_with_many_notes_asks_as_little_as_one_with_few(app, session, desk, staff):
    few, many = (work_at_text(session, staff=staff, times=times) for times in (1, 6))
    session.commit()
    assert asked_by(app, desk, f"/staff/texts/{few.id}") == asked_by(app, desk, f"/staff/texts/{many.id}")


@pytest.mark.parametrize("address", ["/admin/owners", "/staff/answers", "/staff/alike", "/staff/bursts"])
def test_a_long_list_asks_as_little_as_a_short_one(app, session, desk, staff, address):
    work_at_report(session, staff=staff, times=1)
    gather(session, staff=staff, size=2, groups=1)
    session.commit()
    short = asked_by(app, desk, address)
    work_at_report(session, staff=staff, times=6)
    gather(session, staff=staff, size=2, groups=5)
    session.commit()
    assert asked_by(app, desk, address) == short


def test_a_large_group_asks_as_little_as_a_small_one(app, session, desk, staff):
    small, large = (gather(session, staff=staff, size=size)[0] for size in (2, 8))
    session.commit()
    groups = [group for head in (small, large) if (group := group_of(session, head))]
    addresses = [f"/staff/alike/groups/{group.id}" for group in groups]
    assert len({asked_by(app, desk, address) for address in addresses}) == 1

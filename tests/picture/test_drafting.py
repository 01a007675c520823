"""A round with many voices is drafted as long work: the page answers at once, tells how far it is, and can be left."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.audit.models import AuditEvent
from dialog.jobs.models import CANCELLED, DONE, FAILED, Job
from dialog.picture.drafting import KINDS, OTHER_METHOD, QUICK, takes_long
from dialog.picture.models import Draft
from dialog.survey.models import Response, Round
from tests.factories import make_round
from tests.forms import hidden_fields
from tests.picture.documents.test_pages import do_next
from tests.picture.speaking import release, report, respond

SignedIn = Callable[..., FlaskClient]


@pytest.fixture
def round(session: Session) -> Round:
    made = make_round(session)
    respond(session, made, QUICK - 9)
    report(session, made, 10)
    session.commit()
    return made


def ask(client: FlaskClient, round: Round, **chosen: str) -> str:
    """The page that the browser is sent to."""
    fields = {**hidden_fields(client.get("/analyst/").text), **chosen}
    return str(client.post(f"/analyst/rounds/{round.id}/drafts", data=fields).location)


def test_voices_are_counted_as_they_come_to_see_whether_drafting_takes_long(session: Session, round: Round):
    assert takes_long(session, round.id)
    inside = session.scalars(select(Response.id)).first()
    session.delete(session.get_one(Response, inside))
    session.flush()
    assert not takes_long(session, round.id)
    report(session, round, 5, response_id=session.scalars(select(Response.id)).first())
    assert not takes_long(session, round.id)  # a report inside a response is no voice of its own


def test_a_large_round_is_drafted_while_its_page_tells_how_far_it_is(
    session: Session, round: Round, signed_in: SignedIn, app: Flask
):
    analyst = signed_in("analyst")
    page = ask(analyst, round)
    assert page == "/analyst/jobs/1"
    assert analyst.get(page).headers["Refresh"]
    assert session.scalars(select(Draft)).all() == []
    assert f'href="{page}"' in analyst.get("/analyst/").text
    assert ask(analyst, round) == page  # asking twice is one piece of work
    job = do_next(app, session, KINDS)
    assert (job.state, job.error, job.done, job.steps) == (DONE, "", 4, 4)
    made = session.scalars(select(Draft)).one()
    done = analyst.get(page)
    assert "Refresh" not in done.headers
    assert f'href="/analyst/drafts/{made.id}"' in done.text
    assert f'href="{page}"' not in analyst.get("/analyst/").text
    who = session.scalar(select(AuditEvent.staff_id).where(AuditEvent.action == "picture drafted"))
    assert who == session.scalar(select(Staff.id))


def test_drafting_that_is_cancelled_leaves_no_draft(session: Session, round: Round, signed_in: SignedIn):
    analyst = signed_in("analyst")
    page = ask(analyst, round)
    analyst.post(f"{page}/cancel", data=hidden_fields(analyst.get(page).text))
    assert session.scalars(select(Job.state)).all() == [CANCELLED]
    assert session.scalars(select(Draft)).all() == []


def test_drafting_that_is_not_possible_says_why(session: Session, round: Round, signed_in: SignedIn, app: Flask):
    release(session, round)
    session.commit()
    analyst = signed_in("analyst")
    do_next(app, session)  # the files of the edition are asked for first
    page = ask(analyst, round, rounding="5")
    job = do_next(app, session, KINDS)
    assert (job.state, job.error) == (FAILED, OTHER_METHOD)
    assert "Refresh" not in analyst.get(page).headers

"""A wrong edition is marked for everybody to see, and never taken away; what may not stay in a file goes from it."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.jobs.models import Job, JobResult
from dialog.picture.documents.actions import DRAFT_FILE, EDITION_FILES, NotLater, keep_file, supersede
from dialog.picture.documents.models import ReleaseFile
from dialog.picture.documents.queries import find_file
from dialog.picture.models import Release
from dialog.picture.redaction import forget_in_drafts, redact_releases
from tests.factories import make_round
from tests.forms import hidden_fields
from tests.picture.speaking import NOW, TODAY, draft, release, respond, write

SignedIn = Callable[..., FlaskClient]
PAGE = "/analyst/editions/1/supersede"


@pytest.fixture
def editions(session: Session) -> Session:
    """Two of one round, the first with a file."""
    round = make_round(session)
    write(session, round, "Lampan är trasig", 30, cleared=True)
    release(session, round)
    respond(session, round, 30)
    release(session, round)
    keep_file(session, 1, "full-sv.pdf", b"old", on=TODAY)
    session.commit()
    return session


def asked_for(session: Session) -> list[int]:
    """The editions whose files are to be made, in order."""
    return [
        job.what["edition"] for job in session.scalars(select(Job).where(Job.kind == EDITION_FILES).order_by(Job.id))
    ]


def test_a_wrong_edition_says_so_at_the_top_and_in_every_list_and_keeps_its_figures(
    editions: Session, signed_in: SignedIn, client: FlaskClient
):
    analyst, before = signed_in("analyst"), client.get("/api/v1/pictures/1.json").get_json()
    values = {"why-sv": "Perioden är fel.", "why-en": "Wrong period.", "by": "2"}
    assert analyst.post(PAGE, data={**hidden_fields(analyst.get(PAGE).text), **values}).status_code == 303
    page = client.get("/en/pictures/1").text
    assert page.index("has been superseded") < page.index("Wrong period.") < page.index("/en/pictures/2")
    assert "superseded" in client.get("/en/pictures/1/full").text
    assert "Superseded" in client.get("/en/pictures/").text
    after = client.get("/api/v1/pictures/1.json").get_json()
    said = after.pop("superseded")
    assert (said["why"], said["by"]) == ("Perioden är fel.", 2)
    assert after == before


def test_why_is_asked_for_in_swedish_and_nothing_is_lost(editions: Session, signed_in: SignedIn):
    analyst = signed_in("analyst")
    answer = analyst.post(PAGE, data={**hidden_fields(analyst.get(PAGE).text), "why-en": "Wrong.", "by": ""})
    assert answer.status_code == 422
    assert "Wrong." in answer.text


def test_files_of_a_superseded_edition_are_made_anew(editions: Session):
    supersede(editions, editions.get_one(Release, 1), why={"sv": "Fel."}, by_edition=2, on=TODAY, at=NOW)
    assert find_file(editions, 1, "full-sv.pdf") is None
    assert asked_for(editions) == [1, 2, 1]


def test_an_edition_can_be_wrong_before_the_right_one_is_out_but_not_be_superseded_by_an_older_one(editions: Session):
    second = editions.get_one(Release, 2)
    with pytest.raises(NotLater):
        supersede(editions, second, why={"sv": "Fel."}, by_edition=1, on=TODAY, at=NOW)
    assert supersede(editions, second, why={"sv": "Fel."}, by_edition=None, on=TODAY, at=NOW).by_edition is None


def test_a_quote_that_is_destroyed_goes_from_the_files_of_editions_and_of_drafts(editions: Session):
    round = make_round(editions, slug="other")
    write(editions, round, "Bänken är trasig", 30, cleared=True)
    made = draft(editions, round)
    job = Job(kind=DRAFT_FILE, what={"draft": made.id}, asked_at=NOW, state="done")
    editions.add(job)
    editions.flush()
    editions.add(JobResult(job_id=job.id, name="x.pdf", kind="application/pdf", content=b"old", expires_at=NOW))
    editions.flush()
    quoted = {one["text"]: "" for row in (made, editions.get_one(Release, 1)) for one in row.content["quotes"]}
    forget_in_drafts(editions, quoted)
    redact_releases(editions, quoted, by=None)
    assert editions.scalars(select(JobResult)).all() == []
    assert editions.scalars(select(ReleaseFile)).all() == []
    assert asked_for(editions) == [1, 2, 1, 2]

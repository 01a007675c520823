"""Analysts order, write and preview the document of a draft, without script; what is released is locked."""

import re
from collections.abc import Callable, Mapping
from html import unescape

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from dialog.audit.models import AuditEvent
from dialog.jobs.actions import take_job
from dialog.jobs.models import Job
from dialog.jobs.work import Work, do_job
from dialog.picture.documents.actions import DRAFT_FILE, EDITION_FILES
from dialog.picture.documents.blocks import from_document
from dialog.picture.documents.models import DraftDocument
from dialog.picture.documents.names import every_name
from dialog.picture.documents.work import KINDS
from tests.factories import make_round
from tests.forms import hidden_fields
from tests.picture.speaking import NOW, draft, release, respond, write

SignedIn = Callable[..., FlaskClient]
PAGE = "/analyst/drafts/1/document"


@pytest.fixture
def analyst(session: Session, signed_in: SignedIn) -> FlaskClient:
    """Somebody with a draft of a round."""
    round = make_round(session)
    write(session, round, "Lampan är trasig", 30, cleared=True, answers={"Q2.T1": "very_big"})
    respond(session, round, 40, area="south")
    draft(session, round)
    session.commit()
    return signed_in("analyst")


def send(client: FlaskClient, address: str, *, page: str = PAGE, **values: str):
    """The form of a page with its token and revision, with what somebody chose."""
    return client.post(address, data={**hidden_fields(client.get(page).text), **values})


def do_next(app, session: Session, kinds: Mapping[str, Work] = KINDS) -> Job:
    """What the process of jobs would do."""
    sessions = app.extensions["sessions"]
    with sessions.begin() as own:
        job = take_job(own, worker="test", at=NOW)
        assert job is not None
        own.expunge(job)
    do_job(sessions, job, kinds)
    session.expire_all()
    return session.get_one(Job, job.id)


def test_the_document_of_a_new_draft_is_there_at_once_and_nothing_is_written(analyst: FlaskClient, session: Session):
    page = analyst.get(f"{PAGE}?lang=en").text
    assert page.count('<section class="stack" id=') == 16
    assert "Nobody has written this text yet" in page
    assert session.scalars(select(DraftDocument)).all() == []


def test_a_text_is_written_in_several_languages_and_shown_as_it_was_meant(analyst: FlaskClient):
    text = f"{PAGE}/blocks/b1"
    answer = send(
        analyst,
        f"{text}/text",
        page=text,
        **{"text-sv": "Ljuset är **viktigast**.\n\n- <script>alert(1)</script>", "text-ar": "الإنارة"},
    )
    assert answer.status_code == 303
    shown = analyst.get(f"{PAGE}/preview?version=full&audience=public&in=sv").text
    assert "<p>Ljuset är <strong>viktigast</strong>.</p>" in shown
    assert "<li>&lt;script&gt;alert(1)&lt;/script&gt;</li>" in shown
    arabic = analyst.get(f"{PAGE}/preview?in=ar").text
    assert 'class="document picture" lang="ar" dir="rtl"' in arabic
    assert "الإنارة" in arabic


def test_a_text_that_is_too_long_is_not_lost(analyst: FlaskClient):
    text = f"{PAGE}/blocks/b1"
    answer = send(analyst, f"{text}/text", page=text, **{"text-sv": "x" * 20_001})
    assert answer.status_code == 422
    assert "x" * 20_001 in answer.text


def test_blocks_are_moved_hidden_and_kept_from_the_public(analyst: FlaskClient, session: Session):
    for what in ("hide", "show", "keep", "shorten", "easy", "not-easy", "lengthen"):
        assert send(analyst, f"{PAGE}/blocks/b1", do=what).status_code == 303
    assert send(analyst, f"{PAGE}/blocks", section="summary", block="map:").status_code == 303
    moved = max(int(number) for number in re.findall(r'id="b(\d+)"', analyst.get(PAGE).text))
    send(analyst, f"{PAGE}/blocks/b{moved}", do="up")
    paper = from_document(session.scalars(select(DraftDocument)).one().content)
    ids = [block.id for block in paper.sections[0].blocks]
    assert ids.index(f"b{moved}") == len(ids) - 2
    first = paper.find("b1")
    assert first is not None and not first[1].public and not first[1].short
    assert send(analyst, f"{PAGE}/blocks/b{moved}", do="remove").status_code == 303
    assert f'id="b{moved}"' not in analyst.get(PAGE).text
    lines = session.scalars(select(AuditEvent.details).where(AuditEvent.action == "document changed")).all()
    assert len(lines) == 10


def test_what_two_people_change_at_once_is_not_lost(analyst: FlaskClient):
    before = hidden_fields(analyst.get(PAGE).text)
    send(analyst, f"{PAGE}/blocks/b1", do="hide")
    answer = analyst.post(f"{PAGE}/blocks/b2", data={**before, "do": "hide"}, follow_redirects=True)
    assert "Någon annan" in answer.text or "Somebody else has changed" in answer.text
    assert analyst.get(PAGE).text.count("is-hidden") == 1


@pytest.mark.parametrize(
    ("address", "values"),
    [
        (f"{PAGE}/blocks/b1", {"do": "explode"}),
        (f"{PAGE}/blocks", {"section": "summary", "block": "bars:of-raw-answers"}),
        (f"{PAGE}/files", {"kind": "exe"}),
        (f"{PAGE}/files", {"kind": "pdf", "version": "longest"}),
    ],
)
def test_what_nobody_offers_is_refused(analyst: FlaskClient, address: str, values: dict[str, str]):
    assert send(analyst, address, **values).status_code == 400


def test_a_released_document_is_locked_and_the_edition_has_its_public_part(
    analyst: FlaskClient, session: Session, client: FlaskClient
):
    text = f"{PAGE}/blocks/b1"
    send(analyst, f"{text}/text", page=text, **{"text-sv": "Det viktigaste är ljuset."})
    hidden = f"{PAGE}/blocks/b2"
    send(analyst, f"{hidden}/text", page=hidden, **{"text-sv": "Bara för oss."})
    send(analyst, f"{PAGE}/blocks/b2", do="keep")
    analyst.post("/analyst/drafts/1/release", data=hidden_fields(analyst.get("/analyst/drafts/1/release").text))
    for version in ("full", "short"):
        shown = client.get(f"/sv/pictures/1/{version}").text
        assert "Det viktigaste är ljuset." in shown
        assert "Bara för oss." not in shown
    fields = {**hidden_fields(analyst.get(text).text), "text-sv": "Något annat."}
    analyst.post(f"{text}/text", data=fields)
    assert "Något annat." not in client.get("/sv/pictures/1/full").text
    assert 'name="do"' not in analyst.get(PAGE).text


def test_a_file_of_a_draft_is_made_by_a_job_and_fetched(analyst: FlaskClient, session: Session, app):
    answer = send(analyst, f"{PAGE}/files", kind="docx", version="short", audience="internal", **{"in": "ar"})
    assert answer.status_code == 303
    waiting = analyst.get(answer.location)
    assert waiting.headers["Refresh"]
    assert (analyst.get(f"{answer.location}/file").status_code, waiting.status_code) == (404, 200)
    job = do_next(app, session)
    assert (job.kind, job.state, job.error) == (DRAFT_FILE, "done", "")
    done = analyst.get(answer.location)
    assert "Refresh" not in done.headers
    fetched = analyst.get(f"{answer.location}/file")
    assert fetched.headers["Content-Disposition"] == 'attachment; filename="draft-1-internal-short-ar.docx"'
    assert fetched.data.startswith(b"PK")


def test_work_that_waits_can_be_cancelled_from_its_page(analyst: FlaskClient, session: Session):
    answer = send(analyst, f"{PAGE}/files", kind="pdf")
    cancelled = send(analyst, f"{answer.location}/cancel", page=answer.location)
    assert cancelled.status_code == 303
    assert session.scalars(select(Job.state)).all() == ["cancelled"]
    page = analyst.get(answer.location)
    assert "Refresh" not in page.headers


def test_the_files_of_an_edition_are_made_once_and_kept_with_their_checksums(
    session: Session, app, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
):
    round = make_round(session)
    respond(session, round, 30)
    release(session, round)
    session.commit()
    monkeypatch.setattr("dialog.picture.documents.work._make_file", lambda _bound, name, internal: str(name).encode())
    assert do_next(app, session).kind == EDITION_FILES
    page = client.get("/sv/pictures/1").text
    for name in every_name(easy=False):
        assert client.get(f"/sv/pictures/1/files/{name}").data == str(name).encode()
        assert f"/sv/pictures/1/files/{name}" in page
    assert "easy-sv.pdf" not in page
    for missing in ("full-sv.exe", "full-xx.pdf", "easy-sv.pdf"):
        assert client.get(f"/sv/pictures/1/files/{missing}").status_code == 404


def test_the_page_of_a_document_asks_the_database_little_however_long_it_is(analyst: FlaskClient, app):
    asked: list[str] = []
    engine = app.extensions["sessions"].kw["bind"]
    event.listen(engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    analyst.get(PAGE)
    assert len([one for one in asked if one.lstrip().upper().startswith("SELECT")]) < 20


def test_an_edition_of_before_there_were_documents_has_one_all_the_same(session: Session, client: FlaskClient):
    round = make_round(session)
    respond(session, round, 30)
    made = release(session, round)
    made.content = {name: value for name, value in made.content.items() if name != "document"}
    session.commit()
    assert "Röster per område" in unescape(client.get("/sv/pictures/1/full").text)
    assert client.get("/sv/pictures/1/nonsense").status_code == 404
    assert client.get("/sv/pictures/9/full").status_code == 404

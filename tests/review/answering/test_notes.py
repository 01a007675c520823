"""Internal notes: each authority reads its own, and no other's."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.accounts.visibility import AUTHORITIES, MUNICIPALITY, POLICE
from dialog.review.notes.models import Note
from dialog.review.notes.queries import notes_about
from tests.forms import submit
from tests.review.factories import make_report, make_text


@pytest.fixture
def pages(session: Session) -> list[str]:
    """Of a text and of its report."""
    report = make_report(session)
    text = make_text(session, report_id=report.id, question="what")
    session.commit()
    return [f"/staff/texts/{text.id}", f"/staff/reports/{report.id}"]


def test_the_police_never_see_the_notes_of_the_municipality_and_the_other_way_round(signed_in, session, pages):
    clients = {one: signed_in("reviewer", authority=one) for one in AUTHORITIES}
    for page in pages:
        for authority, client in clients.items():
            sent = submit(client, page, {"note": f"Noted by {authority}."}, to=f"{page}/notes")
            assert sent.status_code == 303
        for authority, client in clients.items():
            shown = client.get(page).text
            assert [one for one in AUTHORITIES if f"Noted by {one}." in shown] == [authority]


def test_a_note_stays_with_the_authority_it_was_written_for(signed_in, session, pages):
    municipality, police = signed_in("reviewer"), signed_in("reviewer", authority=POLICE)
    submit(municipality, pages[0], {"note": "For us only."}, to=f"{pages[0]}/notes")
    writer = session.scalars(select(Staff).where(Staff.authority == MUNICIPALITY)).one()
    writer.authority = POLICE  # changes employers
    session.commit()
    assert "For us only." not in municipality.get(pages[0]).text
    assert "For us only." not in police.get(pages[0]).text
    note = session.scalars(select(Note)).one()
    assert notes_about(session, viewer=writer, text_ids=[note.text_id]) == []


def test_only_the_writer_removes_a_note_and_personal_words_are_warned_of(signed_in, session, pages):
    page = pages[0]
    writer, other = signed_in("reviewer"), signed_in("reviewer", "admin")
    writer.get("/staff/?lang=en")
    submit(writer, page, {"note": "Ring Anna Andersson på 070-174 06 05."}, to=f"{page}/notes")
    assert "may point to a person" in writer.get(page).text
    note = session.scalars(select(Note)).one()
    address = f"{page}/notes/{note.id}/off"
    assert submit(other, page, {}, to=address).status_code == 422
    assert submit(writer, page, {}, to=address).status_code == 303
    assert session.scalars(select(Note)).all() == []


def test_a_note_needs_words(signed_in, session, pages):
    client = signed_in("reviewer")
    for page in pages:
        assert submit(client, page, {"note": " "}, to=f"{page}/notes").status_code == 422
    assert session.scalars(select(Note)).all() == []

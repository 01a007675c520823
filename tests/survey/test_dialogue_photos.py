"""Photos sent with a dialogue."""

from dataclasses import replace
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from PIL import Image
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.places.models import Report
from dialog.survey.actions import keep_questionnaire
from dialog.survey.models import Response
from dialog.survey.questionnaire import Question, Questionnaire, Section
from dialog.texts.models import Photo
from tests.factories import make_round
from tests.forms import hidden_fields
from tests.survey.walks import WALKS

SHOW = Question("show", "photo", {"sv": "Visa en plats"})
SHORT = Questionnaire("kort", 1, {"sv": "Kort"}, (Section("s", {"sv": "Kort"}, (SHOW,)),))
LONG = replace(WALKS, sections=(*WALKS.sections, Section("show", {"sv": "Visa"}, (SHOW,))))


def picture() -> tuple[BytesIO, str]:
    file = BytesIO()
    Image.new("RGB", (320, 240), (90, 140, 90)).save(file, "JPEG")
    file.seek(0)
    return file, "plats.jpg"


@pytest.fixture
def page(session: Session) -> str:
    """The address of a dialogue on one page that asks for a photo."""
    make_round(session, slug="kort", questionnaire=keep_questionnaire(session, SHORT))
    session.commit()
    return "/sv/dialogue/kort"


def test_a_photo_belongs_to_the_voice_that_sent_it_and_waits_to_be_looked_at(
    client: FlaskClient, session: Session, page: str
) -> None:
    fields = hidden_fields(client.get(page).text)
    sent = client.post(page, data=fields | {"show": picture()}, content_type="multipart/form-data")
    assert 'id="receipt"' in sent.text
    report, response = session.scalars(select(Report)).one(), session.scalars(select(Response)).one()
    assert (report.response_id, report.answers) == (response.id, {"question": "show"})
    assert session.scalars(select(Photo.status)).one() == "new"


def test_what_is_no_photo_is_said_beside_its_question_and_nothing_is_stored(
    client: FlaskClient, session: Session, page: str
) -> None:
    fields = hidden_fields(client.get(page).text)
    wrong = (BytesIO(b"<script>alert(1)</script>"), "plats.jpg")
    sent = client.post(page, data=fields | {"show": wrong}, content_type="multipart/form-data")
    assert (sent.status_code, 'href="#show"' in sent.text) == (422, True)
    assert session.scalars(select(Response)).all() == []


def test_page_by_page_the_photo_is_asked_for_where_the_answers_are_sent_from(
    client: FlaskClient, session: Session
) -> None:
    make_round(session, slug="lang", questionnaire=keep_questionnaire(session, LONG))
    session.commit()
    fields = hidden_fields(client.get("/sv/dialogue/lang").text) | {"out": "yes", "when": "day", "page": "where"}
    closing = client.post("/sv/dialogue/lang", data=fields | {"seen": "town", "go": "next"})
    assert 'type="file" id="show"' in closing.text
    sending = hidden_fields(closing.text) | {"go": "send", "show": picture()}
    assert 'id="receipt"' in client.post("/sv/dialogue/lang", data=sending, content_type="multipart/form-data").text
    assert len(session.scalars(select(Photo)).all()) == 1

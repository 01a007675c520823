"""A photo with a report."""

from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from dialog.places.models import Report
from dialog.texts.models import Photo, PhotoOriginal
from tests.factories import make_round
from tests.forms import hidden_fields

PAGE = "/en/report"
SAID = {"feeling": "unsafe", "words": "Under the bridge", "what": "kept words"}
AGAIN = "Choose the photo again"


@pytest.fixture(autouse=True)
def a_round_is_open(session: Session) -> None:
    make_round(session)
    session.commit()


def picture(colour: str = "green", kind: str = "JPEG") -> bytes:
    file = BytesIO()
    Image.new("RGB", (320, 240), colour).save(file, kind)
    return file.getvalue()


def send(client: FlaskClient, data: bytes, fields: dict[str, str] | None = None, **changes: str) -> TestResponse:
    filled: dict[str, Any] = (fields or hidden_fields(client.get(PAGE).text)) | SAID | changes
    return post(client, PAGE, filled | {"photo": FileStorage(BytesIO(data), "IMG_20261122.jpg")})


def post(client: FlaskClient, address: str, data: dict[str, Any]) -> TestResponse:
    """As a browser sends a form with files."""
    boundary, body = encode_multipart(data)
    return client.post(address, data=body, content_type=f"multipart/form-data; boundary={boundary}")


def kept(session: Session, table: type) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0


def test_a_photo_is_kept_with_its_report_and_waits_for_a_reviewer(client: FlaskClient, session: Session) -> None:
    assert 'id="receipt"' in send(client, picture()).text
    photo = session.scalars(select(Photo)).one()
    assert photo.report_id == session.scalars(select(Report.id)).one()
    assert (photo.width, photo.height, photo.status) == (320, 240, "new")
    assert kept(session, PhotoOriginal) == 1


def test_the_photo_belongs_to_the_first_of_several_places(client: FlaskClient, session: Session) -> None:
    fields = hidden_fields(client.get(PAGE).text) | {"shape": "places", "area-2": "north"}
    send(client, picture(), fields)
    first = session.scalars(select(Report.id).where(Report.part_of.is_(None))).one()
    assert kept(session, Report) == 2 and session.scalars(select(Photo.report_id)).all() == [first]


def test_the_same_photo_sent_twice_is_kept_once_and_another_one_is_told_from_it(
    client: FlaskClient, session: Session
) -> None:
    fields = hidden_fields(client.get(PAGE).text)
    first, again = send(client, picture(), fields), send(client, picture(), fields)
    assert first.text == again.text and kept(session, Photo) == 1
    assert send(client, picture("red"), fields).status_code == 409
    assert post(client, PAGE, fields | SAID).status_code == 409


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"hello", "We could not read that as a photo."),
        (b"%PDF-1.7 " + picture(), "The file holds more than a photo."),
        (picture() + b"PK\x03\x04" + b"\x00" * 40, "The file holds more than a photo."),
        (b"x" * (12 * 1024 * 1024 + 1), "The photo is too large: choose one of at most 12 MB."),
    ],
)
def test_a_file_that_can_not_be_taken_gets_a_sentence_and_everything_else_stays(
    client: FlaskClient, session: Session, data: bytes, sentence: str
) -> None:
    sent = send(client, data)
    assert sent.status_code == 422 and sentence in sent.text and 'href="#photo"' in sent.text
    assert "kept words" in sent.text and AGAIN in sent.text
    assert kept(session, Report) == kept(session, Photo) == 0


def test_a_form_that_comes_back_asks_for_the_photo_again(client: FlaskClient) -> None:
    assert AGAIN in send(client, picture(), feeling="").text
    assert AGAIN in send(client, picture(), do="search", q="Kvarn").text
    assert AGAIN not in client.get(PAGE).text


def test_a_body_far_too_large_says_how_large_a_photo_may_be(client: FlaskClient, session: Session) -> None:
    sent = send(client, b"x" * (17 * 1024 * 1024))
    assert sent.status_code == 413 and "12 MB" in sent.text and kept(session, Report) == 0


def test_only_a_form_with_files_may_be_as_large_as_a_photo(app: Flask, client: FlaskClient) -> None:
    assert app.config["MAX_CONTENT_LENGTH"] < 5_000_000
    assert client.post(PAGE, data={"what": "x" * 5_000_000}).status_code == 413
    body = {"Q3_text": "x", "file": FileStorage(BytesIO(b"x" * 5_000_000), "x.jpg")}
    assert post(client, "/en/dialogue/trygg", body).status_code == 413

"""An administrator writes the codebook further, and a reviewer reads it, through the pages."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from dialog.review.codebook.queries import codebook_in_force, draft_of_codebook, versions
from tests.forms import submit

BOOK = "/admin/codebook"
DRAFT = f"{BOOK}/draft"


@pytest.fixture
def admin(signed_in) -> FlaskClient:
    client = signed_in("admin")
    client.get("/admin/?lang=en")
    return client


@pytest.fixture
def drafted(admin: FlaskClient) -> FlaskClient:
    assert submit(admin, BOOK, {}, to=DRAFT).status_code == 303
    return admin


def test_the_codebook_is_written_further_and_published(drafted, session: Session):
    added = submit(drafted, f"{DRAFT}/codes?topic=T9", {"topic": "T9", "label_sv": "Kameror", "label_en": "Cameras"},
                   to=f"{DRAFT}/codes")  # fmt: skip
    assert added.status_code == 303
    words = {"label_sv": "Ljus", "label_en": "Light", "examples_sv": "lykta, lampa"}
    assert submit(drafted, f"{DRAFT}/codes/T9.lighting", words).status_code == 303
    assert (
        submit(drafted, f"{DRAFT}/codes/T10.decay", {"do": "retire"}, to=f"{DRAFT}/codes/T10.decay/use").status_code
        == 303
    )
    focus = {"label_sv": "Tryggt torg", "label_en": "A safe square", "codes": ["T9", "T11"]}
    assert submit(drafted, f"{DRAFT}/focuses", focus).status_code == 303
    page = drafted.get(f"{DRAFT}/publish").text
    assert page.count("A series of figures begins.") == 2 and "The series of figures ends." in page
    undecided = submit(drafted, f"{DRAFT}/publish", {"reason": "Kameror nämns"})
    assert undecided.status_code == 422 and "T9.lighting: Say whether it means the same" in undecided.text
    done = submit(drafted, f"{DRAFT}/publish", {"reason": "Kameror nämns", "same_T9.lighting": "yes"})
    assert done.status_code == 303
    book = codebook_in_force(session)
    assert (book.version, book.code("T9.lighting").guide.examples["sv"]) == (2, ("lykta", "lampa"))
    assert book.code("T9.lighting").guide.examples["ar"], "words in other languages stay"
    kept = drafted.get(f"{BOOK}/versions/2").text
    assert "Kameror nämns" in kept and "Means the same: the series goes on." in kept
    assert "Decay" in drafted.get(f"{BOOK}/versions/1").text


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"label_sv": "", "label_en": "Cameras"}, "Write a label in Swedish and in English."),
        ({"label_sv": "Belysning", "label_en": "Lighting"}, "has this label already"),
        ({"label_sv": "x" * 121, "label_en": "Cameras"}, "Shorten this to at most 120 characters."),
        ({"label_sv": "Kameror", "label_en": "Cameras", "topic": "T99"}, "That code is not in the codebook"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(drafted, session, data, sentence):
    refused = submit(drafted, f"{DRAFT}/codes", {"topic": "T9", **data})
    assert refused.status_code == 422
    assert sentence in refused.text and 'value="' + data["label_en"] in refused.text
    draft = draft_of_codebook(session)
    assert draft is not None and draft.revision == 1


def test_a_draft_can_be_given_up(drafted, session):
    assert submit(drafted, BOOK, {}, to=f"{DRAFT}/discard").status_code == 303
    assert draft_of_codebook(session) is None and versions(session) == []


def test_somebody_who_looked_at_an_older_draft_is_told(drafted, session):
    old = {"revision": "1", "do": "retire"}
    assert submit(drafted, f"{DRAFT}/codes/T10", old, to=f"{DRAFT}/codes/T10/use").status_code == 303
    late = submit(drafted, f"{DRAFT}/codes/T9", {**old, "revision": "1"}, to=f"{DRAFT}/codes/T9/use")
    assert late.status_code == 303 and "Nothing was written" in drafted.get(BOOK).text


@pytest.mark.parametrize("address", [f"{DRAFT}/codes/T99", f"{DRAFT}/focuses/F9", f"{BOOK}/versions/7"])
def test_what_is_not_there_is_not_found(drafted, address):
    assert drafted.get(address).status_code == 404


@pytest.mark.parametrize("address", [f"{DRAFT}/codes", f"{DRAFT}/publish", f"{DRAFT}/codes/T1"])
def test_without_a_draft_there_is_nothing_to_change(admin, address):
    assert admin.get(address).status_code == 404


def test_reviewers_read_what_each_code_means(signed_in):
    reviewer = signed_in("reviewer")
    page = reviewer.get("/staff/codes?lang=sv").text
    assert "Dumpning" in page or "Dumping" in page
    assert "Skräp, dumpat avfall, övergivna fordon" in page
    assert reviewer.get(BOOK).status_code == 403

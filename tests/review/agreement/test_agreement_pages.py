"""A second coder and whoever settles, through the pages."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.review.agreement.queries import settlement_of
from dialog.review.coding.actions import add_code
from dialog.texts.models import Text
from tests.forms import submit
from tests.review.asking import statements
from tests.review.factories import AT, make_staff, make_text

AGREEMENT, DIFFERENCES = "/staff/codes/agreement", "/staff/codes/differences"


@pytest.fixture
def reviewer(signed_in) -> FlaskClient:
    client = signed_in("reviewer")
    client.get("/staff/codes?lang=en")
    return client


@pytest.fixture
def me(session: Session, reviewer: FlaskClient) -> int:
    return session.scalars(select(Staff.id).where(Staff.email == "reviewer@test.example")).one()


@pytest.fixture
def text(session: Session) -> Text:
    other = make_staff(session, "Olle Berg")
    text = make_text(session, "Karin säger att lampan är trasig.")
    text.masks = [{"start": 0, "end": 5, "label": "name"}]
    add_code(session, text, code="T9.lighting", stance="problem", by=other, at=AT)
    session.commit()
    return text


def draw(client: FlaskClient, me: int, **changes: str):
    return submit(
        client, AGREEMENT, {"coder": str(me), "round": "", "size": "10", **changes}, to="/staff/codes/samples"
    )


def test_a_second_coder_codes_what_was_drawn_without_seeing_the_first_ones_codes(reviewer, me, session, text):
    assert draw(reviewer, me).status_code == 303
    begun = reviewer.get("/staff/codes/samples/1", follow_redirects=False)
    assert begun.location == f"/staff/codes/samples/1/{text.id}"
    page = reviewer.get(begun.location).text
    assert "lampan är trasig" in page and "Karin" not in page
    assert 'class="chip"' not in page and "Olle Berg" not in page
    chosen = {"codes": ["T1"], "stance": "problem", "code_parts": []}
    assert submit(reviewer, begun.location, chosen, to=f"{begun.location}/codes").status_code == 303
    assert reviewer.get(f"{DIFFERENCES}/{text.id}").status_code == 404, "not before it is done"
    submit(reviewer, begun.location, {}, to=f"{begun.location}/done")
    assert reviewer.get("/staff/codes/samples/1").location.startswith(AGREEMENT)
    found = reviewer.get(f"{AGREEMENT}?sample=1").text
    assert "1 text has been coded by several." in found and "not reliable" in found
    assert submit(reviewer, begun.location, chosen, to=f"{begun.location}/codes").status_code == 409


def test_a_difference_is_settled_with_a_reason(reviewer, me, session, text):
    add_code(session, text, code="T1", stance="problem", by=me, at=AT)
    session.commit()
    assert "2 codes not used by all" in reviewer.get(DIFFERENCES).text
    address = f"{DIFFERENCES}/{text.id}"
    page = reviewer.get(address).text
    assert "Olle Berg" in page and "[name]" in page and "Karin" not in page
    refused = submit(reviewer, address, {"codes": ["T9.lighting problem"], "reason": ""})
    assert refused.status_code == 422 and "Write why" in refused.text
    assert re.search(r'value="T9.lighting problem"[^>]* checked', refused.text)
    more = {"codes": ["T9.lighting problem"], "more_code": "T11.worry", "more_stance": "problem", "reason": "Ljus"}
    assert submit(reviewer, address, more).status_code == 303
    settled = settlement_of(session, text.id)
    assert settled is not None and settled[1] == {("T9.lighting", "problem"), ("T11.worry", "problem")}
    assert "Nothing is to be settled" in reviewer.get(DIFFERENCES).text
    assert "reviewer settled its codes" in reviewer.get(f"/staff/texts/{text.id}").text
    assert submit(reviewer, address, {}, to=f"{address}/off").status_code == 303
    session.expire_all()
    assert settlement_of(session, text.id) is None


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"size": "0"}, "Write a number from 1 to 500."),
        ({"size": "x"}, "Write a number"),
        ({"coder": ""}, "Choose who"),
    ],
)
def test_a_draw_that_cannot_be_is_refused_in_a_sentence(reviewer, me, text, changes, sentence):
    refused = draw(reviewer, me, **changes)
    assert refused.status_code == 422 and sentence in refused.text


def test_somebody_elses_draw_is_not_there(reviewer, me, text, signed_in):
    draw(reviewer, me)
    other = signed_in("admin", "reviewer")
    for address in ("/staff/codes/samples/1", f"/staff/codes/samples/1/{text.id}"):
        assert other.get(address).status_code == 404


def test_the_list_of_differences_asks_as_many_questions_for_many_texts_as_for_one(app, reviewer, me, session, text):
    other = session.scalars(select(Staff.id).where(Staff.email == "olle@test.example")).one()
    add_code(session, text, code="T1", stance="problem", by=me, at=AT)
    session.commit()
    with statements(app) as one:
        reviewer.get(DIFFERENCES)
    for _ in range(8):
        more = make_text(session)
        for by, code in ((me, "T1"), (other, "T9")):
            add_code(session, more, code=code, stance="problem", by=by, at=AT)
    session.commit()
    with statements(app) as many:
        reviewer.get(DIFFERENCES)
    assert len(many) == len(one)

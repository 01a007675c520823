"""The pages of what is alike: suggested, kept together, bursts, and what was done at once."""

import re
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from dialog.review.alike.models import AlikeGroup, JointStep
from dialog.survey.models import Response
from dialog.texts.models import Text
from tests.forms import submit
from tests.review.alike.sayings import ANOTHER, FEW_WORDS, PETITION, PETITION_AGAIN
from tests.review.factories import DAY, make_exact_point, make_report, make_response, make_text, the_round

MANY = {f"Q{number}": "yes" for number in range(9)}


@pytest.fixture
def reviewer(signed_in) -> FlaskClient:
    client = signed_in("reviewer")
    client.get("/staff/?lang=en")
    return client


def post(client: FlaskClient, page: str, address: str, **fields: Any) -> Any:
    return submit(client, page, fields, to=address)


def fresh(session: Session, item: Any) -> Any:
    session.expire_all()
    return session.get_one(type(item), item.id)


def quiet_days(session: Session, number: int = 25) -> None:
    """One voice a day."""
    for day in range(number):
        make_text(session, f"{ANOTHER} {day}", received_on=DAY + timedelta(days=day))
        session.query(Response).filter_by(received_on=DAY).update({"received_on": DAY + timedelta(days=day)})


def flood(session: Session, number: int = 12) -> list[Text]:
    """So many voices that write nearly the same, and answer the same, on one day."""
    on = DAY + timedelta(days=20)
    texts = []
    for one in range(number):
        response = make_response(session, received_on=on, answers=MANY)
        words = PETITION if one % 2 else PETITION_AGAIN
        texts.append(make_text(session, words, response_id=response.id, received_on=on))
    session.commit()
    return texts


def test_texts_are_compared_on_demand_and_those_that_are_alike_kept_together(reviewer, session):
    texts = [make_text(session, PETITION), make_text(session, PETITION_AGAIN), make_text(session, ANOTHER)]
    session.commit()
    assert "6 texts or answers have come" in reviewer.get("/staff/alike").text
    assert post(reviewer, "/staff/alike", "/staff/alike/compare").status_code == 303
    page = reviewer.get("/staff/alike").text
    assert "2 texts" in page and "have come that" not in page
    first = re.search(r"/staff/alike/texts/([0-9a-f-]{36})", page)
    assert first and first[1] in {str(texts[0].id), str(texts[1].id)}
    likes = f"/staff/alike/texts/{first[1]}"
    other = next(one for one in texts[:2] if str(one.id) != first[1])
    assert other.id.hex in reviewer.get(likes).text and texts[2].id.hex not in reviewer.get(likes).text
    assert submit(reviewer, likes, {"with": other.id.hex}).status_code == 303
    group = session.scalars(select(AlikeGroup)).one()
    page = reviewer.get(f"/staff/alike/groups/{group.id}").text
    assert "2 that are kept together" in page and "kvarngatan" in page.casefold()


def test_nothing_ticked_is_said_and_changes_nothing(reviewer, session):
    text = make_text(session, PETITION)
    make_text(session, PETITION_AGAIN)
    session.commit()
    answer = submit(reviewer, f"/staff/alike/texts/{text.id}", {"with": []})
    assert answer.status_code == 422 and "Choose at least two" in answer.text


@pytest.fixture
def group(reviewer, session) -> str:
    """The address of three texts that are kept together."""
    texts = [make_text(session, PETITION), make_text(session, PETITION), make_text(session, PETITION_AGAIN)]
    session.commit()
    others = [one.id.hex for one in texts[1:]]
    submit(reviewer, f"/staff/alike/texts/{texts[0].id}", {"with": others})
    return f"/staff/alike/groups/{session.scalars(select(AlikeGroup.id)).one()}"


def texts_in(session: Session, status: str) -> int:
    session.expire_all()
    return session.query(Text).filter_by(status=status).count()


def test_a_group_is_accepted_and_that_is_undone_at_once(reviewer, session, group):
    assert post(reviewer, group, f"{group}/decision", do="accept").status_code == 303
    assert texts_in(session, "accepted") == 3
    page = reviewer.get(group).text
    assert "Accepted together" in page and "Undo all of it" in page
    step = session.scalars(select(JointStep.id)).one()
    assert "Accepted together" in reviewer.get(f"/staff/together/{step}").text
    assert post(reviewer, group, f"/staff/together/{step}/undo").status_code == 303
    assert texts_in(session, "new") == 3
    assert "undone" in reviewer.get(group).text
    again = post(reviewer, group, f"/staff/together/{step}/undo")
    assert again.status_code == 422 and "undone already" in again.text


def test_one_is_taken_out_and_a_group_is_dissolved(reviewer, session, group):
    one = re.search(r'name="item" value="([0-9a-f]{32})"', reviewer.get(group).text)
    assert one and post(reviewer, group, f"{group}/members", do="leave", item=one[1]).status_code == 303
    assert "2 that are kept together" in reviewer.get(group).text
    answer = post(reviewer, group, f"{group}/decision", do="dissolve")
    assert answer.status_code == 303 and "/staff/alike?round=" in answer.location
    assert reviewer.get(group).status_code == 404


def test_the_list_asks_no_more_often_for_many_than_for_few(reviewer, session, group, app):
    def asked() -> int:
        count = 0

        def note(*_: Any) -> None:
            nonlocal count
            count += 1

        engine = app.extensions["sessions"].kw["bind"]
        event.listen(engine, "before_cursor_execute", note)
        reviewer.get(group)
        event.remove(engine, "before_cursor_execute", note)
        return count

    reviewer.get(group)
    few = asked()
    head = session.scalars(select(AlikeGroup.head_id)).one()
    more = [make_text(session, PETITION).id.hex for _ in range(12)]
    session.commit()
    submit(reviewer, f"/staff/alike/texts/{head}", {"with": more})
    assert asked() <= few + 1


def test_reports_of_the_same_spot_are_kept_together(reviewer, session):
    first, second = make_report(session), make_report(session)
    for one in (first, second):
        make_exact_point(session, one)
    session.commit()
    page = reviewer.get(f"/staff/alike/reports/{first.id}").text
    assert "within 25 metres" in page and "on the same day" in page
    assert submit(reviewer, f"/staff/alike/reports/{first.id}", {"with": second.id.hex}).status_code == 303
    assert session.scalars(select(AlikeGroup.kind)).one() == "report"


def test_a_duplicate_is_taken_back_from_its_page(reviewer, session):
    first, second = make_text(session, PETITION), make_text(session, PETITION, status="accepted")
    session.commit()
    page = f"/staff/texts/{second.id}/duplicate"
    submit(reviewer, page, {"chosen": first.id.hex})
    assert fresh(session, second).status == "duplicate"
    answer = post(reviewer, page, f"/staff/alike/texts/{second.id}/no-duplicate")
    assert answer.status_code == 303 and fresh(session, second).status == "accepted"
    assert "saw that it is no duplicate" in reviewer.get(f"/staff/texts/{second.id}").text
    again = post(reviewer, page, f"/staff/alike/texts/{second.id}/no-duplicate")
    assert again.status_code == 422


def test_a_burst_shows_as_a_day_as_texts_and_as_answers(reviewer, session):
    quiet_days(session)
    flood(session)
    post(reviewer, "/staff/bursts", "/staff/alike/compare")
    page = reviewer.get("/staff/bursts").text
    assert "no proof of abuse" in page and "12 of 12" in page
    for kind in ("day", "texts", "answers"):
        assert f"/staff/bursts/{kind}?" in page, kind
    assert "/staff/bursts/words?" not in page


def test_few_words_that_many_write_are_a_burst_only_when_they_come_together(reviewer, session):
    quiet_days(session)
    for day in range(20):
        make_text(session, FEW_WORDS, received_on=DAY + timedelta(days=day))
    session.commit()
    post(reviewer, "/staff/bursts", "/staff/alike/compare")
    assert "/staff/bursts/words?" not in reviewer.get("/staff/bursts").text
    session.query(Text).filter_by(original=FEW_WORDS).update({"received_on": DAY})
    session.commit()
    assert "/staff/bursts/words?" in reviewer.get("/staff/bursts").text


def address_in(page: str, kind: str) -> str:
    found = re.search(rf'href="(/staff/bursts/{kind}\?[^"]+)"', page)
    assert found
    return found[1].replace("&amp;", "&")


def test_a_burst_is_set_aside_after_a_look_at_what_goes_along_and_restored_at_once(reviewer, session):
    quiet_days(session)
    texts = flood(session)
    make_report(session, response_id=texts[0].response_id)
    texts[0].status = "accepted"
    session.commit()
    post(reviewer, "/staff/bursts", "/staff/alike/compare")
    burst = address_in(reviewer.get("/staff/bursts").text, "texts")
    preview = reviewer.get(f"{burst}&preview=1").text
    assert "Set 12 voices aside as spam?" in preview
    assert "texts 12, of which accepted 1; reports 1." in preview
    fields = dict(re.findall(r'<input type="hidden" name="(round|from|to|of|number)" value="([^"]*)"', preview))
    assert post(reviewer, burst, "/staff/bursts/texts/aside", **fields).status_code == 303
    session.expire_all()
    assert session.query(Response).filter_by(set_aside=True).count() == 12
    assert "0 voices that are not set aside" in reviewer.get(burst).text
    step = session.scalars(select(JointStep.id)).one()
    post(reviewer, burst, f"/staff/together/{step}/undo")
    session.expire_all()
    assert session.query(Response).filter_by(set_aside=True).count() == 0
    assert fresh(session, texts[0]).status == "accepted"


def test_voices_of_a_burst_are_set_aside_one_by_one(reviewer, session):
    quiet_days(session)
    texts = flood(session)
    post(reviewer, "/staff/bursts", "/staff/alike/compare")
    burst = address_in(reviewer.get("/staff/bursts").text, "answers")
    page = reviewer.get(burst).text
    fields = dict(re.findall(r'<input type="hidden" name="(round|from|to|of)" value="([^"]*)"', page))
    post(reviewer, burst, "/staff/bursts/answers/aside", **fields, text=texts[3].id.hex)
    set_aside = session.scalars(select(Response.id).where(Response.set_aside)).all()
    assert set_aside == [texts[3].response_id]


def test_a_burst_that_has_grown_since_it_was_looked_at_is_not_set_aside(reviewer, session):
    quiet_days(session)
    flood(session)
    post(reviewer, "/staff/bursts", "/staff/alike/compare")
    burst = address_in(reviewer.get("/staff/bursts").text, "day")
    page = reviewer.get(f"{burst}&preview=1").text
    fields = dict(re.findall(r'<input type="hidden" name="(round|from|to|channel|number)" value="([^"]*)"', page))
    flood(session, 1)
    answer = post(reviewer, burst, "/staff/bursts/day/aside", **fields)
    assert answer.status_code == 409
    assert session.query(Response).filter_by(set_aside=True).count() == 0


@pytest.mark.parametrize(
    "address", ["day", "day?round=1&from=x&to=y&channel=web", "texts?round=1&from=2026-01-01&to=2026-01-02", "x"]
)
def test_an_address_of_no_burst_is_none(reviewer, session, address):
    the_round(session)
    session.commit()
    assert reviewer.get(f"/staff/bursts/{address}").status_code == 404

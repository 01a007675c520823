"""Planning a round that asks colleagues, on the pages where rounds are planned."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.accounts.passwords.hashing import is_password
from dialog.audit.models import AuditEvent
from dialog.survey.actions import NotPossible, keep_questionnaire, open_round, submit_response
from dialog.survey.colleagues.actions import ask_colleagues, ask_residents
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.default_staff_dialogue import staff_dialogue
from dialog.survey.models import OPEN, PLANNED, RESIDENTS, STAFF, Round, StaffDialogue
from dialog.survey.queries import find_questionnaire, find_round, staff_rounds_of
from dialog.survey.readiness import hindrances
from tests.factories import PHRASE, make_round, make_staff_round
from tests.forms import submit

TODAY = date.today()
NEW = "/admin/rounds/new"


@pytest.fixture
def admin(signed_in):
    return signed_in("admin")


@pytest.fixture
def for_whom(session: Session) -> Round:
    round = make_round(session)
    keep_questionnaire(session, staff_dialogue())
    session.commit()
    return round


def filled(session: Session, for_whom: Round, **changes):
    questionnaire = find_questionnaire(session, "staff-dialogue")
    assert questionnaire
    return {
        "title-sv": "Kollegor",
        "slug": "kollegor",
        "area": for_whom.area_id,
        "level": "district",
        "questionnaire": questionnaire.id,
        "languages": ["sv", "en"],
        "completeness": "100",
        "opens_on": TODAY.isoformat(),
        "closes_on": (TODAY + timedelta(days=30)).isoformat(),
        "audience": "staff",
        "belongs_to": for_whom.id,
        "phrase": PHRASE,
    } | changes


def test_a_round_of_colleagues_is_planned_and_opened_and_its_phrase_is_kept_unreadable(session, admin, for_whom):
    assert submit(admin, NEW, filled(session, for_whom)).status_code == 303
    found = find_round(session, "kollegor")
    asked = session.get_one(StaffDialogue, found.id)
    assert (found.audience, asked.belongs_to_id, found.state) == (STAFF, for_whom.id, PLANNED)
    assert asked.phrase_hash.startswith("$argon2id$") and is_password(asked.phrase_hash, "blå hästar äter havregryn")
    page = f"/admin/rounds/{found.id}"
    assert submit(admin, page, {}, to=f"{page}/open").status_code == 303
    session.refresh(found)
    assert found.state == OPEN
    assert "/sv/colleagues/kollegor" in admin.get(page).text
    assert "havregryn" not in admin.get(page).text + admin.get(f"{page}/change").text
    told = session.scalars(select(AuditEvent).where(AuditEvent.action == "phrase set")).one()
    assert "havregryn" not in str(vars(told))


@pytest.mark.parametrize(
    ("changes", "field"), [({"belongs_to": ""}, "belongs_to"), ({"phrase": "kort fras"}, "phrase")]
)
def test_what_is_missing_is_said_beside_it(session, admin, for_whom, changes, field):
    answer = submit(admin, NEW, filled(session, for_whom, **changes))
    assert answer.status_code == 422 and f'href="#{field}"' in answer.text


def test_without_a_phrase_it_is_planned_and_does_not_open(session, admin, for_whom):
    assert submit(admin, NEW, filled(session, for_whom, phrase="")).status_code == 303
    found = find_round(session, "kollegor")
    assert [one.what for one in hindrances(session, found, today=TODAY)] == ["no_phrase"]
    with pytest.raises(NotPossible, match="phrase"):
        open_round(session, found)


def test_colleagues_are_not_asked_to_point_at_places(session, admin, for_whom):
    questionnaire = keep_questionnaire(session, default_questionnaire())
    found = make_staff_round(session, opened=False, questionnaire=questionnaire)
    assert "spots_asked" in [one.what for one in hindrances(session, found, today=TODAY)]
    with pytest.raises(NotPossible, match="places or photos"):
        open_round(session, found)


def test_an_empty_phrase_keeps_the_one_there_is_and_a_new_one_takes_its_place(session, admin, for_whom):
    found = make_staff_round(session)
    session.commit()
    for phrase, works in (("", PHRASE), ("regnet slår mot rutan", "regnet slår mot rutan")):
        changed = filled(session, for_whom, phrase=phrase, slug=found.slug)
        assert submit(admin, f"/admin/rounds/{found.id}/change", changed).status_code == 303
        session.expire_all()
        assert is_password(session.get_one(StaffDialogue, found.id).phrase_hash, works)


def test_whom_a_round_asks_stays_once_it_is_open(session, for_whom):
    found = make_staff_round(session)
    with pytest.raises(NotPossible, match="open"):
        ask_residents(session, found)
    with pytest.raises(NotPossible, match="open"):
        ask_colleagues(session, for_whom, belongs_to=make_round(session, slug="annan"), phrase=PHRASE)
    assert (found.audience, for_whom.audience) == (STAFF, RESIDENTS)


def test_a_round_that_has_not_opened_can_ask_residents_after_all(session, for_whom):
    found = make_staff_round(session, opened=False)
    ask_residents(session, found)
    assert found.audience == RESIDENTS and not staff_rounds_of(session, for_whom)


def test_a_staff_round_belongs_to_a_round_of_residents_only(session, for_whom):
    first = make_staff_round(session)
    other = make_round(session, slug="tredje", opened=False)
    with pytest.raises(NotPossible):
        ask_colleagues(session, other, belongs_to=first, phrase=PHRASE)


def test_analysts_make_no_picture_of_it_and_it_stands_in_none_of_their_lists(session, signed_in, for_whom):
    found = make_staff_round(session)
    session.commit()
    analyst = signed_in("analyst")
    assert "Kollegor i Provby" not in analyst.get("/analyst/").text
    for page in ("crosstab", "coverage", "voices", "findings"):
        assert analyst.get(f"/analyst/rounds/{found.id}/{page}").status_code == 404, page
    token = submit(analyst, "/analyst/", {}, to=f"/analyst/rounds/{found.id}/drafts")
    assert token.status_code == 404


def test_reviewers_see_that_a_colleague_wrote(session, signed_in, for_whom):
    found = make_staff_round(session)
    same: dict[str, Any] = {"area_id": None, "answers": {"S1": "care"}, "on": TODAY, "language": "sv", "channel": "web"}
    submit_response(session, round=found, texts={"S3": "Mörkt vid entrén."}, audience=STAFF, **same)
    session.commit()
    reviewer = signed_in("reviewer")
    page = reviewer.get("/staff/?lang=en").text
    assert "Mörkt vid entrén." in page and "From a colleague" in page

"""Pages where rounds are planned, opened, followed and ended."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dialog.survey.actions import keep_questionnaire, submit_response
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.models import ENDED, OPEN, PLANNED, Round
from dialog.survey.queries import find_round
from dialog.survey.texts import change_texts
from tests.factories import make_round
from tests.forms import submit

TODAY = date.today()
DAYS = {"opens_on": TODAY.isoformat(), "closes_on": (TODAY + timedelta(days=30)).isoformat()}
NEW = "/admin/rounds/new"


@pytest.fixture
def admin(signed_in):
    return signed_in("admin")


@pytest.fixture
def last_year(session) -> Round:
    """A round that has ended, from which the next can be copied."""
    found = make_round(session, slug="trygg-2025")
    found.state = ENDED
    session.commit()
    return found


def filled(last_year: Round, **changes):
    """A form that says all it must."""
    return {
        "title-sv": "Trygg igen",
        "slug": "igen",
        "area": last_year.area_id,
        "level": "district",
        "questionnaire": last_year.questionnaire_id,
        "languages": ["sv", "en"],
        "completeness": "100",
        **DAYS,
    } | changes


def plan(admin, last_year, **changes):
    return submit(admin, NEW, filled(last_year, **changes))


def step(admin, found: Round, name: str, **data):
    return submit(admin, f"/admin/rounds/{found.id}", data, to=f"/admin/rounds/{found.id}/{name}")


def answer(session, round: Round, times: int = 1) -> None:
    for _ in range(times):
        submit_response(
            session, round=round, language="sv", channel="web", area_id=None, answers={}, texts={}, on=TODAY
        )
    session.commit()


def without_arabic(session, share: int = 2):
    """A questionnaire of which every so-many-th text is missing in Arabic."""
    numbers = iter(range(10_000))

    def strip(_path, words):
        return {tag: text for tag, text in words.items() if tag != "ar" or next(numbers) % share}

    return keep_questionnaire(session, replace(change_texts(default_questionnaire(), strip), id="halv"))


def test_a_round_is_planned_opened_and_ended_without_a_programmer(session, admin, last_year):
    assert plan(admin, last_year).status_code == 303
    found = find_round(session, "igen")
    assert (found.state, found.title, found.languages) == (PLANNED, {"sv": "Trygg igen"}, ["sv", "en"])
    for name, state in (("open", OPEN), ("end", ENDED)):
        assert step(admin, found, name).status_code == 303
        session.refresh(found)
        assert found.state == state


def test_the_first_page_says_that_there_is_no_round(admin):
    assert "There is no round yet." in admin.get("/admin/rounds?lang=en").text


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title-sv": ""}, "Write the title in the main language."),
        ({"slug": "Trygg i stan"}, "Use a to z, digits and hyphens"),
        ({"slug": "2026"}, "not digits alone"),
        ({"slug": "trygg-2025"}, "There is a round with this address already."),
        ({"closes_on": "2001-01-01"}, "The last day lies before the first."),
        ({"opens_on": "soon"}, "Not a valid date value."),
        ({"languages": []}, "Choose at least one language."),
        ({"completeness": "101"}, "0 to 100"),
        ({"level": ""}, "Choose which areas people choose among."),
    ],
)
def test_what_is_wrong_with_a_plan_is_said_beside_it_and_nothing_is_lost(admin, last_year, changes, sentence):
    admin.get("/admin/rounds?lang=en")
    answered = plan(admin, last_year, **({"purpose-sv": "Det jag skrev"} | changes))
    assert (answered.status_code, sentence in answered.text) == (422, True)
    assert "Det jag skrev" in answered.text


def test_last_years_round_is_a_plan_for_this_year_but_for_its_days_and_address(admin, last_year):
    page = admin.get(f"{NEW}?copy={last_year.id}").text
    assert "Trygg i Provby" in page
    assert f'value="trygg-{TODAY.year}"' in page
    assert 'value="2026-12-31"' not in page


def test_what_hinders_a_round_from_opening_is_said_and_nothing_opens(session, admin):
    found = make_round(
        session, opened=False, area_kind="village", closes_on=TODAY - timedelta(days=1), opens_on=date(2020, 1, 1)
    )
    session.commit()
    answered = step(admin, found, "open", lang="en")
    session.refresh(found)
    assert (answered.status_code, found.state) == (422, PLANNED)
    page = admin.get(f"/admin/rounds/{found.id}?lang=en").text
    assert "No area is of the level" in page
    assert "The last day has passed" in page


def test_a_language_with_gaps_opens_only_when_somebody_says_so(session, admin):
    found = make_round(session, opened=False, questionnaire=without_arabic(session))
    session.commit()
    assert step(admin, found, "open").status_code == 422
    assert step(admin, found, "open", accept="ar").status_code == 303
    session.refresh(found)
    assert found.state == OPEN


def test_a_language_that_is_complete_enough_opens_without_a_word(session, admin):
    found = make_round(session, opened=False, questionnaire=without_arabic(session, share=20), completeness=90)
    session.commit()
    assert step(admin, found, "open").status_code == 303


def test_the_first_answer_locks_what_is_asked_of_whom_but_not_the_words_about_it(session, admin):
    found = make_round(session, slug="igen")
    other = keep_questionnaire(session, replace(default_questionnaire(), version=2))
    answer(session, found)
    change = f"/admin/rounds/{found.id}/change"
    assert submit(admin, change, filled(found, **{"title-sv": "Rättad"})).status_code == 303
    session.refresh(found)
    assert found.title == {"sv": "Rättad"}
    assert submit(admin, change, filled(found, questionnaire=other.id)).status_code == 422
    session.refresh(found)
    assert found.questionnaire_id != other.id


def test_how_it_is_going_is_told_in_steps_of_five(session, admin):
    found = make_round(session)
    answer(session, found, times=13)
    page = admin.get(f"/admin/rounds/{found.id}?lang=en").text
    assert '<td class="num">10</td>' in page
    assert ">13<" not in page


def test_only_administrators_plan_rounds(signed_in):
    assert signed_in("facilitator").get(NEW).status_code == 403

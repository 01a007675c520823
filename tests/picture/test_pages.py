"""Anybody reads released editions; analysts draft and release them; facilitators fetch them."""

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.audit.models import AuditEvent
from dialog.picture.models import Draft, Release
from dialog.survey.models import Response
from dialog.survey.queries import find_round
from tests.factories import make_round
from tests.forms import hidden_fields
from tests.picture.speaking import release, report, respond, set_aside, write

SignIn = Callable[..., FlaskClient]


@pytest.fixture
def round_id(session: Session) -> int:
    round = make_round(session)
    write(session, round, "Lampan är <trasig>", 40, cleared=True, answers={"Q2.T1": "very_big", "Q1.b": "very_unsafe"})
    respond(session, round, 40, area="south", answers={"Q2.T1": "small", "Q1.b": "very_safe"})
    respond(session, round, 12, area="west", answers={"Q2.T1": "small"})
    report(session, round, 20, category="Light/Lamp")
    session.commit()
    return round.id


@pytest.fixture
def edition(session: Session, round_id: int) -> int:
    number = release(session, find_round(session, "trygg")).edition
    session.commit()
    return number


@pytest.mark.parametrize("tag", ["sv", "en", "ar"])
def test_anybody_reads_an_edition_in_every_language(client: FlaskClient, edition: int, tag: str):
    page = client.get(f"/{tag}/pictures/{edition}")
    assert page.status_code == 200
    assert f'lang="{tag}"' in page.text
    assert "Set-Cookie" not in page.headers
    assert page.text.count("<h1") == 1


def test_an_edition_links_to_its_files_in_the_pages_language(client: FlaskClient, edition: int):
    text = client.get(f"/ar/pictures/{edition}").text
    for kind in ("xlsx", "csv", "geojson", "json"):
        address = f"/api/v1/pictures/{edition}.{kind}?lang=ar"
        assert address in text
        assert client.get(address).status_code == 200


def test_a_quote_is_shown_as_text_in_its_own_language_and_direction(client: FlaskClient, edition: int):
    text = client.get(f"/en/pictures/{edition}").text
    assert "Lampan är &lt;trasig&gt;" in text
    assert '<blockquote lang="sv" dir="auto">' in text


def test_an_area_with_few_voices_is_hatched_and_never_zero(client: FlaskClient, edition: int):
    heat = client.get(f"/en/pictures/{edition}").text.partition('<table class="heat')[2]
    row = re.search(r"<th scope=\"row\">Traffic.*?</tr>", heat, re.DOTALL)
    assert row is not None
    west = re.search(r'<td data-label="Västerby"([^>]*)>(.*?)</td>', row[0], re.DOTALL)
    assert west is not None
    assert 'data-cell="few"' in west[1]
    assert "too little data" in west[2]


def test_the_honest_sentence_the_rule_and_the_imported_mark_stand_on_the_page(client: FlaskClient, edition: int):
    text = client.get(f"/en/pictures/{edition}").text
    assert "not how large a part of the residents think so" in text
    assert "Least number of voices behind a figure: 5." in text
    assert "One voice can name several." in text
    assert "<b>Imported</b>" in text
    assert "%" not in re.sub(r"<svg.*?</svg>", "", text, flags=re.DOTALL)


def test_an_edition_that_is_not_there_is_not_found(client: FlaskClient):
    assert client.get("/sv/pictures/7").status_code == 404


def test_an_older_edition_leads_to_the_newer(client: FlaskClient, session: Session, edition: int):
    second = release(session, find_round(session, "trygg")).edition
    session.commit()
    assert f"/sv/pictures/{second}" in client.get(f"/sv/pictures/{edition}").text
    listed = client.get("/sv/pictures/").text
    assert listed.index(f"/sv/pictures/{second}") < listed.index(f"/sv/pictures/{edition}")


def test_before_the_first_release_the_list_says_so(client: FlaskClient):
    assert "No situation picture has been released yet." in client.get("/en/pictures/").text


def test_an_analyst_drafts_looks_and_releases(signed_in: SignIn, session: Session, round_id: int):
    analyst = signed_in("analyst")
    drafted = act(analyst, "/analyst/", f"/analyst/rounds/{round_id}/drafts")
    assert drafted.status_code == 303
    page = analyst.get(drafted.location)
    assert page.status_code == 200
    confirm = f"{drafted.location}/release"
    assert confirm in page.text
    assert act(analyst, confirm, confirm).status_code == 303
    assert session.scalar(select(func.count()).select_from(Release)) == 1
    assert "/pictures/1" in analyst.get("/analyst/releases").text
    actions = session.scalars(select(AuditEvent.action).where(AuditEvent.staff_id.is_not(None))).all()
    assert {"picture drafted", "picture released"} <= set(actions)


def test_a_released_draft_is_not_released_again(signed_in: SignIn, session: Session, round_id: int):
    analyst = signed_in("analyst")
    location = act(analyst, "/analyst/", f"/analyst/rounds/{round_id}/drafts").location
    for _ in range(2):
        answer = act(analyst, f"{location}/release", f"{location}/release")
    assert answer.location == location
    assert 'role="status"' in analyst.get(location).text
    assert session.scalar(select(func.count()).select_from(Release)) == 1


def test_releasing_takes_a_post_from_our_own_form(signed_in: SignIn, session: Session, round_id: int):
    analyst = signed_in("analyst")
    location = act(analyst, "/analyst/", f"/analyst/rounds/{round_id}/drafts").location
    assert analyst.get(f"{location}/release").status_code == 200
    assert analyst.post(f"{location}/release").status_code == 400
    assert session.scalar(select(func.count()).select_from(Release)) == 0


def test_voices_are_listed_page_by_page_without_what_they_say(signed_in: SignIn, session: Session, round_id: int):
    analyst, address = signed_in("analyst"), f"/analyst/rounds/{round_id}/voices"
    seen: set[str] = set()
    while address:
        page = analyst.get(address)
        assert "very_big" not in page.text
        assert "trasig" not in page.text
        found = set(re.findall(rf"/rounds/{round_id}/voices/([0-9a-f-]+)/aside", page.text))
        assert not found & seen
        seen |= found
        following = re.search(r'<a href="([^"]+)" rel="next"', page.text)
        address = following[1] if following else ""
    assert len(seen) == session.scalar(select(func.count()).select_from(Response)) == 92


def test_a_voice_is_set_aside_as_spam_and_restored(signed_in: SignIn, session: Session, round_id: int):
    analyst, address = signed_in("analyst"), f"/analyst/rounds/{round_id}/voices"
    voice = session.scalars(select(Response.id)).first()
    assert act(analyst, address, f"{address}/{voice}/aside").status_code == 303
    assert _set_aside(session) == [voice]
    assert act(analyst, address, f"{address}/{voice}/aside").status_code == 303
    assert act(analyst, address, f"{address}/{voice}/restore").status_code == 303
    assert _set_aside(session) == []


def test_a_voice_of_another_round_is_not_found(signed_in: SignIn, session: Session, round_id: int):
    other = make_round(session, slug="other")
    session.commit()
    voice = session.scalars(select(Response.id)).first()
    own, address = f"/analyst/rounds/{round_id}/voices", f"/analyst/rounds/{other.id}/voices"
    assert act(signed_in("analyst"), own, f"{address}/{voice}/aside").status_code == 404


def test_many_alike_are_told(signed_in: SignIn, session: Session):
    round = make_round(session)
    respond(session, round, 7, answers={"Q6": "never"})
    set_aside(session, respond(session, round, 1, answers={"Q6": "often"})[0])
    session.commit()
    text = signed_in("analyst").get(f"/analyst/rounds/{round.id}/voices?lang=en").text
    alike = re.findall(r'<td data-label="With the same answers" class="num">(\d+)</td>', text)
    assert sorted(alike) == ["1"] + ["7"] * 7


@pytest.mark.parametrize("address", ["/analyst/drafts/9", "/analyst/drafts/9/release", "/analyst/rounds/9/voices"])
def test_what_is_not_there_is_not_found(signed_in: SignIn, address: str):
    assert signed_in("analyst").get(address).status_code == 404


def test_a_facilitator_finds_the_files_of_every_edition(signed_in: SignIn, edition: int):
    text = signed_in("facilitator").get("/facilitator/").text
    for kind in ("xlsx", "csv", "geojson", "json"):
        assert f"/api/v1/pictures/{edition}.{kind}" in text


def test_only_an_analyst_drafts(signed_in: SignIn, client: FlaskClient, session: Session, round_id: int):
    address = f"/analyst/rounds/{round_id}/drafts"
    assert client.post(address).status_code == 403
    assert signed_in("facilitator", "reviewer").post(address).status_code == 403
    assert session.scalar(select(func.count()).select_from(Draft)) == 0


def act(client: FlaskClient, page: str, address: str, **fields: str):
    """Send a form of one page to an address."""
    token = hidden_fields(client.get(page).text)["csrf_token"]
    return client.post(address, data={"csrf_token": token, **fields})


def _set_aside(session: Session) -> list[object]:
    session.expire_all()
    return list(session.scalars(select(Response.id).where(Response.set_aside)))

"""Analysts write the analysis in plain pages: from what the figures suggest to what is decided."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from dialog.picture.findings.models import Cause, Finding, FindingEvidence, ProposedFocus
from dialog.picture.models import Release
from dialog.survey.queries import find_round
from tests.forms import submit
from tests.picture.findings.drafts import a_finding, a_round
from tests.picture.speaking import draft, respond

SignIn = Callable[..., FlaskClient]
WORDS = {"title_sv": "Norrby", "statement_sv": "Det är så.", "reason_sv": "Många röster."}
FINDING = WORDS | {"kind": "problem", "strength": "moderate"}
CAUSE = {"words_sv": "Lyktorna är trasiga", "nature": "situational", "about": "spot", "standing": "hypothesis"}


@pytest.fixture
def round_id(session: Session) -> int:
    round = a_round(session)
    session.commit()
    return round.id


@pytest.fixture
def finding_id(session: Session, round_id: int) -> int:
    finding = a_finding(session, find_round(session, "trygg"), prioritised=True)
    session.commit()
    return finding.id


@pytest.fixture
def analyst(signed_in: SignIn) -> FlaskClient:
    client = signed_in("analyst")
    client.get("/analyst/?lang=en")
    return client


def act(client: FlaskClient, page: str, to: str, **data: Any) -> TestResponse:
    return submit(client, page, data, to=to)


def newer_draft(session: Session, voices: int) -> None:
    round = find_round(session, "trygg")
    respond(session, round, voices, answers={"Q2.T1": "very_big"})
    draft(session, round)
    session.commit()


@contextmanager
def counted(app: Flask) -> Iterator[list[str]]:
    """The statements that are run meanwhile."""
    ran: list[str] = []

    def note(_connection, _cursor, statement, *_rest):
        ran.append(statement)

    engine = app.extensions["sessions"].kw["bind"]
    event.listen(engine, "before_cursor_execute", note)
    yield ran
    event.remove(engine, "before_cursor_execute", note)


def test_a_finding_is_written_from_what_the_figures_suggest(analyst: FlaskClient, session: Session, round_id: int):
    listed = analyst.get(f"/analyst/rounds/{round_id}/findings").text
    form = f"/analyst/rounds/{round_id}/findings/new?proposal=largest:T1"
    assert "Traffic" in listed and "proposal=largest:T1" in listed
    page = analyst.get(form).text
    assert "among the problems that most call big" in page
    assert act(analyst, form, form, **FINDING).status_code == 303
    finding = session.scalars(select(Finding)).one()
    assert finding.proposal == "largest:T1" and finding.written_by is not None
    assert session.scalars(select(FindingEvidence)).first() is not None
    assert "proposal=largest:T1" not in analyst.get(f"/analyst/rounds/{round_id}/findings").text


def test_mistakes_are_told_and_nothing_that_was_typed_is_lost(analyst: FlaskClient, session: Session, round_id: int):
    form = f"/analyst/rounds/{round_id}/findings/new"
    answer = act(analyst, form, form, **(FINDING | {"title_sv": "", "statement_ar": "نص"}))
    assert answer.status_code == 422
    assert 'href="#title_sv"' in answer.text and "نص" in answer.text
    assert session.scalars(select(Finding)).all() == []
    assert act(analyst, form, form, **(FINDING | {"title_sv": "x" * 161})).status_code == 422


def test_a_page_that_is_older_than_the_finding_changes_nothing(analyst: FlaskClient, session: Session, finding_id: int):
    address = f"/analyst/findings/{finding_id}"
    assert submit(analyst, address, FINDING | {"title_sv": "Den ena"}).status_code == 303
    stale = submit(analyst, address, FINDING | {"title_sv": "Den andra", "revision": "1"})
    assert stale.status_code == 422 and "meanwhile" in stale.text
    session.expire_all()
    assert session.get_one(Finding, finding_id).title["sv"] == "Den ena"


def test_a_new_draft_that_changes_a_figure_is_told_of_until_somebody_has_looked(
    analyst: FlaskClient, session: Session, finding_id: int
):
    newer_draft(session, 9)
    address = f"/analyst/findings/{finding_id}"
    assert "Rests on 49 voices; was 40 when it was written." in analyst.get(address).text
    assert act(analyst, address, f"{address}/looked").status_code == 303
    assert "was 40" not in analyst.get(address).text


def test_a_number_in_the_words_that_nothing_shows_is_told_of(analyst: FlaskClient, finding_id: int):
    address = f"/analyst/findings/{finding_id}"
    submit(analyst, address, FINDING | {"statement_sv": "40 röster, varav 17 på kvällen."})
    assert "nothing that the finding rests on shows them: 17." in analyst.get(address).text


def test_figures_are_chosen_from_those_that_are_shown(analyst: FlaskClient, session: Session, finding_id: int):
    address = f"/analyst/findings/{finding_id}/evidence"
    page = analyst.get(f"{address}?table=area").text
    (north,) = re.findall(r'value="(\[&#34;north&#34;\])"', page)
    assert north
    chosen = act(analyst, address, address, kind="cell", table="area", chosen='["north"]')
    assert chosen.status_code == 303
    assert act(analyst, address, address, kind="cell", table="area", chosen='["nowhere"]').status_code == 422
    assert act(analyst, address, address, kind="cell", table="area", chosen="{").status_code == 422
    noted = act(analyst, address, address, kind="source", words_sv="Polisens statistik 2025")
    assert noted.status_code == 303
    page = analyst.get(f"/analyst/findings/{finding_id}").text
    assert "Polisens statistik 2025" in page
    rows = session.scalars(select(FindingEvidence).order_by(FindingEvidence.id)).all()
    away = act(analyst, f"/analyst/findings/{finding_id}", f"{address}/{rows[-1].id}/remove")
    assert away.status_code == 303
    assert "Polisens statistik 2025" not in analyst.get(f"/analyst/findings/{finding_id}").text


def test_the_worksheet_draws_the_causes_and_lists_them(analyst: FlaskClient, session: Session, finding_id: int):
    address = f"/analyst/findings/{finding_id}/causes"
    assert act(analyst, address, address, **CAUSE).status_code == 303
    first = session.scalars(select(Cause)).one()
    unfounded = act(analyst, address, address, **(CAUSE | {"standing": "fact", "behind": str(first.id)}))
    assert unfounded.status_code == 422 and 'href="#ground_sv"' in unfounded.text
    behind = CAUSE | {"words_sv": "Ingen äger dem", "behind": str(first.id)}
    assert act(analyst, address, address, **behind).status_code == 303
    page = analyst.get(address).text
    assert page.count('class="cause-box') == 3 and "<b>1.1</b>" in page
    one = f"/analyst/causes/{first.id}"
    grounded = CAUSE | {"standing": "fact", "ground_sv": "Platsbesiktning"}
    assert submit(analyst, one, grounded).status_code == 303
    assert "Platsbesiktning" in analyst.get(address).text
    assert "1 cause behind it goes with it." in analyst.get(one).text
    assert act(analyst, one, f"{one}/remove").status_code == 303
    assert session.scalars(select(Cause.id)).all() == []


def test_a_focus_area_is_proposed_decided_on_and_removed(
    analyst: FlaskClient, session: Session, round_id: int, finding_id: int
):
    overview = f"/analyst/rounds/{round_id}/focus-areas"
    assert "No decision yet:" in analyst.get(overview).text
    told = {"title_sv": "Lugnare gator", "decision": "chosen", "findings": str(finding_id)}
    assert submit(analyst, f"{overview}/new", told).status_code == 422  # no reason
    told |= {"reason_sv": "Störst problem.", "reference": "KS 41", "decided_on": "2026-05-04"}
    assert submit(analyst, f"{overview}/new", told | {"decided_on": "soon"}).status_code == 422
    assert submit(analyst, f"{overview}/new", told).status_code == 303
    area = session.scalars(select(ProposedFocus)).one()
    page = analyst.get(overview).text
    assert "KS 41" in page and "No decision yet:" not in page and "Focus area without a cause:" in page
    one = f"/analyst/focus-areas/{area.id}"
    assert submit(analyst, one, told | {"decision": "not chosen"}).status_code == 303
    assert act(analyst, one, f"{one}/remove").status_code == 303
    assert session.scalars(select(ProposedFocus.id)).all() == []


def test_gaps_are_listed_and_say_that_silence_is_no_safety(analyst: FlaskClient, round_id: int):
    page = analyst.get(f"/analyst/rounds/{round_id}/gaps").text
    assert "Västerby" in page and "reported crime" in page and "does not mean that it is safe" in page


def test_findings_are_moved_and_removed(analyst: FlaskClient, session: Session, round_id: int, finding_id: int):
    second = a_finding(session, find_round(session, "trygg")).id
    session.commit()
    overview = f"/analyst/rounds/{round_id}/findings"
    assert submit(analyst, overview, {"to": "up"}, to=f"/analyst/findings/{second}/move").status_code == 303
    assert session.scalars(select(Finding.id).order_by(Finding.place)).all() == [second, finding_id]
    assert act(analyst, f"/analyst/findings/{second}", f"/analyst/findings/{second}/remove").status_code == 303
    assert session.scalars(select(Finding.id)).all() == [finding_id]


def test_a_release_that_would_tell_a_withheld_figure_leads_to_the_findings(
    analyst: FlaskClient, session: Session, round_id: int, finding_id: int
):
    assert act(analyst, "/analyst/drafts/1/release", "/analyst/drafts/1/release").status_code == 303
    newer_draft(session, 2)
    refused = act(analyst, "/analyst/drafts/2/release", "/analyst/drafts/2/release")
    assert refused.location.endswith(f"/rounds/{round_id}/findings")
    assert session.scalars(select(Release.edition)).all() == [1]
    assert "No edition can be released" in analyst.get(refused.location).text


def test_a_round_without_a_draft_has_nothing_to_rest_on(analyst: FlaskClient, round_id: int):
    assert analyst.get("/analyst/rounds/99/findings").status_code == 404
    for address in (
        "/analyst/findings/99",
        "/analyst/findings/99/causes",
        "/analyst/causes/9",
        "/analyst/focus-areas/9",
    ):
        assert analyst.get(address).status_code == 404, address


def test_lists_ask_the_database_as_often_whether_they_are_short_or_long(
    analyst: FlaskClient, app: Flask, session: Session, round_id: int
):
    pages = (f"/analyst/rounds/{round_id}/findings", f"/analyst/rounds/{round_id}/focus-areas")

    def asked() -> list[int]:
        numbers = []
        for page in pages:
            with counted(app) as ran:
                assert analyst.get(page).status_code == 200
            numbers.append(len(ran))
        return numbers

    round = find_round(session, "trygg")
    a_finding(session, round)
    session.commit()
    asked()
    few = asked()
    for _ in range(8):
        a_finding(session, round)
    session.commit()
    assert asked() == few

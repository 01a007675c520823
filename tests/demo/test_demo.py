"""The demonstration municipality: what it promises, and that it is the same every time."""

import json
import stat
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import distinct, func, select
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.areas.models import Area
from dialog.cli import demo as command
from dialog.db import make_engine
from dialog.demo.land import DISTRICTS
from dialog.demo.sources.crime import CATEGORIES, NOT_PUBLISHED, TOTAL
from dialog.demo.sources.national import INDICATORS
from dialog.demo.sources.register import REGISTER
from dialog.demo.sources.safety import QUESTIONS
from dialog.demo.staff import new_passwords
from dialog.demo.story import build
from dialog.picture.beside.told import Beside, Known, OutsideTable
from dialog.picture.content import from_document
from dialog.picture.coverage.queries import coverage_of
from dialog.picture.coverage.view import coverage_view
from dialog.picture.disclosure import Rule
from dialog.picture.findings.freezing import rests_on_withheld
from dialog.picture.findings.numbers import unbacked
from dialog.picture.findings.queries import told_findings
from dialog.picture.findings.showing import public_analysis
from dialog.picture.models import Draft, Release
from dialog.picture.staff_dialogue.actions import staff_quotes, staff_tables
from dialog.picture.statistics.quadrants import Quadrant, felt_by_area, quadrants
from dialog.places.models import AREA, NAME, PIN, WORDS, ExactPoint, Place, Report
from dialog.review.agreement.queries import compared, samples, settled_ids
from dialog.review.models import Coding, StatusChange
from dialog.review.owners.models import Owner, Routing
from dialog.schema import metadata
from dialog.survey.models import ENDED, OPEN, RESIDENTS, Response, Round
from dialog.survey.queries import staff_rounds_of
from dialog.texts.models import ACCEPTED, DUPLICATE, NEW, SET_ASIDE, Photo, PhotoOriginal, Text
from dialog.texts.searching.models import TextSearch
from tests.databases import migrate
from tests.forms import submit

BUILT_ON = date(2025, 3, 12)
LANGUAGES = {"sv", "en", "ar", "so", "fa", "fi"}
TRUST = "T11"  # what people feel: about no problem that can be counted
WAYS_TO_SAY = (PIN, NAME, AREA, WORDS)
BY_CHANCE = {"staff": "password_hash", "staff_dialogue": "phrase_hash", "job": "asked_at"}  # what is not the same twice
UNDER_A_KEY = {"audit_event", "audit_head", "text_signature", "response_signature"}  # of the installation


class OnThatDay(date):
    @classmethod
    def today(cls) -> "OnThatDay":
        return cls(BUILT_ON.year, BUILT_ON.month, BUILT_ON.day)


@pytest.fixture(scope="module")
def akersta(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """The demonstration; tests only look at it."""
    url = f"sqlite:///{tmp_path_factory.mktemp('demo') / 'akersta.sqlite'}"
    migrate(url)
    engine = make_engine(url)
    with Session(engine, info={"log_key": b"of no importance here"}) as session:
        build(session, today=BUILT_ON, passwords=new_passwords(), rule=Rule(), point_days=90)
        session.commit()
        yield session
    engine.dispose()


@pytest.fixture
def on_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "date", OnThatDay)


def number_of(session: Session, table: Any, *where: Any) -> int:
    return session.scalar(select(func.count()).select_from(table).where(*where)) or 0


def rounds(session: Session) -> tuple[Round, Round]:
    """The one that ended, and the one that is open."""
    first, second = session.scalars(select(Round).where(Round.audience == RESIDENTS).order_by(Round.opens_on))
    return first, second


def fingerprint(session: Session) -> dict[str, str]:
    """Of every table, in whatever order its rows lie."""
    found = {}
    for table in (table for table in metadata.sorted_tables if table.name not in UNDER_A_KEY):
        columns = [column for column in table.columns if column.name != BY_CHANCE.get(table.name)]
        rows = sorted(json.dumps(list(row), sort_keys=True, default=str) for row in session.execute(select(*columns)))
        found[table.name] = sha256("\n".join(rows).encode()).hexdigest()
    return found


def test_the_command_builds_the_same_again_and_its_sign_ins_open_the_doors(
    app: Flask, akersta: Session, on_that_day: None
):
    result = app.test_cli_runner().invoke(command.demo)
    assert result.exit_code == 0, result.output
    with app.extensions["sessions"]() as session:
        assert fingerprint(session) == fingerprint(akersta)
    file = Path(app.config["INSTANCE"], "demo.json")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    passwords = json.loads(file.read_text())
    assert set(passwords) == {f"{role}@demo.example" for role in ("reviewer", "facilitator", "analyst", "admin")}
    assert len(set(passwords.values())) == 4
    for email, password in passwords.items():
        answer = submit(app.test_client(), "/staff/sign-in", {"email": email, "password": password})
        assert answer.status_code == 303, email


def test_a_database_that_holds_something_is_refused_in_one_sentence(app: Flask, session: Session, on_that_day: None):
    session.add(Area(division="own", code="1", kind="municipality", names={"sv": "Vår"}))
    session.commit()
    result = app.test_cli_runner().invoke(command.demo)
    assert result.exit_code == 2
    assert result.output == "Error: The database holds something already: the demonstration needs an empty one.\n"
    assert number_of(session, Staff) == 0


def test_it_holds_800_responses_and_300_reports_in_six_languages(akersta: Session):
    of_residents = select(Round.id).where(Round.audience == RESIDENTS)
    assert number_of(akersta, Response, Response.round_id.in_(of_residents)) == 800
    assert number_of(akersta, Report, Report.part_of.is_(None)) == 300
    assert set(akersta.scalars(select(Response.language).distinct())) == LANGUAGES
    for round in rounds(akersta):
        assert set(akersta.scalars(select(Response.language).where(Response.round_id == round.id))) == LANGUAGES


def test_languages_the_website_does_not_speak_came_on_paper_or_at_meetings(akersta: Session):
    others = select(Response.channel).where(Response.language.in_(["so", "fa", "fi"]))
    assert set(akersta.scalars(others)) == {"paper", "meeting"}


def test_at_least_260_different_texts_were_written(akersta: Session):
    written = select(func.count(distinct(Text.original))).where(Text.question != "place")
    assert (akersta.scalar(written) or 0) >= 260


def test_one_round_ended_last_year_and_one_is_open_for_three_more_weeks(akersta: Session):
    ended, open_now = rounds(akersta)
    assert (ended.state, open_now.state) == (ENDED, OPEN)
    assert ended.closes_on.year < BUILT_ON.year
    assert open_now.opens_on == BUILT_ON - timedelta(weeks=5)
    assert open_now.closes_on == BUILT_ON + timedelta(weeks=3)
    for round in (ended, open_now):
        for words in (round.title, round.purpose, round.influence, round.decision_maker):
            assert set(words) == {"sv", "en", "ar"}


def test_nothing_came_before_its_round_opened_or_after_today(akersta: Session):
    for table in (Response, Report, Text):
        for round in rounds(akersta):
            first, last = akersta.execute(
                select(func.min(table.received_on), func.max(table.received_on)).where(table.round_id == round.id)
            ).one()
            assert round.opens_on <= first <= last <= min(round.closes_on, BUILT_ON)


def test_torsvik_has_too_few_voices_in_either_round(akersta: Session):
    torsvik = akersta.scalars(select(Area.id).where(Area.code == "torsvik")).one()
    for round in rounds(akersta):
        lone = (Report.area_id == torsvik, Report.round_id == round.id, Report.response_id.is_(None))
        voices = number_of(akersta, Response, Response.area_id == torsvik, Response.round_id == round.id)
        assert 0 < voices + number_of(akersta, Report, *lone) < 12


def test_the_ended_round_is_reviewed_and_the_open_one_half(akersta: Session):
    ended, open_now = rounds(akersta)
    for table in (Text, Report):
        assert number_of(akersta, table, table.round_id == ended.id, table.status == NEW) == 0
        waiting = number_of(akersta, table, table.round_id == open_now.id, table.status == NEW)
        assert 0.35 < waiting / number_of(akersta, table, table.round_id == open_now.id) < 0.65
    found = set(akersta.scalars(select(Text.status).where(Text.round_id == ended.id)))
    assert found == {ACCEPTED, SET_ASIDE, DUPLICATE}
    assert number_of(akersta, Response, Response.set_aside) >= 3


def test_two_reviewers_coded_the_ended_round(akersta: Session):
    ended, _ = rounds(akersta)
    coders = select(Coding.coder_id).join(Text, Text.id == Coding.text_id).where(Text.round_id == ended.id)
    assert len(set(akersta.scalars(coders))) == 2
    twice = select(Coding.text_id).group_by(Coding.text_id).having(func.count(distinct(Coding.coder_id)) == 2)
    assert len(akersta.scalars(twice).all()) >= 50


def test_a_draw_waits_for_the_second_coder_and_most_differences_are_settled(akersta: Session):
    (draw,) = samples(akersta)
    assert (draw.name, draw.done, draw.size) == ("Maja Lind", 18, 30)
    differing = [one for one in compared(akersta) if one.differs]
    settled = settled_ids(akersta, [one.text_id for one in differing])
    assert 0.4 < len(settled) / len(differing) < 0.8
    assert len(compared(akersta, draw.sample.id)) == 18


def test_every_name_and_number_in_a_text_cleared_for_quoting_is_hidden(akersta: Session):
    ended, _ = rounds(akersta)
    cleared = akersta.scalars(select(Text).where(Text.quotable, Text.round_id == ended.id)).all()
    assert 20 <= len(cleared) <= 40
    assert len({text.language for text in cleared}) >= 4
    assert not any("070-" in text.original and not text.masks for text in cleared)
    assert number_of(akersta, StatusChange, StatusChange.action == "masked") >= 5


def test_reports_were_sent_on_to_their_owners(akersta: Session):
    assert {owner.kind for owner in akersta.scalars(select(Owner))} == {"municipality", "police", "property", "road"}
    assert len(set(akersta.scalars(select(Routing.owner_id)))) >= 6


def test_every_step_was_taken_in_the_daytime_of_a_weekday_before_today(akersta: Session):
    steps = akersta.scalars(select(StatusChange.at)).all()
    assert max(steps).date() < BUILT_ON
    assert all(at.weekday() < 5 and 7 <= at.hour <= 17 for at in steps)


def test_people_say_where_it_is_in_every_way_and_of_several_places_or_of_a_way_at_once(akersta: Session):
    ended, open_now = rounds(akersta)
    for round in (ended, open_now):
        assert set(akersta.scalars(select(Report.placed_by).where(Report.round_id == round.id))) == {*WAYS_TO_SAY}
    assert number_of(akersta, Report, Report.part_of.is_not(None)) >= 5
    assert number_of(akersta, Report, Report.to_lat.is_not(None)) >= 3
    assert number_of(akersta, Report, Report.lat.is_not(None), Report.within.is_(None)) == 0
    named = select(ExactPoint.landmark).join(Report, Report.id == ExactPoint.report_id)
    assert all(akersta.scalars(named.where(Report.placed_by == NAME)))


def test_reports_tell_of_seasons_consequences_and_what_would_help(akersta: Session):
    told = [set(answers) for answers in akersta.scalars(select(Report.answers))]
    for asked in ("seasons", "consequences", "remedies"):
        assert sum(asked in answers for answers in told) >= 40


def test_some_photos_came_with_somebody_blurred_in_them(akersta: Session):
    assert 6 <= number_of(akersta, Photo) <= 10
    assert all(akersta.scalars(select(Photo.boxes)))
    assert ACCEPTED in set(akersta.scalars(select(Photo.status)))
    assert 0 < number_of(akersta, PhotoOriginal) < number_of(akersta, Photo)


def test_reports_gather_at_several_places_of_the_released_picture(akersta: Session):
    assert number_of(akersta, Place, Place.voices >= 8, Place.first_edition == 1) >= 3


def test_exact_points_whose_time_is_up_are_gone(akersta: Session):
    ended, open_now = rounds(akersta)
    exact = select(Report.round_id).join(ExactPoint, ExactPoint.report_id == Report.id)
    assert set(akersta.scalars(exact)) == {open_now.id}
    assert number_of(akersta, Report, Report.round_id == ended.id, Report.lat.is_not(None)) > 30


def test_the_first_picture_is_released_with_quotes_and_the_second_is_a_draft(akersta: Session):
    ended, open_now = rounds(akersta)
    released = akersta.scalars(select(Release)).one()
    picture = from_document(released.content)
    assert (released.edition, released.round_id) == (1, ended.id)
    assert len(picture.quotes) >= 15
    assert {quote.stance for quote in picture.quotes} == {"problem", "strength", "proposal"}
    drafts = akersta.scalars(select(Draft.round_id).order_by(Draft.id)).all()
    assert drafts == [ended.id, open_now.id]


def test_every_text_can_be_found_by_its_words(akersta: Session):
    count = select(func.count())
    assert akersta.scalar(count.select_from(TextSearch)) == akersta.scalar(count.select_from(Text))


def test_the_edition_tells_of_findings_causes_and_what_was_decided(akersta: Session):
    picture = from_document(akersta.scalars(select(Release)).one().content)
    analysis = public_analysis(picture)
    assert len(analysis.summary) == 5 and analysis.others
    for shown in analysis.findings:
        finding = shown.finding
        for words in (finding.title, finding.statement, finding.reason):
            assert {"sv", "en", "ar"} <= set(words), finding.title
        assert shown.evidence, finding.title
        assert unbacked([finding.title, finding.statement], ()) == []
    assert any(node.behind for shown in analysis.findings for node in shown.causes)
    assert {area.is_chosen for area in analysis.focus_areas} == {True, False}
    assert any(one.internal for one in picture.findings)


def test_the_open_round_has_findings_in_the_making_that_its_draft_shows(akersta: Session):
    _first, second = rounds(akersta)
    picture = from_document(akersta.scalars(select(Draft).where(Draft.round_id == second.id)).one().content)
    findings = told_findings(akersta, second.id)
    assert findings and not any(rests_on_withheld(picture, one) for one in findings)
    assert any(one.causes for one in findings)


def test_its_own_staff_answer_for_the_round_that_is_open_and_two_workplaces_are_too_small_to_tell_of(akersta: Session):
    _ended, open_now = rounds(akersta)
    (asked,) = staff_rounds_of(akersta, open_now)
    answers = akersta.scalars(select(Response.answers).where(Response.round_id == asked.id)).all()
    units = Counter(one["S1"] for one in answers)
    assert (len(answers), len(units), sorted(units.values())[:3]) == (140, 6, [6, 8, 20])
    unit = next(one for one in staff_tables(akersta, open_now, on=BUILT_ON) if one.heading.id.endswith("S1"))
    assert not unit[("police",)].value and not unit[("social_services",)].value
    quotes = staff_quotes(akersta, open_now, on=BUILT_ON)
    assert len(quotes) >= 4 and {one.area for one in quotes} == {None}


def test_every_source_stands_beside_the_dialogue_of_both_rounds_with_another_year_in_the_second(akersta: Session):
    _ended, open_now = rounds(akersta)
    edition = beside_of(akersta.scalars(select(Release)).one())
    draft = beside_of(akersta.scalars(select(Draft).where(Draft.round_id == open_now.id)).one())
    for beside in (edition, draft):
        elsewhere = {one.name["sv"] for one in beside.register if one.id.startswith("source:")}
        assert elsewhere == set(REGISTER)
        assert all(one.publisher and one.method and one.limits for one in beside.register if one.id[:7] == "source:")
        assert {one.category for one in beside.tables} >= {TOTAL, *CATEGORIES, *NOT_PUBLISHED, *QUESTIONS, *INDICATORS}
    assert [len(one.periods) for one in totals(edition)] == [3, 3]
    assert [len(one.periods) for one in totals(draft)] == [4, 4]
    assert len(draft.texts) > len(edition.texts) > 0


def test_categories_are_taken_to_be_about_the_problems_they_were_named_for(akersta: Session):
    named = CATEGORIES | NOT_PUBLISHED | QUESTIONS | {name: code for name, (code, _, _) in INDICATORS.items()}
    for table in beside_of(akersta.scalars(select(Release)).one()).tables:
        topic = named.get(table.category, TRUST).split(".")[0]
        assert table.code == (None if topic == TRUST else topic), table.category


def test_what_the_police_do_not_publish_leaves_without_small_figures(akersta: Session):
    for content in (*akersta.scalars(select(Release)), *akersta.scalars(select(Draft))):
        counts, rates = (one for one in beside_of(content).tables if one.category in NOT_PUBLISHED)
        assert {cell.state for cell in counts.cells.values()} == {Known.SHOWN, Known.WITHHELD}
        assert all(cell.value is None or cell.value >= 5 for cell in counts.cells.values())
        withheld = {key for key, cell in counts.cells.items() if cell.state is Known.WITHHELD}
        assert withheld == {key for key, cell in rates.cells.items() if cell.state is Known.WITHHELD}


def test_where_much_is_felt_much_or_little_is_recorded_and_the_other_way_round(akersta: Session):
    picture = from_document(akersta.scalars(select(Release)).one().content)
    assert picture.beside
    rates = next(one for one in totals(picture.beside) if one.made_from)
    felt = picture.table(picture.beside.felt["evening"])
    assert felt
    found = quadrants(felt_by_area(felt), Rates({code: rates.at(code, rates.latest).value for code in DISTRICTS}))
    standing = {one.felt.area: one.quadrant for one in found.standings}
    assert standing["norrby"] == standing["centrum"] == Quadrant.BOTH
    assert (standing["sjovik"], standing["hammaren"]) == (Quadrant.FELT, Quadrant.RECORDED)
    assert (standing["lillaker"], standing["torsvik"]) == (Quadrant.NEITHER, Quadrant.UNKNOWN)


def test_who_has_answered_the_open_round_is_counted_beside_who_lives_there(akersta: Session):
    ended, open_now = rounds(akersta)
    assert coverage_of(akersta, ended.id) is None
    counted = coverage_of(akersta, open_now.id)
    view = coverage_view(counted[1]) if counted else None
    assert view
    assert (view.inhabitants, view.year) == (27_400, open_now.opens_on.year - 1)
    assert view.gaps and len(view.crossed) == 3


@dataclass
class Rates:
    per_thousand: dict[str, float | None]


def beside_of(content: Draft | Release) -> Beside:
    found = from_document(content.content).beside
    assert found
    return found


def totals(beside: Beside) -> list[OutsideTable]:
    return [one for one in beside.tables if one.category == TOTAL]

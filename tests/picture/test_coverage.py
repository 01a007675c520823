"""Who answered beside who lives there: what is expected, what is missing, and what nobody can say."""

from collections.abc import Callable

from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event
from sqlalchemy.orm import Session

from dialog.areas.models import Area, Population
from dialog.areas.population.figures import Figure
from dialog.picture.coverage.actions import count_coverage
from dialog.picture.coverage.queries import coverage_of
from dialog.picture.coverage.view import CoverageView, coverage_view
from dialog.picture.disclosure import Rule
from dialog.picture.statistics.coverage import FEWEST_EXPECTED, Verdict, gaps, judged
from dialog.picture.statistics.inhabitants import asked_age, asked_sex, inhabitants, persons_in, summed
from dialog.picture.tables import Cell, State
from dialog.survey.models import Round
from tests.factories import make_round
from tests.picture.speaking import TODAY, area_id, picture_of, release, respond
from tests.picture.test_pages import act

SignIn = Callable[..., FlaskClient]
BANDS = ((0, 15), (16, 24), (25, 44), (45, 64), (65, 84), (85, None))
YOUNG, GROWN = {"B1": "16-24", "B2": "man"}, {"B1": "45-64", "B2": "woman"}


def settle(session: Session, **people: int) -> None:
    """So many people in each band of age and sex of some areas: settle(session, north=100)."""
    for code, each in people.items():
        home = area_id(session, code)
        rows = [
            Population(area_id=home, year=2025, sex=sex, age_from=first, age_to=last, persons=each)
            for sex in ("women", "men")
            for first, last in BANDS
        ]
        session.add_all(rows)
    session.flush()


def crowd(session: Session) -> Round:
    """A round that the north answers and the west hardly; young men nowhere."""
    round = make_round(session)
    settle(session, north=200, south=200, west=200)
    respond(session, round, 40, answers=GROWN)
    respond(session, round, 20, answers={"B1": "25-44", "B2": "man"})
    respond(session, round, 60, area="south", answers=GROWN)
    respond(session, round, 12, area="west", answers=GROWN)
    return round


def counted(session: Session, round: Round) -> CoverageView:
    count_coverage(session, round=round, rule=Rule(), on=TODAY)
    found = coverage_of(session, round.id)
    assert found
    view = coverage_view(found[1])
    assert view
    return view


def test_an_area_with_under_half_of_the_answers_expected_is_a_gap_to_act_on(session: Session):
    view = counted(session, crowd(session))
    west = next(gap for gap in view.gaps if gap.group.label["en"] == "Västerby")
    assert (west.group.voices.value, west.group.inhabitants) == (12, 2400)
    assert west.group.expected == 44
    assert west.group.is_few
    assert view.gaps[0] is west
    assert view.inhabitants == 7200 and view.year == 2025


def test_ages_of_which_nobody_answered_are_missing_in_the_whole_round(session: Session):
    view = counted(session, crowd(session))
    under = {gap.group.label["en"] for gap in view.gaps if gap.group.verdict is Verdict.UNDER}
    assert {"16–24", "85 or older"} <= under
    assert "45–64" not in under


def test_a_withheld_number_is_too_little_data_and_neither_few_nor_none(session: Session):
    round = make_round(session)
    settle(session, north=200, south=200, west=200)
    respond(session, round, 100, answers=GROWN)
    respond(session, round, 100, area="south", answers=GROWN)
    respond(session, round, 3, area="west", answers=GROWN)
    view = counted(session, round)
    west = next(group for group in view.lanes[0].groups if group.label["en"] == "Västerby")
    assert west.voices == Cell(None, State.WITHHELD)
    assert west.verdict is Verdict.TOO_LITTLE
    assert west.per_thousand is None


def test_of_a_small_gathering_nothing_is_told(session: Session):
    round = make_round(session)
    settle(session, north=200, south=200, west=200)
    respond(session, round, 19, answers=GROWN)
    count_coverage(session, round=round, rule=Rule(), on=TODAY)
    found = coverage_of(session, round.id)
    assert found and found[1].tables == () and coverage_view(found[1]) is None


def test_where_only_a_number_came_with_the_areas_it_stands_in_for_statistics(session: Session):
    round = make_round(session)
    for area in session.query(Area):
        area.population = 900 if area.kind == "municipality" else 300
    respond(session, round, 60, answers=GROWN)
    respond(session, round, 60, area="south", answers=GROWN)
    view = counted(session, round)
    assert view.year is None
    assert [one.dimension for one in view.lanes] == ["area"]
    assert [gap.group.label["en"] for gap in view.gaps] == ["Västerby"]


def test_a_picture_keeps_who_lived_there_when_it_was_drafted(session: Session):
    round = crowd(session)
    picture = picture_of(session, round)
    for one in session.query(Population):
        one.persons = 1
    session.flush()
    view = coverage_view(picture)
    assert view and view.inhabitants == 7200
    assert {one.dimension for one in view.lanes} == {"area", "question:B1", "question:B2"}


def test_live_counts_are_protected_against_what_was_released(session: Session):
    round = crowd(session)
    release(session, round)
    respond(session, round, 2, area="west", answers=GROWN)
    count_coverage(session, round=round, rule=Rule(), on=TODAY)
    found = coverage_of(session, round.id)
    assert found
    west = next(table for table in found[1].tables if table.heading.id == "area")[("west",)]
    assert west.state is State.WITHHELD


def test_every_night_counts_the_rounds_that_are_open(app: Flask, session: Session):
    crowd(session)
    make_round(session, slug="planned", opened=False)
    session.commit()
    answer = app.test_cli_runner().invoke(args=["picture", "coverage"])
    assert answer.exit_code == 0 and answer.output == "Counted 1 open round.\n"


def test_an_analyst_counts_and_reads_and_a_look_asks_the_same_few_questions(
    app: Flask, signed_in: SignIn, session: Session
):
    round = crowd(session)
    session.commit()
    analyst, address = signed_in("analyst"), f"/analyst/rounds/{round.id}/coverage"
    assert "has not been counted yet" in analyst.get(f"{address}?lang=en").text
    assert act(analyst, address, address).status_code == 303
    asked: list[str] = []
    engine = app.extensions["sessions"].kw["bind"]
    event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    page = analyst.get(f"{address}?lang=en")
    assert "12 answers of 2,400 inhabitants, under half of the share expected." in page.text
    assert 'data-cell="few"' in page.text
    assert "not a sample" in page.text
    assert len(asked) <= 12
    assert signed_in("reviewer").get(address).status_code == 403


def test_an_edition_says_who_answered_beside_who_lives_there(client: FlaskClient, session: Session):
    release(session, crowd(session))
    session.commit()
    text = client.get("/en/pictures/1").text
    assert 'id="coverage"' in text
    assert "Nobody was drawn to answer" in text


@given(st.integers(0, 2000) | st.none(), st.floats(0, 2000))
def test_only_a_shown_number_under_half_of_what_was_expected_is_a_gap(value: int | None, expected: float):
    cell = Cell(value, State.WITHHELD if value is None else State.SHOWN)
    verdict = judged(cell, expected)
    assert (verdict is Verdict.UNKNOWN) == (expected < FEWEST_EXPECTED)
    assert (verdict is Verdict.TOO_LITTLE) == (expected >= FEWEST_EXPECTED and value is None)
    assert (verdict is Verdict.UNDER) == (expected >= FEWEST_EXPECTED and value is not None and 2 * value < expected)


AGES = st.lists(st.integers(1, 99), min_size=1, max_size=12, unique=True).map(sorted)


@given(AGES, st.data())
def test_bands_are_added_up_only_where_they_fit_neither_gap_nor_overlap(starts: list[int], data: st.DataObject):
    ends: list[int | None] = [*(one - 1 for one in starts), None]
    bands = list(zip([0, *starts], ends, strict=True))
    persons = data.draw(st.lists(st.integers(0, 500), min_size=len(bands), max_size=len(bands)))
    figures = [Figure("", 2025, "women", *band, number) for band, number in zip(bands, persons, strict=True)]
    first = data.draw(st.integers(0, len(bands) - 1))
    last = data.draw(st.integers(first, len(bands) - 1))
    wanted = (bands[first][0], bands[last][1])
    assert persons_in(figures, ages=wanted, sex="women") == sum(persons[first : last + 1])
    if bands[last][1] is not None:
        whole = [Figure("", 2025, "women", 0, 100, 9)]
        assert persons_in(whole, ages=wanted, sex="women") is None  # nobody knows how a band divides


def test_women_and_men_make_everybody_and_parts_make_their_whole():
    halves = [Figure("", 2025, sex, 0, None, number) for sex, number in (("women", 40), ("men", 50))]
    assert persons_in(halves, ages=(0, None), sex="all") == 90
    assert summed([halves, halves])[0].persons in (80, 100)
    assert inhabitants({"all": []}, asked_age("", ()), asked_sex("", ())) is None


def test_options_that_mean_no_age_or_sex_have_no_inhabitants():
    assert asked_age("question:B1", ["0-15", "85-plus", "prefer_not"]).ages == {"0-15": (0, 15), "85-plus": (85, None)}
    assert asked_sex("question:B2", ["woman", "man", "nonbinary_other", "prefer_not"]).sexes == {
        "woman": "women",
        "man": "men",
    }


def test_nothing_is_told_of_tables_that_say_nothing_of_who_answered():
    known = inhabitants({"all": [Figure("", 0, "all", 0, None, 9)]}, asked_age("", ()), asked_sex("", ()))
    assert known and gaps([], known) == []

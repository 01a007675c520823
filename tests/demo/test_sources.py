"""What others tell of the demonstration municipality: read, understood and loaded as anybody's files are."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.areas.models import Area, Population
from dialog.areas.population.figures import MEN, WOMEN
from dialog.db import make_engine
from dialog.demo.chapters import chapters
from dialog.demo.land import CODE, DISTRICTS, lay_out
from dialog.demo.sources.bringing import Desk, bring_in
from dialog.demo.sources.crime import CATEGORIES, NOT_PUBLISHED, TOTAL, crime_csv
from dialog.demo.sources.national import COUNTRY, INDICATORS, REGION
from dialog.demo.sources.people import AGES
from dialog.demo.sources.register import CRIME, NATIONAL, REGISTER, SAFETY, WITHHELD
from dialog.demo.sources.safety import QUESTIONS
from dialog.demo.sources.telling import DEPARTMENTS, POLICE, TELLINGS
from dialog.demo.staff import move_in, new_passwords
from dialog.demo.temper import TEMPERS
from dialog.review.codebook.shipped import LABELS
from dialog.sources.checking import pointing_words
from dialog.sources.facts import PROTECT, PUBLISHED
from dialog.sources.lanes import LANES
from dialog.sources.models import Source, SourceFigure, SourceText
from dialog.sources.queries import all_sources, replaced_figures, source_named
from dialog.sources.understanding.units import COUNT, INDEX, PERCENT
from tests.databases import migrate

LAST = 2024
LAID_OUT, FIRST_TIME, SECOND_TIME = date(2024, 1, 10), datetime(2024, 5, 2, 8, 30), datetime(2025, 2, 19, 8, 30)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """The land, and both rounds' sources; tests only look at them."""
    url = f"sqlite:///{tmp_path_factory.mktemp('told') / 'told.sqlite'}"
    migrate(url)
    with Session(make_engine(url), info={"log_key": b"of no importance here"}) as session:
        analyst = move_in(session, new_passwords()).analyst
        lay_out(session, on=LAID_OUT)
        bring_in(session, Desk(0, LAST, analyst, FIRST_TIME))
        session.info["answers before"] = source(session, SAFETY).answers
        bring_in(session, Desk(1, LAST, analyst, SECOND_TIME))
        yield session
        session.rollback()


def source(session: Session, name: str) -> Source:
    found = source_named(session, name)
    assert found
    return found


def standing(session: Session, name: str) -> list[SourceFigure]:
    chosen = select(SourceFigure).where(SourceFigure.source_id == source(session, name).id)
    return list(session.scalars(chosen.where(SourceFigure.replaced_by.is_(None))))


def rate(session: Session, district: str) -> float:
    """All crimes for every 1,000 inhabitants in the last year."""
    of = {"area": district, "period": str(LAST), "category": TOTAL}
    (figure,) = [one for one in standing(session, CRIME) if all(getattr(one, name) == is_ for name, is_ in of.items())]
    return 1000 * (figure.value or 0) / DISTRICTS[district][2]


def test_every_lane_that_comes_from_elsewhere_has_a_source_that_says_what_it_is(told: Session):
    held = {one.source.name: one for one in all_sources(told)}
    assert set(held) == set(REGISTER)
    for one in held.values():
        assert one.figures or one.texts
        facts = one.source
        assert facts.lane in LANES and facts.publisher and facts.method and facts.period and facts.limits
        assert "Påhittat" in facts.licence
        assert "{" not in facts.period + facts.limits


def test_crimes_are_counted_for_four_years_in_every_district_and_in_the_whole(told: Session):
    figures = standing(told, CRIME)
    assert {one.period for one in figures} == {str(year) for year in range(LAST - 3, LAST + 1)}
    assert {one.area for one in figures} == {CODE, *DISTRICTS}
    assert {one.unit for one in figures} == {COUNT}
    assert {one.category for one in figures} == {TOTAL, *CATEGORIES}
    assert all(one.area_id for one in figures)


def test_categories_and_questions_are_near_to_codes_of_the_codebook():
    for codes in (CATEGORIES, NOT_PUBLISHED, QUESTIONS, {name: code for name, (code, _, _) in INDICATORS.items()}):
        assert set(codes.values()) <= set(LABELS)


def test_what_the_police_do_not_publish_is_protected_and_has_small_figures(told: Session):
    assert source(told, WITHHELD).disclosure == PROTECT
    assert source(told, CRIME).disclosure == PUBLISHED
    values = [one.value or 0 for one in standing(told, WITHHELD)]
    assert len(values) == 4 * len(DISTRICTS)
    assert min(values) < 5 <= max(values)


def test_the_second_file_adds_a_year_and_corrects_the_preliminary_one(told: Session):
    replaced = replaced_figures(told, source(told, CRIME).id, limit=1000)
    assert {figure.period for figure, _load in replaced} == {str(LAST - 1)}
    now = {(one.area, one.category): one.value or 0 for one in standing(told, CRIME) if one.period == str(LAST - 1)}
    assert all((figure.value or 0) < now[figure.area, figure.category] for figure, _load in replaced)


def test_the_safety_survey_has_an_index_with_limits_and_answers_twice(told: Session):
    figures = standing(told, SAFETY)
    assert {one.period for one in figures} == {str(LAST - 1), str(LAST)}
    assert {one.category for one in figures} == set(QUESTIONS)
    for one in figures:
        assert one.unit == INDEX and one.answers
        if one.area == "torsvik":
            assert one.value is None and one.missing
        else:
            assert 0 <= (one.lower or 0) <= (one.value or 0) <= (one.upper or 0) <= 6
    assert source(told, SAFETY).answers != told.info["answers before"]
    assert 40 < (source(told, SAFETY).response_rate or 0) < 60


def test_the_national_survey_has_limits_that_are_wide_for_the_municipality(told: Session):
    figures = standing(told, NATIONAL)
    assert {one.area_name or one.area for one in figures} == {COUNTRY, REGION, "Åkersta"}
    assert {one.unit for one in figures} == {PERCENT} and len({one.period for one in figures}) == 4
    widths = {one.area: (one.upper or 0) - (one.lower or 0) for one in figures}
    assert widths[CODE] > 3 * widths[COUNTRY] > 0


def test_words_of_departments_and_police_are_of_both_rounds_and_point_to_nobody(told: Session):
    for name in (DEPARTMENTS, POLICE):
        kept = select(SourceText.period).where(SourceText.source_id == source(told, name).id)
        assert set(told.scalars(kept)) == {str(LAST - 1), str(LAST)}
    assert [one for one in TELLINGS if pointing_words(told, f"{one.heading}\n{one.words}")] == []


def test_people_add_up_to_the_districts_in_the_last_year_and_change_before(told: Session):
    for code, (_, _, population) in DISTRICTS.items():
        area = told.scalars(select(Area).where(Area.code == code)).one()
        total = select(Population.year, func.sum(Population.persons)).where(Population.area_id == area.id)
        by_year = dict(told.execute(total.group_by(Population.year)).all())
        assert len(by_year) == 4
        assert by_year[LAST] == area.population == population
        assert by_year[LAST - 3] != population


def test_the_whole_is_the_sum_of_its_districts_for_each_sex_and_age(told: Session):
    people = told.execute(
        select(Area.code, Population.sex, Population.age_from, Population.persons)
        .join(Area, Area.id == Population.area_id)
        .where(Population.year == LAST)
    ).all()
    groups: dict[tuple[str, int], int] = {(sex, age): number for code, sex, age, number in people if code == CODE}
    assert len(groups) == 2 * len(AGES) and {sex for sex, _ in groups} == {WOMEN, MEN}
    for (sex, age), persons in groups.items():
        parts = [one.persons for one in people if (one.sex, one.age_from) == (sex, age) and one.code != CODE]
        assert persons == sum(parts)


def test_felt_and_recorded_differ_both_ways_and_agree_both_ways(told: Session):
    """Above or below the middle of the districts; Torsvik is silent, so that nothing is known of it."""
    known = [code for code in DISTRICTS if code != "torsvik"]
    felt = sorted(known, key=lambda code: TEMPERS[code].evening, reverse=True)[: len(known) // 2]
    recorded = sorted(known, key=lambda code: rate(told, code), reverse=True)[: len(known) // 2]
    assert "sjovik" in felt and "sjovik" not in recorded
    assert "hammaren" in recorded and "hammaren" not in felt
    assert {"centrum", "norrby"} <= {*felt} & {*recorded}
    assert "lillaker" not in {*felt, *recorded}


def test_every_file_is_the_same_whenever_it_is_asked_for():
    years = range(LAST - 3, LAST + 1)
    assert crime_csv(years, LAST) == crime_csv(years, LAST)
    earlier = set(crime_csv(range(LAST - 3, LAST), LAST).splitlines())
    assert earlier <= set(crime_csv(years, LAST).splitlines())


@pytest.mark.parametrize("today", [date(2025, 1, 6), date(2025, 2, 10), date(2025, 3, 12), date(2025, 12, 31)])
def test_no_year_is_told_of_before_it_is_over(today: date):
    first, second = chapters(today)
    last = second.opens_on.year - 1
    assert last < second.opens_on.year
    assert last - 1 < first.closes_on.year

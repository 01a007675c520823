"""What colleagues said stands by itself, in no figure below ten, and never with where they work."""

import pytest
from sqlalchemy.orm import Session

from dialog.picture.actions import draft_picture
from dialog.picture.asked import AsksStaff
from dialog.picture.content import from_document
from dialog.picture.coverage.actions import count_coverage
from dialog.picture.crosstab.actions import look_across
from dialog.picture.disclosure import Rule, protect
from dialog.picture.staff_dialogue import actions
from dialog.picture.staff_dialogue.actions import staff_quotes, staff_rule, staff_tables
from dialog.picture.tables import ALL, RawTable, SafeTable, State
from dialog.review.actions import clear_for_quoting
from dialog.review.coding.actions import add_code
from dialog.survey.actions import submit_response
from dialog.survey.models import STAFF, Round
from dialog.texts.models import Text
from tests.factories import make_round, make_staff_round
from tests.picture.attack import breaches
from tests.picture.speaking import NOW, TODAY, coder, picture_of, release, respond


def say(session: Session, round: Round, times: int, *, unit: str, written: str = "", **answers: object) -> None:
    texts = {"S3": written} if written else {}
    for _ in range(times):
        submit_response(
            session,
            round=round,
            language="sv",
            channel="web",
            area_id=None,
            answers={"S1": unit, **answers},
            texts=texts,
            on=TODAY,
            audience=STAFF,
        )


@pytest.fixture
def round(session: Session) -> Round:
    return make_round(session)


@pytest.fixture
def colleagues(session: Session, round: Round) -> Round:
    """Sixty colleagues: forty of the schools, eleven of care, nine of the police."""
    asked = make_staff_round(session)
    say(session, asked, 24, unit="preschool_school", S4="worse", S7=["time"])
    say(session, asked, 16, unit="preschool_school", S4="same", S7=["time", "routines"])
    say(session, asked, 11, unit="care", S4="same")
    say(session, asked, 9, unit="police", S4="worse", S7=["training"])
    return asked


def table(tables: tuple[SafeTable, ...], id: str) -> SafeTable:
    return next(one for one in tables if one.heading.id == f"staff-kollegor-{id}")


def test_colleagues_are_counted_by_question_and_by_workplace(session: Session, round: Round, colleagues: Round):
    tables = staff_tables(session, round, on=TODAY)
    assert [one.heading.id.removeprefix("staff-kollegor-") for one in tables] == [
        "S1",
        "S4",
        "S7",
        "S4-by-unit",
        "S7-by-unit",
    ]
    assert {one.heading.source for one in tables} == {"staff"}
    assert table(tables, "S1")[(ALL,)].value == 60 and table(tables, "S1")[("preschool_school",)].value == 40
    assert table(tables, "S4")[("worse",)].value == 33


def test_a_workplace_of_nine_is_told_nowhere(session: Session, round: Round, colleagues: Round):
    for one in staff_tables(session, round, on=TODAY):
        for key, cell in one.cells.items():
            assert cell.value is None or cell.value == 0 or cell.value >= 10, (one.heading.id, key)
            if "police" in key:
                assert cell.state is State.WITHHELD, (one.heading.id, key)


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[RawTable], list[SafeTable]]]:
    """What is counted and what leaves, side by side, as the judge needs it."""
    found = []

    def watched(raw, **how):
        safe = protect(raw, **how)
        found.append((list(raw), safe))
        return safe

    monkeypatch.setattr(actions, "protect", watched)
    return found


def test_nobody_subtracts_a_workplace_of_nine_from_the_rest(session: Session, round: Round, colleagues: Round, seen):
    staff_tables(session, round, on=TODAY)
    ((raw, safe),) = seen
    assert breaches(safe, raw, minimum=10, group_minimum=10) == []


def test_nor_from_the_edition_before_when_some_have_answered_since(
    session: Session, round: Round, colleagues: Round, seen
):
    first = staff_tables(session, round, on=TODAY)
    say(session, colleagues, 3, unit="preschool_school", S4="better")
    say(session, colleagues, 2, unit="police", S4="same")
    second = staff_tables(session, round, on=TODAY, before=first)
    raw, safe = seen[-1]
    assert breaches(safe, raw, minimum=10, group_minimum=10, before=first) == []
    assert table(second, "S1")[("police",)].state is State.WITHHELD  # eleven now, and withheld before


def test_workplaces_stand_with_nothing_else_that_tells_who_somebody_is(
    session: Session, round: Round, colleagues: Round
):
    for one in staff_tables(session, round, on=TODAY):
        assert sum(dimension.background for dimension in one.dimensions) <= 1
        assert "area" not in {dimension.id for dimension in one.dimensions}


def test_a_small_gathering_of_colleagues_is_told_in_few_words_and_without_workplaces(session: Session, round: Round):
    say(session, make_staff_round(session), 19, unit="care", S8="partly", S4="worse")
    tables = staff_tables(session, round, on=TODAY)
    assert all(len(one.dimensions) == 1 and not one.dimensions[0].background for one in tables)


@pytest.mark.parametrize("minimum", [5, 10, 15])
def test_ten_is_the_least_and_may_be_raised(minimum: int):
    rule = staff_rule(Rule(minimum=minimum, rounding=5))
    assert (rule.minimum, rule.group_minimum, rule.rounding) == (max(minimum, 10), max(10, 10), 0)


def test_the_residents_picture_is_the_same_whatever_colleagues_say(session: Session, round: Round):
    respond(session, round, 40, area="north")
    before = picture_of(session, round)
    counted = count_coverage(session, round=round, rule=Rule(), on=TODAY).content
    asked = make_staff_round(session)
    say(session, asked, 30, unit="care", S4="worse", written="Mörkt.")
    assert picture_of(session, round).tables == before.tables
    assert count_coverage(session, round=round, rule=Rule(), on=TODAY).content["tables"] == counted["tables"]


def test_no_picture_coverage_or_cross_tab_is_made_of_a_staff_round(session: Session, colleagues: Round):
    by = coder(session).id
    with pytest.raises(AsksStaff):
        draft_picture(session, round=colleagues, rule=Rule(), on=TODAY)
    with pytest.raises(AsksStaff):
        count_coverage(session, round=colleagues, rule=Rule(), on=TODAY)
    with pytest.raises(AsksStaff):
        look_across(session, round=colleagues, names=["question:S1", "question:S4"], level="district", on=TODAY, by=by)


def quoted(session: Session, times: int, words: str) -> None:
    """So many of the texts with these words, coded alike; the first may be quoted."""
    by = coder(session).id
    for number, text in enumerate(session.query(Text).filter_by(original=words).limit(times)):
        add_code(session, text, code="T9.lighting", stance="problem", by=by, at=NOW)
        if not number:
            clear_for_quoting(session, text, by=by, at=NOW)


@pytest.mark.parametrize(("alike", "stands"), [(9, False), (10, True)])
def test_words_stand_only_under_what_ten_colleagues_wrote_of_and_without_a_place(
    session: Session, round: Round, colleagues: Round, alike: int, stands: bool
):
    say(session, colleagues, 12, unit="care", written="Mörkt vid entrén.")
    quoted(session, alike, "Mörkt vid entrén.")
    found = staff_quotes(session, round, on=TODAY)
    assert [(one.words, one.area, one.code) for one in found] == [("Mörkt vid entrén.", None, "T9")] * stands


def test_a_picture_holds_them_beside_the_dialogue_with_how_many_answered_and_its_limits(
    session: Session, round: Round, colleagues: Round
):
    say(session, colleagues, 12, unit="care", written="Mörkt vid entrén.")
    quoted(session, 12, "Mörkt vid entrén.")
    release(session, round)
    edition = from_document(release(session, round).content)
    assert edition.beside and edition.beside.own == staff_tables(session, round, on=TODAY)
    told = edition.beside.source("staff:voices:kollegor")
    assert told and told.answers == 72 and "response rate" in told.limits["en"]
    assert [one.words for one in edition.staff_quotes] == ["Mörkt vid entrén."]
    assert not edition.quotes and not any(one.heading.source == "staff" for one in edition.tables)


def test_a_round_without_colleagues_says_nothing_of_them(session: Session, round: Round):
    assert staff_tables(session, round, on=TODAY) == () and staff_quotes(session, round, on=TODAY) == ()

"""What other sources say stands in drafts and editions as it was then, each in its own unit, and never as a score."""

from datetime import datetime

import pytest
from sqlalchemy import event, update
from sqlalchemy.orm import Session

from dialog.picture.actions import DraftTooOld, release_picture
from dialog.picture.beside.facing import side_by_side
from dialog.picture.beside.told import Beside, Known, OutsideCell
from dialog.picture.content import checksum, from_document, to_document
from dialog.picture.findings.proposing.everything import propose
from dialog.picture.findings.setting import setting_of
from dialog.sources.models import SourceFigure, SourceText
from dialog.survey.models import Round
from tests.factories import make_round
from tests.picture.beside.figures import a_source, populate, tell
from tests.picture.speaking import TODAY, coder, draft, picture_of, release, respond

TRAFFIC, FINE = {"Q2.T1": "very_big", "Q1.b": "very_unsafe"}, {"Q2.T1": "small", "Q1.b": "very_safe"}
COUNTS = {"all": 300.0, "north": 150.0, "south": 100.0, "west": 50.0}


@pytest.fixture
def round(session: Session) -> Round:
    made = make_round(session)
    respond(session, made, 40, answers=TRAFFIC)
    respond(session, made, 40, area="south", answers=FINE)
    respond(session, made, 35, area="west", answers=FINE, channel="stand")
    return made


def beside(session: Session, round: Round) -> Beside:
    found = picture_of(session, round).beside
    assert found is not None
    return found


def test_the_register_tells_of_our_own_sources_and_of_every_other_that_says_anything(session: Session, round: Round):
    crime = a_source(session, name="Anmälda brott", limits="Bara det som anmäls.")
    tell(session, crime, COUNTS)
    a_source(session, name="Tom", lane="statistics")
    register = {one.id: one for one in beside(session, round).register}
    assert list(register) == ["dialogue", "workshops", f"source:{crime.id}"]
    assert (register["dialogue"].answers, register["workshops"].answers) == (115, 35)
    assert register[f"source:{crime.id}"].limits == {"sv": "Bara det som anmäls."}


def test_what_is_published_is_told_as_published_with_its_limits(session: Session, round: Round):
    survey = a_source(session, lane="safety-survey")
    tell(
        session, survey, {"north": 1.53}, category="Problem med trafik", unit="index", lower=1.2, upper=1.9, answers=12
    )
    [table] = beside(session, round).tables
    assert table.at("north", "2025") == OutsideCell(1.53, 1.2, 1.9, 12)
    assert table.code == "T1"


def test_what_is_missing_is_unknown_and_never_nothing(session: Session, round: Round):
    crime = a_source(session)
    tell(session, crime, {"all": 300.0, "north": 299.0})
    tell(session, crime, {"south": None}, missing="not available")
    table = beside(session, round).tables[0]
    assert table.at("south", "2025") == table.at("west", "2025") == OutsideCell(None, state=Known.UNKNOWN)


def test_a_count_stands_beside_its_rate_where_people_are_counted_the_same_year(session: Session, round: Round):
    crime = a_source(session)
    for period in ("2024", "2025"):
        tell(session, crime, COUNTS, period=period)
    populate(session, {"all": 10_000, "north": 3_000, "south": 5_000, "west": 20})
    count, rate = beside(session, round).tables
    assert rate.made_from == count.id and rate.unit == "per 1000"
    assert rate.at("north", "2025").value == 50 and rate.at("all", "2025").value == 30
    assert rate.at("west", "2025").state is Known.TOO_LITTLE
    assert rate.at("north", "2024").state is Known.UNKNOWN


def test_a_whole_that_nobody_tells_of_has_the_rate_of_its_parts_where_all_are_told(session: Session, round: Round):
    crime = a_source(session)
    tell(session, crime, {"north": 30.0, "south": 60.0, "west": 30.0})
    tell(session, crime, {"north": 30.0, "south": 60.0}, period="2024")
    for year in (2024, 2025):
        populate(session, {"north": 1_000, "south": 1_000, "west": 2_000}, year=year)
    count, rate = beside(session, round).tables
    assert rate.at("all", "2025").value == 30
    assert rate.at("all", "2024").state is count.at("all", "2025").state is Known.UNKNOWN


def test_of_a_round_that_nobody_has_answered_the_sources_stand_and_the_dialogue_has_too_little_data(session: Session):
    silent = make_round(session, slug="tyst")
    rates = {"all": 30.0, "north": 60.0, "south": 10.0}
    tell(session, a_source(session), rates, category="Trafikbrott", unit="per 1000")
    [one] = side_by_side(picture_of(session, silent))
    assert one.problem["sv"].startswith("Trafik")
    assert {row.said for row in one.rows} == {None}
    assert {row.verdict for row in one.rows} == {None, "unknown"}


def test_an_index_is_never_computed_anew_and_nothing_is_made_of_two_sources(session: Session, round: Round):
    tell(session, a_source(session, lane="safety-survey", name="A"), {"all": 2.0, "north": 3.0}, unit="index")
    tell(session, a_source(session, lane="safety-survey", name="B"), {"all": 4.0, "north": 5.0}, unit="index")
    populate(session, {"all": 10_000, "north": 3_000})
    tables = beside(session, round).tables
    assert sorted(one.at("north", "2025").value or 0 for one in tables) == [3, 5]


def test_only_the_latest_few_periods_of_one_sort_are_told(session: Session, round: Round):
    crime = a_source(session)
    for period in (*map(str, range(2018, 2026)), "2025-Q1"):
        tell(session, crime, {"north": 50.0}, period=period)
    assert beside(session, round).tables[0].periods == ("2021", "2022", "2023", "2024", "2025")


def test_words_of_a_source_stand_there_too(session: Session, round: Round):
    police = a_source(session, lane="police-assessment")
    text = {"heading": "Läget", "words": "Lugnt.", "period": "2026", "kept_at": datetime(2026, 11, 1)}
    session.add(SourceText(source_id=police.id, kept_by=coder(session).id, **text))
    found = beside(session, round)
    assert [(one.heading, one.words) for one in found.texts] == [("Läget", "Lugnt.")]
    assert found.source(f"source:{police.id}")


def test_an_edition_keeps_what_was_told_when_it_was_drafted(session: Session, round: Round):
    crime = a_source(session)
    tell(session, crime, COUNTS)
    made = release(session, round)
    before = from_document(made.content).beside
    tell(session, crime, COUNTS, period="2026")
    assert made.checksum == checksum(made.content) == checksum(to_document(from_document(made.content)))
    assert from_document(made.content).beside == before
    assert before is not None and before.tables[0].periods == ("2025",)


def test_an_edition_of_before_there_were_any_reads_as_it_was_and_keeps_its_checksum(session: Session, round: Round):
    old = {name: value for name, value in draft(session, round).content.items() if name != "beside"}
    was = checksum(old)
    assert from_document(old).beside is None
    assert checksum(to_document(from_document(old))) == was


def test_proposals_come_from_real_sources_and_what_is_there_is_no_gap(session: Session, round: Round):
    crime = a_source(session)
    rates = {"all": 30.0, "north": 60.0, "south": 10.0, "west": 40.0}
    tell(session, crime, rates, category="Trafikbrott", unit="per 1000")
    found = {one.key: one for one in propose(setting_of(session, round, picture_of(session, round)))}
    agreeing = next(one for key, one in found.items() if key.startswith("agree:"))
    assert "Norrby" in agreeing.statement["sv"]
    assert "Västerby" in next(one for key, one in found.items() if key.startswith("differ:")).statement["sv"]
    assert "reported crime" not in found["gap:source"].statement["en"]
    assert "staff dialogue" in found["gap:source"].statement["en"]


def test_what_another_round_told_of_a_protected_source_is_remembered(session: Session, round: Round):
    """A few crimes fewer than another edition told would be those few."""
    other = make_round(session, slug="annan")
    respond(session, other, 40, answers=TRAFFIC)
    crime = a_source(session, protect=True)
    tell(session, crime, {"north": 80.0})
    first, waiting = draft(session, other), draft(session, round)
    release_picture(session, first, on=TODAY)
    with pytest.raises(DraftTooOld):
        release_picture(session, waiting, on=TODAY)
    session.execute(update(SourceFigure).values(value=78.0))
    assert beside(session, round).tables[0].at("north", "2025").state is Known.WITHHELD


def test_as_many_sources_and_figures_take_as_many_queries(session: Session, round: Round):
    def queries() -> int:
        seen: list[str] = []

        def note(_connection: object, _cursor: object, said: str, *_: object) -> None:
            seen.append(said)

        session.flush()
        session.expire_all()
        event.listen(session.get_bind(), "before_cursor_execute", note)
        draft(session, round)
        event.remove(session.get_bind(), "before_cursor_execute", note)
        return len(seen)

    tell(session, a_source(session, name="A"), COUNTS)
    first = queries()
    for name in "BCD":
        source = a_source(session, name=name)
        for category in ("Totalt", "Våldsbrott", "Stöld"):
            tell(session, source, COUNTS, category=category)
    assert queries() == first

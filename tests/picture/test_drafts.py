"""A draft counts the voices of a round, each once, and protects them before anything is kept."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from dialog.audit.queries import latest_events
from dialog.picture.content import from_document
from dialog.picture.disclosure import Rule
from dialog.picture.tables import ALL, Cell, State
from dialog.places.models import Report
from dialog.review.coding.actions import add_code
from tests.factories import make_round
from tests.picture.speaking import (
    NOW,
    cell,
    coder,
    draft,
    picture_of,
    report,
    respond,
    set_aside,
    table,
    write,
)

SHOWN = State.SHOWN


def test_voices_are_counted_by_area_language_and_channel(session: Session):
    round = make_round(session)
    respond(session, round, 30, area="north")
    respond(session, round, 20, area="south", language="ar", channel="paper")
    picture = picture_of(session, round)
    assert cell(picture, "area", ALL) == Cell(50, SHOWN)
    assert cell(picture, "area", "north") == Cell(30, SHOWN)
    assert cell(picture, "language", "ar") == Cell(20, SHOWN)
    assert cell(picture, "channel", "paper") == Cell(20, SHOWN)


def test_a_response_with_its_reports_is_one_voice_and_a_report_of_its_own_another(session: Session):
    round = make_round(session)
    for response in respond(session, round, 20):
        report(session, round, 2, response_id=response)
    report(session, round, 10)
    picture = picture_of(session, round)
    assert cell(picture, "area", ALL) == Cell(30, SHOWN)
    assert cell(picture, "kinds", "path") == Cell(30, SHOWN)


def test_six_reports_by_two_voices_are_two_voices_and_not_shown(session: Session):
    round = make_round(session)
    respond(session, round, 60)
    for response in respond(session, round, 2):
        report(session, round, 3, area="west", response_id=response)
    for response in respond(session, round, 30):
        report(session, round, 1, area="south", response_id=response)
    assert cell(picture_of(session, round), "kinds-by-area", "west", "path").state is State.WITHHELD


def test_who_was_set_aside_is_left_out_with_all_reports(session: Session):
    round = make_round(session)
    spam, *_ = respond(session, round, 31)
    report(session, round, response_id=spam)
    report(session, round, 9)
    set_aside(session, spam)
    lone, *_ = report(session, round, 1)
    session.execute(update(Report).where(Report.id == lone).values(status="set_aside"))
    picture = picture_of(session, round)
    assert cell(picture, "area", ALL) == Cell(39, SHOWN)
    assert cell(picture, "kinds", "path") == Cell(9, SHOWN)


def test_a_small_cell_is_withheld_and_so_is_what_would_give_it_away(session: Session):
    round = make_round(session)
    respond(session, round, 40, answers={"Q6": "never"})
    respond(session, round, 20, answers={"Q6": "sometimes"})
    respond(session, round, 3, answers={"Q6": "often"})
    states = {key[0]: one.state for key, one in table(picture_of(session, round), "Q6").cells.items()}
    assert states["often"] is State.WITHHELD
    assert sum(state is State.WITHHELD for state in states.values()) >= 2
    assert states[ALL] is SHOWN


def test_no_answer_is_an_item_so_that_parts_make_the_whole(session: Session):
    round = make_round(session)
    respond(session, round, 30, answers={"B1": "25-44"})
    respond(session, round, 10, answers={})
    report(session, round, 5)
    ages = table(picture_of(session, round), "B1")
    assert ages[("25-44",)] == Cell(30, SHOWN)
    assert ages[("no answer",)] == Cell(15, SHOWN)


def test_the_matrix_counts_who_calls_a_problem_big_and_shows_the_very_figures_of_its_rows(session: Session):
    round = make_round(session)
    respond(session, round, 12, answers={"Q2.T1": "very_big", "Q2.T2": "small"})
    respond(session, round, 13, answers={"Q2.T1": "fairly_big"})
    respond(session, round, 20, area="south", answers={"Q2.T1": "dont_know"})
    picture = picture_of(session, round)
    assert cell(picture, "problems", "north", "T1") == Cell(25, SHOWN)
    assert cell(picture, "problems", "south", "none of them") == Cell(20, SHOWN)
    assert cell(picture, "rated", "north", "rated") == Cell(25, SHOWN)
    assert cell(picture, "Q2.T1", "T1:dont_know") == Cell(20, SHOWN)
    assert cell(picture, "Q2.T1", "T1") == cell(picture, "problems", ALL, "T1")


def test_a_voice_counts_once_under_a_code_however_many_coders_and_subcodes(session: Session):
    round = make_round(session)
    texts = write(session, round, "Mörkt vid tunneln", 20, code="T9.lighting")
    for text in texts:
        add_code(session, text, code="T9.lighting", stance="problem", by=coder(session, "second").id, at=NOW)
        add_code(session, text, code="T9.tunnel_escape", stance="problem", by=coder(session).id, at=NOW)
    picture = picture_of(session, round)
    assert cell(picture, "themes", "T9", "problem") == Cell(20, SHOWN)
    assert cell(picture, "themes", "T9.lighting", ALL) == Cell(20, SHOWN)
    assert cell(picture, "themes-by-area", "north", "T9") == Cell(20, SHOWN)


def test_a_text_that_is_no_longer_accepted_is_in_no_theme(session: Session):
    round = make_round(session)
    texts = write(session, round, "Mörkt", 30)
    for text in texts[:10]:
        text.status = "set_aside"
    session.flush()
    assert cell(picture_of(session, round), "themes", "T9", ALL) == Cell(20, SHOWN)


def test_a_small_gathering_has_one_way_tables_in_few_categories_and_nothing_of_who_they_are(session: Session):
    round = make_round(session)
    answers = {"Q1.a": "very_safe", "B1": "25-44", "Q2.T1": "very_big", "Q9": ["police"]}
    respond(session, round, 19, answers=answers)
    picture = picture_of(session, round)
    assert {len(one.dimensions) for one in picture.tables} == {1}
    assert not any(one.dimensions[0].background for one in picture.tables)
    merged = [item.id for item in table(picture, "Q2.T1").dimensions[0].items]
    assert "T1:very_big" not in merged
    assert cell(picture, "Q2.T1", "T1") == Cell(19, SHOWN)


def test_imported_reports_without_areas_show_their_categories_and_months(session: Session):
    round = make_round(session)
    report(session, round, 40, area=None, answers={}, channel="file", category="Light/Lamp broken")
    report(session, round, 20, area=None, answers={}, channel="file", category="Light/Lamp missing")
    report(session, round, 15, area=None, answers={}, channel="file", category="Litter")
    picture = picture_of(session, round)
    imported = table(picture, "imported")
    labels = {item.label["sv"]: imported[(item.id,)] for item in imported.dimensions[0].items}
    assert labels["Light"] == Cell(60, SHOWN)
    assert labels["Lamp missing"] == Cell(20, SHOWN)
    assert imported.heading.source == "imported"
    assert cell(picture, "months", "2026-11") == Cell(75, SHOWN)
    assert picture.table("area") is None
    assert picture.table("Q6") is None
    assert {one.heading.universe for one in picture.tables} == {"voices:trygg"}


def test_lone_reports_and_responses_share_a_universe_so_that_neither_can_be_subtracted(session: Session):
    round = make_round(session)
    respond(session, round, 2, area="west")
    respond(session, round, 40, area="north")
    report(session, round, 38, area="west")
    report(session, round, 10, area="south")
    picture = picture_of(session, round)
    assert {one.heading.universe for one in picture.tables} == {"voices:trygg"}
    kinds = table(picture, "kinds-by-area")
    assert kinds[("west", ALL)] == cell(picture, "area", "west")
    assert kinds[("west", "no answer")].state is State.WITHHELD


def test_an_empty_round_gives_an_empty_picture(session: Session):
    assert picture_of(session, make_round(session)).tables == ()


def test_a_raised_threshold_is_kept_to_and_told(session: Session):
    round = make_round(session)
    respond(session, round, 40, answers={"Q6": "never"})
    respond(session, round, 30, answers={"Q6": "sometimes"})
    respond(session, round, 8, answers={"Q6": "often"})
    kept = from_document(draft(session, round, Rule(minimum=12, group_minimum=20)).content)
    assert kept.minimum == 12
    assert cell(kept, "Q6", "often").state is State.WITHHELD


def test_drafting_is_written_in_the_log(session: Session):
    made = draft(session, make_round(session))
    assert latest_events(session)[0].subject == f"draft {made.id}"


def test_words_are_kept_in_every_shipped_language(session: Session):
    round = make_round(session)
    respond(session, round, 30)
    item = next(one for one in table(picture_of(session, round), "area").dimensions[0].items if one.id == "north")
    assert item.label == {"sv": "Norrby", "en": "Norrby", "ar": "نوربي"}

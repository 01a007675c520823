"""Cross-tabs on the analyst's own screen: counted as on one's fingers, audited, and of voices that still count."""

from collections.abc import Callable, Sequence

import numpy as np
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, event, func, select
from sqlalchemy.orm import Session

from dialog.audit.queries import latest_events
from dialog.picture.columns import Column
from dialog.picture.crosstab import tally as tallying
from dialog.picture.crosstab.actions import counted_questions, look_across
from dialog.picture.crosstab.copying import copied, keep_copy
from dialog.picture.crosstab.crossing import CrossTab
from dialog.picture.crosstab.models import AnswerColumn, AnswerCopy
from dialog.picture.crosstab.tally import tally
from dialog.picture.observations import Placed, place_chosen
from dialog.picture.tables import ALL, Dimension, Item
from dialog.picture.voices import hear
from dialog.survey.models import Response, Round
from tests.factories import make_round
from tests.picture.speaking import TODAY, coder, report, respond, set_aside, write

SignIn = Callable[..., FlaskClient]


def look(session: Session, round: Round, *names: str) -> CrossTab:
    found = look_across(session, round=round, names=names, level="district", on=TODAY, by=coder(session).id)
    return found.table


def number(table: CrossTab, *items: str) -> int:
    """The number in one cell; 0 where an item has nobody."""
    place = []
    for dimension, item in zip(table.dimensions, items, strict=True):
        ids = [one.id for one in dimension.items]
        if item not in ids:
            return 0
        place.append(ids.index(item))
    return int(table.counts[tuple(place)])


def talk(session: Session) -> Round:
    """Responses with reports and coded texts inside, and reports of their own."""
    round = make_round(session)
    made = respond(session, round, 6, answers={"Q6": "never", "B1": "25-44", "Q9": ["police", "lighting"]})
    respond(session, round, 5, area="south", language="ar", answers={"Q6": "often", "Q9": ["police"]})
    report(session, round, 1, response_id=made[0])
    report(session, round, 1, response_id=made[0], answers={"feeling": "unsafe", "times": ["evening", "night"]})
    report(session, round, 3, area="west", channel="file")
    write(session, round, "Mörkt", 4, code="T9.lighting", answers={"Q6": "never"})
    return round


def test_a_question_crosses_with_area_language_and_another_question(session: Session):
    round = talk(session)
    table = look(session, round, "question:Q6", "area", "question:Q9")
    assert number(table, "never", "north", "police") == 6
    assert number(table, "often", "south", "police") == 5
    assert number(table, "never", ALL, ALL) == 10
    assert number(table, "no answer", "west", "no answer") == 3
    assert table.voices == 18
    assert number(look(session, round, "language", "question:Q6"), "ar", "often") == 5


def test_what_is_reported_and_written_counts_once_a_voice_with_all_else_it_said(session: Session):
    round = talk(session)
    times = look(session, round, "time", "question:B1")
    assert number(times, "night", "25-44") == 1  # two reports inside one response are one voice
    assert number(times, "evening", "25-44") == 1
    assert number(times, "night", ALL) == 4
    codes = look(session, round, "code", "question:Q6")
    assert number(codes, "T9.lighting", "never") == 4
    assert number(codes, "T9", "never") == 4
    assert number(codes, "no answer", ALL) == 14


def test_two_codings_of_one_voice_make_no_two_voices(session: Session):
    round = make_round(session)
    write(session, round, "Mörkt och skräpigt", 3, code="T9.lighting")
    made = session.scalars(select(Response.id)).all()
    report(session, round, 1, response_id=made[0])
    table = look(session, round, "code", "time")
    assert number(table, "T9", "night") == 1
    assert number(table, "T9", ALL) == 3


def test_a_problem_is_crossed_by_how_big_it_is_called(session: Session):
    round = make_round(session)
    respond(session, round, 4, answers={"Q2.T1": "very_big", "Q6": "never"})
    respond(session, round, 2, answers={"Q2.T1": "small", "Q6": "never"})
    assert number(look(session, round, "question:Q2.T1", "question:Q6"), "T1", "never") == 4


def copy(session: Session, round: Round) -> None:
    keep_copy(session, round.id, hear(session, round.id, counted_questions(round), on=TODAY), on=TODAY, large=1)


def test_the_copy_in_columns_gives_what_the_rows_give(session: Session):
    round = talk(session)
    asked = (("question:Q6", "area"), ("question:Q9", "language"), ("time", "question:B1"), ("code", "question:Q6"))
    from_rows = [look(session, round, *names) for names in asked]
    copy(session, round)
    assert copied(session, round.id, ["Q6"]) is not None
    for names, rows in zip(asked, from_rows, strict=True):
        again = look(session, round, *names)
        assert again.dimensions == rows.dimensions
        assert np.array_equal(again.counts, rows.counts)


def test_a_voice_that_is_set_aside_is_out_of_every_look_at_once(session: Session):
    round = talk(session)
    copy(session, round)
    some = session.scalars(select(Response.id).where(Response.language == "ar")).all()
    set_aside(session, some[0])
    assert number(look(session, round, "language", "question:Q6"), "ar", "often") == 4


def test_a_response_that_is_deleted_takes_the_copy_with_it(session: Session):
    round = talk(session)
    copy(session, round)
    gone = session.scalars(select(Response.id).where(Response.language == "ar")).all()[0]
    session.execute(delete(Response).where(Response.id == gone))
    assert session.scalar(select(func.count()).select_from(AnswerColumn)) == 0
    copy(session, round)
    kept = session.get_one(AnswerColumn, (round.id, "id"))
    assert gone.bytes not in kept.codes
    session.delete(session.scalars(select(Response).where(Response.language == "ar")).all()[0])
    session.flush()
    assert session.scalar(select(func.count()).select_from(AnswerCopy)) == 0


def test_the_copy_holds_no_words(session: Session):
    round = talk(session)
    copy(session, round)
    for column in session.scalars(select(AnswerColumn)):
        assert "Mörkt" not in str(column.values)
        assert "Mörkt".encode() not in column.codes


def test_a_small_round_has_no_copy(session: Session):
    round = talk(session)
    keep_copy(session, round.id, hear(session, round.id, [], on=TODAY), on=TODAY)
    assert session.scalar(select(func.count()).select_from(AnswerCopy)) == 0


def test_an_analyst_looks_across_and_every_look_is_in_the_log(app: Flask, signed_in: SignIn, session: Session):
    round, other = talk(session), make_round(session, slug="other")
    respond(session, other, 2, answers={"Q6": "often"})
    session.commit()
    analyst, address = signed_in("analyst"), f"/analyst/rounds/{round.id}/crosstab"
    assert "Choose two or three" not in analyst.get(f"{address}?lang=en").text
    assert "Choose two or three" in analyst.get(f"{address}?lang=en&a=area").text
    assert "cross-tab seen" not in [one.action for one in latest_events(session)]
    asked: list[str] = []
    engine = app.extensions["sessions"].kw["bind"]
    event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    page = analyst.get(f"{address}?lang=en&a=area&b=question:Q6&c=language&also={other.id}")
    assert page.status_code == 200
    assert len(asked) <= 40
    session.rollback()
    seen = [one for one in latest_events(session) if one.action == "cross-tab seen"]
    assert {one.subject for one in seen} == {f"round {round.id}", f"round {other.id}"}
    assert seen[0].details["dimensions"] == ["area", "question:Q6", "language"]
    assert all(one.staff_id for one in seen)
    assert "/api/" not in page.text and "download" not in page.text and "/pictures/" not in page.text


def test_only_an_analyst_looks_across(signed_in: SignIn, client: FlaskClient, session: Session):
    round = make_round(session)
    session.commit()
    address = f"/analyst/rounds/{round.id}/crosstab"
    assert client.get(address).status_code == 302
    assert signed_in("reviewer", "facilitator", "admin").get(address).status_code == 403
    assert signed_in("analyst").get("/analyst/rounds/9/crosstab").status_code == 404


OPTIONS = ("a", "b", "c")
DIMENSION = Dimension(
    "q",
    {},
    (Item(ALL, {}, None), Item("g", {}), *(Item(one, {}, "g") for one in OPTIONS), Item("no answer", {})),
    False,
)
SAID = st.lists(st.sampled_from(OPTIONS), max_size=2, unique=True).map(lambda one: tuple(sorted(one)) or None)


@given(st.lists(st.tuples(SAID, SAID, SAID), min_size=1, max_size=30), st.booleans())
def test_cross_tabs_are_what_counting_on_ones_fingers_gives(voices: Sequence[tuple], rare: bool):
    placed = [chosen([voice[axis] for voice in voices]) for axis in range(3)]
    most, tallying.MOST_KEYS = tallying.MOST_KEYS, 0 if rare else tallying.MOST_KEYS
    try:
        counts = tally(placed)
    finally:
        tallying.MOST_KEYS = most
    ids = [item.id for item in DIMENSION.items]
    for cell in np.ndindex(counts.shape):
        here = [ids[place] for place in cell]
        told = sum(all(stands_in(said, item) for said, item in zip(voice, here, strict=True)) for voice in voices)
        assert counts[cell] == told


def chosen(values: Sequence[tuple[str, ...] | None]) -> Placed:
    known = list(dict.fromkeys(values))
    column = Column(tuple(known), np.array([known.index(one) for one in values], np.int8))
    return place_chosen(DIMENSION, column, several=True)


def stands_in(said: tuple[str, ...] | None, item: str) -> bool:
    return item == ALL or (item == "no answer" and not said) or bool(said and (item in said or item == "g"))

"""What may be compared with an earlier picture, and what is a visible break."""

from dataclasses import replace
from datetime import date
from typing import Any

from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from dialog.picture.changes import Changes, changes_view
from dialog.picture.content import Picture, from_document, to_document
from dialog.picture.statistics.channel_mix import SHIFTED, distance
from dialog.picture.statistics.compared import Pair
from dialog.picture.statistics.series import asked_in_both
from dialog.picture.tables import Cell, State
from dialog.survey.actions import keep_questionnaire
from dialog.survey.models import Round
from dialog.survey.questionnaire import Questionnaire
from tests.factories import make_round
from tests.picture.speaking import picture_of, release, respond
from tests.survey.test_comparability import BEFORE, with_options, with_text, without

ANSWERS = {"Q6": "never", "Q1.b": "very_unsafe", "Q2.T1": "very_big", "Q9": ["police"]}


def later(session: Session, questionnaire: Questionnaire = BEFORE, **changes: Any) -> Round:
    asked = keep_questionnaire(session, replace(questionnaire, version=2) if questionnaire is not BEFORE else BEFORE)
    days = {"opens_on": date(2027, 10, 1), "closes_on": date(2027, 12, 31)}
    return make_round(session, slug="next", questionnaire=asked, **(days | changes))


def listened(session: Session) -> Round:
    """A round with an edition."""
    round = make_round(session)
    respond(session, round, 40, answers=ANSWERS)
    respond(session, round, 60, area="south", answers=ANSWERS | {"Q6": "often", "Q2.T1": "small"})
    release(session, round)
    return round


def since(picture: Picture) -> Changes:
    (found,) = changes_view(picture)
    return found


def pairs(found: Changes, title: str) -> dict[str, Pair]:
    return next({pair.label["en"]: pair for pair in one.pairs} for one in found.followed if one.title["en"] == title)


def reasons(found: Changes) -> dict[str, str]:
    return {one.label["en"]: one.reason for one in found.comparison.breaks}


AVOIDED = BEFORE.columns()[[one.id for one in BEFORE.columns()].index("Q6")].title["en"]


def test_the_same_question_with_the_same_options_goes_on(session: Session):
    listened(session)
    round = later(session)
    respond(session, round, 50, answers=ANSWERS)
    found = since(picture_of(session, round))
    never = pairs(found, AVOIDED)["Never"]
    assert (never.then.value, never.then_base, never.now.value, never.now_base) == (40, 100, 50, 50)
    assert never.shares == (40, 100)
    assert (found.comparison.edition, found.comparison.is_same_round) == (1, False)


def test_problems_and_unsafe_areas_are_shares_of_those_who_said_so_both_times(session: Session):
    listened(session)
    round = later(session)
    respond(session, round, 50, answers=ANSWERS)
    found = since(picture_of(session, round))
    traffic = next(iter(pairs(found, "Problems by area: voices that call them fairly or very big").values()))
    assert (traffic.then.value, traffic.then_base, traffic.now.value, traffic.now_base) == (40, 100, 50, 50)
    by_area = next(one for one in found.followed if one.only)
    north = next(pair for pair in by_area.pairs if pair.label["en"] == "Norrby")
    assert (north.then.value, north.then_base, north.now_base) == (40, 40, 50)


def test_other_options_other_words_and_new_or_gone_questions_break_visibly(session: Session):
    listened(session)
    options = BEFORE.columns()[[one.id for one in BEFORE.columns()].index("Q6")].options[:2]
    round = later(session, with_options("Q6", *options))
    respond(session, round, 50, answers=ANSWERS)
    found = since(picture_of(session, round))
    assert reasons(found)[AVOIDED] == "options"
    assert AVOIDED not in [one.title["en"] for one in found.followed]
    assert asked_in_both(BEFORE, replace(without("Q6"), version=2), []).gone[0]["en"] == AVOIDED
    assert asked_in_both(replace(without("Q6"), version=2), BEFORE, []).broken["Q6"] == "new"


def test_a_rewording_goes_on_only_if_staff_said_every_time_that_it_means_the_same():
    after = replace(with_text("Q6", "sv", "Brukar du undvika platser?"), version=2)
    kept, broken = {"avoidance": {"decision": "kept"}}, {"avoidance": {"decision": "broken"}}
    assert asked_in_both(BEFORE, after, []).broken["Q6"] == "reworded"
    assert asked_in_both(BEFORE, after, [kept]).kept["Q6"] == "Q6"
    assert asked_in_both(BEFORE, after, [kept, broken]).broken["Q6"] == "reworded"


def test_other_borders_break_what_is_told_by_area(session: Session):
    listened(session)
    round = later(session)
    round.division = "drawn anew"
    respond(session, round, 50, answers=ANSWERS)
    found = since(picture_of(session, round))
    assert "areas" in reasons(found).values()
    assert not any(one.only for one in found.followed)


def test_a_shift_in_how_people_came_is_warned_of(session: Session):
    listened(session)
    round = later(session)
    respond(session, round, 30, answers=ANSWERS)
    respond(session, round, 30, answers=ANSWERS, channel="school")
    shift = {one.label["en"]: (one.then, one.now) for one in since(picture_of(session, round)).comparison.channels}
    assert shift == {"On the web": (100, 50), "At school": (0, 50)}


def test_few_answers_have_no_share_and_a_withheld_figure_no_number(session: Session):
    listened(session)
    round = later(session)
    respond(session, round, 24, answers=ANSWERS)
    respond(session, round, 3, answers=ANSWERS | {"Q6": "often"})
    answered = pairs(since(picture_of(session, round)), AVOIDED)
    assert answered["Never"].shares is None
    assert answered["Often"].now.state is State.WITHHELD


def test_a_new_edition_of_the_round_stands_beside_the_one_before(session: Session):
    round = listened(session)
    respond(session, round, 20, answers=ANSWERS)
    found = since(picture_of(session, round))
    assert found.comparison.is_same_round
    assert pairs(found, AVOIDED)["Never"].now.value == 60


def test_what_was_compared_is_kept_with_the_picture_as_it_was(session: Session):
    listened(session)
    round = later(session)
    respond(session, round, 50, answers=ANSWERS)
    picture = picture_of(session, round)
    assert from_document(to_document(picture)) == picture


def test_an_edition_tells_what_has_changed(session: Session, client: FlaskClient):
    listened(session)
    round = later(session)
    respond(session, round, 30, answers=ANSWERS)
    respond(session, round, 30, answers=ANSWERS, channel="school")
    release(session, round)
    session.commit()
    text = client.get("/en/pictures/2").text
    assert 'id="changes"' in text and "People came by other ways than then." in text
    assert 'id="changes"' not in client.get("/en/pictures/1").text


MIX = st.dictionaries(st.sampled_from("abcd"), st.integers(1, 50), min_size=1).map(
    lambda one: {way: number / sum(one.values()) for way, number in one.items()}
)


@given(MIX, MIX)
def test_how_far_two_mixes_are_apart_is_a_distance(one: dict[str, float], other: dict[str, float]):
    assert distance(one, one) == 0
    assert distance(one, other) == distance(other, one)
    assert 0 <= distance(one, other) <= 1 + 1e-9
    assert SHIFTED < 1


def test_a_pair_that_is_withheld_has_no_share():
    assert Pair("", {}, Cell(None, State.WITHHELD), 50, Cell(30, State.SHOWN), 60).shares is None

"""Sampled rounds: weights come with a file, weighted shares stand beside counts, and open rounds have no margin."""

from pathlib import Path

import numpy as np
import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from dialog.picture.content import Picture, from_document, to_document
from dialog.picture.sampled import WeightedTable, weighted_tables
from dialog.picture.statistics.intervals import effective_size, wilson
from dialog.survey.models import Response, Round
from tests.factories import make_round
from tests.picture.speaking import picture_of, release, respond
from tests.survey.test_imports import LEAST, load, saved

# R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3 (score, without correction)
NEWCOMBE = [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]


def sample(session: Session, **weights: float) -> Round:
    """Of each answer to Q6 sixty responses in the north, with these weights."""
    round = make_round(session)
    for answer, weight in weights.items():
        made = respond(session, round, 60, answers={"Q6": answer, "Q1.b": "very_unsafe"})
        session.execute(update(Response).where(Response.id.in_(made)).values(weight=weight))
    return round


def asked(picture: Picture, title: str = "avoided") -> WeightedTable:
    return next(one for one in weighted_tables(picture) if title in one.title["en"])


@pytest.mark.parametrize(("yes", "size", "low", "high"), NEWCOMBE)
def test_the_interval_is_that_of_published_examples(yes: int, size: int, low: float, high: float):
    assert wilson(yes / size, size) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 5000), st.data())
def test_for_equal_weights_the_interval_is_that_of_an_independent_implementation(size: int, data: st.DataObject):
    yes = data.draw(st.integers(0, size))
    theirs = binomtest(yes, size).proportion_ci(method="wilson")
    assert wilson(yes / size, size) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


WEIGHTS = st.lists(st.floats(0.1, 1000), min_size=1, max_size=50)


@given(WEIGHTS, st.floats(0.01, 100))
def test_unequal_weights_are_worth_fewer_answers_whatever_their_unit(weights: list[float], unit: float):
    array = np.array(weights)
    assert effective_size(array) <= len(weights) + 1e-9
    assert effective_size(array * unit) == pytest.approx(effective_size(array))
    assert effective_size(np.full(len(weights), unit)) == pytest.approx(len(weights))
    # the design effect from weighting, as Kish has it: 1 + the squared coefficient of variation
    deff = 1 + float(np.var(array)) / float(np.mean(array)) ** 2
    assert effective_size(array) == pytest.approx(len(weights) / deff)


def test_nineteen_of_twenty_samples_with_unequal_weights_hold_the_truth():
    chance, held, rounds = np.random.default_rng(1), 0, 2000
    weights = np.repeat([1.0, 4.0], [150, 50])
    for _ in range(rounds):
        said = chance.random(200) < 0.3
        low, high = wilson(float(weights @ said) / float(weights.sum()), effective_size(weights))
        held += low <= 0.3 <= high
    assert 0.93 <= held / rounds <= 0.97


@pytest.mark.parametrize(("share", "size"), [(0.5, 0), (1.5, 10), (-0.1, 10)])
def test_there_is_no_interval_around_nothing(share: float, size: float):
    with pytest.raises(ValueError, match="no interval"):
        wilson(share, size)


def test_weights_come_with_a_file_and_wrong_ones_are_listed(session: Session, tmp_path: Path):
    rows = [LEAST | {"vikt": weight} for weight in ("2,5", "", "0", "-1", "nan", "many", "2000000")]
    loaded = load(session, saved(tmp_path, *rows))
    assert loaded.taken == 2
    assert {one.column for one in loaded.rejects} == {"vikt"}
    assert set(session.scalars(select(Response.weight))) == {2.5, None}


def test_weighted_shares_stand_beside_the_unweighted(session: Session):
    picture = picture_of(session, sample(session, never=1.0, often=3.0))
    never, often = (line for line in asked(picture).lines if line.voices.value)
    assert (never.unweighted, never.weighted.share) == (50, 25)
    assert (often.unweighted, often.weighted.share) == (50, 75)
    assert asked(picture).size == 96  # (60 + 180)² / (60 + 540)
    assert never.weighted.low < 25 < never.weighted.high


def test_areas_have_weighted_shares_of_who_feels_unsafe(session: Session):
    picture = picture_of(session, sample(session, never=1.0, often=3.0))
    north = next(one for one in weighted_tables(picture) if one.only)
    assert north.only[0]["en"] == "Norrby"
    assert [line.weighted.share for line in north.lines if line.voices.value == 120] == [100]


def test_a_figure_that_is_withheld_has_no_weighted_share(session: Session):
    round = sample(session, never=1.0, sometimes=2.0)
    made = respond(session, round, 4, answers={"Q6": "often"})
    session.execute(update(Response).where(Response.id.in_(made)).values(weight=1.0))
    table = asked(picture_of(session, round))
    assert table.lines
    assert all(line.voices.value is not None for line in table.lines)
    assert "Often" not in [line.label["en"] for line in table.lines]


def test_few_answers_have_no_interval(session: Session):
    round = make_round(session)
    made = respond(session, round, 29, answers={"Q6": "never"})
    session.execute(update(Response).where(Response.id.in_(made)).values(weight=1.0))
    assert weighted_tables(picture_of(session, round)) == []


def test_one_answer_without_a_weight_makes_an_open_round(session: Session, client: FlaskClient):
    round = sample(session, never=1.0, often=3.0)
    respond(session, round, 1, answers={"Q6": "never"})
    assert weighted_tables(picture_of(session, round)) == []
    release(session, round)
    session.commit()
    text = client.get("/en/pictures/1").text
    assert "no margin of error can be told" in text
    assert 'id="weighted"' not in text


def test_an_edition_of_a_sample_tells_how_sure_its_shares_are(session: Session, client: FlaskClient):
    round = sample(session, never=1.0, often=3.0)
    picture = picture_of(session, round)
    assert from_document(to_document(picture)) == picture
    release(session, round)
    session.commit()
    text = client.get("/en/pictures/1").text
    assert 'id="weighted"' in text and "Worth 96 answers of equal weight." in text
    assert "no margin of error can be told" not in text

"""Rounding instead of withholding: no figure is exact, and no subtraction makes one."""

from collections.abc import Iterator, Sequence
from math import ceil, floor

import numpy as np
import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog
from scipy.sparse import lil_array
from sqlalchemy.orm import Session

from dialog.picture.actions import draft_picture, release_picture
from dialog.picture.content import Picture, from_document, to_document
from dialog.picture.disclosure import Rule, protect
from dialog.picture.rounding import BASES, OtherMethodBefore, rounded, surely_at_least
from dialog.picture.tables import RawTable, State
from dialog.survey.models import Round
from tests.factories import make_round
from tests.picture.attack import NEARLY, Figure, Voices, called, relate
from tests.picture.crowds import count, crowd, dimension, random_picture
from tests.picture.speaking import TODAY, cell, respond, write
from tests.picture.test_pages import act


def readings(tables: Sequence[RawTable], base: int) -> Iterator[tuple[Figure, int, int, int]]:
    """(figure, true number, least and most it may be) of small figures, for a reader with a linear program.

    The reader knows every rounded figure, that rounding moved each by less than the base, and how wholes and parts
    stand to each other.
    """
    voices = Voices()
    shown: dict[Figure, int] = {}
    for table, safe in zip(tables, protect(tables, rule=Rule(rounding=base)), strict=True):
        ids = [one.id for one in table.dimensions]
        for key, found in safe.cells.items():
            assert found.state is State.SHOWN and found.value is not None
            assert found.value % base == 0
            assert shown.setdefault(called(ids, key), found.value) == found.value
            voices.true[called(ids, key)] = table.counts[key]
        relate(voices, table, ids)
    place = {name: number for number, name in enumerate(shown)}
    equal = matrix([{whole: 1, **dict.fromkeys(parts, -1)} for whole, parts in voices.sums], place)
    bounds = [{part: 1, whole: -1} for part, whole in voices.within]
    at_most = matrix(bounds + [{whole: 1, **dict.fromkeys(parts, -1)} for whole, parts in voices.covers], place)
    box = [(max(value - base + 1, 0), value + base - 1) for value in shown.values()]
    for name, number in place.items():
        if 0 < voices.true[name] < 5:
            low, high = (extreme(number, sign, equal, at_most, box) for sign in (1, -1))
            yield name, voices.true[name], ceil(low - NEARLY), floor(high + NEARLY)


def matrix(rows: Sequence[dict[Figure, int]], place: dict[Figure, int]) -> lil_array | None:
    found = lil_array((len(rows), len(place)))
    for number, row in enumerate(rows):
        for name, factor in row.items():
            found[number, place[name]] = factor
    return found.tocsr() if rows else None


def extreme(number: int, sign: int, equal: object, at_most: object, box: list[tuple[int, int]]) -> float:
    aim = np.zeros(len(box))
    aim[number] = sign
    none = {"b_eq": None if equal is None else np.zeros(equal.shape[0])}  # type: ignore[attr-defined]
    none["b_ub"] = None if at_most is None else np.zeros(at_most.shape[0])  # type: ignore[attr-defined]
    answer = linprog(aim, A_eq=equal, A_ub=at_most, bounds=box, **none)
    assert answer.status == 0, answer.message
    return sign * float(answer.fun)


@given(st.integers(0, 10_000), st.sampled_from(BASES))
@settings(max_examples=12)
def test_no_reader_narrows_a_small_figure_to_fewer_than_three_values(seed: int, base: int):
    for name, true, low, high in readings(random_picture(seed), base):
        assert low <= true <= high
        assert high - low >= 2, f"{sorted(name)} is {low} to {high}, in truth {true}"


def test_nearest_alone_would_give_parts_away_and_what_is_told_does_not():
    """Four sevens become fives, and 28 becomes 30: were each known to have moved by two at most, all were seven."""
    voices = crowd(north={"yes": 7}, south={"yes": 7}, east={"yes": 7}, west={"yes": 4, "no": 3})
    table = count(voices, dimension("area", "north", "south", "east", "west"), dimension("answer", "yes", "no"))
    assert all(high - low >= 2 for _, _, low, high in readings([table], 5))


@given(st.integers(0, 100_000), st.sampled_from(BASES), st.integers(1, 100))
def test_a_figure_goes_to_its_nearest_multiple_and_no_further(number: int, base: int, least: int):
    found = rounded(number, base)
    assert found % base == 0
    assert abs(found - number) <= base // 2
    if found >= surely_at_least(least, base):
        assert number >= least


def test_other_bases_are_refused():
    with pytest.raises(ValueError, match="multiples of 3 or 5"):
        Rule(rounding=2)


def told(session: Session, round: Round, base: int) -> Picture:
    return from_document(draft_picture(session, round=round, rule=Rule(rounding=base), on=TODAY).content)


def test_a_rounded_picture_withholds_nothing_and_says_how_it_rounds(session: Session):
    round = make_round(session)
    respond(session, round, 32, answers={"Q6": "never"})
    respond(session, round, 2, area="south", answers={"Q6": "often"})
    picture = told(session, round, 5)
    assert cell(picture, "Q6", "often").value == 0
    assert cell(picture, "Q6", "all").value == 35
    assert {one.state for table in picture.tables for one in table.cells.values()} == {State.SHOWN}
    assert "rounded to a multiple of 5" in picture.method["en"]
    assert from_document(to_document(picture)) == picture


def test_a_quote_stands_only_where_so_many_said_it_for_sure(session: Session):
    round = make_round(session)
    write(session, round, "Mörkt", 7, cleared=True)
    respond(session, round, 40)
    assert told(session, round, 5).quotes == ()  # 5, which may be 3
    assert told(session, round, 3).quotes  # 6, which is at least 5


def test_editions_of_a_round_are_all_protected_in_one_way(app: Flask, session: Session):
    round = make_round(session)
    respond(session, round, 40)
    release_picture(session, draft_picture(session, round=round, rule=Rule(rounding=5), on=TODAY), on=TODAY)
    with pytest.raises(OtherMethodBefore):
        draft_picture(session, round=round, rule=Rule(), on=TODAY)
    session.commit()
    refused = app.test_cli_runner().invoke(args=["picture", "draft", "--round", "trygg", "--rounding", "3"])
    assert refused.exit_code == 2 and "protected in the other way" in refused.output
    assert app.test_cli_runner().invoke(args=["picture", "draft", "--round", "trygg", "--rounding", "5"]).exit_code == 0


def test_an_analyst_rounds_and_machines_are_told(signed_in, client: FlaskClient, session: Session):
    round = make_round(session)
    respond(session, round, 42, answers={"Q1.b": "very_unsafe"})
    session.commit()
    analyst = signed_in("analyst")
    page = act(analyst, "/analyst/", f"/analyst/rounds/{round.id}/drafts", rounding="5")
    act(analyst, f"{page.location}/release", f"{page.location}/release")
    text = client.get("/en/pictures/1").text
    assert "rounded to a multiple of 5" in text and "Least number of voices" not in text
    assert '"rounding":5' in client.get("/api/v1/pictures/1.json").text.replace(" ", "")
    other = act(analyst, "/analyst/", f"/analyst/rounds/{round.id}/drafts")
    assert "skyddade på det andra sättet" in analyst.get(other.location).text

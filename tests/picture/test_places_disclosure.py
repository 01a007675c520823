"""The judge of disclosure control reads pictures with places, edition after edition, and finds out nothing."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from dialog.geography.points import Point
from dialog.picture import actions
from dialog.picture.content import Picture, from_document
from dialog.picture.disclosure import protect
from dialog.picture.ids import is_place
from dialog.picture.tables import ALL, RawTable, SafeTable, State
from dialog.places.models import Report
from dialog.survey.models import Round
from tests.factories import make_round
from tests.picture.attack import breaches
from tests.picture.speaking import SQUARE, STATION, TODAY, cell, gather, picture_of, places, release, report, respond

SPOTS = {
    "north": (SQUARE, STATION, Point(59.05, 15.0501), Point(59.02, 15.03)),
    "south": (Point(59.05, 15.15), Point(59.03, 15.13)),
    "west": (Point(59.05, 15.25), Point(59.05, 15.2001)),
}
Told = tuple[list[RawTable], list[SafeTable], Sequence[SafeTable]]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Told]]:
    """All that was counted and told, and what had been told before."""
    seen: list[Told] = []

    def watched(tables: list[RawTable], **how: Any) -> list[SafeTable]:
        safe = protect(tables, **how)
        seen.append((tables, safe, how["before"]))
        return safe

    monkeypatch.setattr(actions, "protect", watched)
    yield seen
    assert seen
    for raw, safe, before in seen:
        assert breaches(safe, raw, before=before) == []


def crowd(session: Session, round: Round, chance: np.random.Generator, *, inside: bool, number: int) -> None:
    """People who report a few spots often and others hardly ever, some of them several places or a way."""
    areas = list(SPOTS)
    responses = respond(session, round, 8, area="south") if inside else []
    for _ in range(number):
        area = str(chance.choice(areas, p=[0.6, 0.3, 0.1]))
        spots = SPOTS[area]
        at = spots[int(chance.integers(0, len(spots)) * chance.random() * 1.4) % len(spots)]
        feeling = str(chance.choice(["unsafe", "safe", "both"], p=[0.8, 0.15, 0.05]))
        causes = chance.choice(["lighting", "desolate", "traffic"], chance.integers(0, 3), replace=False)
        said = {"feeling": feeling, "kind": "path", "causes": causes.tolist(), "times": ["night"]}
        kind = chance.random()
        if kind < 0.2:
            report(session, round, area=area, answers=said)
        elif kind < 0.3:
            gather(session, round, area=area, answers=said, at=at, to_point=spots[0])
        elif kind < 0.4 and responses:
            gather(session, round, area=area, answers=said, at=at, response_id=responses[int(chance.integers(0, 8))])
        else:
            (first,) = gather(session, round, area=area, answers=said, at=at)
            if kind < 0.5:
                gather(session, round, area="south", answers=said, at=SPOTS["south"][0], part_of=first)


@pytest.mark.parametrize("inside", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_no_reader_works_out_a_figure_beside_places(session: Session, told: list[Told], seed: int, inside: bool):
    round, chance = make_round(session), np.random.default_rng(seed)
    crowd(session, round, chance, inside=inside, number=70)
    assert _are_all_shown(picture_of(session, round))


@pytest.mark.parametrize("seed", range(3))
def test_no_reader_of_all_editions_works_out_a_figure_beside_places(session: Session, told: list[Told], seed: int):
    round, chance = make_round(session), np.random.default_rng(seed)
    for number in (60, 2, 40):
        crowd(session, round, chance, inside=False, number=number)
        gone = list(session.scalars(select(Report.id)))[: int(chance.integers(0, 3))]
        session.execute(update(Report).where(Report.id.in_(gone)).values(status="set_aside"))
        assert _are_all_shown(from_document(release(session, round).content))


def test_a_place_that_came_later_leaves_the_rest_of_the_area_comparable(session: Session, told: list[Told]):
    round = make_round(session)
    gather(session, round, 20)
    report(session, round, 30)
    report(session, round, 30, area="south")
    first = from_document(release(session, round).content)
    gather(session, round, 12, at=STATION)
    second = from_document(release(session, round).content)
    assert [voices for _, voices in places(first)] == [20]
    assert [voices for _, voices in places(second)] == [20, 12]
    assert cell(first, "places", "north:other").value == 30
    assert cell(second, "places", "north:other").value == 42
    assert cell(second, "places", "north:2:other").value == 30


def test_a_place_that_changed_by_a_few_voices_is_told_of_no_more(session: Session, told: list[Told]):
    round = make_round(session)
    gather(session, round, 20)
    report(session, round, 30)
    report(session, round, 30, area="south")
    release(session, round)
    gather(session, round, 2)
    second = picture_of(session, round)
    assert second.places == ()
    assert not any(is_place(item.id) for table in second.tables for one in table.dimensions for item in one.items)


def test_places_cost_other_tables_next_to_nothing(session: Session, monkeypatch: pytest.MonkeyPatch):
    round, chance = make_round(session), np.random.default_rng(5)
    crowd(session, round, chance, inside=False, number=150)
    having = picture_of(session, round)
    monkeypatch.setattr(actions, "proposals", lambda *_, **__: [])
    lacking = picture_of(session, round)
    assert having.places
    assert not lacking.places
    for id in ("area", "kinds", "feelings", "causes", "times"):
        assert cell(having, id, ALL) == cell(lacking, id, ALL)
    assert _withheld(having, lacking) <= _withheld(lacking, lacking) + 8


def test_points_past_their_day_can_not_be_told_by_comparing_editions(session: Session, told: list[Told]):
    round = make_round(session)
    gather(session, round, 20, erase_on=TODAY + timedelta(days=1))
    report(session, round, 30)
    release(session, round)
    session.query(Report).filter(Report.lat.is_not(None)).update({"within": 250})
    release(session, round)


def _are_all_shown(picture: Picture) -> bool:
    """Whether every place that any table names is told of, with its figure."""
    tables = [table for table in picture.tables for one in table.dimensions if any(is_place(i.id) for i in one.items)]
    named = {item.id for table in tables for one in table.dimensions for item in one.items if is_place(item.id)}
    shown = {one.item for one in picture.places or () if cell(picture, "places", one.item).state is State.SHOWN}
    return named == shown


def _withheld(picture: Picture, like: Picture) -> int:
    tables = [table for one in like.tables if (table := picture.table(one.heading.id))]
    return sum(cell.state is State.WITHHELD for table in tables for cell in table.cells.values())

"""The judge of disclosure control reads everything that the demonstration tells, in whichever way it is protected."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.db import make_engine, sessions, upgrade
from dialog.demo.story import build
from dialog.picture import actions
from dialog.picture.content import from_document
from dialog.picture.coverage import actions as coverage_actions
from dialog.picture.coverage.actions import count_coverage
from dialog.picture.disclosure import Rule, protect
from dialog.picture.ledger import ever_left
from dialog.picture.models import Release
from dialog.picture.staff_dialogue import actions as staff_actions
from dialog.picture.staff_dialogue.actions import staff_tables
from dialog.picture.staff_dialogue.shapes import SOURCE
from dialog.picture.tables import RawTable, SafeTable
from dialog.survey.queries import resident_rounds
from tests.picture.attack import breaches
from tests.picture.test_rounding import readings

TODAY = date(2026, 11, 20)
Told = tuple[list[RawTable], list[SafeTable], Sequence[SafeTable]]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Session, list[Told]]]:
    """The demonstration, and all that was counted and told while it was built and its coverage counted."""
    seen: list[Told] = []

    def watched(tables: list[RawTable], **how: Any) -> list[SafeTable]:
        safe = protect(tables, **how)
        seen.append((tables, safe, how["before"]))
        return safe

    url = f"sqlite:///{tmp_path_factory.mktemp('demonstration')}/dialog.sqlite"
    upgrade(make_engine(url))
    passwords = {
        f"{role}@demo.example": "of no account here" for role in ("reviewer", "facilitator", "analyst", "admin")
    }
    with pytest.MonkeyPatch.context() as patch, sessions(url, log_key=b"of no account").begin() as session:
        for module in (actions, coverage_actions, staff_actions):
            patch.setattr(module, "protect", watched)
        build(session, today=TODAY, passwords=passwords, rule=Rule(), point_days=90)
        for round in resident_rounds(session)[::-1]:
            count_coverage(session, round=round, rule=Rule(), on=TODAY)
        yield session, seen


@pytest.mark.sqlite
def test_no_reader_works_out_a_withheld_figure_of_any_table(told: tuple[Session, list[Told]]):
    _, seen = told
    assert len(of_residents(seen)) >= 4
    for raw, safe, before in of_residents(seen):
        assert breaches(safe, raw, before=before) == []


@pytest.mark.sqlite
def test_no_reader_narrows_a_small_figure_where_all_are_rounded(told: tuple[Session, list[Told]]):
    _, seen = told
    last, _, _ = of_residents(seen)[-1]
    raw = [table for table in last if len(table.dimensions) < 2] + last[-1:]
    for name, true, low, high in readings(raw, 5):
        assert high - low >= 2, f"{sorted(name)} is {low} to {high}, in truth {true}"


@pytest.mark.sqlite
def test_nothing_links_the_tables_of_two_rounds_and_the_ledger_holds_all_that_left(told: tuple[Session, list[Told]]):
    session, seen = told
    by_round = {}
    for round in resident_rounds(session)[::-1]:
        universes = {
            table.heading.universe
            for raw, _, _ in of_residents(seen)
            for table in raw
            if table.heading.universe.endswith(f":{round.slug}")
        }
        by_round[round.slug] = universes
        left = ever_left(session, round.id)
        editions = session.scalars(select(Release).where(Release.round_id == round.id)).all()
        assert len(left) == sum(len(from_document(one.content).every_table) for one in editions)
        assert {table.heading.universe for table in left} <= universes
    first, second = by_round.values()
    assert first and second and not first & second
    assert first | second == {table.heading.universe for raw, _, _ in of_residents(seen) for table in raw}


@pytest.mark.sqlite
def test_no_reader_works_out_a_figure_of_fewer_than_ten_colleagues(told: tuple[Session, list[Told]]):
    session, seen = told
    tables = staff_tables(session, resident_rounds(session)[0], on=TODAY)
    asked = [one for one in seen if is_of_staff(one)]
    assert tuple(asked[-1][1]) == tables and len(tables) > 20
    for raw, safe, before in asked:
        assert breaches(safe, raw, before=before, minimum=10, group_minimum=10) == []


def of_residents(seen: list[Told]) -> list[Told]:
    return [one for one in seen if not is_of_staff(one)]


def is_of_staff(told: Told) -> bool:
    """What colleagues said has a rule of its own."""
    return any(table.heading.source == SOURCE for table in told[0])

"""Findings are written by people: with words, evidence that is shown, an order, and every step in the log."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.audit.models import AuditEvent
from dialog.picture.findings.actions import (
    MOST_IN_SUMMARY,
    ChangedMeanwhile,
    NotShown,
    NoWords,
    SummaryFull,
    UnknownChoice,
    change_finding,
    cite,
    look_again,
    move_finding,
    remove_finding,
    uncite,
)
from dialog.picture.findings.models import Finding, FindingEvidence
from dialog.picture.findings.numbers import numbers_in, unbacked
from dialog.picture.findings.queries import evidence_of, findings_of, newest_draft
from dialog.picture.findings.told import CELL, NOTE, PLACE, QUOTE, Evidence
from tests.picture.findings.drafts import NORTH_TRAFFIC, a_finding, a_round, said, written
from tests.picture.speaking import NOW, draft, respond


def log(session: Session) -> list[tuple[str, dict[str, Any]]]:
    return [(one.action, one.details) for one in session.scalars(select(AuditEvent).order_by(AuditEvent.id))]


def change(session: Session, finding: Finding, *, revision: int | None = None, **changes: Any) -> None:
    known = finding.revision if revision is None else revision
    change_finding(session, finding, written=written(**changes), revision=known, by=None, at=NOW)


def test_a_finding_keeps_its_words_and_the_figure_it_rests_on(session: Session):
    finding = a_finding(session, a_round(session))
    (row,) = evidence_of(session, [finding.id])[finding.id]
    assert (row.table_id, row.key, row.value) == ("problems", ["north", "T1"], 40)
    assert finding.title["sv"] == "Trafiken i Norrby"


@pytest.mark.parametrize("field", ["title", "statement", "reason"])
def test_swedish_is_never_missing_and_other_languages_may_be(session: Session, field: str):
    round = a_round(session)
    with pytest.raises(NoWords, match=field):
        a_finding(session, round, **{field: {"en": "Only English"}})
    assert a_finding(session, round, **{field: {"sv": "Bara svenska"}}).id


def test_an_unknown_kind_or_strength_is_refused(session: Session):
    round = a_round(session)
    for wrong in ({"kind": "rumour"}, {"strength": "overwhelming"}):
        with pytest.raises(UnknownChoice):
            a_finding(session, round, **wrong)


@pytest.mark.parametrize(
    "evidence",
    [
        Evidence(CELL, table="problems", key=("west", "T1")),  # withheld
        Evidence(CELL, table="problems", key=("nowhere", "T1")),
        Evidence(CELL, table="secrets", key=("north", "T1")),
        Evidence(PLACE, place="00000000-0000-4000-8000-000000000000"),
        Evidence(QUOTE, text="00000000-0000-4000-8000-000000000000"),
    ],
)
def test_nothing_rests_on_what_the_draft_does_not_show(session: Session, evidence: Evidence):
    round = a_round(session)
    respond(session, round, 2, area="west", answers={"Q2.T1": "very_big"})
    draft(session, round)
    with pytest.raises(NotShown):
        a_finding(session, round, evidence)


def test_a_quote_is_kept_as_its_id_and_never_as_its_words(session: Session):
    round = a_round(session)
    quote = newest_draft(session, round.id)[1].quotes[0]
    finding = a_finding(session, round, Evidence(QUOTE, text=quote.text))
    (row,) = evidence_of(session, [finding.id])[finding.id]
    assert str(row.text_id) == quote.text and "Lampan" not in str(vars(row))


def test_the_summary_has_at_most_five(session: Session):
    round = a_round(session)
    for _ in range(MOST_IN_SUMMARY):
        last = a_finding(session, round, in_summary=True)
    with pytest.raises(SummaryFull):
        a_finding(session, round, in_summary=True)
    change(session, last, in_summary=False)
    assert a_finding(session, round, in_summary=True).id


def test_findings_stand_in_the_order_that_people_give_them(session: Session):
    round = a_round(session)
    first, second, third = (a_finding(session, round) for _ in range(3))
    move_finding(session, third, up=True, by=None)
    move_finding(session, first, up=True, by=None)
    assert [one.id for one in findings_of(session, round.id)] == [first.id, third.id, second.id]


def test_two_who_change_a_finding_never_overwrite_each_other(session: Session):
    finding = a_finding(session, a_round(session))
    known = finding.revision
    change(session, finding, revision=known, title=said("Den ena"))
    with pytest.raises(ChangedMeanwhile):
        change(session, finding, revision=known, title=said("Den andra"))
    assert finding.title["sv"] == "Den ena"


def test_the_same_thing_is_rested_on_once_and_can_be_taken_away(session: Session):
    round = a_round(session)
    finding = a_finding(session, round)
    note = Evidence(NOTE, words=said("Hört på mötet"))
    cite(session, finding, [NORTH_TRAFFIC, note, note], picture=newest_draft(session, round.id)[1], by=None, at=NOW)
    rows = evidence_of(session, [finding.id])[finding.id]
    assert [row.kind for row in rows] == ["cell", "note"]
    uncite(session, finding, rows[0], by=None, at=NOW)
    assert [row.kind for row in evidence_of(session, [finding.id])[finding.id]] == ["note"]


def test_looking_again_makes_the_newest_figures_the_ones_to_compare_with(session: Session):
    round = a_round(session)
    finding = a_finding(session, round)
    respond(session, round, 9, answers={"Q2.T1": "very_big"})
    draft(session, round)
    look_again(session, finding, picture=newest_draft(session, round.id)[1], by=None, at=NOW)
    (row,) = evidence_of(session, [finding.id])[finding.id]
    assert row.value == 49


def test_every_change_stands_in_the_log(session: Session):
    finding = a_finding(session, a_round(session))
    change(session, finding, title=said("Nytt"), strength="weak")
    change(session, finding, title=said("Nytt"), strength="weak")  # nothing changed
    move_finding(session, finding, up=True, by=None)  # the only one stays where it is
    remove_finding(session, finding, by=None)
    steps = [(action, details.get("fields")) for action, details in log(session) if "finding" in action]
    assert steps == [("finding written", None), ("finding changed", ["title", "strength"]), ("finding removed", None)]
    assert session.scalars(select(FindingEvidence)).all() == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("34 röster, 2026, klockan 21.30 och 3 områden", [34]),
        ("1 234 av 12 000", [1234, 12000]),
        ("1\u00a0234 och 5,678", [1234, 5678]),
        ("T12, A4 och Q2.T10", []),
        ("٣٤ صوتًا", [34]),
    ],
)
def test_figures_are_found_in_what_people_write(text: str, numbers: list[int]):
    assert numbers_in(text) == numbers


@given(number=some.integers(5, 1899), shown=some.sets(some.integers(0, 400)))
def test_a_figure_that_nothing_shows_is_told_of(number: int, shown: set[int]):
    assert unbacked([said(f"Det är {number} röster.")], shown) == ([] if number in shown else [number])

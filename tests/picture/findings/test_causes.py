"""Causes make a tree: hypotheses and facts with their ground, drawn so that every word stands in its box."""

from datetime import datetime
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from sqlalchemy.orm import Session

from dialog.picture.findings.causes.actions import (
    CauseWritten,
    NoCauseWords,
    NoGround,
    TreeFull,
    UnknownSort,
    add_cause,
    change_cause,
    remove_cause,
)
from dialog.picture.findings.causes.drawing import LETTERS, drawing
from dialog.picture.findings.causes.tree import DEEPEST, Node, public_causes, tree
from dialog.picture.findings.models import Cause as Row
from dialog.picture.findings.models import Finding
from dialog.picture.findings.queries import causes_of, told_cause
from dialog.picture.findings.told import FACT, HYPOTHESIS, SITUATIONAL, SPOT, Cause
from tests.picture.findings.drafts import a_finding, a_round, said
from tests.picture.findings.test_writing import log

NOW = datetime(2026, 11, 20, 12, 0, 0)


def cause(id: int, parent: int | None = None, *, standing: str = HYPOTHESIS, words: str = "En orsak") -> Cause:
    return Cause(id, parent, {"sv": words}, SITUATIONAL, standing, {}, SPOT)


def add(session: Session, finding: Finding, behind: int | None = None, **changes: Any) -> Row:
    said_of = {"words": said("Lyktorna är trasiga"), "nature": SITUATIONAL, "about": SPOT, "ground": {}}
    made = CauseWritten(**{"standing": HYPOTHESIS, **said_of, **changes})
    return add_cause(session, finding, behind=behind, written=made, by=None, at=NOW)


def told(session: Session, finding: Finding) -> list[Cause]:
    return [told_cause(one) for one in causes_of(session, [finding.id])[finding.id]]


def test_causes_are_numbered_by_what_they_lead_to():
    roots = tree([cause(1), cause(2), cause(3, 2), cause(4, 3), cause(5, 2)])
    assert [node.number for root in roots for node in root.all()] == ["1", "2", "2.1", "2.1.1", "2.2"]


def test_the_public_sees_facts_alone_behind_the_nearest_cause_that_is_shown():
    causes = [cause(1, standing=FACT), cause(2, 1), cause(3, 2, standing=FACT), cause(4, standing=HYPOTHESIS)]
    assert [(one.id, one.parent) for one in public_causes(causes)] == [(1, None), (3, 1)]


def test_a_fact_needs_a_ground_and_every_cause_swedish_words(session: Session):
    finding = a_finding(session, a_round(session))
    with pytest.raises(NoGround):
        add(session, finding, standing=FACT)
    with pytest.raises(NoCauseWords):
        add(session, finding, words={"en": "Only English"})
    with pytest.raises(UnknownSort):
        add(session, finding, nature="stellar")
    assert add(session, finding, standing=FACT, ground=said("Platsbesiktning")).id


def test_a_cause_stands_behind_one_of_the_same_problem_only_and_not_too_deep(session: Session):
    round = a_round(session)
    finding, other = a_finding(session, round), a_finding(session, round)
    last = add(session, finding)
    with pytest.raises(UnknownSort):
        add(session, other, behind=last.id)
    for _ in range(DEEPEST - 1):
        last = add(session, finding, behind=last.id)
    with pytest.raises(TreeFull):
        add(session, finding, behind=last.id)


def test_removing_a_cause_removes_those_behind_it_and_the_log_tells_of_each_step(session: Session):
    finding = a_finding(session, a_round(session))
    first = add(session, finding)
    add(session, finding, behind=first.id)
    grounded = CauseWritten(said("Lyktorna är trasiga"), SITUATIONAL, FACT, said("Platsbesiktning"), SPOT)
    change_cause(session, finding, first, written=grounded, by=None, at=NOW)
    remove_cause(session, finding, first, by=None, at=NOW)
    session.expire_all()
    assert told(session, finding) == []
    steps = [(action, details.get("became")) for action, details in log(session) if action.startswith("cause")]
    assert steps == [("cause added", None), ("cause added", None), ("cause changed", FACT), ("cause removed", None)]


TREES = some.lists(some.tuples(some.integers(0, 30), some.text("abcdefgåäö ", min_size=1, max_size=120)), max_size=25)


@given(TREES)
def test_a_drawing_has_a_box_for_every_cause_and_no_two_overlap(some_causes: list[tuple[int, str]]):
    causes: list[Cause] = []
    for id, (parent, words) in enumerate(some_causes, start=1):
        causes.append(cause(id, parent if 0 < parent < id else None, words=words))
    roots = tree(causes)
    drawn = drawing({"sv": "Problemet"}, roots, "sv")
    assert len(drawn.boxes) == len(causes) + 1
    assert len(drawn.lines) == len(causes)
    for box in drawn.boxes:
        assert box.x >= 0 and box.y >= 0
        assert box.x + drawn.box_width <= drawn.width and box.y + box.height <= drawn.height
        assert all(len(line) <= LETTERS for line in box.lines)
    for column in {box.x for box in drawn.boxes}:
        boxes = sorted((box for box in drawn.boxes if box.x == column), key=lambda box: box.y)
        assert all(one.y + one.height <= other.y for one, other in pairwise(boxes))


def test_the_words_of_a_box_are_those_of_its_cause_in_the_language_asked_for():
    node = Node(Cause(1, None, {"sv": "Mörkt", "en": "Dark"}, SITUATIONAL, HYPOTHESIS, {}, SPOT), "1", ())
    assert drawing({"sv": "Problemet"}, [node], "en").boxes[-1].lines == ("Dark",)
    assert drawing({"sv": "Problemet"}, [node], "en").boxes[0].language == "sv"

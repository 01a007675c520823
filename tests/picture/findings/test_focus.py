"""A focus area is chosen or not with a reason and a decision either way; what hangs loose is listed."""

from typing import Any

import pytest
from sqlalchemy.orm import Session

from dialog.picture.findings.focus.actions import (
    FocusWritten,
    NoFocusReason,
    NoReference,
    NoTitle,
    UnknownDecision,
    change_focus_area,
    propose_focus,
    remove_focus_area,
)
from dialog.picture.findings.models import ProposedFocus
from dialog.picture.findings.orphans import orphans
from dialog.picture.findings.queries import focus_areas_of, told_findings
from dialog.picture.findings.told import CHOSEN, NOT_CHOSEN, UNDECIDED
from dialog.survey.models import Round
from tests.picture.findings.drafts import a_finding, a_round, said
from tests.picture.findings.test_causes import add
from tests.picture.findings.test_writing import log


def focus(**changes: Any) -> FocusWritten:
    return FocusWritten(
        **{"title": said("Ljus"), "decision": UNDECIDED, "reason": {}, "reference": "", "decided_on": None, **changes}
    )


def propose(session: Session, round: Round, **changes: Any) -> ProposedFocus:
    return propose_focus(session, round_id=round.id, written=focus(**changes), by=None)


@pytest.mark.parametrize("decision", [CHOSEN, NOT_CHOSEN])
def test_a_decision_either_way_needs_a_reason_and_where_it_is_written_down(session: Session, decision: str):
    round = a_round(session)
    with pytest.raises(NoFocusReason):
        propose(session, round, decision=decision, reference="KS 41")
    with pytest.raises(NoReference):
        propose(session, round, decision=decision, reason=said("Därför"))
    assert propose(session, round, decision=decision, reason=said("Därför"), reference="KS 41").id


def test_a_focus_area_needs_a_name_and_a_decision_that_exists(session: Session):
    round = a_round(session)
    with pytest.raises(NoTitle):
        propose(session, round, title={"en": "Light"})
    with pytest.raises(UnknownDecision):
        propose(session, round, decision="perhaps")


def test_it_stands_on_findings_and_causes_of_its_own_round_alone(session: Session):
    round, other = a_round(session), a_round(session, slug="other")
    finding, stranger = a_finding(session, round), a_finding(session, other)
    cause, strange = add(session, finding), add(session, stranger)
    propose(session, round, findings=[finding.id, stranger.id, 999], causes=[cause.id, strange.id])
    (area,) = focus_areas_of(session, round.id)
    assert (area.findings, area.causes) == ((finding.id,), (cause.id,))


def test_changes_stand_in_the_log(session: Session):
    area = propose(session, a_round(session))
    chosen = focus(decision=CHOSEN, reason=said("Därför"), reference="KS 41")
    change_focus_area(session, area, written=chosen, by=None)
    remove_focus_area(session, area, by=None)
    steps = [(action, details.get("became")) for action, details in log(session) if "focus" in action]
    assert steps == [("focus area proposed", None), ("focus area changed", CHOSEN), ("focus area removed", None)]


def test_what_hangs_loose_is_listed_until_it_is_tied(session: Session):
    round = a_round(session)
    finding = a_finding(session, round, prioritised=True)
    area = propose(session, round, findings=[finding.id])

    def loose():
        found = orphans(told_findings(session, round.id), focus_areas_of(session, round.id), [finding.id])
        return [[one.id for one in some] for some in (found.undecided, found.uncaused, found.unexplained)]

    assert loose() == [[finding.id], [area.id], [finding.id]]
    cause = add(session, finding)
    tied = focus(decision=NOT_CHOSEN, reason=said("Nej"), reference="KS 42", findings=[finding.id], causes=[cause.id])
    change_focus_area(session, area, written=tied, by=None)
    assert loose() == [[], [], []]

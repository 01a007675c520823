"""Recording decisions, and erasing what is due by them in batches."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import event
from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.audit.purging import purge_log
from dialog.upkeep.models import PurgeRecord, RetentionDecision
from dialog.upkeep.retention.due import ENDED_LONG_AGO, due_rows
from dialog.upkeep.retention.erasing import erase_rows
from dialog.upkeep.retention.kinds import ENDED, KINDS, LONGEST, Kind, Term, months_before
from dialog.upkeep.retention.queries import LOG, Rule, design_rules

BATCH = 500  # rows of one transaction


class BadTerm(ValueError):
    """A kind can't have this term."""


class ByDesign(ValueError):
    """No decision is needed for this kind, and none can keep it longer."""


class NotAppendOnly(RuntimeError):
    """Someone tried to change or delete a recorded decision."""


def record_decision(
    session: Session,
    kind_id: str,
    term: Term,
    *,
    reference: str,
    decided_on: date,
    decided_by: str,
    by: int | None,
    at: datetime,
) -> RetentionDecision:
    """How long a kind is kept from now on. Raises BadTerm, ByDesign, or KeyError for a kind that is none."""
    kind = KINDS[kind_id]
    _insist(kind, term, decided_on)
    decision = RetentionDecision(
        kind=kind_id,
        term=term.term,
        unit=term.unit,
        event=term.event,
        reference=reference,
        decided_on=decided_on,
        decided_by=decided_by,
        recorded_at=at,
        recorded_by=by,
    )
    session.add(decision)
    session.flush()
    details = {"term": term.term or 0, "unit": term.unit, "event": term.event, "reference": reference}
    record(session, "retention decided", f"retention {kind_id}", by=by, **details)
    return decision


def _insist(kind: Kind, term: Term, today: date) -> None:
    if kind.by_design:
        raise ByDesign(kind.id)
    if term.unit not in LONGEST or term.event not in kind.events:
        raise BadTerm(kind.id)
    before = term.before(today) if term.term is None or 1 <= term.term <= LONGEST[term.unit] else today
    if before is not None and before > min(months_before(today, kind.least), today - timedelta(1)):
        raise BadTerm(kind.id)


@dataclass(frozen=True)
class Asked:
    """What is to be erased: everything of a kind that had its event on `before` or earlier."""

    kind: str
    event: str
    before: date
    today: date
    decision: RetentionDecision | None = None
    again: bool = False  # after a restore: whether the round had ended then is not asked

    @property
    def reference(self) -> str:
        return self.decision.reference if self.decision else ""


def asked_by_design(today: date, *, point_days: int) -> list[Asked]:
    """What Dialog erases without a decision."""
    asked = (asked_by(rule, today=today) for rule in design_rules(point_days))
    return [one for one in asked if one]


def asked_by(rule: Rule, *, today: date) -> Asked | None:
    """What a rule asks for today; None when it asks for nothing."""
    before = rule.before(today)
    return Asked(rule.kind.id, rule.term.event, before, today, rule.decision) if before else None


def purge(session: Session, asked: Asked, *, by: int | None, at: datetime) -> Iterator[int]:
    """Erase what is due, batch by batch: after each, how many are gone so far. The caller commits after each."""
    done = PurgeRecord(kind=asked.kind, event=asked.event, before=asked.before, count=0, at=at, staff_id=by)
    done.decision_id = asked.decision.id if asked.decision else None
    while gone := _erase_some(session, asked, by=by):
        if done.count == 0:
            session.add(done)
            details = {"before": asked.before.isoformat(), "reference": asked.reference}
            record(session, "purged", f"retention {asked.kind}", by=by, **details)
        done.count += gone
        session.flush()
        yield done.count


def _erase_some(session: Session, asked: Asked, *, by: int | None) -> int:
    """Erase the next rows; how many. Nothing that is due is left when it is 0."""
    if asked.kind == LOG:
        return purge_log(session, before=asked.before + timedelta(1), decision=asked.reference, by=by)
    event = ENDED_LONG_AGO if asked.again and asked.event == ENDED else asked.event
    rows = due_rows(asked.kind, event=event, before=asked.before, today=asked.today).limit(BATCH)
    ids = [row.id for row in session.execute(rows)]
    if ids:
        erase_rows(session, asked.kind, ids)
    return len(ids)


@event.listens_for(RetentionDecision, "before_update")
@event.listens_for(RetentionDecision, "before_delete")
def _refuse(*_: object) -> None:
    raise NotAppendOnly("decisions on retention are only added to")

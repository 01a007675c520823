"""Which terms are in force, and what is due by them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.audit.models import AuditEvent
from dialog.audit.purging import purgeable_lines
from dialog.upkeep.models import PurgeRecord, RetentionDecision
from dialog.upkeep.retention.due import due_rows
from dialog.upkeep.retention.kinds import DAYS, KINDS, Kind, Term, proposed

LOG = "log"
_OF_POINTS = ("exact_points", "photo_originals")  # their term is a setting


@dataclass(frozen=True)
class Rule:
    """What holds for a kind of record."""

    kind: Kind
    term: Term  # the proposed one while nobody has decided
    decision: RetentionDecision | None

    @property
    def is_decided(self) -> bool:
        """Whether anything may be erased by it."""
        return self.kind.by_design or self.decision is not None

    def before(self, today: date) -> date | None:
        """What had its event on this day or earlier is due; None when nothing is."""
        return self.term.before(today) if self.is_decided else None


@dataclass(frozen=True)
class Due:
    """What would go by a rule."""

    rule: Rule
    before: date | None
    count: int
    oldest: date | None


def rules(session: Session, *, point_days: int) -> list[Rule]:
    """For every kind, in the order of KINDS; `point_days` as the settings in force have it."""
    latest = select(func.max(RetentionDecision.id)).group_by(RetentionDecision.kind)
    chosen = select(RetentionDecision).where(RetentionDecision.id.in_(latest))
    decided = {one.kind: one for one in session.scalars(chosen)}
    return [_rule(kind, decided.get(kind.id), point_days) for kind in KINDS.values()]


def design_rules(point_days: int) -> list[Rule]:
    """Those that need no decision."""
    return [_rule(kind, None, point_days) for kind in KINDS.values() if kind.by_design]


def _rule(kind: Kind, decision: RetentionDecision | None, point_days: int) -> Rule:
    if kind.id in _OF_POINTS:
        return Rule(kind, Term(point_days, DAYS, kind.events[0]), None)
    if decision is None or kind.by_design:
        return Rule(kind, proposed(kind), None)
    return Rule(kind, Term(decision.term, decision.unit, decision.event), decision)


def due_now(session: Session, rule: Rule, *, today: date) -> Due:
    """How much is due by a rule, and how old the oldest of it is."""
    before = rule.before(today)
    if before is None:
        return Due(rule, None, 0, None)
    return Due(rule, before, *counted(session, rule.kind.id, event=rule.term.event, before=before, today=today))


def counted(session: Session, kind: str, *, event: str, before: date, today: date) -> tuple[int, date | None]:
    """(how many are due, the oldest of their days)"""
    if kind == LOG:
        lines = purgeable_lines(session, before=before + timedelta(1))
        oldest = session.scalar(select(func.min(AuditEvent.at))) if lines else None
        return lines, oldest.date() if oldest else None
    rows = due_rows(kind, event=event, before=before, today=today).subquery()
    count, oldest_day = session.execute(select(func.count(), func.min(rows.c.day)).select_from(rows)).one()
    return count, oldest_day


def decisions(session: Session) -> Sequence[RetentionDecision]:
    """Every decision that was recorded, the newest first."""
    return session.scalars(select(RetentionDecision).order_by(RetentionDecision.id.desc())).all()


def purges(session: Session, *, limit: int = 50) -> Sequence[PurgeRecord]:
    """The latest purges, the newest first."""
    return session.scalars(select(PurgeRecord).order_by(PurgeRecord.id.desc()).limit(limit)).all()

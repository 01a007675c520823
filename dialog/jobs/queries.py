"""Reading how far work has come."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, undefer

from dialog.jobs.models import RUNNING, SILENT_SECONDS, WAITING, Job, JobResult

PATIENCE = 60  # seconds that a job may wait while no other is done: whoever does them looks every second


class NoSuchJob(LookupError):
    """There is no job of that number."""


def find_job(session: Session, job_id: int) -> Job:
    """Raises NoSuchJob."""
    if (found := session.get(Job, job_id)) is None:
        raise NoSuchJob(job_id)
    return found


def has_result(session: Session, job_id: int, *, at: datetime) -> bool:
    chosen = select(JobResult.job_id).where(JobResult.job_id == job_id, JobResult.expires_at > at)
    return session.scalar(chosen) is not None


def find_result(session: Session, job_id: int, *, at: datetime) -> JobResult | None:
    """The file of a job, with its content, unless it has expired."""
    chosen = select(JobResult).where(JobResult.job_id == job_id, JobResult.expires_at > at)
    return session.scalar(chosen.options(undefer(JobResult.content)))


def jobs_about(session: Session, kind: str, *, most: int, **what: Any) -> list[Job]:
    """The newest jobs of a kind whose `what` has these values, the newest first."""
    chosen = select(Job).where(Job.kind == kind)
    for name, value in what.items():
        said = Job.what[name]
        chosen = chosen.where((said.as_integer() if isinstance(value, int) else said.as_string()) == value)
    return list(session.scalars(chosen.order_by(Job.id.desc()).limit(most)))


def jobs_going_on(session: Session, kind: str) -> list[Job]:
    """Those of a kind that wait or are being done, the oldest first."""
    chosen = select(Job).where(Job.kind == kind, Job.state.in_((WAITING, RUNNING)))
    return list(session.scalars(chosen.order_by(Job.id)))


def left_waiting(session: Session, *, at: datetime) -> int:
    """How many jobs wait, if nobody does any; 0 while somebody does, or the oldest has only just been asked for."""
    waiting = select(func.count(), func.min(Job.asked_at)).where(Job.state == WAITING)
    number, oldest = session.execute(waiting).one()
    if not number or oldest > at - timedelta(seconds=PATIENCE):
        return 0
    at_work = select(Job.id).where(Job.state == RUNNING, Job.seen_at > at - timedelta(seconds=SILENT_SECONDS))
    return 0 if session.scalar(at_work.limit(1)) is not None else int(number)


def jobs_before(session: Session, job: Job) -> int:
    """How many wait in front of one that waits, or are being done."""
    waiting = select(func.count()).where(Job.id < job.id, Job.state.in_((WAITING, RUNNING)))
    return session.scalar(waiting) or 0

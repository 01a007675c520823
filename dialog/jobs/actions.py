"""Asking for work, taking it so that nobody else does, telling how far it is, ending it."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Update, delete, or_, select, update
from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.jobs.models import (
    CANCELLED,
    DONE,
    ENDED,
    FAILED,
    RUNNING,
    SILENT_SECONDS,
    WAITING,
    Job,
    JobResult,
)
from dialog.languages import N_

KEPT_HOURS = 24  # a result; it can be made again
REMEMBERED_DAYS = 30  # an ended job without its result
MOST_TIMES = 3  # a job that ends its worker that often is not begun again
GAVE_UP = N_("The work stopped without an answer, several times. Ask whoever runs this installation.")


class HasEnded(Exception):
    """The job is over: there is nothing left to cancel."""


def ask_for_job(session: Session, kind: str, *, at: datetime, by: int | None = None, **what: Any) -> Job:
    """Put work in the queue."""
    job = Job(kind=kind, what=what, asked_at=at, asked_by=by)
    session.add(job)
    session.flush()
    record(session, "job asked for", f"job {job.id}", by=by, kind=kind, **what)
    return job


def take_job(session: Session, *, worker: str, at: datetime) -> Job | None:
    """The oldest job that waits, now this worker's; None if none does.

    One statement finds and marks it. SQLite lets one writer in at a time; on PostgreSQL two that ask at once see
    different rows, since one skips what the other has locked.
    """
    oldest = select(Job.id).where(Job.state == WAITING).order_by(Job.id).limit(1).with_for_update(skip_locked=True)
    taken = (
        update(Job)
        .where(Job.id == oldest.scalar_subquery(), Job.state == WAITING)
        .values(state=RUNNING, worker=worker, started_at=at, seen_at=at, times=Job.times + 1, done=0, steps=0)
        .returning(Job.id)
    )
    found = session.scalar(taken.execution_options(synchronize_session=False))
    return session.get(Job, found, populate_existing=True) if found is not None else None


def note_alive(session: Session, job_id: int, *, worker: str, at: datetime) -> bool:
    """Say that the job is being worked on; whether it still should be."""
    mine = _mine(job_id, worker).where(~Job.stop)
    return session.scalar(mine.values(seen_at=at).returning(Job.id)) is not None


def note_progress(session: Session, job_id: int, *, worker: str, done: int, steps: int) -> None:
    session.execute(_mine(job_id, worker).values(done=done, steps=steps))


def finish(session: Session, job_id: int, *, worker: str, what: dict[str, Any], at: datetime) -> bool:
    """Whether the job was still this worker's, and wanted: otherwise nothing may come of it.

    `what` was asked for, and what it became.
    """
    mine = _mine(job_id, worker).where(~Job.stop)
    return session.scalar(mine.values(state=DONE, what=what, ended_at=at).returning(Job.id)) is not None


def keep_result(session: Session, job_id: int, *, name: str, kind: str, content: bytes, at: datetime) -> None:
    expires = at + timedelta(hours=KEPT_HOURS)
    session.add(JobResult(job_id=job_id, name=name, kind=kind, content=content, expires_at=expires))
    session.flush()


def fail(session: Session, job_id: int, error: str, *, worker: str, at: datetime) -> None:
    """`error`: a sentence marked with N_."""
    session.execute(_mine(job_id, worker).values(state=FAILED, ended_at=at, error=error))


def cancel_job(session: Session, job: Job, *, at: datetime, by: int | None) -> None:
    """One that waits ends here; of one that is being done its worker is told. Raises HasEnded."""
    waiting = update(Job).where(Job.id == job.id, Job.state == WAITING)
    running = update(Job).where(Job.id == job.id, Job.state == RUNNING)
    if not (
        session.scalar(waiting.values(state=CANCELLED, ended_at=at, stop=True).returning(Job.id))
        or session.scalar(running.values(stop=True).returning(Job.id))
    ):
        raise HasEnded(job.id)
    session.refresh(job)
    record(session, "job cancelled", f"job {job.id}", by=by, kind=job.kind)


def lay_down(session: Session, job_id: int, *, worker: str, at: datetime) -> None:
    """The worker has ended what somebody wanted cancelled; what is another worker's by now is left alone."""
    session.execute(_mine(job_id, worker).values(state=CANCELLED, ended_at=at))


def put_back(session: Session, job_id: int, *, worker: str) -> None:
    """The worker itself has to end: somebody else may begin the job anew, and this time does not count."""
    session.execute(_mine(job_id, worker).values(state=WAITING, worker="", seen_at=None, times=Job.times - 1))


def tidy(session: Session, *, at: datetime) -> None:
    """Put back what workers left that are gone, give up what ends its workers, forget what is old."""
    silent = (Job.state == RUNNING) & or_(Job.seen_at.is_(None), Job.seen_at < at - timedelta(seconds=SILENT_SECONDS))
    given_up = update(Job).where(silent, Job.times >= MOST_TIMES)
    session.execute(given_up.values(state=FAILED, error=GAVE_UP, ended_at=at))
    session.execute(update(Job).where(silent, Job.stop).values(state=CANCELLED, ended_at=at))
    session.execute(update(Job).where(silent).values(state=WAITING, worker="", seen_at=None))
    session.execute(delete(JobResult).where(JobResult.expires_at <= at))
    old = Job.ended_at < at - timedelta(days=REMEMBERED_DAYS)
    session.execute(delete(Job).where(Job.state.in_(ENDED), old))


def forget_results(session: Session, job_ids: list[int]) -> None:
    """Drop files at once, since something in them may not be kept any longer."""
    if job_ids:
        session.execute(delete(JobResult).where(JobResult.job_id.in_(job_ids)))


def _mine(job_id: int, worker: str) -> Update:
    """Only while it is this worker's: it may have been taken for gone, and the job been begun anew by another."""
    return update(Job).where(Job.id == job_id, Job.state == RUNNING, Job.worker == worker)

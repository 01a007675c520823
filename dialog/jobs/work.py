"""Doing one job: what a kind of work is, and how what comes of it is kept."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session, sessionmaker

from dialog.jobs.actions import fail, finish, keep_result, lay_down, note_alive, note_progress
from dialog.jobs.models import Job
from dialog.languages import N_

WENT_WRONG = N_("Something went wrong. It stands in the log of the installation, with the number of this work.")


@dataclass(frozen=True)
class File:
    """What a job made."""

    name: str
    kind: str  # media type
    content: bytes


class Unwanted(Exception):
    """Somebody has cancelled the job."""


class CanNotBeDone(Exception):
    """The work is not possible; the text is a sentence for whoever asked, marked with N_."""


class Progress:
    """What a piece of work tells while it is done, each time in a transaction of its own."""

    def __init__(self, sessions: sessionmaker[Session], job: Job) -> None:
        self._sessions, self._job_id, self._worker = sessions, job.id, job.worker

    def __call__(self, done: int, steps: int) -> None:
        """So many of so many steps are done. Raises Unwanted if no more are wanted."""
        with self._sessions.begin() as session:
            wanted = note_alive(session, self._job_id, worker=self._worker, at=utc_now())
            note_progress(session, self._job_id, worker=self._worker, done=done, steps=steps)
        if not wanted:
            raise Unwanted(self._job_id)


Work = Callable[[Session, Mapping[str, Any], Progress], File | Mapping[str, int] | None]
"""From a session, what was asked for and by whom, and how to tell of progress, to a file; or to the ids of what it
wrote, or nothing. It must tell of progress before it first writes: SQLite lets one writer in at a time.
"""

ASKED_BY = "asked by"  # among what was asked for: the id of whoever did, or None


def do_job(sessions: sessionmaker[Session], job: Job, kinds: Mapping[str, Work]) -> None:
    """Do a job that this worker has taken. What it writes is kept together with its end, or not at all."""
    try:
        with sessions.begin() as session:
            made = kinds[job.kind](session, {**job.what, ASKED_BY: job.asked_by}, Progress(sessions, job))
            _keep(session, job, made)
    except Unwanted:
        with sessions.begin() as session:
            lay_down(session, job.id, worker=job.worker, at=utc_now())
    except CanNotBeDone as reason:
        _fail(sessions, job, str(reason))
    except Exception:
        logging.getLogger(__name__).exception("job %s (%s) failed", job.id, job.kind)
        _fail(sessions, job, WENT_WRONG)


def _keep(session: Session, job: Job, made: File | Mapping[str, int] | None) -> None:
    at = utc_now()
    what = job.what if made is None or isinstance(made, File) else {**job.what, **made}
    if not finish(session, job.id, worker=job.worker, what=what, at=at):
        raise Unwanted(job.id)
    if isinstance(made, File):
        keep_result(session, job.id, name=made.name, kind=made.kind, content=made.content, at=at)


def _fail(sessions: sessionmaker[Session], job: Job, sentence: str) -> None:
    with sessions.begin() as session:
        fail(session, job.id, sentence, worker=job.worker, at=utc_now())


def utc_now() -> datetime:
    """To the second, as the database keeps it."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)

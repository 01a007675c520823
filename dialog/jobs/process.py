"""The process that does jobs, one at a time, each in a child process of its own.

A child can be ended when its job is cancelled, whatever it is in the midst of; its memory and the libraries that only
such work needs go with it; and if it is killed, the worker lives to tell.
"""

import os
import signal
import socket
import time
from collections.abc import Callable, Mapping
from multiprocessing import get_context
from multiprocessing.process import BaseProcess

from sqlalchemy.orm import Session, sessionmaker

from dialog.jobs.actions import lay_down, note_alive, put_back, take_job, tidy
from dialog.jobs.models import RUNNING, Job
from dialog.jobs.work import Work, do_job, utc_now

PAUSE = 1.0  # seconds between looks at an empty queue
SIGN_OF_LIFE = 2.0  # seconds between signs of life of a job, and looks whether it is still wanted
TIDY = 60.0  # seconds between tidying
LAST_WORDS = 5.0  # seconds that a child has to end by itself

Going = Callable[[], bool]


def work_on(sessions: sessionmaker[Session], kinds: Mapping[str, Work], *, going: Going, until_empty: bool) -> int:
    """Do jobs while `going`, or until none waits; how many were taken."""
    worker, taken, tidied = f"{socket.gethostname()} {os.getpid()}", 0, -TIDY
    while going():
        if time.monotonic() - tidied >= TIDY:
            _tidy(sessions)
            tidied = time.monotonic()
        if (job := _take(sessions, worker)) is not None:
            taken += 1
            _see_through(sessions, job, kinds, going)
        elif until_empty:
            break
        else:
            time.sleep(PAUSE)
    return taken


def _take(sessions: sessionmaker[Session], worker: str) -> Job | None:
    with sessions.begin() as session:
        job = take_job(session, worker=worker, at=utc_now())
        if job is not None:
            session.expunge(job)
        return job


def _tidy(sessions: sessionmaker[Session]) -> None:
    with sessions.begin() as session:
        tidy(session, at=utc_now())


def _see_through(sessions: sessionmaker[Session], job: Job, kinds: Mapping[str, Work], going: Going) -> None:
    """Until the child that does the job has ended, by itself or because it has to."""
    sessions.kw["bind"].dispose()  # no connection may be shared with the child
    child = get_context("fork").Process(target=_in_child, args=(sessions, job, kinds))
    child.start()
    wanted = True
    while wanted and going() and child.is_alive():
        child.join(SIGN_OF_LIFE)
        with sessions.begin() as session:
            wanted = note_alive(session, job.id, worker=job.worker, at=utc_now())
    _end_child(child)
    with sessions.begin() as session:
        _settle(session, job, wanted_on=going())


def _in_child(sessions: sessionmaker[Session], job: Job, kinds: Mapping[str, Work]) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a key pressed in the terminal reaches the worker, who ends us
    do_job(sessions, job, kinds)


def _end_child(child: BaseProcess) -> None:
    if child.is_alive():
        child.terminate()
        child.join(LAST_WORDS)
    if child.is_alive():
        child.kill()
    child.join()


def _settle(session: Session, job: Job, *, wanted_on: bool) -> None:
    """What the child did not say itself: it was ended, or it fell. One that fell is begun again, or given up."""
    now = session.get_one(Job, job.id)
    if now.state != RUNNING or now.worker != job.worker:
        return
    if now.stop:
        lay_down(session, job.id, worker=job.worker, at=utc_now())
    elif not wanted_on:
        put_back(session, job.id, worker=job.worker)
    else:
        now.seen_at = None
        session.flush()
        tidy(session, at=utc_now())

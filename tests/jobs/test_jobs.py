"""Long work is done exactly once, tells how far it is, can be cancelled, and survives a worker that falls."""

import os
import signal
import threading
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from dialog.jobs.actions import MOST_TIMES, HasEnded, ask_for_job, cancel_job, take_job, tidy
from dialog.jobs.models import CANCELLED, DONE, FAILED, RUNNING, SILENT_SECONDS, WAITING, Job, JobResult
from dialog.jobs.process import work_on
from dialog.jobs.queries import PATIENCE, find_result, jobs_before, left_waiting
from dialog.jobs.work import WENT_WRONG, CanNotBeDone, File, Progress, Unwanted, Work, do_job

NOW = datetime(2026, 11, 20, 12, 0, 0)
Sessions = sessionmaker[Session]


@pytest.fixture
def sessions(app: Flask) -> Sessions:
    found: Sessions = app.extensions["sessions"]
    return found


def ask(sessions: Sessions, kind: str = "say", **what: Any) -> int:
    with sessions.begin() as session:
        return ask_for_job(session, kind, at=NOW, **what).id


def take(sessions: Sessions, worker: str = "one", at: datetime = NOW) -> Job:
    with sessions.begin() as session:
        job = take_job(session, worker=worker, at=at)
        assert job is not None
        session.expunge(job)
        return job


def look(sessions: Sessions, job_id: int) -> Job:
    with sessions() as session:
        job = session.get_one(Job, job_id)
        session.expunge(job)
        return job


def say(_session: Session, what: Mapping[str, Any], progress: Progress) -> File:
    progress(1, 2)
    return File("said.txt", "text/plain", str(what.get("words", "")).encode())


def fall(_session: Session, _what: Mapping[str, Any], _progress: Progress) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def refuse(_session: Session, _what: Mapping[str, Any], _progress: Progress) -> None:
    raise CanNotBeDone("It is gone.")


def break_down(session: Session, _what: Mapping[str, Any], _progress: Progress) -> None:
    session.add(Job(kind="left behind", what={}, asked_at=NOW))
    session.flush()
    raise RuntimeError("a mistake of ours")


KINDS: dict[str, Work] = {"say": say, "fall": fall, "refuse": refuse, "break": break_down}


def test_two_workers_who_ask_at_once_never_get_the_same_job(sessions: Sessions) -> None:
    asked = [ask(sessions) for _ in range(12)]
    taken: list[int] = []
    start = threading.Barrier(2)

    def work(worker: str) -> None:
        start.wait()
        while True:
            with sessions.begin() as session:
                job = take_job(session, worker=worker, at=NOW)
                if job is None:
                    return
                taken.append(job.id)

    workers = [threading.Thread(target=work, args=(name,)) for name in ("one", "other")]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(taken) == asked


def test_jobs_are_taken_in_the_order_in_which_they_were_asked_for(sessions: Sessions) -> None:
    first, second = ask(sessions), ask(sessions)
    with sessions() as session:
        assert jobs_before(session, session.get_one(Job, second)) == 1
    assert [take(sessions).id, take(sessions).id] == [first, second]
    with sessions.begin() as session:
        assert take_job(session, worker="one", at=NOW) is None


def test_what_a_job_makes_can_be_fetched_until_it_expires(sessions: Sessions) -> None:
    ask(sessions, words="hej")
    job = take(sessions)
    do_job(sessions, job, KINDS)
    ended = look(sessions, job.id)
    assert (ended.state, ended.done, ended.steps) == (DONE, 1, 2)
    assert ended.ended_at is not None
    with sessions.begin() as session:
        found = find_result(session, job.id, at=ended.ended_at)
        assert found is not None and found.content == b"hej"
        assert find_result(session, job.id, at=ended.ended_at + timedelta(days=2)) is None
        tidy(session, at=ended.ended_at + timedelta(days=2))
        assert session.scalars(select(JobResult)).all() == []


def test_a_job_that_is_not_possible_says_why(sessions: Sessions) -> None:
    ask(sessions, "refuse")
    job = take(sessions)
    do_job(sessions, job, KINDS)
    assert (look(sessions, job.id).state, look(sessions, job.id).error) == (FAILED, "It is gone.")


def test_a_mistake_of_ours_leaves_nothing_behind_but_a_sentence(
    sessions: Sessions, caplog: pytest.LogCaptureFixture
) -> None:
    ask(sessions, "break")
    job = take(sessions)
    do_job(sessions, job, KINDS)
    assert (look(sessions, job.id).state, look(sessions, job.id).error) == (FAILED, WENT_WRONG)
    assert f"job {job.id}" in caplog.text
    with sessions() as session:
        assert [one.kind for one in session.scalars(select(Job))] == ["break"]


def test_a_job_that_waits_is_cancelled_at_once_and_then_it_is_over(sessions: Sessions) -> None:
    number = ask(sessions)
    with sessions.begin() as session:
        job = session.get_one(Job, number)
        cancel_job(session, job, at=NOW, by=None)
        with pytest.raises(HasEnded):
            cancel_job(session, job, at=NOW, by=None)
        assert take_job(session, worker="one", at=NOW) is None
    assert look(sessions, number).state == CANCELLED


def test_a_job_cancelled_while_it_is_done_has_no_result(sessions: Sessions) -> None:
    def go_on_for_long(_session: Session, _what: Mapping[str, Any], progress: Progress) -> File:
        progress(0, 9)
        with sessions.begin() as other:
            cancel_job(other, other.get_one(Job, job.id), at=NOW, by=None)
        with pytest.raises(Unwanted):
            progress(1, 9)
        return File("too-late.txt", "text/plain", b"too late")

    ask(sessions)
    job = take(sessions)
    do_job(sessions, job, {"say": go_on_for_long})
    with sessions() as session:
        assert session.scalars(select(JobResult)).all() == []
    assert look(sessions, job.id).state == CANCELLED


def test_a_worker_that_is_silent_for_long_has_lost_its_job_but_not_for_ever(sessions: Sessions) -> None:
    number = ask(sessions)
    for turn in range(1, MOST_TIMES + 1):
        at = NOW + timedelta(hours=turn)
        assert take(sessions, f"worker {turn}", at).times == turn
        with sessions.begin() as session:
            tidy(session, at=at + timedelta(seconds=SILENT_SECONDS - 1))
            assert session.get_one(Job, number).state == RUNNING
            tidy(session, at=at + timedelta(seconds=SILENT_SECONDS + 1))
        assert look(sessions, number).state == (FAILED if turn == MOST_TIMES else WAITING)


def test_what_a_worker_that_has_lost_its_job_makes_of_it_is_not_kept(sessions: Sessions) -> None:
    ask(sessions, words="old")
    lost = take(sessions, "slow")
    with sessions.begin() as session:
        tidy(session, at=NOW + timedelta(seconds=SILENT_SECONDS + 1))
    take(sessions, "quick")
    do_job(sessions, lost, KINDS)
    assert (look(sessions, lost.id).state, look(sessions, lost.id).worker) == (RUNNING, "quick")
    with sessions() as session:
        assert session.scalars(select(JobResult)).all() == []


def test_the_process_does_what_waits_and_outlives_a_job_that_kills_its_child(sessions: Sessions) -> None:
    fatal, good = ask(sessions, "fall"), ask(sessions, words="hej")
    assert work_on(sessions, KINDS, going=lambda: True, until_empty=True) == MOST_TIMES + 1
    assert look(sessions, fatal).state == FAILED
    assert look(sessions, good).state == DONE


def test_a_process_that_has_to_end_puts_its_job_back(sessions: Sessions) -> None:
    def linger(_session: Session, _what: Mapping[str, Any], _progress: Progress) -> None:
        signal.pause()

    number = ask(sessions)
    turns = iter([True, False])
    work_on(sessions, {"say": linger}, going=lambda: next(turns, False), until_empty=True)
    ended = look(sessions, number)
    assert (ended.state, ended.times, ended.worker) == (WAITING, 0, "")


def test_what_a_job_wrote_is_known_from_it(sessions: Sessions) -> None:
    ask(sessions, "write", words="hej")
    job = take(sessions)
    do_job(sessions, job, {"write": lambda _session, _what, _progress: {"draft": 7}})
    assert (look(sessions, job.id).state, look(sessions, job.id).what) == (DONE, {"words": "hej", "draft": 7})


def test_jobs_are_left_waiting_when_nobody_is_at_work_and_some_time_has_gone(sessions: Sessions) -> None:
    for _ in range(3):
        ask(sessions)
    later = NOW + timedelta(seconds=PATIENCE)
    with sessions() as session:
        assert (left_waiting(session, at=NOW), left_waiting(session, at=later)) == (0, 3)
    take(sessions, at=later)
    with sessions() as session:
        assert left_waiting(session, at=later) == 0
        assert left_waiting(session, at=later + timedelta(seconds=SILENT_SECONDS)) == 2

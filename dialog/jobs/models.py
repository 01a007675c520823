"""Work that takes too long for a page, and what came of it. Words of residents only in a result, which expires."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base, Document

WAITING, RUNNING, DONE, FAILED, CANCELLED = "waiting", "running", "done", "failed", "cancelled"
ENDED = (DONE, FAILED, CANCELLED)
SILENT_SECONDS = 120  # without a sign of life a job's worker is taken to be gone


class Job(Base):
    """One piece of work. Whoever sets `worker` on a waiting one does it, and nobody else."""

    __tablename__ = "job"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]  # which work: a name that the job process knows
    what: Mapped[dict[str, Any]] = mapped_column(Document)  # of what: ids and choices; then also what it wrote
    state: Mapped[str] = mapped_column(index=True, default=WAITING)
    done: Mapped[int] = mapped_column(default=0)  # steps
    steps: Mapped[int] = mapped_column(default=0)  # in all; 0 while nobody knows
    asked_at: Mapped[datetime]  # UTC, as all times here
    asked_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))  # None: a command, or another job
    started_at: Mapped[datetime | None]
    seen_at: Mapped[datetime | None]  # when its worker last said that it is at work
    ended_at: Mapped[datetime | None]
    worker: Mapped[str] = mapped_column(default="")
    times: Mapped[int] = mapped_column(default=0)  # how often it was begun
    stop: Mapped[bool] = mapped_column(default=False)  # somebody wants it cancelled
    error: Mapped[str] = mapped_column(default="")  # an English sentence, marked for translation


class JobResult(Base):
    """The file that a job made, for whoever asked for it; it goes after a while, since it can be made again."""

    __tablename__ = "job_result"
    job_id: Mapped[int] = mapped_column(ForeignKey("job.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]  # its media type
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    expires_at: Mapped[datetime]  # UTC

"""Drafting as long work: when a page leaves it to the process of jobs, and what that process does."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select, union_all
from sqlalchemy.orm import Session

from dialog.jobs.actions import ask_for_job
from dialog.jobs.models import Job
from dialog.jobs.queries import jobs_going_on
from dialog.jobs.work import ASKED_BY, CanNotBeDone, Progress, Work
from dialog.languages import N_
from dialog.picture.actions import draft_picture
from dialog.picture.disclosure import Rule
from dialog.picture.rounding import OtherMethodBefore
from dialog.places.models import Report
from dialog.survey.models import Response, Round

DRAFTING = "draft"  # the kind of job
QUICK = 200  # voices: so many are counted and protected in a second or two, while somebody waits for the page
OTHER_METHOD = N_("Earlier editions of the round were protected in the other way: both would tell too much.")


def takes_long(session: Session, round_id: int) -> bool:
    """Whether a round has so many voices that nobody should have to wait for a page that drafts it."""
    responses = select(Response.id).where(Response.round_id == round_id).limit(QUICK + 1).subquery()
    reports = select(Report.id).where(Report.round_id == round_id, Report.response_id.is_(None))
    voices = union_all(select(responses.c.id), select(reports.limit(QUICK + 1).subquery().c.id)).subquery()
    return (session.scalar(select(func.count()).select_from(voices)) or 0) > QUICK


def ask_for_draft(
    session: Session, round: Round, rule: Rule, *, inhabitants: int, at: datetime, by: int | None = None
) -> Job:
    """Have a round drafted; the job that was asked for before while it still goes on."""
    if going_on := drafts_going_on(session).get(round.id):
        return going_on
    asked = {"minimum": rule.minimum, "group_minimum": rule.group_minimum, "rounding": rule.rounding}
    return ask_for_job(session, DRAFTING, at=at, by=by, round=round.id, inhabitants=inhabitants, **asked)


def drafts_going_on(session: Session) -> dict[int, Job]:
    """By round, work that waits or is being done."""
    return {job.what["round"]: job for job in jobs_going_on(session, DRAFTING)}


def make_draft(session: Session, what: Mapping[str, Any], progress: Progress) -> Mapping[str, int]:
    """The draft of a round as it stands; which one it became."""
    rule = Rule(what["minimum"], what["group_minimum"], what["rounding"])
    try:
        draft = draft_picture(
            session,
            round=session.get_one(Round, what["round"]),
            rule=rule,
            on=date.today(),
            by=what[ASKED_BY],
            inhabitants=what["inhabitants"],
            progress=progress,
        )
    except OtherMethodBefore:
        raise CanNotBeDone(OTHER_METHOD) from None
    return {"draft": draft.id}


KINDS: Mapping[str, Work] = {DRAFTING: make_draft}

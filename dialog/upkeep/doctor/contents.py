"""Looking at what the database holds: areas, rounds, people, what is overdue, backups."""

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.accounts.factor.queries import with_factor
from dialog.accounts.models import Staff
from dialog.accounts.queries import active_administrators, all_staff
from dialog.areas.models import Area, Population
from dialog.jobs.queries import left_waiting
from dialog.languages import N_
from dialog.places.models import ExactPoint
from dialog.survey.models import OPEN, PLANNED, Round
from dialog.survey.queries import all_rounds, round_areas
from dialog.texts.models import PhotoOriginal
from dialog.upkeep.backups.queries import last_tried, latest_backups
from dialog.upkeep.destroying.queries import uncleaned
from dialog.upkeep.doctor.findings import Finding, bad, ok, warn
from dialog.upkeep.retention.queries import rules

LATE, TOO_LATE = timedelta(days=2), timedelta(days=8)  # since the last backup
UNTRIED = timedelta(days=190)


def land(session: Session) -> Iterator[Finding]:
    if not _any(session, Area.id):
        yield bad("areas", N_("There are no areas: load them with flask --app wsgi areas load FILE."))
        return
    yield ok("areas", N_("Areas are loaded."))
    if _any(session, Population.area_id):
        yield ok("population", N_("Population is loaded."))
    else:
        sentence = N_("No population is loaded, so points are coarsened more than is needed: load it.")
        yield warn("population", sentence)


def rounds(session: Session, *, today: date) -> Iterator[Finding]:
    """Those that are open or planned."""
    active = [one for one in all_rounds(session) if one.state in (OPEN, PLANNED)]
    faults = [fault for one in active if (fault := _fault(session, one, today))]
    yield from faults or [ok("rounds", N_("Nothing hinders the rounds that are open or planned."))]


def _fault(session: Session, round: Round, today: date) -> Finding | None:
    if not round_areas(session, round):
        return bad("rounds", N_("Round %(round)s has no areas to choose among: change it."), round=round.slug)
    if round.state == OPEN and round.closes_on < today:
        return warn("rounds", N_("Round %(round)s is open after its last day: end it."), round=round.slug)
    if round.state == PLANNED and round.opens_on < today:
        return warn("rounds", N_("Round %(round)s should have opened: open it, or change its days."), round=round.slug)
    return None


def people(session: Session, *, required_of: Collection[str]) -> Iterator[Finding]:
    administrators = active_administrators(session)
    if administrators == 0:
        yield bad("administrators", N_("Nobody is administrator: add one with flask --app wsgi staff add."))
    elif administrators == 1:
        yield warn("administrators", N_("Only one person is administrator: make somebody else one too."))
    else:
        yield ok("administrators", N_("%(number)s people are administrators."), number=administrators)
    yield _second_factors(session, required_of)


def _second_factors(session: Session, required_of: Collection[str]) -> Finding:
    has = set(with_factor(session))
    without = [one for one in all_staff(session) if one.active and one.id not in has]
    if not without:
        return ok("second factor", N_("Everybody signs in with a second factor."))
    names = ", ".join(_named(without))
    if all(one.roles & set(required_of) for one in without):
        sentence = N_("Some have not set up their second factor yet, and are asked to at sign-in: %(names)s.")
    else:
        sentence = N_("Some sign in with a password alone: %(names)s.")
    return warn("second factor", sentence, names=names)


def _named(staff: list[Staff], most: int = 5) -> list[str]:
    return [one.name for one in staff[:most]] + (["…"] if len(staff) > most else [])


def overdue(session: Session, *, point_days: int, today: date) -> Iterator[Finding]:
    """What should be gone, and is still there."""
    late = sum(
        session.scalar(select(func.count()).select_from(table).where(table.erase_on < today)) or 0
        for table in (ExactPoint, PhotoOriginal)
    )
    if late:
        sentence = N_(
            "%(number)s exact points or photos are past their day: run flask --app wsgi purge --yes every night."
        )
        yield bad("overdue", sentence, number=late)
    else:
        yield ok("overdue", N_("No exact point and no photo is past its day."))
    if waiting := uncleaned(session):
        sentence = N_(
            "%(number)s destructions still have to be cleaned out of the files: run flask --app wsgi purge --yes."
        )
        yield warn("cleaning", sentence, number=waiting)
    undecided = [one for one in rules(session, point_days=point_days) if not one.is_decided]
    if undecided:
        sentence = N_("For %(number)s kinds of record nobody has decided how long they are kept: record the decisions.")
        yield warn("retention", sentence, number=len(undecided))
    else:
        yield ok("retention", N_("How long each kind of record is kept has been decided."))


def work(session: Session, *, now: datetime) -> Iterator[Finding]:
    """Whether somebody does what pages ask for. `now` in UTC."""
    if left := left_waiting(session, at=now):
        sentence = N_(
            "%(number)s pieces of long work wait and nobody does them: keep flask --app wsgi jobs run running beside "
            "the web processes."
        )
        yield warn("work", sentence, number=left)
    else:
        yield ok("work", N_("No long work is left waiting."))


def backups(session: Session, *, has_key: bool, now: datetime) -> Iterator[Finding]:
    """`now` in UTC."""
    if not has_key:
        yield bad("backups", N_("There is no key for backups: make one with flask --app wsgi backup --new-key FILE."))
    latest = next(iter(latest_backups(session, limit=1)), None)
    if latest is None:
        yield bad("backups", N_("No backup has been made: run flask --app wsgi backup every night."))
        return
    age = now - latest.made_at
    state = bad if age > TOO_LATE else warn if age > LATE else ok
    said = N_("The last backup was made %(day)s.") if state is ok else N_("The last backup was made %(day)s: make one.")
    yield state("backups", said, day=latest.made_at.date())
    tried = last_tried(session)
    if tried is None or tried.tried_at is None or now - tried.tried_at > UNTRIED:
        sentence = N_("Restoring has not been tried in half a year: run flask --app wsgi restore FILE --drill.")
        yield warn("restoring", sentence)
    else:
        yield ok("restoring", N_("Restoring was tried %(day)s."), day=tried.tried_at.date())


def _any(session: Session, column: Any) -> bool:
    return session.scalar(select(column).limit(1)) is not None

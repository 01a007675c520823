"""Reading rounds and their questionnaires."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.areas.queries import choices
from dialog.places.models import Report
from dialog.places.rounds import ReportingRound
from dialog.survey.document import from_document
from dialog.survey.models import ENDED, OPEN, RESIDENTS, QuestionnaireVersion, Response, Round, StaffDialogue
from dialog.survey.questionnaire import Questionnaire
from dialog.texts.models import NEW, SET_ASIDE, Text

_read: dict[str, Questionnaire] = {}  # by checksum


class NoSuchRound(LookupError):
    """There is no round of that name."""


_by_slug = select(Round).where(Round.slug == bindparam("slug"))  # put together once: every page of a dialogue asks


def find_round(session: Session, name: str) -> Round:
    """A round by its name in the address, or by its number. Raises NoSuchRound."""
    found = session.scalar(_by_slug, {"slug": name})
    if found is None and name.isascii() and name.isdigit() and len(name) < 10:
        found = session.get(Round, int(name))
    if found is None:
        raise NoSuchRound(name)
    return found


def all_rounds(session: Session) -> Sequence[Round]:
    """Every round, of residents and of staff, the latest first."""
    return session.scalars(select(Round).order_by(Round.opens_on.desc(), Round.id.desc())).all()


def resident_rounds(session: Session) -> Sequence[Round]:
    """Every round that asks residents, the latest first."""
    return [one for one in all_rounds(session) if not one.is_of_staff]


def find_resident_round(session: Session, round_id: int) -> Round | None:
    """A round that asks residents; None where there is none of that id, and where it asks staff."""
    found = session.get(Round, round_id)
    return None if found is None or found.is_of_staff else found


def open_rounds(session: Session) -> Sequence[Round]:
    """Rounds that residents can answer now, the latest opened first."""
    chosen = select(Round).where(Round.state == OPEN, Round.audience == RESIDENTS)
    return session.scalars(chosen.order_by(Round.opens_on.desc(), Round.id)).all()


def staff_dialogue_of(session: Session, round: Round) -> StaffDialogue | None:
    """What a round of staff has besides; None for a round of residents."""
    return session.get(StaffDialogue, round.id) if round.is_of_staff else None


def staff_rounds_of(session: Session, round: Round) -> Sequence[Round]:
    """The rounds in which colleagues are asked for a round of residents, the first opened first."""
    chosen = select(Round).join(StaffDialogue, StaffDialogue.round_id == Round.id)
    return session.scalars(
        chosen.where(StaffDialogue.belongs_to_id == round.id).order_by(Round.opens_on, Round.id)
    ).all()


def all_questionnaires(session: Session) -> Sequence[QuestionnaireVersion]:
    """Every version of every questionnaire, the newest of each first."""
    order = (QuestionnaireVersion.key, QuestionnaireVersion.version.desc())
    return session.scalars(select(QuestionnaireVersion).order_by(*order)).all()


def has_answers(session: Session, round: Round) -> bool:
    return session.scalar(select(Response.id).where(Response.round_id == round.id).limit(1)) is not None


ASKED_OF_WHOM = frozenset({"slug", "area_id", "area_kind", "division", "questionnaire_id", "audience"})


def locked_parts(session: Session, round: Round) -> frozenset[str]:
    """What may not change any more, since somebody has answered it."""
    return ASKED_OF_WHOM if has_answers(session, round) else frozenset()


@dataclass(frozen=True)
class Totals:
    """How a round is going, in steps of five: exact figures are for protected tables."""

    responses: int = 0
    reports: int = 0
    waiting: int = 0  # texts that nobody has read yet


STEP = 5


def live_totals(session: Session) -> dict[int, Totals]:
    """By round; rounds of which nothing has come are left out."""
    counts = {
        "responses": select(Response.round_id, func.count()).where(~Response.set_aside).group_by(Response.round_id),
        "reports": select(Report.round_id, func.count()).where(Report.status != SET_ASIDE).group_by(Report.round_id),
        "waiting": select(Text.round_id, func.count()).where(Text.status == NEW).group_by(Text.round_id),
    }
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for name, chosen in counts.items():
        for round_id, number in session.execute(chosen):
            found[round_id][name] = number - number % STEP
    return {round_id: Totals(**numbers) for round_id, numbers in found.items()}


def takes_paper(round: Round) -> bool:
    """Whether staff may still load what came on paper or in files."""
    return round.state in (OPEN, ENDED)


def round_areas(session: Session, round: Round) -> list[Area]:
    """The areas a round lets people choose, by name."""
    return choices(session, root_id=round.area_id, kind=round.area_kind, division=round.division)


def questionnaire_of(round: Round) -> Questionnaire:
    """What a round asks. A document is read once a process: it never changes."""
    version = round.questionnaire
    if version.checksum not in _read:
        _read[version.checksum] = from_document(version.document)
    return _read[version.checksum]


def find_questionnaire(session: Session, key: str, version: int | None = None) -> QuestionnaireVersion | None:
    """A version of a questionnaire, by default the newest."""
    chosen = select(QuestionnaireVersion).where(QuestionnaireVersion.key == key)
    if version is not None:
        chosen = chosen.where(QuestionnaireVersion.version == version)
    return session.scalar(chosen.order_by(QuestionnaireVersion.version.desc()).limit(1))


def reporting_round(session: Session) -> ReportingRound | None:
    """The round to which a report of a place belongs now: the latest that is open."""
    found = next(iter(open_rounds(session)), None)
    return as_reporting(found) if found else None


def as_reporting(round: Round) -> ReportingRound:
    """What reports of places that are made in a round need to know of it."""
    return ReportingRound(round.id, round.area_id, round.area_kind, round.division)

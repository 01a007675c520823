"""Reading rounds and their questionnaires."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.areas.queries import choices
from dialog.places.rounds import ReportingRound
from dialog.survey.document import from_document
from dialog.survey.models import ENDED, OPEN, QuestionnaireVersion, Round
from dialog.survey.questionnaire import Questionnaire

_read: dict[str, Questionnaire] = {}  # by checksum


class NoSuchRound(LookupError):
    """There is no round of that name."""


def find_round(session: Session, name: str) -> Round:
    """A round by its name in the address, or by its number. Raises NoSuchRound."""
    found = session.scalar(select(Round).where(Round.slug == name))
    if found is None and name.isascii() and name.isdigit() and len(name) < 10:
        found = session.get(Round, int(name))
    if found is None:
        raise NoSuchRound(name)
    return found


def all_rounds(session: Session) -> Sequence[Round]:
    """Every round, the latest first."""
    return session.scalars(select(Round).order_by(Round.opens_on.desc(), Round.id.desc())).all()


def open_rounds(session: Session) -> Sequence[Round]:
    """Rounds that can be answered now, the latest opened first."""
    return session.scalars(select(Round).where(Round.state == OPEN).order_by(Round.opens_on.desc(), Round.id)).all()


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
    return ReportingRound(found.id, found.area_id, found.area_kind, found.division) if found else None

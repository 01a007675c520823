"""What stands around the picture of a draft when findings are proposed: its questions, other sources, the past."""

from sqlalchemy.orm import Session

from dialog.picture.beside.verdicts import outsides
from dialog.picture.content import Picture, from_document
from dialog.picture.earlier import asked_since, edition_before, same_areas
from dialog.picture.findings.proposing.proposal import Before, Setting
from dialog.survey.models import OPEN, Round
from dialog.survey.queries import questionnaire_of


def setting_of(session: Session, round: Round, picture: Picture) -> Setting:
    measures = {column.measures: column.id for column in questionnaire_of(round).columns() if column.measures}
    others = outsides(picture.beside) if picture.beside else []
    lanes = {one.lane for one in picture.beside.register} if picture.beside else set()
    return Setting(picture, measures, round.state == OPEN, before_of(session, round), others, lanes)


def before_of(session: Session, round: Round) -> Before | None:
    """The newest edition of the latest round that opened before this one, and what of it may be compared."""
    if (found := edition_before(session, round)) is None:
        return None
    release, earlier = found
    return Before(
        edition=release.edition,
        picture=from_document(release.content),
        kept=asked_since(session, earlier, round).kept,
        same_areas=same_areas(earlier, round),
    )

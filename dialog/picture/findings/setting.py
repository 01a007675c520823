"""What stands around the picture of a draft when findings are proposed: its questions, other sources, the past."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.picture.beside.verdicts import outsides
from dialog.picture.content import Picture, from_document
from dialog.picture.findings.proposing.proposal import Before, Setting
from dialog.picture.models import Release
from dialog.survey.comparability import KEPT, decided, series
from dialog.survey.models import OPEN, Round
from dialog.survey.queries import questionnaire_of


def setting_of(session: Session, round: Round, picture: Picture) -> Setting:
    measures = {column.measures: column.id for column in questionnaire_of(round).columns() if column.measures}
    others = outsides(picture.beside) if picture.beside else []
    lanes = {one.lane for one in picture.beside.register} if picture.beside else set()
    return Setting(picture, measures, round.state == OPEN, before_of(session, round), others, lanes)


def before_of(session: Session, round: Round) -> Before | None:
    """The newest edition of the latest round that opened before this one, and what of it may be compared."""
    newest = (
        select(Release, Round)
        .join(Round, Round.id == Release.round_id)
        .where(Round.opens_on < round.opens_on, Round.id != round.id)
        .order_by(Round.opens_on.desc(), Release.edition.desc())
        .limit(1)
    )
    found = session.execute(newest).first()
    if found is None:
        return None
    release, earlier = found.tuple()
    return Before(
        edition=release.edition,
        picture=from_document(release.content),
        kept=_kept(earlier, round),
        same_areas=_asked_of(earlier) == _asked_of(round),
    )


def _kept(earlier: Round, now: Round) -> dict[str, str]:
    """Columns that measure the same, as they are or since staff decided so when the very next version was published."""
    then, since = earlier.questionnaire, now.questionnaire
    follows = then.key == since.key and since.version == then.version + 1
    found = series(questionnaire_of(earlier), questionnaire_of(now))
    changes = since.changes if follows else {}
    return {one.now.id: one.was.id for one in found if one.was and one.now and decided(one, changes) == KEPT}


def _asked_of(round: Round) -> tuple[int, str, str | None]:
    return round.area_id, round.area_kind, round.division

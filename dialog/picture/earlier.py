"""Reading the pictures before this one, and comparing it with them."""

from collections.abc import Iterator, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.picture.content import Picture, from_document
from dialog.picture.ids import VOICES
from dialog.picture.models import Release
from dialog.picture.presentation import voices_in
from dialog.picture.statistics.comparing import Asked, Comparison, Tables, Terms, compare
from dialog.picture.statistics.series import Changes, asked_in_both
from dialog.survey.models import QuestionnaireVersion, Round
from dialog.survey.queries import questionnaire_of


def comparisons(session: Session, round: Round, picture: Picture) -> tuple[Comparison, ...]:
    """With the latest edition of the round itself, and with that of the round before, as far as there are any."""
    return tuple(_compared(session, round, picture, *one) for one in _before(session, round))


def edition_before(session: Session, round: Round) -> tuple[Release, Round] | None:
    """The latest edition of the latest round that opened before this one and has any."""
    released = select(Round).join(Release, Release.round_id == Round.id).where(Round.opens_on < round.opens_on)
    earlier = session.scalar(released.order_by(Round.opens_on.desc(), Round.id.desc()).limit(1))
    if earlier is None:
        return None
    newest = select(func.max(Release.edition)).where(Release.round_id == earlier.id).scalar_subquery()
    return session.scalars(select(Release).where(Release.edition == newest)).one(), earlier


def asked_since(session: Session, earlier: Round, round: Round) -> Asked:
    """What became of the questions of the earlier round."""
    changes = _changes(session, earlier.questionnaire, round)
    return asked_in_both(questionnaire_of(earlier), questionnaire_of(round), changes)


def same_areas(earlier: Round, round: Round) -> bool:
    """Whether areas mean the same in both: the same whole, level and version of the borders."""
    return _drawn(earlier) == _drawn(round)


def _before(session: Session, round: Round) -> Iterator[tuple[Release, Round]]:
    own = select(Release).where(Release.round_id == round.id).order_by(Release.edition.desc()).limit(1)
    if (latest := session.scalar(own)) is not None:
        yield latest, round
    if (found := edition_before(session, round)) is not None:
        yield found


def _compared(session: Session, round: Round, picture: Picture, release: Release, earlier: Round) -> Comparison:
    then = from_document(release.content)
    terms = Terms(
        asked=asked_since(session, earlier, round),
        same_areas=same_areas(earlier, round),
        same_codebook=then.codebook == picture.codebook,
    )
    lines, breaks, channels = compare(Tables(picture.tables), Tables(then.tables), terms)
    return Comparison(
        edition=release.edition,
        title=then.title,
        period=then.period,
        is_same_round=earlier.id == round.id,
        voices=voices_in(then, VOICES),
        lines=lines,
        breaks=breaks,
        channels=channels,
    )


def _drawn(round: Round) -> tuple[int, str, str | None]:
    return round.area_id, round.area_kind, round.division


def _changes(session: Session, before: QuestionnaireVersion, round: Round) -> Sequence[Changes]:
    """What staff decided in the versions after one, up to that of a round."""
    after = round.questionnaire
    if before.key != after.key:
        return []
    between = select(QuestionnaireVersion.changes).where(
        QuestionnaireVersion.key == after.key,
        QuestionnaireVersion.version > before.version,
        QuestionnaireVersion.version <= after.version,
    )
    return session.scalars(between.order_by(QuestionnaireVersion.version)).all()
